"""What the page asks of the store when another platform says who somebody is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from bot.people import Person

LASTS = 30 * 24 * 3600.0
"""Seconds that a session lasts: longer than any proof is good."""


@dataclass(frozen=True)
class Vouched:
    """A person, as another platform has proved them to be.

    Attributes:
        proof: what proved it, the same for each repetition: it is good once.
    """

    person: Person
    proof: str


class Sessions(Protocol):
    """Browsers in which somebody has signed in, by the secrets of their cookies; they outlive a restart."""

    async def begin(self, vouched: Vouched) -> str | None:
        """A new session's secret; None where that proof was used before."""
        ...

    async def who(self, secret: str) -> Person | None:
        """Whose session that is; None where it is none, or over."""
        ...

    async def end(self, secret: str) -> None:
        """Ends a session; its proof stays used."""
        ...
