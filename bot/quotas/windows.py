"""How much fits into an hour and into a day, and when there is room again. Pure code."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

What = Literal["pictures", "work"]
Span = Literal["hour", "day"]
Whose = Literal["person", "member", "chat"]
"""All that a person asks for; what they ask for in one chat; what all of a chat ask for together."""

SECONDS: Mapping[Span, int] = {"hour": 3600, "day": 86400}

JUST_FITS = 1e-9
"""Sums of fractions may be so much more than what they are the sum of."""


@dataclass(frozen=True)
class Allowance:
    """So much of something in any hour, or in any day."""

    most: float
    what: What
    span: Span
    whose: Whose = "person"

    @property
    def seconds(self) -> int:
        """How long the span is."""
        return SECONDS[self.span]

    @property
    def rows(self) -> int:
        """As many jobs as it takes to fill it, at most: each is a picture, and a tenth of a unit of work."""
        return math.ceil(self.most * (10 if self.what == "work" else 1)) + 1

    def holds(self, amount: float) -> bool:
        """Whether so much fits into it."""
        return amount <= self.most * (1 + JUST_FITS)

    def wait(self, spent: Iterable[tuple[float, float]], need: float, now: float) -> float:
        """Seconds until there is room for `need` more, 0 where there is room now.

        Args:
            spent: what was asked for, the newest first: when, in seconds since 1970, and how much.
            need: how much more, as much as it holds at most.
            now: in seconds since 1970.
        """
        used = 0.0
        for at, amount in spent:
            if not now - self.seconds < at <= now:
                continue
            used += amount
            if not self.holds(used + need):
                return at + self.seconds - now
        return 0.0
