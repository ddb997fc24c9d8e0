"""While the engine is being made, people are answered, and nothing they ask for is lost."""

from __future__ import annotations

import asyncio
import threading

from engine.api.events import Cancelled, Done, Event, Failed, Queued
from engine.api.jobs import Job
from engine.api.ports import Engine
from engine.api.recipe import Recipe
from engine.starting import StartingEngine
from tests.fakes import FAKE_CARD, FakeEngine
from tests.patience import PATIENCE

RECIPE = Recipe(model="starter", width=64, height=64, steps=4, cfg=2, sampler="euler", seed=1)


def job(id: str) -> Job:
    return Job(id=id, tenant="ann", mode="text", prompt="a fox", recipe=RECIPE)


async def events(engine: Engine, id: str) -> list[Event]:
    return [event async for event in engine.submit(job(id))]


async def test_jobs_wait_for_the_engine_and_may_be_cancelled_meanwhile() -> None:
    there = threading.Event()

    def make() -> Engine:
        there.wait(PATIENCE)
        return FakeEngine()

    async with StartingEngine(make, lambda: [FAKE_CARD]) as engine:
        assert [card.name for card in engine.models()] == ["starter"]
        first, second = (asyncio.create_task(events(engine, id)) for id in ("one", "two"))
        await asyncio.sleep(0.05)
        assert await engine.cancel("one")
        assert not await engine.cancel("three")
        assert await first == [Queued(1), Cancelled()]
        assert not second.done()
        there.set()
        assert isinstance((await second)[-1], Done)


async def test_an_engine_that_cannot_start_says_so_with_an_id() -> None:
    def make() -> Engine:
        raise RuntimeError("no such device")

    async with StartingEngine(make, lambda: [FAKE_CARD]) as engine:
        last = (await events(engine, "one"))[-1]
    assert isinstance(last, Failed)
    assert last.code == "engine"
    assert len(str(last.facts["incident"])) == 8
