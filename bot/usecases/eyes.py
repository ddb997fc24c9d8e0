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

    async def policy(self, platform: str, chat: str = "") -> Policy:
        """What holds in a chat, which may want more to hide than it has to; without one, on a platform."""
        allowed = await self.allowed(platform, chat)
        if allowed == "off" or not chat:
            return allowed
        return stricter(allowed, await self._preferences.of_chat("safety", platform, chat))

    async def allowed(self, platform: str, chat: str = "") -> Policy:
        """What whoever runs Lukis lets be seen in a chat; without one, on a platform."""
        former = await self._store.moves.former(platform, chat) if chat and self._safety.chats else None
        return self._safety.policy(platform, *filter(None, (chat, former)))

    async def card(self, address: Address, card: Card) -> Card:
        """A card as it may be seen at an address."""
        return veiled(card, await self.policy(*address.place))

    async def pictures(self, person: Person, pictures: Iterable[Shown]) -> tuple[Shown, ...]:
        """A person's own pictures as they may be seen on their platform, in a chat of their own."""
        return seen(pictures, await self.policy(person.platform, person.id))


def withheld(pictures: Sequence[Picture]) -> LukisError:
    """What is said where none of a job's pictures may be seen."""
    kind = Withheld if any(picture.verdict == "unfit" for picture in pictures) else Unlooked
    return kind(count=len(pictures))
