"""The engine's process may die in any way and at any time: its jobs are drawn anew, and everybody else goes on."""

from __future__ import annotations

import asyncio
import io
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.api.events import Cancelled, Done, Event, Failed, Final, Progress, Queued, Started
from engine.api.jobs import Job
from engine.local.engine import LocalEngine
from engine.process import engine as process
from engine.process import pulse
from engine.process.engine import ProcessEngine
from engine.process.inside import serve
from engine.process.messages import Cancel, Close, FromEngine, Happened, Submit
from tests.engine.bench import FAULT, Shelf, Touchy, job, tiny
from tests.engine.processes import (
    DEADLY,
    EXITING,
    LOST,
    impatience,
    make,
    make_breaking,
    make_nothing,
    process_engine,
)
from tests.forking import FORKING
from tests.patience import PATIENCE, until

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that has died is started again soon."""
    monkeypatch.setattr(process, "FIRST_PAUSE", 0.01)


async def run(
    engine: ProcessEngine, asked: Job, on_event: Callable[[Event], None] = lambda e: None
) -> list[Event]:
    """The job's events, whole and in order."""
    events = []
    async with asyncio.timeout(PATIENCE):
        async for event in engine.submit(asked):
            events.append(event)
            on_event(event)
    assert isinstance(events[0], Queued)
    assert [e for e in events if isinstance(e, Final)] == events[-1:]
    return events


def pixels(event: Event) -> np.ndarray:
    assert isinstance(event, Done), event
    return np.asarray(Image.open(io.BytesIO(event.pictures[0].png)).convert("RGB")).astype(int)


async def alone(asked: Job) -> np.ndarray:
    """The job's picture where nothing disturbs it."""
    async with LocalEngine(Shelf({"tiny": Touchy(tiny())})) as engine:
        return pixels([event async for event in engine.submit(asked)][-1])


class Killer:
    """Kills so many of the engine's processes, each when the first event of a kind comes from it.

    Attributes:
        times: how many it will still kill.
        killed: the last one.
    """

    def __init__(self, engine: ProcessEngine, when: Callable[[Event], bool], times: int = 1) -> None:
        self._engine = engine
        self._when = when
        self.killed = 0
        self.times = times

    def __call__(self, event: Event) -> None:
        if self.times and self._when(event) and self._engine.pid != self.killed:
            self.times -= 1
            self.killed = self._engine.pid
            os.kill(self.killed, signal.SIGKILL)


MOMENTS: dict[str, tuple[Callable[[Event], bool], dict[str, float]]] = {
    "waiting": (lambda e: isinstance(e, Queued), {}),
    "loading": (lambda e: isinstance(e, Started), {"load_seconds": 0.3}),
    "drawing": (lambda e: isinstance(e, Progress), {}),
    "encoding": (lambda e: isinstance(e, Progress) and e.step == e.total, {"encode_seconds": 0.3}),
}


@pytest.mark.parametrize("moment", MOMENTS)
async def test_a_job_whose_process_is_killed_gets_the_same_picture(
    moment: str, caplog: pytest.LogCaptureFixture
) -> None:
    when, seconds = MOMENTS[moment]
    async with process_engine(make, 16, **seconds) as engine:
        killer = Killer(engine, when)
        ends = await asyncio.gather(
            run(engine, job("killed", steps=20), killer),
            *(run(engine, job(f"j{i}", f"t{i}", seed=i, steps=20)) for i in range(3)),
        )
        assert not killer.times
        await until(lambda: f"process {killer.killed} has ended (exit code -9)" in caplog.text)
        after = await run(engine, job("next"))
    for events, seed in zip(ends, (7, 0, 1, 2), strict=True):
        assert np.abs(pixels(events[-1]) - await alone(job(seed=seed, steps=20))).max() <= 2
    assert np.abs(pixels(after[-1]) - await alone(job())).max() <= 2


async def test_jobs_that_come_while_there_is_no_process_wait_for_it() -> None:
    async with process_engine() as engine:
        await run(engine, job())
        os.kill(engine.pid, signal.SIGKILL)
        ends = await asyncio.gather(*(run(engine, job(f"j{i}", f"t{i}")) for i in range(5)))
    assert all(isinstance(events[-1], Done) for events in ends)


