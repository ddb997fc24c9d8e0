"""Inside the driver's process: it speaks to the cluster over Ray, and to the bot over a pipe.

Ray ends the process that speaks to it when the head is gone for long, so that is never the bot's own. What is said here
is small and repeatable; who draws what is decided by the bot (`placement`).
"""

from __future__ import annotations

import asyncio
import logging
import os
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any, TypeVar

import ray

from engine.api.ports import Engine
from engine.cluster.board import Board, Node, NoHead, OtherHead
from engine.cluster.messages import (
    Batch,
    Begin,
    Close,
    Drained,
    Draining,
    Joined,
    Lost,
    StaleEpoch,
    Stop,
    ToDriver,
    Told,
    version,
)
from engine.cluster.network import addresses_here
from engine.cluster.seats import NAMESPACE, Seat, digest, seats_of, worker_of
from engine.cluster.versions import Versions
from engine.pauses import pause_after
from engine.process.inside import EXIT_PARENT_GONE, Voice, live

log = logging.getLogger(__name__)

T = TypeVar("T")

POLL = 1.0
"""Seconds that a worker without news takes to answer."""

MAKING = 180.0
"""Seconds that a worker's process may take to be there."""

NODES = 1.0
"""Seconds between two looks at which nodes there are."""

EXIT_OTHER_HEAD = 6
"""An exit code, beside those of `engine.process.inside`."""

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds before a worker that was lost is greeted again; they double."""


def drive(
    pipe: Connection, level: int, address: str, epoch: int, patience: float, make: Callable[[], Engine]
) -> None:
    """Speaks to the cluster at that address until the parent closes it or dies.

    Args:
        pipe: to the parent.
        level: of what is logged.
        address: of the cluster's head, `host:port`.
        epoch: higher than that of whoever spoke to the workers before.
        patience: seconds that an answer may take; after these a worker hangs, or can't be reached.
        make: makes a worker's engine.
    """
    voice = Voice(pipe)
    live(voice, level, lambda: _Driver(pipe, voice, epoch, patience, make).run(address))


@dataclass
class _Driver:
    pipe: Connection
    voice: Voice
    epoch: int
    patience: float
    make: Callable[[], Engine]
    links: dict[str, _Link] = field(default_factory=dict)

    async def run(self, address: str) -> None:
        self._board = Board(address)
        heard: asyncio.Queue[ToDriver] = asyncio.Queue()
        loop = asyncio.get_running_loop()
        threading.Thread(target=self._listen, args=(loop, heard), name="parent", daemon=True).start()
        beside = await self._beside()
        await asyncio.to_thread(
            ray.init,
            address=address,
            namespace=NAMESPACE,
            log_to_driver=False,
            logging_level=logging.ERROR,
            _node_ip_address=beside.address,
        )
        async with asyncio.TaskGroup() as group:  # a look that fails ends all; the next driver looks anew
            looking = group.create_task(self._look())
            while not isinstance(message := await heard.get(), Close):
                if link := self.links.get(message.worker):
                    if isinstance(message, Drained):
                        link.drained = True
                    else:
                        link.said.put_nowait(message)
            looking.cancel()
        await asyncio.gather(*(link.close() for link in self.links.values()), return_exceptions=True)

    async def _beside(self) -> Node:
        """The node of this machine, by way of which Ray speaks to all others; waits until there is one."""
        said = ""
        while True:
            try:
                here = {each for found in addresses_here().values() for each in found}
                nodes = await asyncio.to_thread(self._board.nodes)
                if node := next((node for node in nodes.values() if node.address in here), None):
                    return node
                trouble = (
                    "no head or worker runs on this machine; `lukis worker --join ... --no-devices` is one"
                )
            except NoHead as error:
                trouble = str(error)
            if said != (said := trouble):
                log.warning("The cluster can't be reached: %s", trouble)
            await asyncio.sleep(NODES)

    def _listen(self, loop: asyncio.AbstractEventLoop, heard: asyncio.Queue[ToDriver]) -> None:
        message: ToDriver | None = None
        while not isinstance(message, Close):
            try:
                message = self.pipe.recv()
            except (EOFError, OSError):
                os._exit(EXIT_PARENT_GONE)
            loop.call_soon_threadsafe(heard.put_nowait, message)

    async def _look(self) -> None:
        """Greets every worker that could be there, and forgets those whose node is gone."""
        lost = False
        while True:
            try:
                nodes, drains = await asyncio.to_thread(self._board.look)
            except OtherHead as error:
                log.warning("The workers are greeted anew: %s", error)
                os._exit(EXIT_OTHER_HEAD)  # the next driver greets its workers
            except NoHead as error:
                if not lost:
                    log.warning(
                        "Nobody knows which workers there are, and those that there are draw on: %s", error
                    )
                lost = True
                await asyncio.sleep(NODES)
                continue
            lost = False
            seats = {seat.name: seat for node in nodes.values() for seat in seats_of(node)}
            for name in self.links.keys() - seats.keys():
                self.links.pop(name).end("its node is gone")
            for name in seats.keys() - self.links.keys():
                self.links[name] = _Link(seats[name], self)
            for machine, done in drains.items():
                await self._drain(machine, done)
            await asyncio.sleep(NODES)

    async def _drain(self, machine: str, done: bool) -> None:
        """Lets a machine's workers get nothing more, and says so once all of them have nothing left."""
        links = [link for link in self.links.values() if link.seat.machine == machine]
        for link in links:
            link.drain()
        if not done and all(link.drained for link in links):
            with suppress(NoHead):  # tried again
                await asyncio.to_thread(self._board.drained, machine)


class _Link:
    """One worker, from this side."""

    def __init__(self, seat: Seat, driver: _Driver) -> None:
        self.seat = seat
        self.drained = False
        self._voice, self._epoch = driver.voice, driver.epoch
        self._patience, self._make = driver.patience, driver.make
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
        self._voice.say(Joined(self.seat.name, int(greeting["pid"]), self.seat.title))

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
