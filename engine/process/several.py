"""Several devices behind one fair queue, each with an engine in a process of its own.

The queue hands a device image by image what its engine may choose from: as many tenants' next images as an engine
looks at, one each. So whoever is next waits at every device that could take them no longer than there. A device that
has died holds nobody up: what it had not begun moves on to the others, what it had begun it draws anew (`engine`).
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import aclosing
from itertools import count
from typing import Self

from engine.api.cards import ModelCard, PassedOver
from engine.api.devices import DeviceState
from engine.api.events import Cancelled, Done, Event, Failed, Final, Progress, Queued, Started
from engine.api.jobs import Job
from engine.api.names import Addons
from engine.checks import check, check_new, together, usable
from engine.failures import failed
from engine.local.queue import FairQueue, Standing
from engine.local.waits import Speed, call_out, places
from engine.process.engine import ProcessEngine
from engine.process.shares import Device, Image, Ticket, images_of

MOST_FLIGHTS = 2
"""Devices that may die before an image stays where it is, and is drawn there alone."""


class SeveralEngines:
    """An `engine.api.ports.Engine` that draws on several devices, a process each. All of it runs on the event loop."""

    def __init__(self, *engines: ProcessEngine) -> None:
        """One engine a device; the first one's cards are shown."""
        self._devices = [Device(engine) for engine in engines]
        self._queue: FairQueue[Image, str, Ticket] = FairQueue(
            kind=lambda image: image.job.recipe.model, job=lambda image: image.ticket
        )
        self._turns = count()
        self._tickets: dict[str, Ticket] = {}
        self._speed = Speed()
        self._clock = 0.0  # when work was last measured
        self._open = False

    async def __aenter__(self) -> Self:
        """Starts every device's process."""
        for device in self._devices:
            device.engine.on_change = self._deal
            await device.engine.__aenter__()
        self._moved = asyncio.Event()
        self._caller = asyncio.create_task(call_out(self._moved, self._tell_places))
        self._open = True
        return self

    async def __aexit__(self, *exc: object) -> None:
        """Cancels what runs and waits; returns when the processes have ended."""
        if not self._open:
            return
        self._open = False
        self._caller.cancel()
        for ticket in list(self._tickets.values()):
            self._end(ticket, Cancelled())
        await asyncio.gather(*(device.engine.__aexit__(*exc) for device in self._devices))

    def models(self) -> Sequence[ModelCard]:
        """The models there are now, the default one first."""
        return usable(self._devices[0].engine.models(), self.passed_over())

    def addons(self) -> Addons:
        """The LoRAs and embeddings that prompts may name."""
        return self._devices[0].engine.addons()

    def capacity(self) -> None:
        """It can't tell: its processes choose from what they are given."""

    def passed_over(self) -> Sequence[PassedOver]:
        """What lies among the models and can't draw on every device, and why."""
        return together(device.engine.passed_over() for device in self._devices)

    def devices(self) -> Sequence[DeviceState]:
        """See `Engine.devices`."""
        return [state for device in self._devices for state in device.engine.devices()]

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

    def _enter(self, ticket: Ticket) -> None:
        """Puts the job's images in line."""
        job = ticket.job
        try:
            check_new(job, self._tickets, self._open)
            check(job, self.models(), self.passed_over(), self.addons())
            ticket.images = images_of(ticket)
        except Exception as error:
            ticket.tell(failed(job.id, error))
            return
        self._tickets[job.id] = ticket
        for image in ticket.images:
            self._queue.push(job.tenant, image.cost, image, job.share)
        if job.recipe.delivered and (rate := self._speed.per_second):
            ticket.takes = sum(image.cost for image in ticket.images) / rate
        ticket.queued(*self._places()[ticket])
        self._moved.set()
        self._deal()

    def _end(self, ticket: Ticket, final: Final) -> None:
        """Ends a job, and whatever is still done for it."""
        ticket.tell(final)
        self._queue.remove(ticket)
        for image in ticket.images:
            if image.relay:
                image.relay.cancel()
        self._moved.set()

    # who draws what

    def _deal(self) -> None:
        """Hands out what waits, first to the device that has least to do, and evens out what was handed out."""
        if not self._open:
            return
        ready = [device for device in self._devices if device.engine.ready]
        coming = [device for device in self._devices if not device.engine.hopeless]
        able = ready or coming or self._devices
        while any(self._take(device) for device in sorted(able, key=lambda device: device.load)):
            pass
        self._rescue(able)
        self._share(able)

    def _take(self, device: Device) -> bool:
        """Hands a device the image that is next for it, if any."""
        drawn_last: Callable[[str], bool] = device.model.__eq__
        image = self._queue.take(drawn_last, device.may_take, device)
        image = image or self._queue.take(suits=device.may_take, taker=device)
        if image:
            image.turn = next(self._turns)
            self._hand(image, device)
        return image is not None

    def _rescue(self, able: Sequence[Device]) -> None:
        """Moves what a dead device has not begun to those that live, but not on and on: it may be what kills."""
        for image in [i for device in self._devices if device not in able for i in device.waiting]:
            if image.fled < MOST_FLIGHTS:
                image.fled += 1
                self._hand(image, min(able, key=lambda device: device.load))

    def _share(self, able: Sequence[Device]) -> None:
        """Gives those who have nothing what waits behind others at a device that is busy."""
        for idle in [device for device in able if not device.images]:
            behind = [d.waiting[-1] for d in able if d.waiting and len(d.waiting) < len(d.images)]
            if behind:
                self._hand(behind[0], idle)

    def _hand(self, image: Image, device: Device) -> None:
        """Hands an image to a device, from wherever it was."""
        for other in self._devices:
            if image in other.images:
                other.images.remove(image)
        if image.relay:
            image.relay.cancel()
        device.images.append(image)
        device.model = image.job.recipe.model
        image.relay = asyncio.create_task(self._relay(image, device.engine), name=f"image {image.job.id}")
        image.relay.add_done_callback(lambda relay: self._left(image, device, relay))

    async def _relay(self, image: Image, engine: ProcessEngine) -> None:
        async with aclosing(engine.submit(image.job)) as events:
            async for event in events:
                self._hear(image, event)

    def _left(self, image: Image, device: Device, relay: asyncio.Task[None]) -> None:
        """An image has left its device, finished or not."""
        if not relay.cancelled() and (error := relay.exception()):
            self._end(image.ticket, failed(image.ticket.job.id, error))
        if image.relay is relay:
            device.images.remove(image)
            self._deal()

    def _hear(self, image: Image, event: Event) -> None:
        ticket = image.ticket
        match event:
            case Started():
                self._clock = self._clock if self._begun() else time.monotonic()
                image.begun = True
                ticket.start()
                self._moved.set()
                self._deal()
            case Progress(step, total, preview):
                self._measure(image.cost * (step - image.step) / total)
                image.step, image.total = step, total
                ticket.step(preview if image is ticket.images[0] else None)
            case Done(pictures, _, notices):
                (image.picture,), image.notices = pictures, notices
                ticket.deliver()
            case Failed() | Cancelled():
                self._end(ticket, event)
            case Queued():
                image.step = 0  # its process has died, if it had come further

    # who waits how long

    def _measure(self, work: float) -> None:
        now = time.monotonic()
        self._speed.record(work, now - self._clock)
        self._clock = now

    def _begun(self) -> list[Image]:
        return [image for device in self._devices for image in device.images if image.begun]

    def _tell_places(self) -> None:
        for ticket, place in self._places().items():
            ticket.queued(*place)

    def _places(self) -> dict[Ticket, tuple[int, float | None]]:
        """Place and expected wait in seconds of jobs that have not started, as `FairQueue.round`."""
        begun = self._begun()
        running = sum(image.left for image in begun)
        return places(self._standings(), running, len(begun), self._speed.per_second)

    def _standings(self) -> Iterator[Standing[Ticket]]:
        """First those whose images wait at a device, then those in the queue."""
        told: set[Ticket] = set()
        ahead = 0.0
        handed = [image for device in self._devices for image in device.waiting]
        handed.sort(key=lambda image: image.turn)  # else places would go up when others are handed out
        for image in handed:
            if image.ticket not in told and image.ticket.started is None:
                told.add(image.ticket)
                yield Standing(image.ticket, len(told), ahead)
            ahead += image.cost
        for ticket, place, before in self._queue.round():
            yield Standing(ticket, place + len(told), before + ahead)
