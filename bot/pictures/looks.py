"""A look at a picture's file before anything is decoded: what a small file can make dear is counted first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import repeat

from PIL import Image

MOST_PIECES = 1_000
"""Segments, chunks or blocks beside those of the pixels; cameras and editors write some dozens."""

MOST_SCANS = 64
"""Of a progressive JPEG, each of which goes over the whole picture; encoders write ten or so."""

MOST_EXIF = 16
"""Segments of Exif in a JPEG, which Pillow joins one by one; cameras write one."""

MOST_DATA, LEAST_DATA = 10_000, 256
"""Pieces of pixels: so many, and one more for each of so many bytes; encoders write pieces of 4,096 and more."""

LONGEST_SIDE = 65_535
"""Pixels; a JPEG can't have more, and every row has its price."""

MOST_RUNS = 1_000_000
"""Bytes of a run-length BMP, which Pillow reads run by run in Python."""

LEAST_TILE = 1_024 * 1_024
"""Pixels of a tile that any TIFF may have, be the picture ever so small."""


class Unfit(Exception):
    """No honest picture: it says what there is too much of."""


def look_at_file(data: bytes) -> None:
    """Counts what the file is made of.

    Raises:
        Unfit
    """
    pieces: Counter[str] = Counter()
    for kind in _pieces(data):
        pieces[kind] += 1
        beside = pieces.total() - pieces["data"]
        if beside > MOST_PIECES or pieces["data"] > MOST_DATA + len(data) // LEAST_DATA:
            raise Unfit("too many pieces")
        if pieces["scan"] > MOST_SCANS or pieces["exif"] > MOST_EXIF:
            raise Unfit("too many scans or pieces of Exif")


def look_at_opened(image: Image.Image, length: int) -> None:
    """What Pillow knows of it once it is open; `length` is the file's, in bytes.

    Raises:
        Unfit
    """
    if max(image.size) > LONGEST_SIDE:
        raise Unfit("too long a side")
    if any(tile[0] == "bmp_rle" for tile in getattr(image, "tile", ())) and length > MOST_RUNS:
        raise Unfit("too many runs")
    tags = getattr(image, "tag_v2", {})
    width, height = (int(tags.get(tag, 0)) for tag in (322, 323))  # TileWidth, TileLength
    if width * height > max(4 * image.width * image.height, LEAST_TILE):
        raise Unfit("tiles larger than the picture")


def _pieces(data: bytes) -> Iterator[str]:
    for signature, pieces in _FORMATS.items():
        if data.startswith(signature):
            return pieces(data)
    return iter(())


def _jpeg(data: bytes) -> Iterator[str]:
    """Segments up to the end of the first picture, and stray bytes between those before its pixels."""
    at, scanned = 2, False
    while (found := _MARKER.search(data, at)) and found[0] != b"\xff\xd9":
        if not scanned:
            yield from repeat("stray", min(found.start() - at, MOST_PIECES + 1))
        scanned |= found[0] == b"\xff\xda"
        at = found.end() + int.from_bytes(data[found.end() : found.end() + 2], "big")
        exif = found[0] == b"\xff\xe1" and data.startswith(b"Exif\0", found.end() + 2)
        yield "exif" if exif else "scan" if found[0] == b"\xff\xda" else "segment"


_MARKER = re.compile(rb"\xff[^\x00\x01\xd0-\xd8\xff]")
"""What begins a segment, or ends the picture; not a zero, a filler or a restart in its pixels."""


def _png(data: bytes) -> Iterator[str]:
    at = 8
    while at + 8 <= len(data):
        yield "data" if data[at + 4 : at + 8] in (b"IDAT", b"fdAT", b"fcTL") else "chunk"
        at += 12 + int.from_bytes(data[at : at + 4], "big")


def _riff(data: bytes) -> Iterator[str]:
    at = 12
    while at + 8 <= len(data):
        yield "data" if data[at : at + 4] == b"ANMF" else "chunk"
        at += 8 + (int.from_bytes(data[at + 4 : at + 8], "little") + 1) // 2 * 2


def _gif(data: bytes) -> Iterator[str]:
    """Extensions before the first picture, and their blocks of at most 255 bytes."""
    if len(data) < 13:
        return
    at = 13 + (3 * 2 ** ((data[10] & 7) + 1) if data[10] & 0x80 else 0)
    while at + 2 < len(data) and data[at] != 0x2C:
        if data[at] != 0x21:
            at += 1
            yield "stray"
            continue
        yield "extension"
        at += 2
        while at < len(data) and data[at]:
            yield "data"
            at += 1 + data[at]
        at += 1


_FORMATS: dict[bytes, Callable[[bytes], Iterator[str]]] = {
    b"\xff\xd8": _jpeg,
    b"\x89PNG\r\n\x1a\n": _png,
    b"RIFF": _riff,
    b"GIF8": _gif,
}
