"""The texts in a picture's file, by name: a PNG's chunks, and what programs put into Exif in other formats."""

from __future__ import annotations

from typing import Any

from PIL import ExifTags, Image

LONGEST = 2_000_000
"""Characters or bytes of one text: a workflow may be long."""

MOST = 40
"""Texts of one file that are looked at."""

_CHARSET = 8
"""Bytes in front of an Exif comment that say how it is written."""

_NAMED = ("prompt", "workflow", "parameters")
"""What programs write as "name:text" into fields of Exif that are for cameras."""


def texts_of(image: Image.Image) -> dict[str, str]:
    """Every text of the file that is short enough, in their order; a comment is called "comment"."""
    chunks = {str(name): text for name, text in image.info.items() if isinstance(text, str)}
    found = dict(list(chunks.items())[:MOST]) | _from_exif(image)
    return {name: text for name, text in found.items() if len(text) <= LONGEST}


def _from_exif(image: Image.Image) -> dict[str, str]:
    try:
        exif = image.getexif()
        inner = exif.get_ifd(ExifTags.IFD.Exif)
        fields = [
            exif.get(tag) for tag in (ExifTags.Base.Make, ExifTags.Base.Model, ExifTags.Base.ImageDescription)
        ]
        comment = comment_text(inner.get(ExifTags.Base.UserComment))
    except Exception:  # Pillow raises anything on broken Exif
        return {}
    found = {"comment": comment} if comment else {}
    for text in filter(None, map(_plain, fields)):
        name, colon, rest = text.partition(":")
        if colon and name.lower() in _NAMED:
            found[name.lower()] = rest
    return found


def comment_text(value: Any) -> str:
    """An Exif `UserComment`, whose first eight bytes name its charset; UTF-16 in either order, as they come."""
    if not isinstance(value, bytes) or len(value) > LONGEST:
        return value if isinstance(value, str) else ""
    charset, text = value[:_CHARSET].rstrip(b"\0 ").upper(), value[_CHARSET:]
    if charset == b"UNICODE":
        odd, even = text[1::2].count(0), text[::2].count(0)
        return text.decode("utf-16-le" if odd > even else "utf-16-be", "replace").strip("\0\ufeff")
    if charset in (b"ASCII", b""):
        return text.decode("utf-8", "replace").strip("\0")
    return value.decode("utf-8", "replace").strip("\0")


def _plain(value: Any) -> str:
    return value.strip("\0") if isinstance(value, str) else ""
