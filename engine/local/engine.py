"""The engine in this process: one fair queue, and one denoise thread a device."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from typing import Self

from engine.api.capacity import Capacity, together_free
from engine.api.cards import Listing, ModelCard, PassedOver
from engine.api.devices import DeviceState
from engine.api.events import Event
from engine.api.jobs import Job
from engine.api.names import Addons
from engine.checks import as_called_now, check, check_new, together, usable
from engine.local.device import Device
from engine.local.enlarging import Enlarging
from engine.local.finishers import Finishers
from engine.local.guard import Guard
from engine.local.line import Line
from engine.local.tickets import Ticket
from engine.local.waits import call_out
from engine.local.watchdog import Watchdog
from engine.mailbox import Mailbox
from engine.models.estimators import NO_ESTIMATORS, Estimators
from engine.models.ports import Library
from engine.models.safety import Unfit, no_check


class LocalEngine:
    """An `engine.api.ports.Engine` that draws on the devices of this machine."""

    def __init__(
        self,
        *libraries: Library,
        watermark: bool = False,
        estimators: Estimators = NO_ESTIMATORS,
        check: Callable[[str], Unfit] = no_check,
    ) -> None:
        """One library for each device; the first one's cards are shown. `watermark` as in `build`, `estimators` as in
        `Finishers`, `check` as in `Guard`."""
        self._estimators = estimators
        self._guard = Guard(check)
        self._watermark = watermark
        self._libraries = libraries
        self._tickets: dict[str, Ticket] = {}
        self._open = False

    async def __aenter__(self) -> Self:
        """Starts a denoise thread for each device; models are loaded when a job needs them."""
        loop = asyncio.get_running_loop()
        self._moved = asyncio.Event()
        self._watchdog = Watchdog()
        self._watchdog.start()
        self._finishers = Finishers(self._watchdog, self._guard, self._watermark, self._estimators)
        self._enlarging = Enlarging(self._libraries[0], self._watchdog, self._guard, self._watermark)
        self._line = Line(len(self._libraries), lambda: loop.call_soon_threadsafe(self._moved.set))
        self._devices = [
            Device(library, self._line, self._finishers, self._watchdog) for library in self._libraries
        ]
        for device in self._devices:
            device.start()
        self._caller = asyncio.create_task(call_out(self._moved, self._tell_places))
        self._open = True
        return self

    async def __aexit__(self, *exc: object) -> None:
        """Cancels what runs and waits; returns when the devices have ended the step they are at."""
        if not self._open:
            return
        self._open = False
        self._caller.cancel()
        for ticket in self._tickets.values():
            ticket.cancel()
        self._line.close()
        await asyncio.to_thread(self._join)

    def models(self) -> Sequence[ModelCard]:
        """The models there are now, the default one first."""
        return self._listing().models

    def addons(self) -> Addons:
        """The LoRAs and embeddings that prompts may name."""
        return self._libraries[0].addons()

    def passed_over(self) -> Sequence[PassedOver]:
        """What lies among the models and can't draw on every device, and why."""
        return self._listing().passed_over

    def capacity(self) -> Capacity:
        """See `Engine.capacity`."""
        return together_free(device.capacity for device in self._devices)

    def devices(self) -> Sequence[DeviceState]:
        """See `Engine.devices`."""
        return [device.state() for device in self._devices]

    async def submit(self, job: Job) -> AsyncGenerator[Event, None]:
        """See `Engine.submit`."""
        mailbox = Mailbox()
        ticket = Ticket(job, mailbox.post)
        try:
            self._enter(ticket)
            async for event in mailbox:
                yield event
        finally:
            ticket.cancel()
            if self._tickets.get(job.id) is ticket:
                del self._tickets[job.id]
                self._drop(ticket)

    async def cancel(self, job_id: str) -> bool:
        """See `Engine.cancel`."""
        ticket = self._tickets.get(job_id)
        if ticket is None or ticket.over:
            return False
        ticket.cancel()
        self._drop(ticket)
        return True

    def _listing(self) -> Listing:
        """The models that every device can draw with as far as it knows, and what it is of the others."""
        lists = [library.listing() for library in self._libraries]
        over = together(each.passed_over for each in lists)
        return Listing(usable(lists[0].models, over), over)

    def _enter(self, ticket: Ticket) -> None:
        """Puts the job in line, and the pictures that it brings in the hands of a finisher."""
        try:
            check_new(ticket.job, self._tickets, self._open)
            listing, addons = self._listing(), self.addons()
            check(ticket.job, *listing, addons)
            ticket.job = as_called_now(ticket.job, listing.models, addons.adapters)
            self._tickets[ticket.job.id] = ticket
            if ticket.job.recipe.upscaler:
                self._enlarging.submit(ticket)
                return
            self._line.submit(ticket)
            if not ticket.ready:
                self._finishers.read(ticket, self._look_again)
        except Exception as error:
            ticket.fail(error)

    def _look_again(self, ticket: Ticket) -> None:
        """The job's picture has been read, or can't be."""
        if ticket.over:
            self._drop(ticket)
        else:
            self._line.wake()

    def _drop(self, ticket: Ticket) -> None:
        """Takes out what waits of a job that is over."""
        self._line.drop(ticket)
        self._enlarging.drop(ticket)

    def _tell_places(self) -> None:
        for ticket, place in self._line.places().items():
            ticket.queued(*place)

    def _join(self) -> None:
        for device in self._devices:
            device.join()
        self._finishers.close()
        self._enlarging.close()
        self._watchdog.close()
