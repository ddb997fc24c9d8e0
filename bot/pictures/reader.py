"""Reads strangers' pictures in a process of its own, which is kept and, where a picture is too much for it, killed."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from bot.pictures.words import ANSWERS, HEAD, REQUEST, Answer, Plain, Told, Wish, packed
from engine.api.errors import BadImage, BadMask, ImageTooLarge

log = logging.getLogger(__name__)

_KEPT = ("PATH", "LD_LIBRARY_PATH", "HOME", "TMPDIR", "LANG")
"""What the process needs of our environment; tokens are none of it."""

_ALONE = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
"""Each of numpy's threads would take memory of its own."""

START = 120.0
"""Seconds in which the process must be ready, on however busy a machine."""

BUSY = 6
"""So many times as long as a picture may take of a processor, it may take by the clock: others need that, too."""


@dataclass
class Reader:
    """One picture at a time. The process starts with the first, and again after one that ended it.

    Attributes:
        most_bytes: of a file.
        most_pixels: of a picture; together with `most_bytes` they bound the process's memory.
        seconds: of a processor, for one picture.
    """

    most_bytes: int
    most_pixels: int
    seconds: int = 20
    _process: subprocess.Popen[bytes] | None = None
    _turn: threading.Lock = field(default_factory=threading.Lock)
    _closed: bool = False

    def frame(self, data: bytes, still: bool = False) -> Plain:
        """The picture as an upright PNG of at most 2048 pixels a side, RGB or, where it has holes, RGBA; the first
        frame of one that moves, the first of several pages. Blocks.

        Raises:
            BadMask: it moves or has pages, and is to be `still`.
            BadImage: it is none, a broken one, or one that takes more time or memory than honest ones do.
            ImageTooLarge: more pixels than allowed.
        """
        png, answer = self._answered(Wish.STILL if still else Wish.PLAIN, data)
        return Plain(png, next(first for first, told in ANSWERS.items() if told == answer))

    def plain(self, data: bytes, still: bool = False) -> bytes:
        """That alone, whatever it is the first of. Blocks, and raises as `frame`."""
        return self.frame(data, still).png

    def mask(self, how: str, picture: bytes, marked: bytes = b"") -> bytes | None:
        """A mask (`bot.pictures.marks.mask_by`) from plain pictures; None where nothing says what it is. Blocks.

        Raises:
            BadMask: it can't be used.
            BadImage: one of the pictures can't be.
        """
        return self._wished(Wish.MASK, packed(how, picture, marked)) or None

    def sketch(self, picture: bytes) -> bytes | None:
        """The lines of a plain picture that is a drawing (`bot.pictures.sketches`); None where it is none. Blocks.

        Raises:
            BadImage: it can't be read.
        """
        return self._wished(Wish.SKETCH, picture) or None

    def told(self, data: bytes) -> Told:
        """What the picture's file tells of it. Blocks, and raises as `frame`."""
        return Told(**json.loads(self._wished(Wish.TOLD, data)))

    def _wished(self, wish: Wish, data: bytes) -> bytes:
        return self._answered(wish, data)[0]

    def _answered(self, wish: Wish, data: bytes) -> tuple[bytes, int]:
        with self._turn:
            process = self._started()
            try:
                with _watched(process, self.seconds * BUSY):
                    answer, told = _ask(process, wish, data)
            except (OSError, EOFError):
                process.kill()
                code = process.wait()
                log.warning("A picture of %d bytes ended the process that read it (%d)", len(data), code)
                raise BadImage() from None
        if answer == Answer.TOO_LARGE:
            raise ImageTooLarge.over_pixels(self.most_pixels)
        if answer == Answer.NO_MASK:
            raise BadMask(fault=told.decode())
        if answer == Answer.BAD:
            raise BadImage() from ValueError(told.decode(errors="replace"))
        return told, answer

    def close(self) -> None:
        """Ends the process, whatever it is at; whoever waits for a picture hears that it can't be read."""
        self._closed = True
        if process := self._process:
            process.kill()
            process.wait()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._closed:
            raise BadImage()
        if self._process is None or self._process.poll() is not None:
            limits = (self.most_bytes, self.most_pixels, self.seconds)
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "bot.pictures.child", *map(str, limits)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=_ALONE
                | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
                | {k: os.environ[k] for k in _KEPT if k in os.environ},
                start_new_session=True,  # Ctrl-C is ours to hear
            )
            self._await(self._process)
        return self._process

    def _await(self, process: subprocess.Popen[bytes]) -> None:
        """Returns once it is ready; what it does until then is nobody's picture's fault."""
        try:
            with _watched(process, START):
                _answer(process)
        except (OSError, EOFError):
            process.kill()
            log.warning("The process that reads pictures did not start (%d)", process.wait())
            raise BadImage() from None


@contextmanager
def _watched(process: subprocess.Popen[bytes], seconds: float) -> Iterator[None]:
    """Kills it where that takes longer."""
    watch = threading.Timer(seconds, process.kill)
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def _ask(process: subprocess.Popen[bytes], wish: Wish, data: bytes) -> tuple[int, bytes]:
    """Raises OSError or EOFError: the process has ended."""
    assert process.stdin
    process.stdin.write(REQUEST.pack(wish, len(data)))
    process.stdin.write(data)
    process.stdin.flush()
    return _answer(process)


def _answer(process: subprocess.Popen[bytes]) -> tuple[int, bytes]:
    """Raises OSError or EOFError: the process has ended."""
    assert process.stdout
    head = process.stdout.read(HEAD.size)
    if len(head) < HEAD.size:
        raise EOFError
    answer, length = HEAD.unpack(head)
    told = process.stdout.read(length)
    if len(told) < length:
        raise EOFError
    return answer, told
