"""What is under way, for whoever runs Lukis: counted by state, and the first of each state by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal, get_args

from bot.store.rows import JobRow
from engine.api.events import Event, Progress, Queued, Started

Stage = Literal["drawing", "delivering", "waiting"]
"""What becomes of a job, those that are most of interest first."""

STAGES: tuple[Stage, ...] = get_args(Stage)

MOST_SHOWN = 50
"""Jobs of a stage that are named; the others count."""


@dataclass(frozen=True)
class Work:
    """A job under way; it says nothing of who asked for it, nor in which words.

    Attributes:
        job: its id.
        stage: where it is.
        platform, mode, model: as the job has them.
        pictures: how many come of it.
        since: when it was asked for, in seconds since 1970.
        position, wait: as in `Queued`, where the engine has told.
        step, total: as in `Progress`; 0 of 0 where it has not begun.
    """

    job: str
    stage: Stage
    platform: str
    mode: str
    model: str
    pictures: int
    since: float
    position: int | None = None
    wait: float | None = None
    step: int = 0
    total: int = 0

    @property
    def event(self) -> Event | None:
        """The last that the engine has told of it."""
        if self.stage == "waiting":
            return None if self.position is None else Queued(self.position, self.wait)
        return Progress(self.step, self.total) if self.total else Started()


class Underway:
    """All jobs under way, each at its stage; whatever is told or asked costs the same however many there are."""

    def __init__(self) -> None:
        self._stages: dict[Stage, dict[str, Work]] = {stage: {} for stage in STAGES}
        self._where: dict[str, Stage] = {}

    def begin(self, job: JobRow) -> None:
        """A job that was accepted is run."""
        recipe, address = job.recipe, job.address
        self._put(
            Work(job.id, "waiting", address.platform, job.mode, recipe.model, recipe.images, job.created)
        )

    def hear(self, job_id: str, event: Event) -> None:
        """The engine tells something of it."""
        if (work := self._take(job_id)) is None:
            return
        match event:
            case Queued(position, wait):
                work = replace(work, stage="waiting", position=position, wait=wait, step=0, total=0)
            case Started():
                work = replace(work, stage="drawing", position=None, wait=None)
            case Progress(step, total):
                work = replace(work, stage="drawing", step=step, total=total)
        self._put(work)

    def deliver(self, job_id: str) -> None:
        """It is drawn, or has failed, and its person is to hear of it."""
        if work := self._take(job_id):
            self._put(replace(work, stage="delivering"))

    def end(self, job_id: str) -> None:
        """It is over."""
        self._take(job_id)

    def counts(self) -> dict[Stage, int]:
        """How many jobs there are at each stage."""
        return {stage: len(jobs) for stage, jobs in self._stages.items()}

    def first(self) -> Iterator[Work]:
        """The first few of each stage."""
        for jobs in self._stages.values():
            yield from islice(jobs.values(), MOST_SHOWN)

    def _put(self, work: Work) -> None:
        self._where[work.job] = work.stage
        self._stages[work.stage][work.job] = work

    def _take(self, job_id: str) -> Work | None:
        stage = self._where.pop(job_id, None)
        return self._stages[stage].pop(job_id) if stage else None
