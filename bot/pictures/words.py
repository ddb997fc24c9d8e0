"""What a program and the process that reads its pictures say to each other over two pipes."""

from __future__ import annotations

import struct
from enum import IntEnum

REQUEST = struct.Struct(">Q")
"""Before a picture: its bytes."""

HEAD = struct.Struct(">BQ")
"""Before an answer: which, and its bytes."""


class Answer(IntEnum):
    """What became of a picture: a PNG, too many pixels, or nothing, and why not."""

    PLAIN = 0
    TOO_LARGE = 1
    BAD = 2
