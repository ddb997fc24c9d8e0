"""The thread that makes pictures larger where no model draws them."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from engine.api.modes import REPLIED
from engine.api.upscaling import PLAIN
from engine.local.guard import Guard
from engine.local.queue import FairQueue
from engine.local.tickets import Ticket
from engine.local.waits import Speed, places
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
        self._queue: FairQueue[Ticket] = FairQueue()
        self._lock = threading.Lock()
        self._speed = Speed()
        self._left = 0.0
        self._library = library
        self._watchdog = watchdog
        self._guard = guard
        self._watermark = watermark

    def submit(self, ticket: Ticket) -> None:
        """Queues the job, and tells its place before it can begin."""
        work = _work(ticket)
        with self._lock:
            if rate := self._speed.per_second:
                ticket.takes = work / rate
            self._queue.push(ticket.job.tenant, work, ticket)
            self._tell_places()
        self._thread.submit(self._next)

    def close(self) -> None:
        """Drops what has not begun; returns when the rest is done."""
        self._thread.shutdown(cancel_futures=True)

    def _next(self) -> None:
        with self._lock:
            ticket = self._queue.take()
            if ticket is None or ticket.over:
                return
            self._left = _work(ticket)
        ticket.start()
        began = time.monotonic()
        try:
            with self._watchdog.on("making a picture larger"):
                self._do(ticket)
        except BaseException as error:
            ticket.fail(error)
        with self._lock:
            self._speed.record(self._left, time.monotonic() - began)
            self._left = 0.0
            self._tell_places()

    def _do(self, ticket: Ticket) -> None:
        recipe = ticket.job.recipe
        assert recipe.delivered
        given = on_white(opened(ticket.job.inputs[REPLIED]))

        def on_tile(total: int) -> None:
            if ticket.over:
                raise _Over
            self._watchdog.progress("making a picture larger")
            ticket.step(0, total)

        if recipe.upscaler == PLAIN:
            large = sharpened(given, recipe.delivered)
            on_tile(1)
        else:
            large = self._library.upscaler(recipe.upscaler).enlarged(given, recipe.delivered, on_tile)
        for image in range(recipe.images):
            one = way(ticket.job, image)
            look = self._guard.look(one.job)
            made = picture(np.asarray(large), AsItIs(one.job, one.seed), self._watermark, look)
            ticket.deliver(image, made)

    def _tell_places(self) -> None:
        waiting = [ticket for ticket in self._queue if not ticket.over]
        line = ((ticket, _work(ticket)) for ticket in waiting)
        rate = self._speed.per_second
        for ticket, place in places(line, lambda each: each.started, self._left, 1, rate).items():
            ticket.queued(*place)


def _work(ticket: Ticket) -> float:
    """In megapixels as delivered."""
    width, height = ticket.job.recipe.delivered or (0, 0)
    return width * height / 1e6
