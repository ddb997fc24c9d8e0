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
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.connection import Connection
from typing import Any, TypeVar

import ray
from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

from engine.api.ports import Engine
from engine.cluster.messages import (
    Batch,
    Begin,
    Close,
    Joined,
    Lost,
    StaleEpoch,
    Stop,
    ToDriver,
    Told,
    version,
)
from engine.cluster.worker import Worker
from engine.pauses import pause_after
from engine.process.inside import EXIT_DEVICE_LOST, EXIT_PARENT_GONE, Voice, live

log = logging.getLogger(__name__)

T = TypeVar("T")

NAMESPACE = "lukis"
DEVICE = "lukis_gpu"
"""The resource of which a node has one for each device that Lukis may draw on."""

POLL = 1.0
"""Seconds that a worker without news takes to answer."""

MAKING = 180.0
"""Seconds that a worker's process may take to be there."""

NODES = 1.0
"""Seconds between two looks at which nodes there are."""

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds before a worker that was lost is greeted again; they double."""


@dataclass(frozen=True)
class Seat:
    """A device of a node, whose worker has that name."""

    name: str
    node: str
    gpus: float


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
        heard: asyncio.Queue[ToDriver] = asyncio.Queue()
        loop = asyncio.get_running_loop()
        threading.Thread(target=self._listen, args=(loop, heard), name="parent", daemon=True).start()
        await asyncio.to_thread(
            ray.init, address=address, namespace=NAMESPACE, log_to_driver=False, logging_level=logging.ERROR
        )
        looking = asyncio.create_task(self._look())
        while not isinstance(message := await heard.get(), Close):
            if link := self.links.get(message.worker):
                link.said.put_nowait(message)
        looking.cancel()
        await asyncio.gather(*(link.close() for link in self.links.values()), return_exceptions=True)

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
        while True:
            try:
                nodes = await asyncio.wait_for(asyncio.to_thread(ray.nodes), self.patience)
            except Exception as error:
                log.warning("The cluster's head says nothing: %s", type(error).__name__)
                continue
            seats = {seat.name: seat for node in nodes if node["Alive"] for seat in _seats(node)}
            for name in self.links.keys() - seats.keys():
                self.links.pop(name).end("its node is gone")
            for name in seats.keys() - self.links.keys():
                self.links[name] = _Link(seats[name], self)
            await asyncio.sleep(NODES)


class _Link:
    """One worker, from this side."""

    def __init__(self, seat: Seat, driver: _Driver) -> None:
        self._seat = seat
        self._voice, self._epoch = driver.voice, driver.epoch
        self._patience, self._make = driver.patience, driver.make
        self._joined = False
        self.said: asyncio.Queue[Begin | Stop] = asyncio.Queue()
        self._running = asyncio.create_task(self._run(), name=f"worker {seat.name}")

    def end(self, reason: str) -> None:
        """It is gone for good."""
        self._running.cancel()
        self._lose(reason)

    async def close(self) -> None:
        """Lets the worker know that nothing more is wanted of it."""
        self._running.cancel()
        if self._joined:
            actor = ray.get_actor(self._seat.name, NAMESPACE)
            await _soon(actor.hello.remote(self._epoch + 1, version()), self._patience)

    async def _run(self) -> None:
        losses, actor = 0, None
        while True:
            try:
                actor = await asyncio.wait_for(asyncio.to_thread(_actor, self._seat, self._make), MAKING)
                await self._greet(actor)
                losses = 0
                await self._serve(actor)
            except StaleEpoch:
                self._lose("another one hands out its work now")
                return
            except Exception as error:
                self._lose(_reason(error))
                if isinstance(error, TimeoutError) and actor:  # it may hang, and hold its device
                    await asyncio.to_thread(ray.kill, actor, no_restart=False)
            await asyncio.sleep(pause_after(losses, FIRST_PAUSE, LONGEST_PAUSE))
            losses += 1

    def _lose(self, reason: str) -> None:
        if self._joined:
            self._joined = False
            self._voice.say(Lost(self._seat.name, reason))

    async def _greet(self, actor: Any) -> None:
        greeting = await _soon(actor.hello.remote(self._epoch, version()), MAKING)
        if greeting["version"] != version():
            raise RuntimeError(f"it runs another version, {greeting['version']}, than this, {version()}")
        if greeting["epoch"] != self._epoch:
            raise StaleEpoch
        while not self.said.empty():
            self.said.get_nowait()  # meant for it before it was lost
        self._joined = True
        self._voice.say(Joined(self._seat.name, int(greeting["pid"])))

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
            self._voice.say(Told(self._seat.name, batch))


def _seats(node: dict[str, Any]) -> list[Seat]:
    resources = node["Resources"]
    count = int(resources.get(DEVICE, 0))
    gpus = min(1.0, resources.get("GPU", 0.0) / count) if count else 0.0
    name = f"{node['NodeManagerHostname']}-{node['NodeID'][:6]}"
    return [Seat(f"{name}-{number}", node["NodeID"], gpus) for number in range(count)]


def _actor(seat: Seat, make: Callable[[], Engine]) -> Any:
    """The worker's actor, made where there is none yet. It outlives this process, and keeps its models."""
    try:
        return ray.get_actor(seat.name, NAMESPACE)
    except ValueError:
        options = {
            "name": seat.name,
            "namespace": NAMESPACE,
            "lifetime": "detached",
            "max_restarts": -1,
            "max_task_retries": 0,
            "max_concurrency": 1000,
            "num_cpus": 0,
            "num_gpus": seat.gpus,
            "resources": {DEVICE: 1},
            "scheduling_strategy": NodeAffinitySchedulingStrategy(seat.node, soft=False),
            "get_if_exists": True,
        }
        return ray.remote(Worker).options(**options).remote(make, partial(os._exit, EXIT_DEVICE_LOST))


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
