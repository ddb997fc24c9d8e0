"""A real cluster in trouble: whatever dies or hangs costs time, and nobody's picture."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from engine.api.events import Done, Event, Failed, Final, Progress, Queued, Started
from engine.api.jobs import Job
from engine.cluster.engine import ClusterEngine
from tests.fakes import FAKE_CARD, paint
from tests.heads import Head, head, sleeping_engine
from tests.patience import PATIENCE, until
from tests.sleeping import CARDS, DEADLY, HELD, job
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_stage import lukis_on

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def ray() -> Iterator[Head]:
    """A head with two devices, whose workers are there as soon as they are asked for."""
    with head(devices=2) as running:
        yield running


async def run(
    engine: ClusterEngine, asked: Job, on_event: Callable[[Event], object] = lambda e: None
) -> list[Event]:
    """All that is told of a job, which has one end."""
    events = []
    async with asyncio.timeout(2 * PATIENCE):
        async for event in engine.submit(asked):
            events.append(event)
            on_event(event)
    assert [e for e in events if isinstance(e, Final)] == events[-1:]
    return events


def as_undisturbed(asked: Job, events: list[Event]) -> bool:
    """Whether it has ended in the very pictures that its seeds give."""
    end = events[-1]
    assert isinstance(end, Done), end
    drawn = [picture.png for picture in end.pictures]
    return drawn == [paint(one, one.recipe.seed).png for one in asked.each()]


def drawing(engine: ClusterEngine, id: str) -> int:
    """The number of the process that draws a job."""
    pieces = [(crew.pid, piece) for crew in engine.workers for piece in crew.pieces.values()]
    return next(pid for pid, piece in pieces if piece.ticket.job.id == id and piece.begun)


def strike_at(pid: int, how: signal.Signals = signal.SIGKILL) -> None:
    """Sends a process a signal; 0, which stands for all of ours, is none."""
    assert pid
    os.kill(pid, how)


def gone(pid: int) -> bool:
    """Whether there is no such process any more."""
    try:
        return bool(psutil.Process(pid).status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True


class Strike:
    """Does something once, as soon as a job has come as far as it gets before that.

    Args:
        falls: times that the job comes so far until all may go on.
    """

    def __init__(self, ray: Head, what: Callable[[], object], falls: int = 1) -> None:
        self._what, self._gate, self._falls = what, ray.gate, falls
        self._gate.touch()
        self.times = 0

    def __call__(self, event: Event) -> None:
        if isinstance(event, Progress) and event.step == HELD:
            self.times += 1
            if self.times == 1:
                self._what()
            if self.times == self._falls:
                self._gate.unlink()


def tells_of_a_new_start(events: list[Event]) -> bool:
    """Whether it was told once that it began, and its steps went up, were lost, and went up again; on a busy machine
    one that is slow may be taken for one that hangs, too.
    """
    steps = [event.step for event in events if isinstance(event, Progress)]
    again = [i for i in range(1, len(steps)) if steps[i] <= steps[i - 1]]
    return sum(isinstance(e, Started) for e in events) == 1 and bool(again)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP])
async def test_a_worker_that_dies_or_hangs_in_the_midst_costs_nobody_their_picture(
    ray: Head, how: signal.Signals
) -> None:
    jobs = [job(f"j{i}", f"t{i}", seed=i, steps=10) for i in range(6)]
    struck: list[int] = []

    async with sleeping_engine(ray.address, patience=10.0 if how == signal.SIGSTOP else 60.0) as engine:
        await until(lambda: len(engine.workers) == 2)

        def hit() -> None:
            struck.append(drawing(engine, "j0"))
            strike_at(struck[0], how)

        first, *others = await asyncio.gather(
            run(engine, jobs[0], Strike(ray, hit, falls=2)), *(run(engine, each) for each in jobs[1:])
        )
        assert tells_of_a_new_start(first)
        for asked, events in zip(jobs, [first, *others], strict=True):
            assert as_undisturbed(asked, events)
        await until(
            lambda: len(engine.workers) == 2 and struck[0] not in {crew.pid for crew in engine.workers}
        )
        assert gone(struck[0])


async def test_a_picture_that_kills_its_workers_fails_with_one_sentence_and_nobody_beside_it(
    ray: Head,
) -> None:
    others = [job(f"j{i}", f"t{i}", seed=i, steps=60) for i in range(4)]
    async with sleeping_engine(ray.address) as engine:
        await until(lambda: len(engine.workers) == 2)
        deadly, *told = await asyncio.gather(
            run(engine, job("deadly", "eve", prompt=DEADLY)), *(run(engine, each) for each in others)
        )
    assert isinstance(deadly[-1], Failed)
    assert deadly[-1].code == "device-lost"
    for asked, events in zip(others, told, strict=True):
        assert as_undisturbed(asked, events)


async def test_a_driver_that_dies_is_started_again_and_what_was_drawn_is_drawn_anew(ray: Head) -> None:
    async with sleeping_engine(ray.address) as engine:
        await until(lambda: len(engine.workers) == 2)
        workers = {crew.pid for crew in engine.workers}
        asked = job("one", steps=10)
        strike = Strike(ray, lambda: strike_at(engine.driver), falls=2)
        events = await run(engine, asked, strike)
        assert strike.times
        assert as_undisturbed(asked, events)
        await until(
            lambda: {crew.pid for crew in engine.workers} == workers
        )  # the very same, with their models


async def test_pictures_of_one_job_are_drawn_on_several_cards_and_come_back_as_one_album(ray: Head) -> None:
    async with sleeping_engine(ray.address) as engine:
        await until(lambda: len(engine.workers) == 2 and all(crew.place.hungry for crew in engine.workers))
        asked = job("album", count=4, seed=2**32 - 2)
        drew: set[int] = set()

        def look(event: Event) -> None:
            drew.update(crew.pid for crew in engine.workers for piece in crew.pieces.values() if piece.begun)

        events = await run(engine, asked, look)
        assert drew == {crew.pid for crew in engine.workers}
    assert as_undisturbed(asked, events)
    (queued, *_), (*_, end) = events, events
    assert isinstance(queued, Queued) and isinstance(end, Done)
    assert [picture.seed for picture in end.pictures] == [2**32 - 2, 2**32 - 1, 0, 1]


async def test_an_album_from_two_cards_of_which_one_dies_comes_once_and_with_one_status_message(
    ray: Head, tmp_path: Path
) -> None:
    engine = sleeping_engine(ray.address)
    ray.gate.touch()
    async with TelegramServer() as telegram, lukis_on(telegram, tmp_path, engine=engine):
        alice = telegram.person("Alice")
        await until(lambda: len(engine.workers) == 2 and all(crew.place.hungry for crew in engine.workers))
        await alice.send("/imagine a red fox --n 4")
        status = await alice.expect_status()
        await until(lambda: all(any(p.step == HELD for p in crew.pieces.values()) for crew in engine.workers))
        strike_at(engine.workers[0].pid)
        ray.gate.unlink()
        photos, buttons = await alice.expect_album(4)
        await alice.expect_gone(status)
        assert [m for m in alice.chat.log if m.from_bot and m not in (status, *photos, buttons)] == []


async def test_a_machine_without_the_model_draws_others_and_one_that_is_out_of_reach_for_a_while_comes_back(
    ray: Head,
) -> None:
    ray.join("far", {CARDS: "other"})
    asked = [job(f"j{i}", f"t{i}", seed=i, steps=10) for i in range(8)]
    other = job("other", "eve", model="other")
    async with sleeping_engine(ray.address, patience=10.0) as engine:
        await until(lambda: {card.name for card in engine.models()} == {FAKE_CARD.name, "other"})
        (far,) = [crew for crew in engine.workers if crew.title == "far:0"]

        def cut() -> None:
            assert [piece.ticket.job.id for piece in far.pieces.values()] == ["other"]
            for process in ray.processes(machine="far"):
                process.suspend()

        drawn = [asyncio.create_task(run(engine, each)) for each in asked]
        late = asyncio.create_task(run(engine, other, Strike(ray, cut)))
        for each, task in zip(asked, drawn, strict=True):
            assert as_undisturbed(each, await task)
        await until(lambda: far not in engine.workers)
        assert not late.done()
        for process in ray.processes(machine="far"):
            process.resume()
        assert as_undisturbed(other, await late)
    for process in ray.processes(machine="far"):
        process.kill()


async def test_a_head_that_starts_again_holds_nobody_up(ray: Head) -> None:
    async with sleeping_engine(ray.address) as engine:
        await until(lambda: len(engine.workers) == 2)
        workers = {crew.pid for crew in engine.workers}
        early, late = job("early"), job("late", seed=8)
        strike = Strike(ray, ray.restart)
        events = await run(engine, early, strike)
        assert strike.times
        assert as_undisturbed(early, events)
        assert as_undisturbed(late, await run(engine, late))
        await until(lambda: {crew.pid for crew in engine.workers} == workers)


async def test_whoever_waits_for_a_head_that_is_gone_is_drawn_by_the_next_one() -> None:
    asked = [job(f"j{i}", f"t{i}", seed=i, steps=10) for i in range(3)]
    with head() as first:
        async with sleeping_engine(first.address) as engine:
            await until(lambda: len(engine.workers) == 2)
            strike = Strike(first, first.end)
            drawn = [asyncio.create_task(run(engine, each, strike)) for each in asked]
            await until(lambda: strike.times and not engine.workers)
            late = asyncio.create_task(run(engine, job("late")))
            with head(port=int(first.address.rpartition(":")[2])):
                for each, events in zip(asked, await asyncio.gather(*drawn), strict=True):
                    assert as_undisturbed(each, events)
                assert as_undisturbed(job("late"), await late)
