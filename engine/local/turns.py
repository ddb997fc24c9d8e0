"""Whose turn it is on a device that several lanes share. Pure code."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)

TURN_SECONDS = 0.2
"""A lane keeps its turn this long: a few steps of a small model, one of a big one."""


class Turns(Generic[K]):
    """Shares a device's time between lanes by weight, as stride scheduling does.

    Each lane's time goes forward by what it used over its weight; the lane that is furthest behind is next.
    A lane of many small pictures so keeps flowing beside a lane of one big picture, and neither starves.
    """

    def __init__(self) -> None:
        self._times: dict[K, float] = {}
        self._holder: K | None = None
        self._held = 0.0

    def next(self, weights: Mapping[K, float]) -> K:
        """Who is next among those that have something to do.

        Args:
            weights: at least one lane, with how many share it.
        """
        self._admit(weights)
        if self._holder in weights and self._held < TURN_SECONDS:
            return self._holder  # type: ignore[return-value]
        self._holder = min(weights, key=lambda lane: self._times[lane])
        self._held = 0.0
        return self._holder

    def charge(self, lane: K, seconds: float, weight: float) -> None:
        """The lane has used the device that long."""
        self._times[lane] += seconds / max(weight, 1e-9)
        self._held += seconds

    def _admit(self, weights: Mapping[K, float]) -> None:
        """Newcomers start level with whoever is furthest behind; those that are gone are forgotten."""
        known = {lane: time for lane, time in self._times.items() if lane in weights}
        start = min(known.values(), default=0.0)
        self._times = {lane: known.get(lane, start) for lane in weights}
