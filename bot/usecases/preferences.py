"""What people and chats prefer where nobody says: parameters of pictures, and how Lukis goes about things."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.messages import Address
from bot.store.preferences import PreferenceStore, Preferred, chat_owner
from bot.usecases.defaults import Defaults


@dataclass(frozen=True)
class Choice:
    """Something that may be one way or another.

    Attributes:
        name: what its flag, its messages and its row are called.
        values: the ways, as they are typed; the first holds where nobody has chosen.
        placed: whether a group's is for its admins alone to say, since it is about whoever looks there.
    """

    name: str
    values: tuple[str, ...]
    placed: bool = False

    @property
    def flag(self) -> str:
        """How it is typed: "--previews"."""
        return f"--{self.name}"


CHOICES: Mapping[str, Choice] = {
    choice.name: choice
    for choice in (
        Choice("files", ("off", "on")),
        Choice("previews", ("on", "off")),
        Choice("rerolls", ("all", "mine")),
        Choice("safety", ("usual", "spoiler", "block"), placed=True),
    )
}
"""All of them: whether pictures come as files, whether one sees them grow, who may draw them again, and what is seen of
those that are not fit for everybody."""


class Preferences:
    """Knows what holds for somebody somewhere: what they prefer, else what the chat does."""

    def __init__(self, store: PreferenceStore) -> None:
        self._store = store

    async def defaults(self, person: str, address: Address) -> Defaults:
        """What their pictures are drawn with there; `person` is their key."""
        return Defaults.of(*await self._store.of(person, chat_owner(*address.place)))

    async def chosen(self, name: str, person: str, address: Address) -> str:
        """Which way of a choice holds for them there; for nobody, what the chat wants."""
        return first(name, *await self._store.of(person, chat_owner(*address.place)))


def first(name: str, *owners: Preferred) -> str:
    """The way that the first of several owners has chosen who has; else the usual one."""
    choice = CHOICES[name]
    ways = (value for owner in owners if (value := owner.get(name)) in choice.values)
    return str(next(ways, choice.values[0]))
