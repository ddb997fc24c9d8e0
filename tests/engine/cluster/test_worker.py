"""A worker and those who ask it: nothing is lost, nothing comes twice, and nobody draws for who is gone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

import pytest

from engine.api.cards import ModelCard
from engine.api.events import Cancelled, Done, Event, Failed, Final, Progress, Queued, Started
from engine.api.jobs import Job
from engine.api.ports import Engine
from engine.cluster import worker as cluster
from engine.cluster.messages import Batch, Happened, StaleEpoch, version
from engine.cluster.outbox import Outbox
from engine.cluster.worker import Worker
from tests.engine.bench import job
from tests.fakes import FAKE_CARD, FakeEngine
from tests.patience import PATIENCE, until


def asked(id: str, **changes: Any) -> Job:
    told = job(id, **changes)
    return told.model_copy(
        update={"recipe": told.recipe.model_copy(update={"model": FAKE_CARD.name, "sampler": "euler"})}
    )


@asynccontextmanager
async def worker(make: Callable[[], Engine] = FakeEngine) -> AsyncIterator[Worker]:
    there = Worker(make)
    try:
        assert (await there.hello(1, version()))["epoch"] == 1
        yield there
    finally:
        await there.close()


class Asking:
    """Whoever asks a worker; every other answer is lost on its way."""

    def __init__(self, worker: Worker, epoch: int = 1, loses: bool = False) -> None:
        self.worker, self.epoch, self.loses = worker, epoch, loses
        self.heard: list[Happened] = []
        self._stocked = 0

    async def ask(self) -> Batch:
        number = self.heard[-1].number if self.heard else 0
        if self.loses:
            await self.worker.poll(self.epoch, number, self._stocked, 0.1)
        batch = await self.worker.poll(self.epoch, number, self._stocked, 0.1)
        self.heard += batch.happened
        self._stocked = batch.stocked
        return batch

    async def until_over(self, *ids: str) -> dict[str, list[Event]]:
        async with asyncio.timeout(PATIENCE):
            while {h.job_id for h in self.heard if isinstance(h.event, Final)} != {*ids}:
                await self.ask()
        return {id: [h.event for h in self.heard if h.job_id == id] for id in ids}


async def forever(asking: Asking) -> None:
    while True:
        await asking.ask()


@pytest.mark.parametrize("loses", [False, True])
async def test_each_job_is_told_whole_and_once_however_many_answers_are_lost(loses: bool) -> None:
    ids = [f"j{i}" for i in range(5)]
    async with worker(lambda: FakeEngine(step_seconds=0.01)) as there:
        asking = Asking(there, loses=loses)
        await there.begin(1, [asked(id, steps=5) for id in ids])
        await there.begin(1, [asked(id, steps=5) for id in ids])  # a call that comes twice
        told = await asking.until_over(*ids)
    assert [h.number for h in asking.heard] == sorted({h.number for h in asking.heard})
    for events in told.values():
        assert isinstance(events[-1], Done)
        assert sum(isinstance(event, Started) for event in events) == 1
        assert [e.step for e in events if isinstance(e, Progress)] == sorted(
            {e.step for e in events if isinstance(e, Progress)}
        )


async def test_what_there_is_to_draw_with_is_told_once_and_again_to_who_does_not_know() -> None:
    async with worker() as there:
        asking = Asking(there)
        stock = None
        async with asyncio.timeout(PATIENCE):
            while stock is None:
                stock = (await asking.ask()).stock
        assert [card.name for card in stock.cards] == [FAKE_CARD.name]
        assert (await asking.ask()).stock is None
        assert (await there.poll(1, 0, 0, 0.1)).stock == stock


async def test_a_folder_of_models_that_is_away_for_a_moment_ends_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Away(FakeEngine):
        looks = 0

        def models(self) -> Sequence[ModelCard]:
            self.looks += 1
            if self.looks < 4:
                raise OSError("the disk is away")
            return super().models()

    monkeypatch.setattr(cluster, "LOOK", 0.05)
    async with worker(Away) as there:
        asking = Asking(there)
        async with asyncio.timeout(PATIENCE):
            while (stock := (await asking.ask()).stock) is None:
                pass
        assert [card.name for card in stock.cards] == [FAKE_CARD.name]
        await there.begin(1, [asked("one")])
        told = await asking.until_over("one")
    assert isinstance(told["one"][-1], Done)


async def test_whoever_comes_later_takes_over_and_who_came_before_is_told_so() -> None:
    async with worker(lambda: FakeEngine(step_seconds=0.05)) as there:
        await there.begin(1, [asked("old", steps=100)])
        assert (await there.hello(2, version()))["epoch"] == 2
        for call in (there.begin(1, []), there.cancel(1, []), there.poll(1, 0, 0, 0.1)):
            with pytest.raises(StaleEpoch):
                await call
        later = Asking(there, epoch=2)
        await there.begin(2, [asked("new", steps=1)])
        assert {h.job_id for h in later.heard} <= {"new"}
        assert isinstance((await later.until_over("new"))["new"][-1], Done)
        assert (await there.hello(1, version()))["epoch"] == 2, "an older one takes nothing over"


async def test_one_that_runs_other_code_is_told_the_version_and_takes_nothing_over() -> None:
    async with worker() as there:
        greeting = await there.hello(2, "another")
        assert (greeting["version"], greeting["epoch"]) == (version(), 1)


async def test_what_is_drawn_is_stopped_when_told_and_once_nobody_asks_any_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cluster, "LEASE", 0.2)
    monkeypatch.setattr(cluster, "LOOK", 0.05)
    async with worker(lambda: FakeEngine(step_seconds=0.05)) as there:
        await there.begin(1, [asked("one", steps=100), asked("two", steps=100)])
        await there.cancel(1, ["one", "never heard of"])
        await until(lambda: not there._relays)  # nobody asks
        told = await Asking(there).until_over("one", "two")
    assert [type(events[-1]) for events in told.values()] == [Cancelled, Cancelled]


async def test_an_engine_that_can_not_be_made_says_why() -> None:
    def make() -> Engine:
        raise RuntimeError("no such device")

    async with worker(make) as there:
        with pytest.raises(RuntimeError, match="no such device"):
            await asyncio.wait_for(forever(Asking(there)), PATIENCE)


def test_of_what_nobody_has_heard_only_the_latest_of_a_kind_is_kept() -> None:
    outbox = Outbox()
    for event in (
        Queued(3),
        Queued(1),
        Started(),
        Progress(1, 3, b"seen"),
        Progress(2, 3),
        Failed("engine", {}),
    ):
        outbox.put("a", event)
        outbox.put("b", event)
    kept = [Queued(1), Started(), Progress(2, 3, b"seen"), Failed("engine", {})]
    assert [h.event for h in outbox.all() if h.job_id == "a"] == kept
    numbers = [h.number for h in outbox.all()]
    assert numbers == sorted(set(numbers))
    outbox.acknowledge(numbers[3])
    assert [h.number for h in outbox.all()] == numbers[4:]
