"""A real cluster in trouble: whatever dies or hangs costs time, and nobody's picture."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable

import numpy as np
import psutil
import pytest

from engine.api.events import Done, Event, Failed, Final, Progress
from engine.api.jobs import Job
from engine.cluster.engine import ClusterEngine
from tests.engine.bench import job
from tests.engine.processes import DEADLY
from tests.engine.test_process import pixels
from tests.heads import cluster_engine
from tests.patience import PATIENCE, until


async def run(
    engine: ClusterEngine, asked: Job, on_event: Callable[[Event], object] = lambda e: None
) -> list[Event]:
    events = []
    async with asyncio.timeout(2 * PATIENCE):
        async for event in engine.submit(asked):
            events.append(event)
            on_event(event)
    assert [e for e in events if isinstance(e, Final)] == events[-1:]
    return events


async def pictures(engine: ClusterEngine, *asked: Job) -> list[np.ndarray]:
    """The first picture of each."""
    ends = [events[-1] for events in await asyncio.gather(*(run(engine, each) for each in asked))]
    assert all(isinstance(end, Done) for end in ends), ends
    return [pixels(end) for end in ends if isinstance(end, Done)]


def drawing(engine: ClusterEngine, id: str) -> int:
    """The number of the process that draws a job, or 0."""
    return next(
        (
            crew.pid
            for crew in engine.workers
            for piece in crew.pieces.values()
            if piece.ticket.job.id == id and piece.begun
        ),
        0,
    )


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP])
async def test_a_worker_that_dies_or_hangs_in_the_midst_costs_nobody_their_picture(
    how: signal.Signals,
) -> None:
    jobs = [job(f"j{i}", f"t{i}", seed=i, steps=40) for i in range(4)]
    struck = 0

    async with cluster_engine(patience=3.0 if how == signal.SIGSTOP else 60.0) as engine:
        await until(lambda: len(engine.workers) == 2)
        undisturbed = await pictures(
            engine, *(each.model_copy(update={"id": f"before-{each.id}"}) for each in jobs)
        )

        def strike(event: Event) -> None:
            nonlocal struck
            if (
                not struck
                and isinstance(event, Progress)
                and event.step > 3
                and (pid := drawing(engine, "j0"))
            ):
                struck = pid
                os.kill(pid, how)

        first, *others = await asyncio.gather(
            run(engine, jobs[0], strike), *(run(engine, each) for each in jobs[1:])
        )
        assert struck
        for events, expected in zip([first, *others], undisturbed, strict=True):
            assert isinstance(events[-1], Done), events[-1]
            assert np.abs(pixels(events[-1]) - expected).max() <= 2
        await until(lambda: len(engine.workers) == 2 and struck not in {crew.pid for crew in engine.workers})
        assert not psutil.pid_exists(struck) or psutil.Process(struck).status() == psutil.STATUS_ZOMBIE


async def test_a_picture_that_kills_its_workers_fails_with_one_sentence_and_nobody_beside_it() -> None:
    async with cluster_engine() as engine:
        await until(lambda: len(engine.workers) == 2)
        deadly, *others = await asyncio.gather(
            run(engine, job("deadly", "eve", prompt=DEADLY, steps=5)),
            *(run(engine, job(f"j{i}", f"t{i}", seed=i, steps=60)) for i in range(4)),
        )
    assert isinstance(deadly[-1], Failed)
    assert deadly[-1].code == "device-lost"
    assert [type(events[-1]) for events in others] == [Done] * 4


async def test_a_driver_that_dies_is_started_again_and_what_was_drawn_is_drawn_anew() -> None:
    killed = False
    async with cluster_engine() as engine:
        await until(lambda: len(engine.workers) == 2)
        workers = {crew.pid for crew in engine.workers}

        def strike(event: Event) -> None:
            nonlocal killed
            if not killed and isinstance(event, Progress):
                killed = True
                (driver,) = [p for p in psutil.Process().children(recursive=True) if engine.driver == p.pid]
                driver.kill()

        (end, *_) = reversed(await run(engine, job("one", steps=40), strike))
        assert isinstance(end, Done)
        await until(
            lambda: {crew.pid for crew in engine.workers} == workers
        )  # the very same, with their models
