"""Tabs that ask for news again and again, where something between them and us passes no WebSocket on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.platforms.web.chats import Chat, Chats, Json, Tab

LONGEST_WAIT = 20.0
"""Seconds that a question waits for something to tell: proxies end what takes a minute."""

FORGOTTEN = 60.0
"""Seconds after which a tab that asks no more is gone."""


@dataclass
class _Known:
    chat: Chat
    tab: Tab
    asking: int = 0
    leaving: asyncio.TimerHandle | None = None


class Asking:
    """The tabs that ask, each by its person and the name that it gave itself."""

    def __init__(self, chats: Chats, wait: float = LONGEST_WAIT, forgotten: float = FORGOTTEN) -> None:
        """`wait` and `forgotten` are in seconds."""
        self._chats = chats
        self._wait = wait
        self._forgotten = forgotten
        self._known: dict[tuple[str, str], _Known] = {}

    @asynccontextmanager
    async def by(self, person: str, name: str) -> AsyncIterator[tuple[Chat, Tab, bool]]:
        """The tab while it asks, its chat, and whether it has asked before. One that fails is forgotten at once."""
        key = (person, name)
        before = key in self._known
        known = self._known[key] if before else self._open(key)
        if known.leaving:
            known.leaving.cancel()
        known.asking += 1
        try:
            yield known.chat, known.tab, before
        except BaseException:
            self._forget(key)
            raise
        known.asking -= 1
        if not known.asking:
            known.leaving = asyncio.get_running_loop().call_later(self._forgotten, self._forget, key)

    async def heard(self, tab: Tab) -> list[Json]:
        """What there is to tell, as soon as there is anything; nothing after a while."""
        try:
            async with asyncio.timeout(self._wait):
                return await tab.take()
        except TimeoutError:
            return []

    def _open(self, key: tuple[str, str]) -> _Known:
        tab = Tab()
        known = self._known[key] = _Known(self._chats.open(key[0], tab), tab)
        return known

    def _forget(self, key: tuple[str, str]) -> None:
        if known := self._known.pop(key, None):
            known.chat.tabs.discard(known.tab)
