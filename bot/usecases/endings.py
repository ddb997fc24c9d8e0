"""The end of status messages: no job that is over leaves one that looks alive."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping

from bot.messages import Card, Receipt
from bot.pauses import Pauses
from bot.ports import Platform, Unavailable, Unreachable
from bot.store import Store
from bot.store.rows import JobRow
from bot.store.trouble import until_kept
from bot.usecases.ladder import words

log = logging.getLogger(__name__)

ATTEMPTS = 6
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 120.0
"""Seconds between attempts where the platform does not say how long to wait; each pause doubles the last."""

PACE = 1.0
"""Seconds from one job to the next when what earlier runs left is ended."""


class Endings:
    """Ends the status messages of jobs whose delivery is settled, now or at the next start.

    They are ended after the result has been noted, never before: stopping in between must not double a result.
    """

    def __init__(
        self,
        store: Store,
        platforms: Mapping[str, Platform],
        card: Callable[[JobRow], Awaitable[Card]],
        over: Callable[[JobRow], Awaitable[Card]],
    ) -> None:
        """`card` draws the card of a finished job in its person's language; `over` says no more than that it is."""
        self._store = store
        self._platforms = platforms
        self._card = card
        self._over = over

    async def sweep(self) -> None:
        """Ends what earlier runs and earlier versions left, one job after the other."""
        for job_id in await until_kept(self._store.messages.left_over, self._platforms):
            await self.end(job_id)
            await asyncio.sleep(PACE)

    async def end(self, job_id: str) -> None:
        """Ends the status messages of one job, however long the store can't say which those are. Never raises.

        What can't be ended now, or is out of reach, stays for the next start: people unblock us, threads open again.
        """
        try:
            await until_kept(self._end, job_id)
        except Exception:
            log.exception("the status message of job %s stays", job_id)

    async def _end(self, job_id: str) -> None:
        """May be done twice: what is gone by then, or says so already, is not touched again."""
        if not await self._store.deliveries.over(job_id):
            return
        job = await self._store.jobs.get(job_id)
        for status in await self._store.messages.statuses(job_id):
            known = job.status if job.status and job.status.messages == status.messages else status
            await self._persist(job, known)

    async def _persist(self, job: JobRow, status: Receipt) -> None:
        pauses = Pauses(FIRST_PAUSE, LONGEST_PAUSE)
        for _ in range(ATTEMPTS):
            try:
                await self._one(job, status)
                return
            except Unavailable as error:
                log.info("the status message of job %s ends later: %s", job.id, error)
                await asyncio.sleep(pauses.next(error.after))

    async def _one(self, job: JobRow, status: Receipt) -> None:
        """Takes the message away; where the result could not be delivered, it says so instead."""
        try:
            if await self._store.deliveries.receipt(job.id) or not await self._said(job, status):
                await self._platforms[status.platform].remove(status, await self._over(job))
                await self._store.messages.forget(status)
        except Unreachable as error:
            log.info("the status message of job %s is out of reach: %s", job.id, error)

    async def _said(self, job: JobRow, status: Receipt) -> bool:
        card = words(await self._card(job))
        try:
            await self._platforms[status.platform].edit(status, card)
        except Unreachable as error:
            log.info("the status message of job %s can't be changed: %s", job.id, error)
            return False
        await self._store.messages.note(status, card)
        return True
