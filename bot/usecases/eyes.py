"""Whose eyes a chat has: the policy that holds there, and cards as they may be seen under it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.errors import Unlooked, Withheld
from bot.messages import Address, Card, Person, Shown
from bot.safety import Policy, Safety, seen, stricter, veiled
from bot.store import Store
from bot.usecases.preferences import Preferences
from engine.api.errors import LukisError
from engine.api.events import Picture


class Eyes:
    """What may be seen where. A group that moved keeps the policy that its former id has."""

    def __init__(self, safety: Safety, store: Store) -> None:
        self._safety = safety
        self._store = store
        self._preferences = Preferences(store.preferences)

    async def policy(self, address: Address) -> Policy:
        """What holds in a chat, which may want more to hide than it has to; so may whoever is alone there."""
        allowed = await self.allowed(*address.place)
        if allowed == "off":
            return allowed
        return await self._wanted(allowed, await self.alone(address), address)

    async def alone(self, address: Address) -> str:
        """The key of whoever has a chat to themselves, on whichever platform they are; "" where that is nobody."""
        return await self._store.accounts.known(address.whose)

    async def allowed(self, platform: str, chat: str) -> Policy:
        """What whoever runs Lukis lets be seen in a chat."""
        former = await self._store.moves.former(platform, chat) if self._safety.chats else None
        return self._safety.policy(platform, *filter(None, (chat, former)))

    async def card(self, address: Address, card: Card) -> Card:
        """A card as it may be seen at an address."""
        return veiled(card, await self.policy(address))

    async def pictures(self, person: Person, pictures: Iterable[Shown]) -> tuple[Shown, ...]:
        """A person's own pictures as they may be seen on their platform, in a chat of their own."""
        home = Address(platform=person.platform, chat=person.id)
        allowed, key = await self.allowed(*home.place), await self._store.accounts.key(person)
        return seen(pictures, await self._wanted(allowed, key, home))

    async def _wanted(self, allowed: Policy, person: str, address: Address) -> Policy:
        return stricter(allowed, await self._preferences.chosen("safety", person, address))


def withheld(pictures: Sequence[Picture]) -> LukisError:
    """What is said where none of a job's pictures may be seen."""
    kind = Withheld if any(picture.verdict == "unfit" for picture in pictures) else Unlooked
    return kind(count=len(pictures))
