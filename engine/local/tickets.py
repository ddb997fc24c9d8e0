"""A job inside the engine: what has become of it, and who hears of it.

A ticket is touched by the event loop, the denoise threads and the threads that encode pictures; its lock
makes each change whole.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import NamedTuple

from engine.api.capacity import LaneKey
from engine.api.events import Cancelled, Done, Event, Final, Notice, Picture, Progress, Queued, Started
from engine.api.jobs import Job
from engine.denoise.forward import blame
from engine.failures import failed
from engine.modes import cost, way
from engine.modes.base import NO_INPUTS, Pixels, Way

PREVIEW_SECONDS = 0.4
"""At least this long between two previews of a job."""


class Ticket:
    """One job, from `submit` to its final event.

    Attributes:
        job: what was asked for.
        inputs: the job's pictures, once they are read.
        ready: whether the job may start: its pictures are read, or it has none.
        takes: seconds that it will be drawn, where they are known and people are told.
    """

    def __init__(self, job: Job, post: Callable[[Event], None]) -> None:
        """`post` takes the events; it is called from any thread."""
        self.job = job
        self.inputs = NO_INPUTS
        self.ready = not job.inputs
        self.takes: float | None = None
        self._post = post
        self._lock = threading.Lock()
        self._final: Final | None = None
        self._started: float | None = None
        self._position = 0
        self._steps: Counter[int] = Counter()  # by drawing
        self._redrawn: set[int] = set()
        self._calls = [each.calls for each in job.recipe.each() for _ in range(self.parts)]  # by drawing
        self._parts: dict[int, dict[int, Pixels]] = {}  # of each image
        self._pictures: dict[int, Picture] = {}
        self._notices: dict[Notice, None] = {}  # in order
        self._preview: bytes | None = None
        self._previewed = 0.0

    @cached_property
    def images(self) -> tuple[Job, ...]:
        """Each of its images as a job; asked for once what is in the job is settled."""
        return self.job.each()

    @cached_property
    def costs(self) -> tuple[float, ...]:
        """What the fair queue weighs each image by, or each part of it."""
        return tuple(cost(each) for each in self.images)

    @property
    def parts(self) -> int:
        """How many parts each of its images is drawn in."""
        return self.job.recipe.parts

    @property
    def drawings(self) -> int:
        """How many parts all of its images have together."""
        return len(self._calls)

    @property
    def over(self) -> bool:
        """Whether its final event has come: nothing more need be done for it."""
        return self._final is not None

    @property
    def started(self) -> bool:
        """Whether it has left the queue."""
        return self._started is not None

    @property
    def left(self) -> float:
        """The part of its work that is still to do, 0 to 1."""
        return 1 - self._step / self._total

    def queued(self, position: int, wait: float | None) -> None:
        """Tells its place, where that is news."""
        with self._lock:
            if not self.over and self._started is None and position != self._position:
                self._position = position
                self._post(Queued(position, wait, self.takes))

    def start(self) -> None:
        """Its first image is on the device, or its model is being loaded."""
        with self._lock:
            if not self.over and self._started is None:
                self._started = time.monotonic()
                self._post(Started(self.takes))

    def step(self, drawing: int, total: int | None = None) -> None:
        """One model call of one of its drawings is made; `total` corrects how many that takes."""
        with self._lock:
            if self.over:
                return
            if total is not None:
                self._calls[drawing] = total
            self._steps[drawing] += 1
            self._post(Progress(self._step, self._total, self._preview))
            self._preview = None

    def redraw(self, drawing: int) -> bool:
        """A drawing was lost by no fault of its own; False if it was before, or if nobody wants it any more."""
        with self._lock:
            if self.over or drawing in self._redrawn:
                return False
            self._redrawn.add(drawing)
            del self._steps[drawing]
            return True

    def wants_preview(self) -> bool:
        """Whether it is time for another preview; asking counts as having got it. What is to be checked has none."""
        now = time.monotonic()
        if self.job.checked or now - self._previewed < PREVIEW_SECONDS:
            return False
        self._previewed = now
        return True

    def show(self, preview: bytes) -> None:
        """A preview, as JPEG, that goes out with the next step."""
        with self._lock:
            self._preview = preview

    def note(self, notices: Iterable[Notice]) -> None:
        """Something that is to be said at the end, once however often it comes."""
        with self._lock:
            self._notices |= dict.fromkeys(notices)

    def gather(self, image: int, part: int, pixels: Pixels) -> list[Pixels]:
        """A part of an image is drawn; all of its parts in order with the last of them, else nothing."""
        with self._lock:
            if self.over:
                return []
            parts = self._parts.setdefault(image, {})
            parts[part] = pixels
            if len(parts) < self.parts:
                return []
            del self._parts[image]
            return [parts[i] for i in range(len(parts))]

    def deliver(self, image: int, picture: Picture) -> None:
        """An image is finished; with the last one the job is done."""
        with self._lock:
            self._pictures[image] = picture
            if len(self._pictures) == self.job.recipe.images:
                pictures = tuple(self._pictures[i] for i in range(len(self._pictures)))
                seconds = time.monotonic() - (self._started or time.monotonic())
                self._end(Done(pictures, seconds, tuple(self._notices)))

    def cancel(self) -> None:
        """Its owner wants it no more."""
        with self._lock:
            self._end(Cancelled())

    def fail(self, error: BaseException) -> None:
        """It can't be finished. What is not the person's to mend is logged under an id that they see."""
        with self._lock:
            if not self.over:
                self._end(failed(self.job.id, blame(error)))

    @property
    def _total(self) -> int:
        return sum(self._calls)

    @property
    def _step(self) -> int:
        return min(self._steps.total(), self._total)

    def _end(self, final: Final) -> None:
        if self._final is None:
            self._final = final
            self._parts.clear()
            self._post(final)


class Drawing(NamedTuple):
    """One image of a job, or a part of one, while it waits in line and while a lane draws it."""

    ticket: Ticket
    number: int

    @property
    def image(self) -> int:
        """Which of the job's images it is of."""
        return self.number // self.ticket.parts

    @property
    def part(self) -> int:
        """Which part of that image it is."""
        return self.number % self.ticket.parts

    @property
    def shown(self) -> bool:
        """Whether it is what people see of the job while it is drawn: its first image, where that is one whole."""
        return self.number == 0 and self.ticket.parts == 1

    @property
    def job(self) -> Job:
        """Its job as if this image were all of it."""
        return self.ticket.images[self.image]

    @property
    def lane(self) -> LaneKey:
        """Where it can be drawn."""
        recipe = self.job.recipe
        return LaneKey(recipe.model, *recipe.part)

    @property
    def cost(self) -> float:
        """What the fair queue weighs it by."""
        return self.ticket.costs[self.image]

    def way(self) -> Way:
        """Its mode's way of drawing it, from the beginning."""
        return way(self.ticket.job, self.image, self.ticket.inputs, self.part)
