"""Takes results to people: tried again until the platform has taken them, across restarts."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from itertools import count

from bot.about import work_for
from bot.errors import NoStore
from bot.messages import Address, Card, Receipt
from bot.pauses import Pauses
from bot.ports import Platform, Unavailable, Unreachable
from bot.store import Store
from bot.store.rows import JobRow
from bot.store.trouble import until_kept
from bot.usecases.eyes import Eyes
from bot.usecases.ladder import hand_over

log = logging.getLogger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = 2.0, 300.0
"""Seconds between attempts where the platform does not say how long to wait; each pause doubles the last."""

MOST_FAULTS = 5
"""Attempts at a result that may break over a fault of ours."""


class Courier:
    """Delivers the result of finished jobs, each once as far as the platform lets one tell."""

    def __init__(self, store: Store, card: Callable[[JobRow], Awaitable[Card]], eyes: Eyes) -> None:
        """`card` draws the card of a finished job in its person's language."""
        self._store = store
        self._card = card
        self._eyes = eyes
        self._sending: set[str] = set()
        self._closing = False

    async def deliver(self, platform: Platform, job_id: str) -> None:
        """Delivers one result; returns when it has arrived or never will, or when an attempt fails while closing.

        Nothing is handed over that could not be noted; what can't be noted once it is, is not handed over again.
        """
        pauses, faults = Pauses(FIRST_PAUSE, LONGEST_PAUSE), count(1)
        while await until_kept(self._store.deliveries.sending, job_id):
            self._sending.add(job_id)
            try:
                job = await until_kept(self._store.jobs.get, job_id)
                after = await self._attempt(platform, job, faults)
            finally:
                self._sending.discard(job_id)
            if after is None or self._closing:
                return
            await asyncio.sleep(pauses.next(after))

    def sending(self, job_id: str) -> bool:
        """Whether the result is being handed to the platform right now: stopping then could double it."""
        return job_id in self._sending

    def close(self) -> None:
        """Lets attempts under way be the last ones."""
        self._closing = True

    async def _attempt(self, platform: Platform, job: JobRow, faults: Iterator[int]) -> float | None:
        """One attempt: None once it is settled, else how long to wait (0 where the platform did not say)."""
        with work_for(job.address.platform, job.person, job.id):
            async with self._store.messages.showing(job.address.platform, job.address.chat):
                return await self._hand_over(platform, job, faults)

    async def _broke(self, job_id: str, faults: int) -> float | None:
        """What becomes of a result over which something of ours broke: it is tried again, but not for ever."""
        if faults < MOST_FAULTS:
            log.exception("job %s is delivered later", job_id)
            await self._store.deliveries.waiting(job_id)
            return 0.0
        log.exception("job %s can't be delivered: that broke %d times", job_id, faults)
        await self._store.deliveries.unreachable(job_id)
        return None

    async def _hand_over(self, platform: Platform, job: JobRow, faults: Iterator[int]) -> float | None:
        def deliver(address: Address, card: Card) -> Awaitable[Receipt]:
            return platform.deliver(address, job.status, card, job.id)

        try:
            if not job.address.chat:
                raise Unreachable("its address can't be read")
            card = await self._eyes.card(job.address, await self._card(job))
            receipt, taken = await hand_over(deliver, job.address, card)
        except Unreachable as error:
            log.info("job %s can't be delivered: %s", job.id, error)
            await self._store.deliveries.unreachable(job.id)
            return None
        except Unavailable as error:
            log.warning("job %s is delivered later: %s", job.id, error)
            await self._store.deliveries.waiting(job.id)
            return error.after or 0.0
        except FileNotFoundError as error:
            log.warning("a picture of job %s is gone: %s", job.id, error.filename)
            await self._store.deliveries.waiting(job.id)
            return 0.0
        except NoStore:
            log.warning("job %s is delivered later: what it shows can't be read now", job.id)
            return 0.0
        except Exception:
            return await self._broke(job.id, next(faults))
        await until_kept(self._store.deliveries.sent, job.id, receipt, taken)
        return None
