"""What a program and the process that reads its pictures say to each other over two pipes."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Literal, NamedTuple

REQUEST = struct.Struct(">BQ")
"""Before a picture: what is wanted of it, and its bytes."""

HEAD = struct.Struct(">BQ")
"""Before an answer: which, and its bytes."""


class Wish(IntEnum):
    """What is wanted of a picture: the picture itself, plain; what its file tells (a `Told` as JSON); itself, unless it
    is one of several; a mask (of what `packed` says); the lines of a drawing (`bot.pictures.sketches`), or nothing."""

    PLAIN = 0
    TOLD = 1
    STILL = 2
    MASK = 3
    SKETCH = 4


class How(StrEnum):
    """How a mask is made, besides by the name of a region.

    HOLES: what is transparent in the picture. NAMED: what else came is to be the mask. GUESSED: it may be one, or a
    copy of the picture that somebody has drawn on, or neither. INVERTED: the picture is a mask, and all else is meant.
    """

    HOLES = "holes"
    NAMED = "named"
    GUESSED = "guessed"
    INVERTED = "inverted"


class Answer(IntEnum):
    """What became of a picture: what was wanted, too many pixels, or nothing, and why not; no mask, and which
    `MaskFault` it is; what was wanted, of the first frame of one that moves, or of the first of several pages."""

    DONE = 0
    TOO_LARGE = 1
    BAD = 2
    NO_MASK = 3
    FRAME = 4
    PAGE = 5


_PACK = struct.Struct(">HQ")


def packed(how: str, picture: bytes, marked: bytes = b"") -> bytes:
    """What a mask is made of: in which way, of which picture, and what else came (`bot.pictures.marks.mask_by`)."""
    name = how.encode()
    return _PACK.pack(len(name), len(picture)) + name + picture + marked


def unpacked(data: bytes) -> tuple[str, bytes, bytes]:
    """The other way."""
    name, length = _PACK.unpack_from(data)
    start = _PACK.size + name
    return data[_PACK.size : start].decode(), data[start : start + length], data[start + length :]


First = Literal["frame", "page"]
"""What a picture is the first of: the frames of one that moves, the pages of a file."""


ANSWERS: Mapping[First | None, Answer] = {None: Answer.DONE, "frame": Answer.FRAME, "page": Answer.PAGE}
"""How that is told."""


class Plain(NamedTuple):
    """A picture as it is kept, a PNG; and what it is the `first` of, where its file has more."""

    png: bytes
    first: First | None = None


@dataclass(frozen=True)
class Told:
    """What a picture's file tells.

    Attributes:
        format: as Pillow names it.
        width, height: in pixels, as they lie in the file.
        words: how it was made, as an infotext (`engine.api.infotext`); "" where nothing says so.
        marked: whether it carries our invisible watermark.
    """

    format: str
    width: int
    height: int
    words: str = ""
    marked: bool = False
