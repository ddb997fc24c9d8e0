"""The process that reads strangers' pictures, one after the other: bounded in memory, killed when it takes too long.

What comes in is a wish, a length and a picture; what goes out is an answer, a length and what was wished for or, in
words, why there is none.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from dataclasses import asdict
from typing import BinaryIO

from bot.pictures.marks import mask_by
from bot.pictures.plain import TooManyPixels, plain, prepare, told_of
from bot.pictures.sketches import sketched
from bot.pictures.words import ANSWERS, HEAD, REQUEST, Answer, Wish, unpacked
from engine.api.errors import BadMask
from engine.pictures.watermark import is_marked

_MEGABYTE = 1_000_000
_ROOM = 256 * _MEGABYTE
"""Bytes beside the picture: the libraries, the stacks of their threads, the smaller picture and its PNG."""

_PER_PIXEL = 16
"""Bytes that the dearest decoder takes, WebP's, which keeps copies."""


def main() -> None:
    """Says that it is ready, then reads pictures until there are no more; arguments are the most bytes and pixels, and
    the seconds of a processor for one."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)  # it ends with its parent, which may finish what it is at
    most_bytes, most_pixels, seconds = (int(a) for a in sys.argv[1:])
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a decoder prints is no answer
    prepare()
    _bound_memory(_ROOM + 2 * most_bytes + _PER_PIXEL * most_pixels)
    _say(out, Answer.DONE, b"")
    while head := sys.stdin.buffer.read(REQUEST.size):
        wish, length = REQUEST.unpack(head)
        data = sys.stdin.buffer.read(length)
        signal.setitimer(
            signal.ITIMER_PROF, seconds
        )  # ends it, in whatever code, even where its parent has died
        answer, told = _read(wish, data, most_pixels)
        signal.setitimer(signal.ITIMER_PROF, 0)
        del data
        _say(out, answer, told)


def _read(wish: int, data: bytes, most_pixels: int) -> tuple[Answer, bytes]:
    try:
        if wish == Wish.TOLD:
            return Answer.DONE, json.dumps(asdict(told_of(data, most_pixels, is_marked))).encode()
        if wish == Wish.MASK:
            return Answer.DONE, mask_by(*unpacked(data))
        if wish == Wish.SKETCH:
            return Answer.DONE, sketched(data)
        png, first = plain(data, most_pixels, still=wish == Wish.STILL)
        return ANSWERS[first], png
    except BadMask as error:
        return Answer.NO_MASK, str(error.facts["fault"]).encode()
    except (TooManyPixels, MemoryError):
        return Answer.TOO_LARGE, b""
    except Exception as error:
        return Answer.BAD, repr(error)[:1_000].encode(errors="replace")


def _say(out: BinaryIO, answer: Answer, told: bytes) -> None:
    out.write(HEAD.pack(answer, len(told)))
    out.write(told)
    out.flush()


def _bound_memory(most: int) -> None:
    """What asks for more, of bytes that can be written, is told that there are none."""
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
