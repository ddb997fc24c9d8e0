"""Inside the driver's process: it speaks to the cluster over Ray, and to the bot over a pipe.

Ray ends the process that speaks to it when the head is gone for long, so that is never the bot's own. What is said here
is small and repeatable; who draws what is decided by the bot (`placement`).
"""

from __future__ import annotations

import asyncio
import logging
import os
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection

import ray

from engine.api.ports import Engine
from engine.cluster.board import Board, Node, NoHead, OtherHead
from engine.cluster.link import Link, Terms
from engine.cluster.messages import Close, Drained, Rest, ToDriver, Want
from engine.cluster.network import addresses_here
from engine.cluster.seats import NAMESPACE, Seat, let_go, seats_of
from engine.process.inside import EXIT_PARENT_GONE, Voice, live

log = logging.getLogger(__name__)

NODES = 1.0
"""Seconds between two looks at which nodes there are."""

REMIND = 60.0
"""Seconds after which the head is told again what is wanted: another one may have come meanwhile."""

EXIT_OTHER_HEAD = 6
"""An exit code, beside those of `engine.process.inside`."""


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
    live(voice, level, lambda: _Driver(pipe, Terms(voice, epoch, patience, make)).run(address))


@dataclass
class _Driver:
    pipe: Connection
    terms: Terms
    links: dict[str, Link] = field(default_factory=dict)
    # the seats that were ever seen; those that are not wanted, and whether they are free
    known: set[str] | None = None
    resting: dict[str, bool] = field(default_factory=dict)
    # how many are wanted, and when the head was told that
    want: int | None = None
    told: float = -REMIND

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
                self._hear(message)
            looking.cancel()
        await asyncio.gather(*(link.close() for link in self.links.values()), return_exceptions=True)

    def _hear(self, message: ToDriver) -> None:
        if isinstance(message, Want):
            self.want, self.told = message.devices, -REMIND
        elif not isinstance(message, Close) and (link := self.links.get(message.worker)):
            if isinstance(message, Rest):
                self.links.pop(message.worker).end("it is let go")
                self.resting[message.worker] = False
            elif isinstance(message, Drained):
                link.drained = True
            else:
                link.said.put_nowait(message)

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
                await self._remind()
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
            await self._seat(seats)
            for machine, done in drains.items():
                await self._drain(machine, done)
            await asyncio.sleep(NODES)

    async def _remind(self) -> None:
        """Tells the head what is wanted. Raises NoHead."""
        now = time.monotonic()
        if self.want is not None and now - self.told >= REMIND:
            self.told = now
            await asyncio.to_thread(self._board.want, self.want)

    async def _seat(self, seats: Mapping[str, Seat]) -> None:
        """Greets the workers of new seats, and of those that rest where more are wanted; frees the others of these."""
        self.resting = {name: free for name, free in self.resting.items() if name in seats}
        for name in [*self.resting][: max(0, (self.want or 0) - len(self.links))]:
            del self.resting[name]
        known = seats.keys() if self.known is None else self.known
        for name in seats.keys() - self.links.keys() - self.resting.keys():
            self.links[name] = Link(seats[name], self.terms, new=name not in known)
        self.known = {*known, *seats}
        for name in [name for name, free in self.resting.items() if not free]:
            try:
                await asyncio.wait_for(asyncio.to_thread(let_go, name), self.terms.patience)
                self.resting[name] = True
            except Exception as error:  # tried again
                log.warning("%s can't be let go yet: %s", seats[name].title, error or "no answer")

    async def _drain(self, machine: str, done: bool) -> None:
        """Lets a machine's workers get nothing more, and says so once all of them have nothing left."""
        links = [link for link in self.links.values() if link.seat.machine == machine]
        for link in links:
            link.drain()
        if not done and all(link.drained for link in links):
            with suppress(NoHead):  # tried again
                await asyncio.to_thread(self._board.drained, machine)
