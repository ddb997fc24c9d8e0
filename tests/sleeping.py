"""An engine that sleeps instead of computing, for clusters whose pictures are not the point; loads no torch."""

from __future__ import annotations

import asyncio
import os
import signal
from collections import Counter
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

from engine.api.capacity import Capacity, LaneKey
from engine.api.events import Event, Progress, Queued
from engine.api.jobs import Job
from engine.api.recipe import Recipe
from tests.fakes import FAKE_CARD, FakeEngine

CARDS = "LUKIS_SLEEPING_MODELS"
"""The environment's variable that names the models of a machine, else it has the one of `FAKE_CARD`."""

GATE = "LUKIS_SLEEPING_GATE"
"""The environment's variable that names a file: while that is there, nobody gets beyond the step `HELD`."""

HELD = 3

DEADLY = "kill the process"
"""The prompt whose picture kills whoever draws its first step."""

LANES, ROWS = 4, 2
"""Of it; of a picture that is guided."""


class Sleeping(FakeEngine):
    """Draws so many pictures of a size beside each other; a step takes as long however many these are."""

    def __init__(self, step_seconds: float = 0.05, at_once: int = 4) -> None:
        names = os.environ.get(CARDS, FAKE_CARD.name).split()
        cards = [FAKE_CARD.model_copy(update={"name": name}) for name in names]
        super().__init__(cards, step_seconds=step_seconds)
        self._at_once = at_once
        self._gate = Path(os.environ.get(GATE, "no gate"))
        self._seated: dict[str, LaneKey] = {}  # by job

    def capacity(self) -> Capacity:  # type: ignore[override]
        """It loads nothing."""
        free = {
            lane: ROWS * (self._at_once - taken) for lane, taken in Counter(self._seated.values()).items()
        }
        return Capacity(free, LANES - len(free), frozenset(card.name for card in self._cards), True)

    async def _events(self, job: Job) -> AsyncGenerator[Event, None]:
        try:
            async for event in super()._events(job):
                yield event
        finally:
            self._seated.pop(job.id, None)

    async def _wait_in_line(self, job: Job) -> AsyncGenerator[Event, None]:
        yield Queued(1)
        lane = LaneKey(job.recipe.model, *job.recipe.part)
        while Counter(self._seated.values())[lane] >= self._at_once:
            await asyncio.sleep(0.02)
            self._stop_if_asked(job)
        self._seated[job.id] = lane

    async def _draw(self, job: Job) -> AsyncGenerator[Event, None]:
        async for event in super()._draw(job):
            yield event
            if job.prompt == DEADLY:
                os.kill(os.getpid(), signal.SIGKILL)
            while event == Progress(HELD, job.recipe.steps) and self._gate.exists():  # noqa: ASYNC110
                await asyncio.sleep(0.02)


def job(id: str = "job", tenant: str = "ann", **changes: Any) -> Job:
    """A job for it; anything that a recipe holds may be given by name."""
    recipe = Recipe(
        model=FAKE_CARD.name, width=64, height=64, scale=2, steps=10, cfg=3, sampler="euler", seed=7
    )
    told = {k: changes.pop(k) for k in list(changes) if k in Recipe.model_fields}
    fields = {"mode": "text", "prompt": "a red circle"} | changes
    return Job(id=id, tenant=tenant, recipe=recipe.model_copy(update=told), **fields)
