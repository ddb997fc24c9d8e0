"""Takes messages away that showed what is forgotten: one after the other, slowly, over restarts."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from bot.locales import Say
from bot.messages import Card
from bot.ports import Platform, Unavailable, Unreachable
from bot.store import Store
from bot.store.forgetting import Farewell
from bot.usecases.rounds import Rounds

log = logging.getLogger(__name__)

PACE = 0.3
"""Seconds between two messages of a platform: results have most of what a platform takes."""


class Farewells:
    """What a platform keeps says that it is deleted; what is out of reach stays as it is."""

    def __init__(self, store: Store, platforms: Mapping[str, Platform], say: Say) -> None:
        """`say` is in the language of whoever runs this: of whom it is about, nothing is known any more."""
        self._store = store
        self._platforms = platforms
        self._instead = Card(text=say("result-deleted"))
        self._rounds = Rounds(platforms, store.forgetting.next, self._take, PACE)
        self.begin, self.run = self._rounds.begin, self._rounds.run

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
