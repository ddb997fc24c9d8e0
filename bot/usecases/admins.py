"""Who is in charge: whoever runs the bot, and a chat's own admins."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from bot.access import Access
from bot.messages import Address, Incoming, Person, Press
from bot.ports import Platform, Unavailable, Unreachable

log = logging.getLogger(__name__)


class Admins:
    """Knows them, and where they can be told something."""

    def __init__(self, access: Access, platforms: Mapping[str, Platform]) -> None:
        self._access = access
        self._platforms = platforms

    def operates(self, person: Person) -> bool:
        """Whether the person runs the bot: is one of `ADMINS`."""
        return self._access.is_admin(person)

    async def may(self, who: Incoming | Press) -> bool:
        """Whether the person is in charge of the chat that they are in."""
        return self.operates(who.person) or await who.admin()

    async def may_in(self, press: Press, address: Address) -> bool:
        """Whether who pressed a button, somewhere, is in charge of a chat."""
        here = (press.message.platform, press.message.chat) == (address.platform, address.chat)
        if self.operates(press.person) or (here and await press.admin()):
            return True
        if press.person.platform != address.platform or address.platform not in self._platforms:
            return False
        try:
            return await self._platforms[address.platform].governs(press.person.id, address.place[1])
        except (Unavailable, Unreachable) as error:
            log.info("it is unknown who is an admin: %s", error)
            return False

    async def told(self, address: Address) -> list[str]:
        """The keys of those who hear of what happens in a chat: of its admins, and of whoever runs the bot."""
        operators = (key for key in sorted(self._access.admins) if key.partition(":")[0] in self._platforms)
        return [*dict.fromkeys((*operators, *await self._of(address)))]

    async def door(self, key: str) -> Address | None:
        """Where somebody can be told something alone; None where they can't be reached."""
        platform, _, person = key.partition(":")
        if platform not in self._platforms:
            return None
        try:
            return await self._platforms[platform].alone(person)
        except (Unavailable, Unreachable) as error:
            log.info("%s can't be told: %s", key, error)
            return None

    async def _of(self, address: Address) -> list[str]:
        """The keys of a chat's own admins, as far as its platform tells them."""
        if address.platform not in self._platforms:
            return []
        try:
            people = await self._platforms[address.platform].admins(address.place[1])
        except (Unavailable, Unreachable) as error:
            log.info("it is unknown who is an admin: %s", error)
            return []
        return [f"{address.platform}:{person}" for person in people]
