"""The thread that makes pictures larger where no model draws them."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice

import numpy as np

from engine.api.modes import REPLIED
from engine.api.upscaling import PLAIN
from engine.local.guard import Guard
from engine.local.queue import NEAR, FairQueue
from engine.local.tickets import Ticket
from engine.local.waits import Speed
from engine.local.watchdog import Watchdog
from engine.models.ports import Library
from engine.modes import way
from engine.pictures.larger import sharpened
from engine.pictures.read import on_white, opened
from engine.pictures.write import AsItIs, picture


class _Over(Exception):
    """Nobody wants the picture any more."""


class Enlarging:
    """One job after the other, fair between tenants. Whatever is raised ends the job that it is done for."""

    def __init__(self, library: Library, watchdog: Watchdog, guard: Guard, watermark: bool = False) -> None:
        """`library` has the upscalers; the rest as in `Finishers`."""
        self._thread = ThreadPoolExecutor(1, "enlarge")
        self._queue: FairQueue[Ticket, None, Ticket] = FairQueue(lambda ticket: None, lambda ticket: ticket)
        self._lock = threading.Lock()
        self._speeds: defaultdict[str, Speed] = defaultdict(Speed)
        self._now: Ticket | None = None
        self._library = library
        self._watchdog = watchdog
        self._guard = guard
        self._watermark = watermark

    def submit(self, ticket: Ticket) -> None:
        """Queues the job, and tells its place before it can begin."""
        with self._lock:
            ticket.takes = self._seconds(ticket)
            self._queue.push(ticket.job.tenant, _work(ticket), ticket, ticket.job.share)
            self._tell_places()
        self._thread.submit(self._next)

    def drop(self, ticket: Ticket) -> None:
        """It waits no more, if it did."""
        with self._lock:
            if self._queue.remove(ticket):
                self._tell_places()

    def close(self) -> None:
        """Drops what has not begun; returns when the rest is done."""
        self._thread.shutdown(cancel_futures=True)

    def _next(self) -> None:
        with self._lock:
            ticket = self._queue.take()
            if ticket is None or ticket.over:
                return
            self._now = ticket
        began = time.monotonic()
        try:
            with self._watchdog.on("making a picture larger"):
                self._do(ticket)
            self._speeds[ticket.job.recipe.upscaler].record(_work(ticket), time.monotonic() - began)
        except BaseException as error:
            ticket.fail(error)
        with self._lock:
            self._now = None
            self._tell_places()

    def _do(self, ticket: Ticket) -> None:
        recipe = ticket.job.recipe
        assert recipe.delivered
        given = on_white(opened(ticket.job.inputs[REPLIED]))
        beginning = Beginning(ticket)

        def on_tile(total: int) -> None:
            if ticket.over:
                raise _Over
            self._watchdog.progress("making a picture larger")
            beginning.step(total)

        if recipe.upscaler == PLAIN:
            large = sharpened(given, recipe.delivered)
            on_tile(1)
        else:
            network = self._library.upscaler(recipe.upscaler)
            large = network.enlarged(given, recipe.delivered, on_tile, ticket.job.one(0))
        for image in range(recipe.images):
            one = way(ticket.job, image)
            look = self._guard.look(one.job)
            made = picture(np.asarray(large), AsItIs(one.job, one.seed), self._watermark, look)
            ticket.deliver(image, made)

    def _seconds(self, ticket: Ticket) -> float | None:
        """How long the job takes, by what its upscaler has done so far; None before it has done anything."""
        rate = self._speeds[ticket.job.recipe.upscaler].per_second
        return _work(ticket) / rate if rate else None

    def _tell_places(self) -> None:
        waits = [*self._waits()]
        for ticket, place, _ in self._queue.round():
            ticket.queued(place, waits[place - 1] if place <= len(waits) else None)

    def _waits(self) -> Iterator[float]:
        """Seconds until each of the next begins, up to the first of which that can't be told."""
        waited = 0.0
        for ticket in filter(None, (self._now, *islice(self._queue, NEAR))):
            if ticket is not self._now:
                yield waited
            if (seconds := self._seconds(ticket)) is None:
                return
            waited += seconds


class Beginning:
    """Starts a job: one that is drawn in steps once its first two have told how long it takes, if that is not known."""

    def __init__(self, ticket: Ticket) -> None:
        self._ticket = ticket
        self._first: float | None = None
        if ticket.takes or ticket.job.recipe.noise_level is None:
            ticket.start()

    def step(self, total: int) -> None:
        """One of so many calls of a network has been made."""
        now = time.monotonic()
        if not self._ticket.started and self._first is None and total > 1:
            self._first = now
            return
        if not self._ticket.started:
            self._ticket.takes = total * (now - self._first) if self._first else None
            self._ticket.start()
        if self._first:
            self._ticket.step(0, total)
        self._first = None
        self._ticket.step(0, total)


def _work(ticket: Ticket) -> float:
    """In megapixels as delivered, for each step that they are drawn in."""
    recipe = ticket.job.recipe
    width, height = recipe.delivered or (0, 0)
    return width * height / 1e6 * (1 if recipe.noise_level is None else recipe.steps)
