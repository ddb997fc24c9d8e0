"""Notices threads that make no progress, and says so in the log with what they are at."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

log = logging.getLogger(__name__)

STALL_SECONDS = 120.0
"""Longer than a step, a decode or an encoding takes on a slow machine. A load may, from a slow disk."""

LOOKS = 4
"""Times that it looks in such a span."""


@dataclass
class Work:
    """What a thread is at, and since when by `time.monotonic`; `told` once it was said to stall."""

    what: str
    since: float
    told: bool = False


class Watchdog:
    """A thread that looks at the others now and then. Whoever is watched pays a dictionary's entry for it."""

    def __init__(self) -> None:
        """Watches nobody yet."""
        self._works: dict[int, Work] = {}  # by thread
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def start(self) -> None:
        """Begins to look."""
        self._thread.start()

    def close(self) -> None:
        """Looks no more."""
        self._closed.set()
        self._thread.join()

    @contextmanager
    def on(self, what: str) -> Iterator[None]:
        """This thread is at something, in words for the log, until the block ends."""
        self.progress(what)
        try:
            yield
        finally:
            self._works.pop(threading.get_ident(), None)

    def progress(self, what: str) -> None:
        """This thread has come to the next thing, in a block of `on`."""
        self._works[threading.get_ident()] = Work(what, time.monotonic())

    def _watch(self) -> None:
        while not self._closed.wait(STALL_SECONDS / LOOKS):
            for thread, work in list(self._works.items()):
                seconds = time.monotonic() - work.since
                if seconds > STALL_SECONDS and not work.told:
                    work.told = True
                    _tell(thread, work.what, seconds)


def _tell(thread: int, what: str, seconds: float) -> None:
    name = next((t.name for t in threading.enumerate() if t.ident == thread), "a thread that has ended")
    frame = sys._current_frames().get(thread)
    stack = "".join(traceback.format_stack(frame)) if frame else ""
    log.warning("%s has been at %s for %.0f s in process %d:\n%s", name, what, seconds, os.getpid(), stack)
