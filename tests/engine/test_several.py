"""Devices behind one queue, a process each: all of them draw, everybody gets a turn, and one may die."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from functools import partial

import numpy as np
import pytest

from engine.api.events import Done, Event, Failed, Final, Progress, Queued
from engine.api.jobs import Job
from engine.process import engine as process
from engine.process.several import SeveralEngines
from tests.engine.bench import job
from tests.engine.processes import DEADLY, impatience, make_nothing, process_engine
from tests.engine.test_process import alone, pixels
from tests.patience import PATIENCE, until


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that has died is started again soon."""
    monkeypatch.setattr(process, "FIRST_PAUSE", 0.01)


async def run(
    engine: SeveralEngines, asked: Job, on_event: Callable[[Event], None] = lambda e: None
) -> list[Event]:
    events = []
    async with asyncio.timeout(PATIENCE):
        async for event in engine.submit(asked):
            events.append(event)
            on_event(event)
    assert isinstance(events[0], Queued)
    assert [e for e in events if isinstance(e, Final)] == events[-1:]
    return events


async def lasts(engine: SeveralEngines, *asked: Job) -> list[Event]:
    return [events[-1] for events in await asyncio.gather(*(run(engine, each) for each in asked))]


async def test_one_jobs_images_are_drawn_on_all_of_them_and_their_steps_add_up() -> None:
    devices = [process_engine(), process_engine()]
    async with SeveralEngines(*devices) as engine:
        await lasts(engine, *(job(f"warm{i}", f"t{i}") for i in range(4)))
        events, drawn = [], [set[str](), set[str]()]
        async for event in engine.submit(job(count=4, steps=30)):
            events.append(event)
            for device, seen in zip(devices, drawn, strict=True):
                seen.update(device.jobs)
    done = events[-1]
    assert isinstance(done, Done)
    assert [picture.seed for picture in done.pictures] == [7, 8, 9, 10]
    assert all(drawn)
    steps = [event for event in events if isinstance(event, Progress)]
    assert (steps[-1].step, steps[-1].total) == (120, 120)


async def test_when_one_dies_the_other_goes_on_and_everybody_gets_the_same_picture() -> None:
    first, second = process_engine(), process_engine()
    async with SeveralEngines(first, second) as engine:
        await lasts(engine, *(job(f"warm{i}", f"t{i}") for i in range(4)))
        begun, untouched = first.pid, second.pid
        killed = ""

        def kill(id: str, event: Event) -> None:
            nonlocal killed
            if not killed and isinstance(event, Progress) and f"{id}/0" in first.jobs:
                killed = id
                os.kill(begun, signal.SIGKILL)

        ids = [f"j{i}" for i in range(12)]
        ends = await asyncio.gather(
            *(run(engine, job(id, f"t{i}", seed=i, steps=40), partial(kill, id)) for i, id in enumerate(ids))
        )
        assert killed
        await until(lambda: first.pid != begun)
        assert second.pid == untouched
        assert isinstance((await run(engine, job("next")))[-1], Done)
    assert all(isinstance(events[-1], Done) for events in ends)
    for seed in {0, 1, 11, ids.index(killed)}:
        there = await alone(job(seed=seed, steps=40))
        assert np.abs(pixels(ends[seed][-1]) - there).max() <= 2


