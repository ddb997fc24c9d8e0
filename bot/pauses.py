"""Pauses between attempts."""

from __future__ import annotations


class Pauses:
    """Each pause is twice the last, from the first to the longest; both are in seconds."""

    def __init__(self, first: float, longest: float) -> None:
        self._first = first
        self._longest = longest
        self._last = 0.0

    def next(self, after: float | None = None) -> float:
        """How long to wait now: `after` where the other side says it, which lengthens no later pause."""
        if after:
            return after
        self._last = min(2 * self._last or self._first, self._longest)
        return self._last

    @property
    def fresh(self) -> bool:
        """Whether there was no pause yet, or none since an attempt worked."""
        return not self._last

    def reset(self) -> None:
        """An attempt worked: the next pause is the first again."""
        self._last = 0.0
