"""Groups that have become supergroups: the chat has another id from then on, and none of its messages is there."""

from __future__ import annotations

import asyncio
import logging

from bot.messages import Address
from bot.ports import Service

log = logging.getLogger(__name__)


class Moves:
    """Knows where chats have gone, and tells the service, which keeps it: what is on its way follows.

    Message ids begin anew in a supergroup. One from before names another message there, so it is never used again.
    """

    def __init__(self) -> None:
        self._new: dict[str, str] = {}
        self._telling = asyncio.Lock()
        self.service: Service | None = None

    def gone(self, chat: str) -> bool:
        """Whether messages of that chat can't be reached any more."""
        return chat in self._new

    def now(self, address: Address) -> Address:
        """Where an answer goes now: in another chat there is nothing to reply to, and none of its topics."""
        while new := self._new.get(address.chat):
            address = address.alone.model_copy(update={"chat": new})
        return address

    async def note(self, chat: str, new: str) -> None:
        """Remembers that a chat has moved; each is told once in an answer and twice in messages.

        A chat moves once. What would lead back to where it began is none of Telegram's, and is not believed.
        """
        if chat in self._new or self.now(Address(platform="telegram", chat=new)).chat == chat:
            return
        self._new[chat] = new
        log.info("the group %s has become the supergroup %s", chat, new)
        if self.service:
            async with self._telling:
                await self.service.moved("telegram", chat, new)

    async def settled(self) -> None:
        """Returns once all moves are kept: what is asked in the new chat is about the old one's pictures, too."""
        async with self._telling:
            return
