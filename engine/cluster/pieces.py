"""What a cluster shares out: jobs, their pictures, and who has which."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from functools import cached_property

from engine.api.capacity import LaneKey
from engine.api.devices import DeviceState
from engine.api.jobs import Job
from engine.cluster.messages import Stock
from engine.cluster.place import Kind, Place
from engine.modes import rows
from engine.process.shares import Image, Ticket, images_of

SUSPECT = 2
"""Workers lost with a picture begun, after which it is drawn with nobody beside it: the next loss says who was it."""


@dataclass(eq=False)
class Piece(Image):
    """One picture of a job, as a job of its own.

    Attributes:
        worker: that has it.
        deaths: how many workers have been lost with it begun.
        tries: how often it was handed out.
    """

    worker: Crew | None = None
    deaths: int = 0
    tries: int = 0

    @property
    def kind(self) -> Kind:
        """What a worker must have room for; stays the same while it waits."""
        recipe = self.job.recipe
        lane = LaneKey(recipe.model, *recipe.part)
        return Kind(lane, recipe.upscaler, alone=self.deaths >= SUSPECT)

    @cached_property
    def rows(self) -> int:
        """Of a forward."""
        return rows(self.job)

    def handed(self, worker: Crew) -> Job:
        """It is that worker's now, as this job: another one each time, so that no old news is taken for new."""
        self.tries += 1
        self.worker = worker
        job = self.job.model_copy(update={"id": f"{self.job.id}/{self.tries}"})
        worker.pieces[job.id] = self
        return job

    @property
    def handle(self) -> str:
        """The id by which its worker knows it."""
        return f"{self.job.id}/{self.tries}"

    def taken_back(self) -> None:
        """It is nobody's any more."""
        if self.worker:
            del self.worker.pieces[self.handle]
            self.worker.place.left(self, self.begun)
            self.worker.worked = time.monotonic()
        self.worker, self.begun, self.step = None, False, 0


@dataclass(eq=False)
class Crew:
    """A worker, and what it has.

    Attributes:
        pid: its process's number, on its machine.
        devices: how they were when it last told.
        title: what people know it by: its machine and a number.
        pieces: by the ids by which it knows them.
        new: whether its machine has come just now.
        came, worked: when it was there, and when it last had something to do, by `time.monotonic`.
    """

    place: Place
    pid: int = 0
    title: str = ""
    stock: Stock = field(default_factory=Stock)
    devices: tuple[DeviceState, ...] = ()
    pieces: dict[str, Piece] = field(default_factory=dict)
    new: bool = False
    came: float = field(default_factory=time.monotonic)
    worked: float = field(default_factory=time.monotonic)


def pieces_of(ticket: Ticket) -> list[Piece]:
    """The pictures of a ticket's job."""
    return [Piece(ticket, image.job, image.cost, image.total) for image in images_of(ticket)]
