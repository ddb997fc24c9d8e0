"""What goes out one after the other on each platform, slowly, beside what people wait for."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from typing import Generic, TypeVar

from bot.pauses import Pauses
from bot.store.trouble import until_kept

FIRST_PAUSE, LONGEST_PAUSE = 2.0, 300.0
"""Seconds between attempts where a platform takes nothing now and does not say how long to wait."""

EVERY = 10.0
"""Seconds after which one looks anyway: whoever notes that something is due need not know who sees to it."""

T = TypeVar("T")


class Rounds(Generic[T]):
    """Does what is due on each platform, oldest first, over restarts: what is due lies in the store.

    Args:
        platforms: their names.
        due: the next on a platform, None where there is none now.
        do: does it; None once it is settled, else the seconds to wait (0 where the platform did not say).
        pace: seconds between two of a platform: results have most of what a platform takes.
    """

    def __init__(
        self,
        platforms: Iterable[str],
        due: Callable[[str], Awaitable[T | None]],
        do: Callable[[T], Awaitable[float | None]],
        pace: float,
    ) -> None:
        self._news = {name: asyncio.Event() for name in platforms}
        self._due = due
        self._do = do
        self._pace = pace

    def begin(self) -> None:
        """There is more that is due."""
        for news in self._news.values():
            news.set()

    async def run(self) -> None:
        """Does what is due, until cancelled."""
        await asyncio.gather(*map(self._on, self._news))

    async def _on(self, platform: str) -> None:
        pauses = Pauses(FIRST_PAUSE, LONGEST_PAUSE)
        while True:
            self._news[platform].clear()
            while due := await until_kept(self._due, platform):
                after = await self._do(due)
                if after is None:
                    pauses = Pauses(FIRST_PAUSE, LONGEST_PAUSE)
                await asyncio.sleep(self._pace if after is None else pauses.next(after))
            with suppress(TimeoutError):
                await asyncio.wait_for(self._news[platform].wait(), EVERY)
