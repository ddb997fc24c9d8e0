"""How fast a cluster draws, and who waits how long for that, or for a machine that is being started."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import NamedTuple

from engine.cluster.crews import Crews
from engine.cluster.scaling import Scaling
from engine.local.queue import Standing
from engine.local.waits import Speed, places
from engine.process.shares import Ticket


class Where(NamedTuple):
    """Where a job is in line; `place`, `wait` and `start` as `Queued` has them."""

    place: int
    wait: float | None
    start: float | None


class Pace:
    """Measures the work of all workers."""

    def __init__(self, crews: Crews, scaling: Scaling) -> None:
        """Nothing is measured yet."""
        self._crews, self._scaling = crews, scaling
        self._speed = Speed()
        self._clock = 0.0  # when work was last measured

    def begin(self) -> None:
        """A picture is about to be begun."""
        self._clock = self._clock if self._crews.begun else time.monotonic()

    def measure(self, work: float) -> None:
        """So much was done since the last time."""
        now = time.monotonic()
        self._speed.record(work, now - self._clock)
        self._scaling.drew(work, now - self._clock)
        self._clock = now

    def places(self, standings: Iterable[Standing[Ticket]]) -> dict[Ticket, Where]:
        """Where these are."""
        begun = self._crews.begun
        coming = None if self._crews.ready else self._scaling.left
        rate = self._speed.per_second if self._crews or coming else None
        found = places(standings, sum(piece.left for piece in begun), len(begun), rate).items()
        if coming is None:
            return {ticket: Where(place, wait, None) for ticket, (place, wait) in found}
        start = self._scaling.start
        return {ticket: Where(place, coming + (wait or 0.0), start) for ticket, (place, wait) in found}
