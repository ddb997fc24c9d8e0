"""How fast the engine works, and how long a line will take. Pure code."""

from __future__ import annotations

HALF_LIFE = 30.0
"""Seconds of work after which a measurement counts half."""


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
