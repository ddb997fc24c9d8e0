"""How many devices are wanted for the work that there is, and how long a machine takes to come. Pure code.

More are wanted at once where what waits would take too long, fewer once no more were needed for a while: a machine
takes minutes to start, and loses its models when it goes.
"""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from engine.local.waits import Speed

GOAL = 60.0
"""Seconds in which the devices wanted draw all that waits."""

IDLE = 300.0
"""Seconds for which as many are kept as were needed."""

FIRST_GUESS = 180.0
"""Seconds that a machine takes to come, before one was seen to."""

REMEMBERED = 9
"""The latest starts, of which the middle one is told."""


@dataclass(frozen=True)
class Bounds:
    """How few devices are wanted at least, and how many at most; with no most nobody is asked for any.

    `idle` is for how many seconds as many are kept as were needed.
    """

    least: int = 0
    most: int = 0
    idle: float = IDLE


FIXED = Bounds()
"""As many as there are."""


def needed(work: float, speed: float | None, bounds: Bounds) -> int:
    """How many devices draw that much work in time.

    Args:
        work: all that waits, and what is left of what is being drawn, as `engine.modes.cost` counts.
        speed: work that a device does in a second; None while that was not measured.
        bounds: never fewer, never more.
    """
    if work <= 0:
        return bounds.least
    enough = min(work / (speed * GOAL), bounds.most) if speed else 1
    return min(bounds.most, max(bounds.least, 1, math.ceil(enough)))


class Scaling:
    """What is wanted from one look to the next."""

    def __init__(self, bounds: Bounds, clock: Callable[[], float] = time.monotonic) -> None:
        """Wants the least; `clock` is in seconds."""
        self.bounds = bounds
        self._clock = clock
        self._speed = Speed()
        self._busy = 1
        self._needs: deque[tuple[float, int]] = deque()  # when, how many; ever fewer
        self._asked: deque[float] = deque()  # when those were that are still to come
        self._starts: deque[float] = deque(maxlen=REMEMBERED)

    @property
    def wanted(self) -> int:
        """As many as were needed at any time of late."""
        return self._needs[0][1] if self._needs else self.bounds.least

    @property
    def start(self) -> float:
        """Seconds that a machine takes to come, from when it is wanted to when it can draw."""
        return median(self._starts or [FIRST_GUESS])

    @property
    def left(self) -> float | None:
        """Seconds until the next one comes; None where none is to, or it takes longer than the others did."""
        left = self._asked[0] + self.start - self._clock() if self._asked else 0.0
        return left if left > 0 else None

    @property
    def late(self) -> bool:
        """Whether one that is to come takes longer than the others did."""
        return bool(self._asked) and self.left is None

    def drew(self, work: float, seconds: float) -> None:
        """Those that draw did that much work together, in so many seconds."""
        self._speed.record(work, seconds * self._busy)

    def look(self, work: float, there: int, busy: int) -> None:
        """There is that much work now, and so many devices that can draw, of which so many do."""
        self._busy = max(1, busy)
        now, need = self._clock(), needed(work, self._speed.per_second, self.bounds)
        while self._needs and self._needs[0][0] + self.bounds.idle < now:
            self._needs.popleft()
        while self._needs and self._needs[-1][1] <= need:
            self._needs.pop()
        self._needs.append((now, need))
        coming = max(0, self.wanted - there)
        while len(self._asked) > coming:
            self._asked.pop()
        self._asked.extend([now] * (coming - len(self._asked)))

    def came(self) -> None:
        """A machine that was not there before can draw."""
        if self._asked:
            self._starts.append(self._clock() - self._asked.popleft())
