"""How a platform receives us: who we are there, and what we lack where we are let in. For `lukis doctor`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

Rights = tuple[str, ...] | None
"""Those that we lack in a chat, in the platform's own words; None where we are not in it."""


@dataclass(frozen=True)
class Unheard:
    """That a platform can't send us what people say: where to, why in its own words, and how much of that waits."""

    address: str
    why: str
    waiting: int


@dataclass(frozen=True)
class Standing:
    """What a platform says of us: what we are called there, and what we lack in each chat that it knows.

    `unheard` is None where it sends us what people say, or is asked for it.
    """

    name: str
    chats: Mapping[str, Rights] = field(default_factory=dict)
    unheard: Unheard | None = None


@runtime_checkable
class Looks(Protocol):
    """A platform that tells how it receives us.

    Attributes:
        name: as in the ids of chats and people: "telegram".
        title: as people write it: "Telegram".
        address: where it is asked.
    """

    name: str
    title: str
    address: str

    async def look(self, chats: Sequence[str]) -> Standing:
        """Signs in, asks about these chats, and lets go; says nothing to anybody.

        Raises:
            BadToken: the token is wrong.
            Unavailable: it can't be reached now.
        """
        ...
