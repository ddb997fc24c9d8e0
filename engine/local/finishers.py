"""The threads beside the denoise threads: they read what jobs bring, and encode what was drawn."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from torch import Tensor

from engine.denoise import preview
from engine.local.guard import Guard
from engine.local.tickets import Drawing, Ticket
from engine.local.watchdog import Watchdog
from engine.models.estimators import NO_ESTIMATORS, Estimators
from engine.models.files.hashes import hash_of
from engine.models.files.versions import Version
from engine.modes import read
from engine.modes.base import Way
from engine.pictures.write import picture

log = logging.getLogger(__name__)

FINISHERS = 2
"""How many they are."""


class Finishers:
    """Work around the drawing, done in turn. Whatever is raised ends the job that it is done for, and no thread."""

    def __init__(
        self,
        watchdog: Watchdog,
        guard: Guard,
        watermark: bool = False,
        estimators: Estimators = NO_ESTIMATORS,
    ) -> None:
        """The watchdog looks after them, the guard at pictures; `watermark` is whether these get the invisible one;
        `estimators` see depth and the like in pictures given."""
        self._estimators = estimators
        self._threads = ThreadPoolExecutor(FINISHERS, "finish")
        self._watchdog = watchdog
        self._guard = guard
        self._watermark = watermark

    def read(self, ticket: Ticket, then: Callable[[Ticket], None]) -> None:
        """Reads the pictures that a job brings; `then` is called when it is ready, or over."""

        def work() -> None:
            ticket.inputs = read(ticket.job, self._estimators)
            ticket.ready = True

        self._submit(ticket, "reading pictures", work, then)

    def deliver(self, drawing: Drawing, way: Way, pixels: Tensor, vae: Version | None = None) -> None:
        """Encodes a picture, `[height, width, 3]` as bytes on the CPU, and hands it over; a part, with the last. `vae`
        is the file of what decoded it, where that was not the model's own."""
        ticket = drawing.ticket

        def work() -> None:
            if parts := ticket.gather(drawing.image, drawing.part, pixels.numpy()):
                digits = hash_of(vae) if vae else ""
                whole = picture(way.whole(parts), way, self._watermark, self._guard.look(way.job), digits)
                ticket.deliver(drawing.image, whole)

        self._submit(ticket, "encoding a picture", work)

    def show(self, ticket: Ticket, rgb: Tensor) -> None:
        """Encodes a preview, `[h, w, 3]` as bytes. The job goes on without it, if it can't be."""

        def work() -> None:
            try:
                ticket.show(preview.jpeg(rgb))
            except BaseException:
                log.exception("Job %s has no preview", ticket.job.id, extra={"job": ticket.job.id})

        self._submit(ticket, "encoding a preview", work)

    def close(self) -> None:
        """Drops what has not begun; returns when the rest is done."""
        self._threads.shutdown(cancel_futures=True)

    def _submit(
        self,
        ticket: Ticket,
        what: str,
        work: Callable[[], None],
        then: Callable[[Ticket], None] = lambda ticket: None,
    ) -> None:
        self._threads.submit(self._do, ticket, what, work, then)

    def _do(
        self, ticket: Ticket, what: str, work: Callable[[], None], then: Callable[[Ticket], None]
    ) -> None:
        try:
            with self._watchdog.on(what):
                work()
        except BaseException as error:
            ticket.fail(error)
        then(ticket)
