"""Leaves a provider alone that doesn't work, and asks again now and then."""

from __future__ import annotations

import time
from collections.abc import Callable


class Breaker:
    """Open while its provider should be left alone.

    A provider that is down (time-out, refusal to serve, server error) is left alone at once, first for `rest`
    seconds, twice as long after each further failure, `longest` at most; one that gives `patience` answers in a row
    that are none (an error page, nothing at all) likewise. What it makes of somebody's words counts for nothing.
    When the rest is over, one request tries; the others go on without.
    """

    def __init__(
        self,
        *,
        rest: float = 20.0,
        longest: float = 600.0,
        patience: int = 5,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._rest, self._longest, self._patience, self._clock = rest, longest, patience, clock
        self._failures = self._useless = 0
        self._until = 0.0

    def admits(self) -> bool:
        """Whether to ask now. After a rest the first to ask is the trial, so that the rest begins anew."""
        now = self._clock()
        if now < self._until:
            return False
        if self._failures:
            self._until = now + self._pause()
        return True

    @property
    def remaining(self) -> float:
        """Seconds until the next trial; 0 when closed."""
        return max(0.0, self._until - self._clock())

    def worked(self) -> None:
        """An answer came, to whatever words."""
        self._failures = self._useless = 0
        self._until = 0.0

    def useless(self) -> None:
        """Something came that is no answer to any words."""
        self._useless += 1
        if self._useless >= self._patience:
            self.failed()

    def failed(self, wait: float = 0.0) -> None:
        """It is down; `wait` is how long it asked to be left alone, in seconds."""
        self._failures += 1
        self._until = self._clock() + max(self._pause(), min(wait, self._longest))

    def _pause(self) -> float:
        return min(self._rest * 2.0 ** min(max(self._failures - 1, 0), 10), self._longest)
