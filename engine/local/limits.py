"""How many rows a forward should have, from what earlier forwards took. Pure code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

FIRST_ROWS = 4
"""Tried before anything has been measured; from there the limit at most doubles with each measurement."""

LEAST_ROWS, MOST_ROWS = 8, 64
"""Where time alone decides: enough for four people's guided pictures side by side, few enough for a turn."""

EFFICIENCY = 0.9
"""Share of the throughput of endless rows at which more of them only make everybody wait."""

MEMORY_SHARE = 0.85
"""Of the free memory, that a forward may take."""

FADE = 0.98
"""How much a measurement still counts after the next one."""


@dataclass
class StepTimes:
    """Seconds of a step as a + b rows, by least squares over the latest steps."""

    sums: list[float] = field(default_factory=lambda: [0.0] * 5)
    seen: Counter[int] = field(default_factory=Counter)

    def record(self, rows: int, seconds: float) -> None:
        """A step's time; the first of each row count warms up and does not count."""
        self.seen[rows] += 1
        if self.seen[rows] > 1:
            new = (1.0, rows, rows * rows, seconds, rows * seconds)
            self.sums = [FADE * old + value for old, value in zip(self.sums, new, strict=True)]

    def most_rows(self) -> int:
        """Rows at which `EFFICIENCY` is reached: at r rows it is b r / (a + b r)."""
        n, r, rr, t, rt = self.sums
        spread = n * rr - r * r
        if spread <= 0.5 * n * n:
            return MOST_ROWS  # the row counts are too alike to tell
        per_row = (n * rt - r * t) / spread
        fixed = (t - per_row * r) / n
        if per_row <= 0:
            return MOST_ROWS
        enough = EFFICIENCY / (1 - EFFICIENCY) * fixed / per_row
        return int(min(max(enough, LEAST_ROWS), MOST_ROWS))


class RowLimits:
    """The limit of one kind of lane: its model, size and device."""

    def __init__(self, free: Callable[[], int | None]) -> None:
        """`free` tells the bytes that a forward could take now, or None if that can't be known."""
        self._free = free
        self._times = StepTimes()
        self._measured_rows = 0
        self._bytes_per_row = 0.0

    def is_new(self, rows: int) -> bool:
        """Whether the memory of so many rows is still to be measured."""
        return rows > self._measured_rows

    def record(self, rows: int, seconds: float, peak: int | None = None) -> None:
        """A step of so many rows took that long and, at its peak, so many bytes more than before it."""
        self._times.record(rows, seconds)
        if self.is_new(rows):
            self._measured_rows = rows
            self._bytes_per_row = (peak or 0) / rows

    def most_rows(self) -> int:
        """The most rows that are worth while and will fit."""
        if not self._measured_rows:
            return FIRST_ROWS
        return max(2, min(self._times.most_rows(), self._fitting(), max(FIRST_ROWS, 2 * self._measured_rows)))

    def _fitting(self) -> int:
        free = self._free()
        if free is None or not self._bytes_per_row:
            return MOST_ROWS
        return int(free * MEMORY_SHARE / self._bytes_per_row)