@pytest.mark.parametrize("prompt", [DEADLY, EXITING, LOST])
async def test_a_job_that_kills_its_process_twice_fails_and_its_neighbours_do_not(
    prompt: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with process_engine() as engine:
        ends = await asyncio.gather(
            *(
                run(engine, job(f"j{i}", f"t{i}", prompt if i == 2 else "a cat", seed=i, steps=10))
                for i in range(5)
            )
        )
        after = await run(engine, job("next"))
    failed = ends[2][-1]
    assert isinstance(failed, Failed)
    assert failed.code == "device-lost"
    assert str(failed.facts["incident"]) in caplog.text
    for i in (0, 1, 3, 4):
        assert np.abs(pixels(ends[i][-1]) - await alone(job(prompt="a cat", seed=i, steps=10))).max() <= 2
    assert isinstance(after[-1], Done)


async def test_a_process_that_is_killed_twice_over_one_job_fails_it_with_one_sentence() -> None:
    async with process_engine() as engine:
        killer = Killer(engine, lambda e: isinstance(e, Progress), times=2)
        killed, other = await asyncio.gather(
            run(engine, job(steps=150, count=4), killer), run(engine, job("other", "bob"))
        )
    assert isinstance(killed[-1], Failed)
    assert killed[-1].code == "device-lost"
    assert isinstance(other[-1], Done)


async def test_jobs_are_cancelled_while_their_process_is_dead_or_they_wait_their_turn_after() -> None:
    killed = False
    async with process_engine() as engine:

        async def stopped(id: str) -> Event:
            nonlocal killed
            last: Event = Queued(1)
            async for last in engine.submit(job(id, steps=150)):
                if isinstance(last, Progress) and not killed:
                    killed = True
                    os.kill(engine.pid, signal.SIGKILL)
                if isinstance(last, Queued) and killed:
                    assert await engine.cancel(id)
            return last

        ends = asyncio.gather(*(stopped(id) for id in ("one", "two", "three")))
        assert [type(end) for end in await asyncio.wait_for(ends, PATIENCE)] == [Cancelled] * 3
        assert isinstance((await run(engine, job("next")))[-1], Done)


def test_a_cancel_right_behind_its_job_is_heard() -> None:
    """Both are there before the process takes the first."""
    ours, theirs = FORKING.Pipe()
    ours.send(Submit(job(steps=150, count=8)))
    ours.send(Cancel("job"))
    child = FORKING.Process(target=serve, args=(theirs, partial(make, start_seconds=0.5), logging.WARNING))
    child.start()
    theirs.close()
    said: list[FromEngine] = []
    while not said or not (isinstance(said[-1], Happened) and isinstance(said[-1].event, Final)):
        assert ours.poll(PATIENCE)
        said.append(ours.recv())
    ours.send(Close())
    child.join()
    assert said[-1] == Happened("job", Cancelled())
    assert child.exitcode == 0


async def test_a_device_that_never_comes_back_is_told_to_those_who_wait(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with process_engine(make_nothing) as engine:
        assert [card.name for card in engine.models()] == ["tiny"]
        last = (await run(engine, job()))[-1]
    assert isinstance(last, Failed)
    assert last.code == "device-lost"
    assert "no such device" in caplog.text, "the process's log is the program's"


async def test_leaving_an_engine_whose_process_is_dead_or_starting_ends_it() -> None:
    async with process_engine() as engine:
        waiting = asyncio.create_task(run(engine, job()))
        await asyncio.sleep(0)
        os.kill(engine.pid, signal.SIGKILL)
        await asyncio.sleep(0)
        await engine.__aexit__(None, None, None)
        assert isinstance((await waiting)[-1], Cancelled)
    assert not alive(engine.pid)


async def test_what_the_process_logs_comes_into_the_programs_log(caplog: pytest.LogCaptureFixture) -> None:
    async with process_engine() as engine:
        last = (await run(engine, job(prompt=FAULT)))[-1]
    assert isinstance(last, Failed)
    assert str(last.facts["incident"]) in caplog.text
    assert "a layer fell over" in caplog.text


async def test_an_engine_that_breaks_its_promise_ends_its_job_and_what_is_too_much_is_not_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.WARNING, "httpx")
    caplog.set_level(logging.INFO)
    async with process_engine(make_breaking) as engine:
        last = (await run(engine, job()))[-1]
    assert isinstance(last, Failed)
    assert last.code == "engine"
    assert "the engine fell over" in caplog.text
    assert "a word" in caplog.messages
    assert "a request" not in caplog.text


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """The processes that are ended soon where they give no sign of life."""
    return impatience(monkeypatch)


async def test_a_process_that_is_stopped_is_ended_and_its_job_drawn_anew(
    impatient: set[int], caplog: pytest.LogCaptureFixture
) -> None:
    async with process_engine() as engine:
        await run(engine, job("warm"))
        stopped = engine.pid

        def stop(event: Event) -> None:
            if isinstance(event, Progress) and not impatient:
                impatient.add(stopped)
                os.kill(stopped, signal.SIGSTOP)

        events = await run(engine, job(steps=150), stop)
        assert engine.pid != stopped
    assert np.abs(pixels(events[-1]) - await alone(job(steps=150))).max() <= 2
    assert f"process {stopped} gives no sign of life" in caplog.text


async def test_a_process_that_is_stopped_for_a_moment_goes_on(
    impatient: set[int], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(pulse, "SILENT", PATIENCE)
    async with process_engine() as engine:
        await run(engine, job("warm"))
        impatient.add(engine.pid)
        os.kill(engine.pid, signal.SIGSTOP)
        waiting = asyncio.create_task(run(engine, job()))
        await until(lambda: not engine.ready)
        assert not waiting.done()
        os.kill(engine.pid, signal.SIGCONT)
        assert isinstance((await waiting)[-1], Done)
        await until(lambda: engine.ready)
    assert "has ended" not in caplog.text


async def test_a_process_that_is_stopped_does_not_hold_up_the_end(impatient: set[int]) -> None:
    async with process_engine() as engine:
        await run(engine, job())
        impatient.add(engine.pid)
        os.kill(engine.pid, signal.SIGSTOP)
        await until(lambda: not engine.ready)
    assert not alive(engine.pid)


async def test_a_machine_that_lets_no_thread_be_started_is_asked_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    refused: list[str] = []
    start = threading.Thread.start

    def refuse(thread: threading.Thread) -> None:
        if thread.name == "engine says" and len(refused) < 2:
            refused.append(thread.name)
            raise RuntimeError("can't start new thread")
        start(thread)

    async with process_engine() as engine:
        await run(engine, job())
        monkeypatch.setattr(threading.Thread, "start", refuse)
        os.kill(engine.pid, signal.SIGKILL)
        assert isinstance((await run(engine, job("next")))[-1], Done)
    assert len(refused) == 2


def alive(pid: int) -> bool:
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


PARENT = """
import asyncio
from tests.engine.bench import job
from tests.engine.processes import process_engine
from tests.forking import FORKING

FORKING.set_forkserver_preload(["tests.engine.processes"])

async def tell(engine):
    async for event in engine.submit(job(steps=150, count=8)):
        print(engine.pid, flush=True)

async def main():
    async with process_engine() as drawing, process_engine(load_seconds=300) as loading:
        await asyncio.gather(tell(drawing), tell(loading))

asyncio.run(main())
"""


def test_processes_end_with_their_parent() -> None:
    """However that one dies, and whatever they are at: one draws, the other loads."""
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
    )
    assert parent.stdout
    told = Counter[int]()
    while len(told) < 2 or min(told.values()) < 2:
        told[int(parent.stdout.readline())] += 1
    assert all(map(alive, told))
    parent.kill()
    parent.wait()
    ends = time.monotonic() + PATIENCE
    while any(map(alive, told)):
        assert time.monotonic() < ends
        time.sleep(0.05)
