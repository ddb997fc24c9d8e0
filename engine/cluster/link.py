"""A worker as the driver speaks to it: greeted, told, asked again and again, and greeted anew where it was lost."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

import ray

from engine.api.ports import Engine
from engine.cluster.messages import Batch, Begin, Draining, Joined, Lost, StaleEpoch, Stop, Told, version
from engine.cluster.seats import NAMESPACE, Seat, digest, worker_of
from engine.cluster.versions import Versions
from engine.pauses import pause_after
from engine.process.inside import Voice

log = logging.getLogger(__name__)

T = TypeVar("T")

POLL = 1.0
"""Seconds that a worker without news takes to answer."""

MAKING = 180.0
"""Seconds that a worker's process may take to be there."""

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds before a worker that was lost is greeted again; they double."""


@dataclass(frozen=True)
class Terms:
    """How workers are spoken to.

    Attributes:
        voice: tells the bot what they say.
        epoch: higher than that of whoever spoke to them before.
        patience: seconds that an answer may take; after these a worker hangs, or can't be reached.
        make: makes a worker's engine.
    """

    voice: Voice
    epoch: int
    patience: float
    make: Callable[[], Engine]


class Link:
    """One worker, from the driver's side."""

    def __init__(self, seat: Seat, terms: Terms, new: bool) -> None:
        """Greets it, as soon as it is there, and again whenever it was lost; `new` as in `Joined`."""
        self.seat, self._new = seat, new
        self.drained = False
        self._voice, self._epoch = terms.voice, terms.epoch
        self._patience, self._make = terms.patience, terms.make
        self._joined = False
        self.said: asyncio.Queue[Begin | Stop] = asyncio.Queue()
        self._running = asyncio.create_task(self._run(), name=f"worker {seat.name}")

    def drain(self) -> None:
        """It is to get nothing more."""
        if self._joined:
            self._voice.say(Draining(self.seat.name))
        else:
            self.drained = True

    def end(self, reason: str) -> None:
        """It is gone for good."""
        self._running.cancel()
        self._lose(reason)

    async def close(self) -> None:
        """Lets the worker know that nothing more is wanted of it."""
        self._running.cancel()
        if self._joined:
            actor = ray.get_actor(self.seat.name, NAMESPACE)
            await _soon(actor.hello.remote(self._epoch + 1, version()), self._patience)

    async def _run(self) -> None:
        losses, actor, known = 0, None, ""
        while True:
            try:
                actor = await asyncio.wait_for(asyncio.to_thread(worker_of, self.seat, self._make), MAKING)
                await self._greet(actor)
                losses, known = 0, ""
                await self._serve(actor)
            except StaleEpoch:
                self._lose("another one hands out its work now")
                return
            except Exception as error:
                if not self._joined and known != (known := _reason(error)):
                    log.warning("%s can't draw: %s", self.seat.title, known)
                self._lose(_reason(error))
                if isinstance(error, TimeoutError) and actor:  # it may hang, and hold its device
                    with suppress(Exception):  # of one that nobody knows any more
                        await asyncio.to_thread(ray.kill, actor, no_restart=False)
            await asyncio.sleep(pause_after(losses, FIRST_PAUSE, LONGEST_PAUSE))
            losses += 1

    def _lose(self, reason: str) -> None:
        if self._joined:
            self._joined = False
            self._voice.say(Lost(self.seat.name, reason))

    async def _greet(self, actor: Any) -> None:
        self._epoch += 1  # what it had begun before it was lost is drawn for nobody
        greeting = await _soon(actor.hello.remote(self._epoch, version()), MAKING)
        if greeting["version"] != version():
            differs = Versions.here().unlike(Versions.of(greeting))
            raise RuntimeError(
                f"it runs another version than this machine: {differs}; install the same on both"
            )
        if greeting["epoch"] != self._epoch:
            raise StaleEpoch
        if greeting["made"] != digest(self._make):
            await asyncio.to_thread(ray.kill, actor)
            raise RuntimeError("its engine was made with other settings; it is made anew")
        while not self.said.empty():
            self.said.get_nowait()  # meant for it before it was lost
        self._joined = True
        self._voice.say(Joined(self.seat.name, int(greeting["pid"]), self.seat.title, self._new))
        self._new = False

    async def _serve(self, actor: Any) -> None:
        """Tells and asks until one of them fails."""
        tasks = [asyncio.create_task(self._tell(actor)), asyncio.create_task(self._ask(actor))]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()

    async def _tell(self, actor: Any) -> None:
        while True:
            messages = [await self.said.get()]
            while not self.said.empty():
                messages.append(self.said.get_nowait())
            if jobs := [message.job for message in messages if isinstance(message, Begin)]:
                await _soon(actor.begin.remote(self._epoch, jobs), self._patience)
            if ids := [message.job_id for message in messages if isinstance(message, Stop)]:
                await _soon(actor.cancel.remote(self._epoch, ids), self._patience)

    async def _ask(self, actor: Any) -> None:
        heard, stocked = 0, 0
        while True:
            batch: Batch = await _soon(
                actor.poll.remote(self._epoch, heard, stocked, POLL), POLL + self._patience
            )
            stocked = batch.stocked
            if batch.happened:
                heard = batch.happened[-1].number
            self._voice.say(Told(self.seat.name, batch))


async def _soon(answer: Awaitable[T], seconds: float) -> T:
    """An answer. Raises what was raised there, StaleEpoch as itself, or TimeoutError."""
    try:
        return await asyncio.wait_for(_awaited(answer), seconds)
    except ray.exceptions.RayTaskError as error:
        raise error.cause if isinstance(error.cause, StaleEpoch) else RuntimeError(_reason(error)) from None


async def _awaited(answer: Awaitable[T]) -> T:
    return await answer


def _reason(error: Exception) -> str:
    cause = getattr(error, "cause", None) or error
    return f"{type(cause).__name__}: {str(cause).splitlines()[0] if str(cause) else 'no answer'}"