async def test_when_one_is_stopped_the_other_draws_what_it_had_not_begun(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    impatient = impatience(monkeypatch, silent=2 * PATIENCE)
    first, second = process_engine(), process_engine()
    async with SeveralEngines(first, second) as engine:
        await lasts(engine, *(job(f"warm{i}", f"t{i}") for i in range(4)))
        await until(lambda: first.ready and second.ready)
        impatient.add(first.pid)
        os.kill(first.pid, signal.SIGSTOP)
        ends = await lasts(engine, *(job(f"j{i}", f"t{i}", seed=i, steps=20) for i in range(6)))
        os.kill(first.pid, signal.SIGCONT)
    assert all(isinstance(end, Done) for end in ends)


async def test_when_one_is_stopped_for_good_everybody_gets_a_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    impatient = impatience(monkeypatch)
    first, second = process_engine(), process_engine()
    async with SeveralEngines(first, second) as engine:
        await lasts(engine, *(job(f"warm{i}", f"t{i}") for i in range(4)))
        stopped = first.pid

        def stop(event: Event) -> None:
            if isinstance(event, Progress) and not impatient:
                impatient.add(stopped)
                os.kill(stopped, signal.SIGSTOP)

        asked = (job(f"j{i}", f"t{i}", seed=i, steps=40) for i in range(6))
        ends = [events[-1] for events in await asyncio.gather(*(run(engine, each, stop) for each in asked))]
        await until(lambda: first.pid != stopped)
    assert all(isinstance(end, Done) for end in ends)


async def test_while_one_can_never_start_the_other_draws_everything() -> None:
    async with SeveralEngines(process_engine(make_nothing), process_engine()) as engine:
        ends = await lasts(engine, *(job(f"j{i}", f"t{i % 5}", count=1 + i % 2) for i in range(10)))
    assert all(isinstance(end, Done) for end in ends)


async def test_nobody_is_left_with_one_that_can_never_start_while_the_other_is_still_coming(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(process, "LONGEST_PAUSE", 0.01)
    broken, slow = process_engine(make_nothing), process_engine(start_seconds=3)
    async with SeveralEngines(broken, slow) as engine:
        at_first = await lasts(engine, *(job(f"j{i}", f"t{i}") for i in range(8)))
        assert all(isinstance(end, Done) for end in at_first)
        await until(lambda: broken.hopeless)
        os.kill(slow.pid, signal.SIGKILL)
        await until(lambda: not slow.ready)
        later = await lasts(engine, *(job(f"k{i}", f"t{i}") for i in range(8)))
        assert all(isinstance(end, Done) for end in later)


async def test_a_job_that_kills_a_device_twice_fails_and_no_other_does() -> None:
    async with SeveralEngines(process_engine(), process_engine()) as engine:
        jobs = [job(f"j{i}", f"t{i}", DEADLY if i == 3 else "a cat", steps=10) for i in range(8)]
        ends = await lasts(engine, *jobs)
        assert isinstance((await run(engine, job("next")))[-1], Done)
    assert isinstance(ends[3], Failed)
    assert ends[3].code == "device-lost"
    assert all(isinstance(end, Done) for i, end in enumerate(ends) if i != 3)


async def test_one_persons_forty_jobs_do_not_delay_anothers_one(monkeypatch: pytest.MonkeyPatch) -> None:
    impatience(monkeypatch)  # with nobody
    devices, ends = [process_engine(), process_engine()], list[str]()
    waiting: set[str] = set()

    def hear(id: str, event: Event) -> None:
        waiting.add(id)
        if isinstance(event, Done):
            ends.append(id)

    asked = [*(job(f"ann{i}", steps=40, seed=i) for i in range(40)), job("bob", "bob")]
    async with SeveralEngines(*devices) as engine:
        await lasts(engine, *(job(f"warm{i}", f"t{i}") for i in range(4)))
        await until(lambda: all(device.ready for device in devices))
        for device in devices:
            os.kill(device.pid, signal.SIGSTOP)
        runs = [asyncio.create_task(run(engine, each, partial(hear, each.id))) for each in asked]
        await until(lambda: len(waiting) == len(asked))
        for device in devices:
            os.kill(device.pid, signal.SIGCONT)
        assert isinstance((await runs[-1])[-1], Done)
        assert ends.index("bob") < 30
        for task in runs:
            task.cancel()
        await asyncio.gather(*runs, return_exceptions=True)


async def test_places_in_the_line_only_go_down_and_a_wait_is_told() -> None:
    async with SeveralEngines(process_engine(), process_engine()) as engine:
        await lasts(engine, job("warm"))
        runs = await asyncio.gather(
            *(run(engine, job(f"j{i}", f"t{i}", seed=i, steps=20)) for i in range(40))
        )
    for events in runs:
        places = [event.position for event in events if isinstance(event, Queued)]
        assert places == sorted(places, reverse=True)
    last = next(event for event in runs[-1] if isinstance(event, Queued))
    assert last.position > 10
    assert last.wait
