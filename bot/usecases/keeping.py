"""Deletes pictures for their age and for want of space, a few at a time, beside everything else."""

from __future__ import annotations

import asyncio
import logging
import math
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass

from bot.errors import NoStore
from bot.keeping import KeepingOptions
from bot.store import Store
from bot.store.age import FIRST, LAST, Old

log = logging.getLogger(__name__)

DAY = 86_400.0

PAUSE = 60.0
"""Seconds between two looks at what is due."""

REST = 0.05
"""Seconds between a few jobs and the next few: others want the disk, too."""


@dataclass
class Freed:
    """What was deleted, or would be."""

    pictures: int = 0
    bytes: int = 0


class Keeping:
    """Deletes the pictures that arrived first; what waits to be drawn or delivered stays.

    A file goes before its row says so: what a kill leaves in between is found again, and a file that is gone is no
    error.
    """

    def __init__(self, store: Store, options: KeepingOptions) -> None:
        self._store = store
        self._options = options
        self._rest: float = 0  # bytes that were there besides what this program wrote and deleted
        self._measured = -math.inf  # when
        self._full = False

    async def run(self) -> None:
        """Keeps to the settings until cancelled; nothing where they say nothing."""
        while self._options.days or self._options.budget:
            try:
                await self.sweep()
            except NoStore:
                pass  # the log has it
            except Exception:
                log.exception("old pictures could not be deleted")
            await asyncio.sleep(PAUSE)

    async def sweep(self) -> None:
        """Deletes what is due."""
        if days := self._options.days:
            _tell("KEEP_DAYS", await self.older(time.time() - days * DAY))
        if budget := self._options.budget:
            _tell("DISK_BUDGET_GB", await self._beyond(budget))

    async def older(self, before: float, *, dry: bool = False) -> Freed:
        """Deletes the pictures of jobs whose result arrived before that moment; with `dry` it only tells of them."""
        freed = Freed()
        async for few in self._few(before):
            for old in few:
                await self._take(old, freed, dry)
            if not dry:
                await self._store.age.clear(few)
        return freed

    async def _beyond(self, budget: int) -> Freed:
        """Deletes the oldest pictures until all that are left take no more than that."""
        freed = Freed()
        over = await self._size() - budget
        if over <= 0:
            self._full = False
            return freed
        async for few in self._few(LAST):
            taken = list[Old]()
            for old in few:
                if freed.bytes < over:
                    await self._take(old, freed)
                    taken.append(old)
            await self._store.age.clear(taken)
            if freed.bytes >= over:
                return freed
        if not self._full:
            log.warning("DISK_BUDGET_GB: pictures take more, and all that are left wait to be delivered.")
        self._full = True
        return freed

    async def _few(self, before: float) -> AsyncIterator[list[Old]]:
        """Jobs whose result arrived before a moment, the oldest first."""
        last = FIRST
        while few := await self._store.age.oldest(last, before):
            yield few
            last = few[-1]
            await asyncio.sleep(REST)

    async def _take(self, old: Old, freed: Freed, dry: bool = False) -> None:
        sizes = await (self._store.files.measure if dry else self._store.files.remove)(old.files)
        freed.pictures += len(sizes)
        freed.bytes += sum(sizes)

    async def _size(self) -> float:
        """Bytes that all pictures take; other programs' are counted once a day."""
        files = self._store.files
        if time.monotonic() - self._measured > DAY:
            grown = files.grown
            self._rest, self._measured = await files.measure_all() - grown, time.monotonic()
        return self._rest + files.grown


def _tell(setting: str, freed: Freed) -> None:
    if freed.pictures:
        log.info("%s: %d old pictures are deleted, %.1f MB.", setting, freed.pictures, freed.bytes / 1e6)
