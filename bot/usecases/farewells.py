"""Takes messages away that showed what is forgotten: one after the other, slowly, over restarts."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping

from bot.locales import Say
from bot.messages import Card
from bot.pauses import Pauses
from bot.ports import Platform, Unavailable, Unreachable
from bot.store import Store
from bot.store.forgetting import Farewell
from bot.store.trouble import until_kept

log = logging.getLogger(__name__)

PACE = 0.3
"""Seconds between two messages of a platform: results have most of what a platform takes."""

FIRST_PAUSE, LONGEST_PAUSE = 2.0, 300.0
"""Seconds between attempts where a platform takes nothing now and does not say how long to wait."""


class Farewells:
    """What a platform keeps says that it is deleted; what is out of reach stays as it is."""

    def __init__(self, store: Store, platforms: Mapping[str, Platform], say: Say) -> None:
        """`say` is in the language of whoever runs this: of whom it is about, nothing is known any more."""
        self._store = store
        self._platforms = platforms
        self._instead = Card(text=say("result-deleted"))
        self._news = {name: asyncio.Event() for name in platforms}

    def begin(self) -> None:
        """There is more to take away."""
        for news in self._news.values():
            news.set()

    async def run(self) -> None:
        """Takes messages away, until cancelled."""
        await asyncio.gather(*map(self._on, self._platforms))

    async def _on(self, platform: str) -> None:
        pauses = Pauses(FIRST_PAUSE, LONGEST_PAUSE)
        while True:
            self._news[platform].clear()
            while farewell := await until_kept(self._store.forgetting.next, platform):
                after = await self._take(farewell)
                if after is None:
                    pauses = Pauses(FIRST_PAUSE, LONGEST_PAUSE)
                await asyncio.sleep(PACE if after is None else pauses.next(after))
            await self._news[platform].wait()

    async def _take(self, farewell: Farewell) -> float | None:
        """None once it is settled, else how long to wait (0 where the platform did not say)."""
        try:
            await self._platforms[farewell.message.platform].remove(farewell.message, self._instead)
        except Unavailable as error:
            return error.after or 0.0
        except Unreachable as error:
            log.info("a message stays where it is: %s", error)
        except Exception:
            log.exception("a message could not be taken away")
        await self._store.forgetting.taken(farewell)
        return None
