"""What several devices share out between them: jobs, their images, and who has which."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from itertools import chain

from engine.api.events import Done, Notice, Picture, Progress, Started
from engine.api.jobs import Job
from engine.local.queue import LOOK_AHEAD
from engine.modes import cost
from engine.process.engine import ProcessEngine
from engine.process.errand import Errand


@dataclass(eq=False)
class Ticket(Errand):
    """A job and its images."""

    images: list[Image] = field(default_factory=list)
    started: float | None = None

    def start(self) -> None:
        """Its first image is on a device."""
        if self.started is None:
            self.started = time.monotonic()
            self.tell(Started(self.takes))

    def step(self, preview: bytes | None) -> None:
        """One of its images has come further."""
        step, total = sum(image.step for image in self.images), sum(image.total for image in self.images)
        self.tell(Progress(step, total, preview))

    def deliver(self) -> None:
        """One of its images is there; with the last one the job is done."""
        pictures = [image.picture for image in self.images if image.picture]
        if len(pictures) == len(self.images):
            notices = dict.fromkeys(chain.from_iterable(image.notices for image in self.images))
            seconds = time.monotonic() - (self.started or time.monotonic())
            self.tell(Done(tuple(pictures), seconds, tuple(notices)))


@dataclass(eq=False)
class Image:
    """One image of a job, as a job of its own.

    Attributes:
        turn: when it left the queue, among all others.
        begun: whether a device has begun it: then it stays there, for it may be what kills it.
        fled: how many devices have died before they began it.
        relay: listens to the device that has it.
    """

    ticket: Ticket
    job: Job
    cost: float
    total: int
    turn: int = 0
    step: int = 0
    begun: bool = False
    fled: int = 0
    picture: Picture | None = None
    notices: tuple[Notice, ...] = ()
    relay: asyncio.Task[None] | None = None

    @property
    def left(self) -> float:
        """The work that is still to do."""
        return self.cost * (1 - self.step / self.total)


@dataclass(eq=False)
class Device:
    """An engine, what it was handed, and the model that it drew with last."""

    engine: ProcessEngine
    images: list[Image] = field(default_factory=list)
    model: str = ""

    @property
    def waiting(self) -> list[Image]:
        """What it has not begun."""
        return [image for image in self.images if not image.begun]

    @property
    def load(self) -> float:
        """The work that it still has to do."""
        return sum(image.left for image in self.images)

    def may_take(self, image: Image) -> bool:
        """Whether it has room for another one to choose from: one a tenant."""
        tenants = {waiting.job.tenant for waiting in self.waiting}
        return len(tenants) < LOOK_AHEAD and image.job.tenant not in tenants


def images_of(ticket: Ticket) -> list[Image]:
    """The images of a ticket's job, as jobs of one each."""
    jobs = [
        job.model_copy(update={"id": f"{job.id}/{number}"}) for number, job in enumerate(ticket.job.each())
    ]
    return [
        Image(ticket, each, cost(each) * each.recipe.parts, each.recipe.calls * each.recipe.parts)
        for each in jobs
    ]
