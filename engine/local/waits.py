"""How fast the engine works, who is where in a line and how long it will take, and when that is told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from engine.local.queue import Standing

J = TypeVar("J", bound=Hashable)

HALF_LIFE = 30.0
"""Seconds of work after which a measurement counts half."""

PLACES_SECONDS = 0.5
"""At least this long between two looks at who is where in the line."""


class Speed:
    """Work done per second of wall time, the latest seconds counting most; work is what `engine.modes.cost` counts."""

    def __init__(self) -> None:
        self._work = 0.0
        self._seconds = 0.0

    def record(self, work: float, seconds: float) -> None:
        """Some work was done in that time."""
        if seconds <= 0:
            return
        fade = 0.5 ** (seconds / HALF_LIFE)
        self._work = self._work * fade + work
        self._seconds = self._seconds * fade + seconds

    @property
    def per_second(self) -> float | None:
        """Work per second, or None before the first measurement."""
        return self._work / self._seconds if self._work else None


def wait(ahead: float, running: float, rows: int, per_second: float | None) -> float | None:
    """Seconds until a job starts, None while nothing has been measured.

    Args:
        ahead: work of those who wait before it.
        running: work left of those on the devices.
        rows: how many they are: the sooner one of them leaves, the sooner there is room.
        per_second: work that the devices do together.
    """
    if per_second is None:
        return None
    return (ahead + running / max(1, rows)) / per_second


def places(
    standings: Iterable[Standing[J]], running: float, rows: int, per_second: float | None
) -> dict[J, tuple[int, float | None]]:
    """Place, from 1, and expected wait in seconds of each job; `running`, `rows` and `per_second` as `wait`."""
    return {job: (place, wait(ahead, running, rows, per_second)) for job, place, ahead in standings}


async def call_out(moved: asyncio.Event, tell: Callable[[], object]) -> None:
    """Tells those who wait their places whenever these have changed, for ever; many changes at once are one."""
    while True:
        await moved.wait()
        moved.clear()
        tell()
        await asyncio.sleep(PLACES_SECONDS)
