"""A worker: one device's engine, and whoever hands it work from afar.

It is asked again and again what has happened (a long poll): that is its answers' way out, its sign of life and theirs.
Nobody who has stopped asking is drawn for, and whoever comes later takes over from whoever came before.
"""

from __future__ import annotations

import asyncio
import logging
import os
import time
from collections.abc import Callable, Sequence
from contextlib import aclosing
from functools import partial

from engine.api.capacity import Capacity
from engine.api.devices import DeviceState
from engine.api.errors import DeviceLost
from engine.api.events import Cancelled, Failed
from engine.api.jobs import Job
from engine.api.ports import Engine
from engine.cluster.messages import Batch, Greeting, StaleEpoch, Stock, version
from engine.cluster.outbox import Outbox
from engine.cluster.versions import Versions
from engine.failures import failed

log = logging.getLogger(__name__)

LEASE = 15.0
"""Seconds without a question after which nobody is there any more: what is drawn for them is stopped."""

LOOK = 1.0
"""Seconds between two looks at the models there are and at the lease."""


class Worker:
    """An engine that serves one questioner at a time: that of the highest epoch."""

    def __init__(
        self, make: Callable[[], Engine], end: Callable[[], object] = lambda: None, made: str = ""
    ) -> None:
        """Makes the engine in the background: that takes seconds.

        Args:
            make: makes it.
            end: called when its device is lost for good.
            made: tells engines apart that are made in other ways.
        """
        self._end, self._made = end, made
        self._epoch = 0
        self._asked = time.monotonic()
        self._outbox = Outbox()
        self._relays: dict[str, asyncio.Task[None]] = {}
        self._stock, self._stocked = Stock(), 0
        self._engine: asyncio.Future[Engine] = asyncio.get_running_loop().create_future()
        self._running = asyncio.create_task(self._run(make))

    async def hello(self, epoch: int, theirs: str) -> Greeting:
        """Who is here. An epoch newer than any before takes over, if it runs the same code."""
        if theirs != version():
            log.warning(
                "Whoever hands out the work runs other code than this machine: nothing is drawn for them"
            )
        elif epoch > self._epoch:
            self._epoch, self._asked = epoch, time.monotonic()
            await self._stop()
            self._outbox = Outbox()
        ours = Versions.here().told()
        return {**ours, "version": version(), "epoch": self._epoch, "pid": os.getpid(), "made": self._made}

    async def begin(self, epoch: int, jobs: Sequence[Job]) -> None:
        """Draws these, but for those that it has already: a call may come twice."""
        self._check(epoch)
        for job in jobs:
            if job.id not in self._relays:
                self._relays[job.id] = relay = asyncio.create_task(self._relay(job, self._outbox))
                relay.add_done_callback(partial(self._left, job.id, self._outbox))

    async def cancel(self, epoch: int, ids: Sequence[str]) -> None:
        """Stops these, where they are still here."""
        self._check(epoch)
        for relay in [self._relays[id] for id in ids if id in self._relays]:
            relay.cancel()

    async def poll(self, epoch: int, acknowledged: int, stocked: int, seconds: float) -> Batch:
        """What has happened since, as soon as there is anything, and at the latest after so many seconds.

        Args:
            epoch: of whoever asks.
            acknowledged: the number of the last event that they have heard.
            stocked: the number of the stock that they know.
            seconds: the longest wait.

        Raises:
            StaleEpoch: another one has taken over.
            Exception: its engine can't be made, and why.
        """
        self._check(epoch)
        self._outbox.acknowledge(acknowledged)
        if self._stocked == stocked:
            await self._outbox.filled(seconds)
            self._check(epoch)
        stock = self._stock if self._stocked != stocked else None
        return Batch(self._outbox.all(), self._capacity(), self._devices(), self._stocked, stock)

    async def close(self) -> None:
        """Stops what is drawn, and the engine."""
        await self._stop()
        self._running.cancel()
        await asyncio.wait([self._running])

    def _capacity(self) -> Capacity | None:
        """What it could take in. Raises what its engine can't be made for."""
        return self._engine.result().capacity() if self._engine.done() else None

    def _devices(self) -> tuple[DeviceState, ...]:
        return tuple(self._engine.result().devices()) if self._engine.done() else ()

    def _check(self, epoch: int) -> None:
        if epoch != self._epoch:
            raise StaleEpoch
        self._asked = time.monotonic()

    async def _stop(self) -> None:
        for relay in (relays := [*self._relays.values()]):
            relay.cancel()
        if relays:
            await asyncio.wait(relays)

    async def _run(self, make: Callable[[], Engine]) -> None:
        try:
            made = await asyncio.to_thread(make)
        except Exception as error:
            self._engine.set_exception(error)
            return
        async with made as engine:
            self._engine.set_result(engine)
            troubled = False
            while True:
                try:
                    self._take_stock(engine)
                    troubled = False
                except Exception:  # a disk that is away for a moment
                    if not troubled:
                        log.exception("Nobody knows what models there are")
                    troubled = True
                if self._relays and time.monotonic() - self._asked > LEASE:
                    log.warning("Nobody has asked for %d s: what is drawn is stopped", LEASE)
                    await self._stop()
                await asyncio.sleep(LOOK)

    def _take_stock(self, engine: Engine) -> None:
        stock = Stock(tuple(engine.models()), tuple(engine.passed_over()), engine.addons())
        if stock != self._stock:
            self._stock, self._stocked = stock, self._stocked + 1
            self._outbox.nudge()

    async def _relay(self, job: Job, outbox: Outbox) -> None:
        try:
            async with aclosing((await asyncio.shield(self._engine)).submit(job)) as events:
                async for event in events:
                    if isinstance(event, Failed) and event.code == DeviceLost.code:
                        self._end()  # every later call would fail too
                    outbox.put(job.id, event)
        except Exception as error:  # no engine should, but somebody waits for an end
            outbox.put(job.id, failed(job.id, error))

    def _left(self, job_id: str, outbox: Outbox, relay: asyncio.Task[None]) -> None:
        del self._relays[job_id]
        if relay.cancelled():
            outbox.put(job_id, Cancelled())
