"""A kept picture as the file that somebody gets: in the format that its name says, with how it was made inside."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any

from PIL import ExifTags, Image

from bot.pictures import moving
from engine.api.parameters import FileFormat

SUFFIXES: Mapping[FileFormat, str] = {"png": ".png", "jpeg": ".jpg", "webp": ".webp", "avif": ".avif"}
"""Of the files, by format."""

_OPTIONS: Mapping[FileFormat, Mapping[str, Any]] = {
    "jpeg": {"quality": 92, "subsampling": 0},
    "webp": {"quality": 92},
    "avif": {"quality": 85},
}
"""How they are written: so that nobody sees a difference."""


def format_named(name: str) -> FileFormat | None:
    """The format that a file's name says; None where it says none that we write."""
    suffix = PurePath(name).suffix.lower().replace(".jpeg", ".jpg")
    return next((form for form, ending in SUFFIXES.items() if ending == suffix), None)


def is_kept_so(name: str, kept: str = ".png") -> bool:
    """Whether a file of that name is the very one that is kept, which ends so."""
    if kept == moving.SUFFIX:
        return PurePath(name).suffix.lower() == kept
    return format_named(name) in (None, "png")


def saved(file: Path, name: str) -> bytes:
    """The bytes of a kept picture, a PNG, or of an animation, for a file of that name. Blocks: call it in a thread.

    Where it is no PNG, what the `parameters` chunk says is in the Exif comment, as web UIs write and read it.

    Raises:
        OSError: it can't be read, or is broken.
    """
    if file.suffix == moving.SUFFIX:
        return moving.as_named(file, name)
    form = format_named(name) or "png"
    if form == "png":
        return file.read_bytes()
    out = io.BytesIO()
    try:
        with Image.open(file, formats=("PNG",)) as image:
            exif = _exif(str(image.info.get("parameters", "")))
            image.convert("RGB").save(out, form, exif=exif, **_OPTIONS[form])
    except (SyntaxError, ValueError, EOFError) as error:  # what the decoder says of some broken files
        raise OSError(f"a broken picture: {error}") from error
    return out.getvalue()


def _exif(words: str) -> bytes:
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.UserComment] = b"UNICODE\0" + words.encode("utf-16-be")
    return exif.tobytes()
