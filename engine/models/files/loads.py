"""Loads as whoever started the process hears of them: one may be the last that the process does. Needs no torch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

DEADLY = "loading it has ended the engine's process twice"


class Load(NamedTuple):
    """A file or folder as it is now: with any change on the disk it is another one."""

    path: str
    stamp: tuple[float, ...]


@dataclass
class Loads:
    """What a process is told at its start of loads that ended others, and who hears of its own.

    Attributes:
        deadly: what can't be loaded without the process's end.
        begun: told of each load before it begins, and None when it is over, whatever became of it; must be quick.
    """

    deadly: frozenset[Load] = field(default_factory=frozenset)
    begun: Callable[[Load | None], None] = lambda load: None

    @contextmanager
    def at(self, load: Load) -> Iterator[None]:
        """Tells of a load."""
        self.begun(load)
        try:
            yield
        finally:
            self.begun(None)


LOADS = Loads()
"""This process's."""
