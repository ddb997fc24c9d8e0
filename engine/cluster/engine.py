"""Many machines behind one fair queue: who draws what is decided here, and said to the workers by a driver.

A worker that is lost takes nothing along: what it had waits anew, before all else of its people, and the same seed
gives the same picture elsewhere.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Sequence
from typing import Self

from engine.api.capacity import Capacity
from engine.api.cards import ModelCard, PassedOver
from engine.api.devices import DeviceState, any_ready
from engine.api.errors import DeviceLost
from engine.api.events import Cancelled, Done, Event, Failed, Final, Progress, Started
from engine.api.jobs import Job
from engine.api.names import Addons
from engine.api.ports import Engine
from engine.checks import check, check_new
from engine.cluster.crews import Crews
from engine.cluster.fleet import Fleet
from engine.cluster.messages import Batch, Begin, Drained, Draining, FromDriver, Joined, Lost, Stop, Told
from engine.cluster.pace import Pace
from engine.cluster.pieces import Crew, Piece, pieces_of
from engine.cluster.place import Kind, Place
from engine.cluster.placement import Placement
from engine.cluster.scaling import FIXED, Bounds, Scaling
from engine.cluster.steering import Steering
from engine.failures import failed
from engine.local.queue import FairQueue
from engine.local.waits import call_out
from engine.process.shares import Ticket

log = logging.getLogger(__name__)

MOST_DEATHS = 3
"""Workers that may be lost while they draw a picture, until it is taken for what kills them."""


class ClusterEngine:
    """An `engine.api.ports.Engine` that draws on the workers of a cluster. All of it runs on the event loop."""

    def __init__(
        self,
        address: str,
        make: Callable[[], Engine],
        cards: Callable[[], Sequence[ModelCard]],
        addons: Callable[[], Addons] = Addons,
        method: str = "spawn",
        patience: float = 15.0,
        bounds: Bounds = FIXED,
    ) -> None:
        """Starts nothing yet.

        Args:
            address: of the cluster's head, `host:port`.
            make: makes a worker's engine, there; can be pickled, by reference.
            cards: asked until the first worker tells its own; must be quick.
            addons: likewise, of LoRAs and embeddings.
            method: how `multiprocessing` starts the driver.
            patience: seconds that a worker may say nothing: after these it hangs, or can't be reached.
            bounds: how few devices Ray's autoscaler is asked for, and how many; for none where there is no most.
        """
        self._steering = Steering(address, make, self._hear, self._adrift, method, patience)
        self._first_cards, self._first_addons = cards, addons
        self._queue: FairQueue[Piece, Kind, Ticket] = FairQueue(
            kind=lambda piece: piece.kind, job=lambda piece: piece.ticket
        )
        self._placement: Placement[Piece] = Placement(self._queue, self._hand)
        self._crews = Crews()
        self._scaling = Scaling(bounds)
        self._fleet = Fleet(self._scaling, self._crews, self._steering, lambda: self._queue.cost)
        self._pace = Pace(self._crews, self._scaling)
        self._tickets: dict[str, Ticket] = {}
        self._open = False

    async def __aenter__(self) -> Self:
        """Starts the driver and returns at once; jobs wait until a worker is there."""
        self._moved = asyncio.Event()
        self._caller = asyncio.create_task(call_out(self._moved, self._tell_places))
        self._steering.start()
        self._looker = asyncio.create_task(self._fleet.keep(lambda crew: self._placement.leave(crew.place)))
        self._open = True
        return self

    async def __aexit__(self, *exc: object) -> None:
        """Cancels what runs and waits; the workers stay, and keep their models."""
        if not self._open:
            return
        self._open = False
        self._caller.cancel()
        self._looker.cancel()
        for ticket in list(self._tickets.values()):
            self._end(ticket, Cancelled())
        await self._steering.close()

    def models(self) -> Sequence[ModelCard]:
        """The models that some worker has, or had when one was last there; the default one first."""
        return tuple(self._crews.cards.values()) or self._first_cards()

    def addons(self) -> Addons:
        """The LoRAs and embeddings that prompts may name."""
        return self._first_addons() if self._crews.addons is None else self._crews.addons

    def passed_over(self) -> Sequence[PassedOver]:
        """What lies among the models of a worker and can't draw, and why; not what another one can draw with."""
        return self._crews.passed_over()

    def capacity(self) -> Capacity | None:
        """What all workers together could take in."""
        return self._crews.capacity()

    def devices(self) -> Sequence[DeviceState]:
        """One a worker, by what people know that by; not ready while it is still being made, or drained.

        Where none is ready, one more stands for the machines that can be had.
        """
        there = self._crews.devices() if self._open else ()
        return there if not self._open or any_ready(there) else [*there, *self._fleet.to_come()]

    @property
    def workers(self) -> Sequence[Crew]:
        """Those that are there, in the order in which they came."""
        return tuple(self._crews.values())

    @property
    def driver(self) -> int:
        """The number of the process that speaks to the cluster; 0 while there is none."""
        return self._steering.pid

    async def submit(self, job: Job) -> AsyncGenerator[Event, None]:
        """See `Engine.submit`."""
        ticket = Ticket(job)
        try:
            self._enter(ticket)
            async for event in ticket.mailbox:
                yield event
        finally:
            if self._tickets.get(job.id) is ticket:
                self._end(ticket, Cancelled())
                del self._tickets[job.id]

    async def cancel(self, job_id: str) -> bool:
        """See `Engine.cancel`."""
        ticket = self._tickets.get(job_id)
        if ticket is None or ticket.final:
            return False
        self._end(ticket, Cancelled())
        return True

    def _tell_places(self) -> None:
        for ticket, where in self._pace.places(self._queue.round()).items():
            ticket.queued(*where)

    def _enter(self, ticket: Ticket) -> None:
        """Puts the job's pictures in line."""
        job = ticket.job
        try:
            check_new(job, self._tickets, self._open)
            check(job, self.models(), self.passed_over(), self.addons())
            ticket.images = list(pieces_of(ticket))
        except Exception as error:
            ticket.tell(failed(job.id, error))
            return
        self._tickets[job.id] = ticket
        pieces = [piece for piece in ticket.images if isinstance(piece, Piece)]
        for piece in pieces:
            self._queue.push(job.tenant, piece.cost, piece, job.share)
        if not self._crews:
            self._fleet.look()  # so that it is told how long a machine takes
        standing = self._queue.standing(ticket)
        ticket.queued(*self._pace.places([standing])[ticket])
        for piece in pieces:
            self._placement.came(piece)
        self._moved.set()

    def _end(self, ticket: Ticket, final: Final) -> None:
        """Ends a job, and whatever is still done for it."""
        ticket.tell(final)
        self._queue.remove(ticket)
        for piece in ticket.images:
            if isinstance(piece, Piece) and piece.worker:
                self._steering.tell(Stop(piece.worker.place.name, piece.handle))
                piece.taken_back()
        self._moved.set()

    # who draws what

    def _hand(self, piece: Piece, place: Place) -> None:
        job = piece.handed(self._crews[place.name])
        self._steering.tell(Begin(place.name, job))

    def _hear(self, message: FromDriver) -> None:
        if not self._open:
            return
        match message:
            case Joined():
                self._join(message)
            case Told(worker, batch) if worker in self._crews:
                self._told(self._crews[worker], batch)
            case Draining(worker) if worker in self._crews:
                self._crews[worker].place.draining = True
                self._placement.fill(self._crews[worker].place)  # it is hungry no more
            case Lost(worker, reason) if worker in self._crews:
                log.warning("%s is lost: %s", self._crews[worker].title, reason)
                self._lose(self._crews.pop(worker), its_fault=True)

    def _join(self, joined: Joined) -> None:
        if joined.worker in self._crews:
            self._lose(self._crews.pop(joined.worker), its_fault=False)
        crew = Crew(Place(joined.worker), joined.pid, joined.title, new=joined.new)
        self._crews[joined.worker] = crew
        self._placement.join(crew.place)
        log.info("%s draws now; there are %d of them", crew.title, len(self._crews))

    def _told(self, crew: Crew, batch: Batch) -> None:
        """News of a worker."""
        if batch.stock:
            crew.stock, crew.place.models = batch.stock, {card.name for card in batch.stock.cards}
            crew.place.moved = True
            self._crews.take_stock()
        crew.devices = batch.devices
        for happened in batch.happened:
            if piece := crew.pieces.get(happened.job_id):
                self._happened(piece, happened.event)
        if crew.new and batch.capacity:
            crew.new = False
            self._scaling.came()
        self._placement.told(crew.place, batch.capacity)
        if crew.place.draining and not crew.pieces:
            self._steering.tell(Drained(crew.place.name))

    def _lose(self, crew: Crew, its_fault: bool) -> None:
        """A worker is gone. What it had waits anew; what dies with it again and again is given up."""
        self._placement.leave(crew.place)
        lost = [*crew.pieces.values()]
        begun = [piece for piece in lost if piece.begun] or lost
        for piece in lost:
            piece.deaths += its_fault and piece in begun
            piece.taken_back()
        for piece in reversed(lost):
            if piece.deaths >= MOST_DEATHS:
                self._end(piece.ticket, failed(piece.ticket.job.id, DeviceLost()))
            elif not piece.ticket.final:
                self._queue.put_back(piece.job.tenant, piece.cost, piece)
        for piece in lost:
            if not piece.ticket.final and not piece.worker:
                self._placement.came(piece)
        self._moved.set()

    def _adrift(self) -> None:
        """The driver has ended: nobody knows of the workers, and it was nobody's fault."""
        crews = [*self._crews.values()]
        self._crews.clear()
        for crew in crews:  # first of all: nobody is to be handed what another one had
            self._placement.leave(crew.place)
        for crew in crews:
            self._lose(crew, its_fault=False)

    def _happened(self, piece: Piece, event: Event) -> None:
        ticket = piece.ticket
        match event:
            case Started() if piece.worker:
                self._pace.begin()
                piece.begun = True
                piece.worker.place.begun(piece)
                ticket.start()
                self._moved.set()
            case Progress(step, total, preview):
                self._pace.measure(piece.cost * (step - piece.step) / total)
                piece.step, piece.total = step, total
                ticket.step(preview if piece is ticket.images[0] else None)
            case Done((picture,), _, notices):
                piece.picture, piece.notices = picture, notices
                piece.taken_back()
                ticket.deliver()
            case Failed():
                piece.taken_back()
                self._end(ticket, event)
            case Cancelled():  # it was not asked to: nobody had asked for long, or it ends
                piece.taken_back()
                self._queue.put_back(piece.job.tenant, piece.cost, piece)
