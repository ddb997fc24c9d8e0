"""What a program and the process that reads its pictures say to each other over two pipes."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum

REQUEST = struct.Struct(">BQ")
"""Before a picture: what is wanted of it, and its bytes."""

HEAD = struct.Struct(">BQ")
"""Before an answer: which, and its bytes."""


class Wish(IntEnum):
    """What is wanted of a picture: the picture itself, plain, or what its file tells (a `Told` as JSON)."""

    PLAIN = 0
    TOLD = 1


class Answer(IntEnum):
    """What became of a picture: what was wanted, too many pixels, or nothing, and why not."""

    DONE = 0
    TOO_LARGE = 1
    BAD = 2


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
