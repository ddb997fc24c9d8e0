"""What every engine must do, whatever draws the pictures."""

from __future__ import annotations

import asyncio
import io
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, aclosing, asynccontextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
from PIL import Image

from engine.api.cards import ModelCard
from engine.api.devices import any_ready
from engine.api.errors import EngineError, by_code
from engine.api.events import Cancelled, Done, Event, Failed, Final, Progress, Queued, Started
from engine.api.jobs import Job
from engine.api.ports import Engine
from engine.api.recipe import Recipe
from engine.local.engine import LocalEngine
from engine.modes.base import Way
from engine.process.several import SeveralEngines
from engine.starting import StartingEngine
from tests.engine.bench import FAULT, RECIPE, Shelf, Touchy, tiny
from tests.engine.processes import process_engine
from tests.fakes import FakeEngine
from tests.heads import cluster_engine
from tests.patience import until
from tests.toy import DEEP, register


@dataclass
class Bench:
    """An engine that is running, and what it takes to look at it."""

    engine: Engine
    recipe: Recipe

    def job(self, id: str = "job", **changes: Any) -> Job:
        fields: dict[str, Any] = {"id": id, "tenant": "ann", "mode": "text", "prompt": "a red circle"}
        recipe = {k: changes.pop(k) for k in list(changes) if k in Recipe.model_fields}
        return Job(**(fields | changes), recipe=self.recipe.model_copy(update=recipe))

    async def run(self, job: Job) -> list[Event]:
        return [event async for event in self.engine.submit(job)]

    async def draw(self, **changes: Any) -> Done:
        last = (await self.run(self.job(**changes)))[-1]
        assert isinstance(last, Done), last
        return last


@asynccontextmanager
async def fake() -> AsyncIterator[Bench]:
    def fault(job: Job) -> EngineError | None:
        return EngineError(incident="0badf00d") if job.prompt == FAULT else None

    async with FakeEngine(fault=fault, step_seconds=0.002) as engine:
        card = engine.models()[0]
        yield Bench(
            engine,
            Recipe(model=card.name, width=64, height=64, scale=2, steps=4, cfg=3, sampler="euler", seed=7),
        )


@asynccontextmanager
async def local() -> AsyncIterator[Bench]:
    async with LocalEngine(Shelf({"tiny": Touchy(tiny())})) as engine:
        yield Bench(engine, RECIPE)


@asynccontextmanager
async def late() -> AsyncIterator[Bench]:
    """One that takes a moment to be made."""

    def make() -> Engine:
        time.sleep(0.05)
        return LocalEngine(Shelf({"tiny": Touchy(tiny())}))

    async with StartingEngine(make, lambda: [ModelCard(name=RECIPE.model)]) as engine:
        yield Bench(engine, RECIPE)


@asynccontextmanager
async def apart() -> AsyncIterator[Bench]:
    """One in a process of its own."""
    async with process_engine() as engine:
        yield Bench(engine, RECIPE)


@asynccontextmanager
async def several() -> AsyncIterator[Bench]:
    """Two behind one queue."""
    async with SeveralEngines(process_engine(), process_engine()) as engine:
        yield Bench(engine, RECIPE)


@asynccontextmanager
async def cluster() -> AsyncIterator[Bench]:
    """Two workers of a real Ray, which stay from test to test."""
    async with cluster_engine() as engine:
        yield Bench(engine, RECIPE)


ENGINES: dict[str, Callable[[], AbstractAsyncContextManager[Bench]]] = {
    "fake": fake,
    "local": local,
    "late": late,
    "apart": apart,
    "several": several,
    "cluster": cluster,
}


@pytest.fixture(params=list(ENGINES))
async def bench(request: pytest.FixtureRequest) -> AsyncIterator[Bench]:
    async with ENGINES[request.param]() as bench:
        yield bench


def pixels(png: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)


def some_picture(colour: str = "red") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (120, 80), colour).save(buffer, "PNG")
    return buffer.getvalue()


async def test_a_job_is_queued_started_drawn_step_by_step_and_done(bench: Bench) -> None:
    events = await bench.run(bench.job())
    kinds = [type(e) for e in events]
    assert [k for i, k in enumerate(kinds) if not i or k != kinds[i - 1]] == [Queued, Started, Progress, Done]
    assert all(e.position >= 1 for e in events if isinstance(e, Queued))
    progress = [e for e in events if isinstance(e, Progress)]
    assert progress == sorted(progress, key=lambda p: p.step)
    assert all(1 <= p.step <= p.total for p in progress)
    assert progress[-1].step == progress[-1].total


async def test_pictures_are_lossless_enlarged_and_carry_their_parameters(bench: Bench) -> None:
    done = await bench.draw(prompt="a cat", negative="dogs", seed=11, steps=3)
    (one,) = done.pictures
    image = Image.open(io.BytesIO(one.png))
    scale = bench.recipe.scale
    assert image.format == "PNG"
    assert image.size == (one.width, one.height) == (bench.recipe.width * scale, bench.recipe.height * scale)
    first, second, last = image.info["parameters"].split("\n")
    assert (first, second) == ("a cat", "Negative prompt: dogs")
    assert last.startswith("Steps: 3, Sampler: Euler, CFG scale: 3, Seed: 11, Size: ")
    assert done.seconds >= 0


async def test_the_same_job_gives_the_same_picture_and_another_seed_or_prompt_does_not(bench: Bench) -> None:
    one, same, shared, seed, prompt = [
        pixels((await bench.draw(**changes)).pictures[0].png)
        for changes in ({}, {}, {"share": 5}, {"seed": 8}, {"prompt": "a blue square"})
    ]
    assert np.abs(one - same).max() <= 2
    assert np.abs(one - shared).max() <= 2
    assert np.abs(one - seed).max() > 2
    assert np.abs(one - prompt).max() > 2


async def test_image_i_of_several_is_the_picture_of_seed_plus_i(bench: Bench) -> None:
    done = await bench.draw(count=3, seed=2**32 - 2)
    assert [p.seed for p in done.pictures] == [2**32 - 2, 2**32 - 1, 0]
    alone = await bench.draw(seed=0)
    assert np.abs(pixels(done.pictures[2].png) - pixels(alone.pictures[0].png)).max() <= 2


async def test_jobs_of_many_run_beside_each_other_and_all_end(bench: Bench) -> None:
    jobs = [
        bench.job(f"{who}{i}", tenant=who, seed=i, steps=2 + i) for who in ("ann", "bob") for i in range(3)
    ]
    runs = await asyncio.gather(*map(bench.run, jobs))
    for events in runs:
        assert [e for e in events if isinstance(e, Final)] == [events[-1]]
        assert isinstance(events[-1], Done)


async def test_a_picture_starts_from_another(bench: Bench) -> None:
    red = await bench.draw(mode="image", inputs={"image": some_picture("red")}, strength=0.5)
    blue = await bench.draw(mode="image", inputs={"image": some_picture("blue")}, strength=0.5)
    assert np.abs(pixels(red.pictures[0].png) - pixels(blue.pictures[0].png)).max() > 2


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"model": "../../etc/passwd"}, "unknown-choice"),
        ({"mode": "image"}, "no-image"),
        ({"mode": "image", "inputs": {"image": b""}}, "bad-image"),
        ({"mode": "image", "inputs": {"image": b"%PDF-1.7 named .png"}}, "bad-image"),
    ],
)
async def test_what_cannot_be_drawn_fails_in_words_for_the_person(
    bench: Bench, changes: dict[str, Any], code: str
) -> None:
    last = (await bench.run(bench.job(**changes)))[-1]
    assert isinstance(last, Failed)
    assert last.code == code


@pytest.mark.usefixtures("toy")
async def test_a_picture_depends_on_everything_that_it_is_given(bench: Bench) -> None:
    red, green, blue = (some_picture(colour) for colour in ("red", "lime", "blue"))
    drawn = [
        pixels((await bench.draw(mode="beside", inputs=inputs, strength=0.8)).pictures[0].png)
        for inputs in (
            {"image": red, "second": green},
            {"image": red, "second": blue},
            {"image": blue, "second": green},
        )
    ]
    assert np.abs(drawn[0] - drawn[1]).max() > 2
    assert np.abs(drawn[0] - drawn[2]).max() > 2


@pytest.mark.usefixtures("toy")
@pytest.mark.parametrize(
    ("mode", "given", "code"),
    [
        ("beside", ["image"], "no-image"),
        ("beside", ["second"], "no-image"),
        ("image", ["image", "second"], "surplus-image"),
        ("text", ["image"], "surplus-image"),
    ],
)
async def test_a_mode_takes_its_own_pictures_and_no_others(
    bench: Bench, mode: str, given: list[str], code: str
) -> None:
    job = bench.job(mode=mode, inputs={name: some_picture() for name in given})
    last = (await bench.run(job))[-1]
    assert isinstance(last, Failed)
    assert last.code == code


async def test_a_mode_that_asks_more_than_the_model_can_do_is_refused(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(monkeypatch, DEEP, Way)
    last = (await bench.run(bench.job(mode="deep")))[-1]
    assert isinstance(last, Failed)
    assert (last.code, last.facts) == ("unfit-model", {"model": bench.recipe.model})


async def test_a_fault_fails_that_job_alone_with_an_id(bench: Bench) -> None:
    broken, other = await asyncio.gather(
        bench.run(bench.job("broken", prompt=FAULT)), bench.run(bench.job("other", tenant="bob"))
    )
    assert isinstance(broken[-1], Failed)
    assert broken[-1].code in by_code(EngineError)
    assert broken[-1].facts["incident"]
    assert isinstance(other[-1], Done)
    assert isinstance((await bench.run(bench.job("next")))[-1], Done)


async def test_a_running_job_stops_when_asked(bench: Bench) -> None:
    events: list[Event] = []
    async for event in bench.engine.submit(bench.job(steps=100)):
        if isinstance(event, Progress) and not any(isinstance(e, Progress) for e in events):
            assert await bench.engine.cancel("job")
        events.append(event)
    assert isinstance(events[-1], Cancelled)
    assert not await bench.engine.cancel("job")


async def test_a_job_is_cancelled_as_soon_as_it_is_queued(bench: Bench) -> None:
    events: list[Event] = []
    async for event in bench.engine.submit(bench.job(steps=100)):
        if not events:
            assert isinstance(event, Queued)
            assert await bench.engine.cancel("job")
        events.append(event)
    assert isinstance(events[-1], Cancelled)


async def test_cancelling_one_job_leaves_the_others(bench: Bench) -> None:
    async def stop_at_once() -> Event:
        last: Event = Started()
        async for event in bench.engine.submit(bench.job("stopped", tenant="bob", steps=100)):
            last = event
            if isinstance(event, Queued):
                await bench.engine.cancel("stopped")
        return last

    stopped, kept = await asyncio.gather(stop_at_once(), bench.run(bench.job("kept")))
    assert isinstance(stopped, Cancelled)
    assert isinstance(kept[-1], Done)


async def test_there_is_nothing_to_cancel_after_the_end_or_without_a_job(bench: Bench) -> None:
    await bench.draw()
    assert not await bench.engine.cancel("job")
    assert not await bench.engine.cancel("never heard of")


async def test_closing_the_events_cancels_the_job(bench: Bench) -> None:
    async with aclosing(bench.engine.submit(bench.job(steps=100))) as events:
        async for event in events:
            if isinstance(event, Progress):
                break
    assert not await bench.engine.cancel("job")
    assert isinstance((await bench.run(bench.job("next")))[-1], Done)


async def test_leaving_the_engine_cancels_what_runs_and_waits(bench: Bench) -> None:
    started = asyncio.Event()

    async def last_event(id: str) -> Event:
        last: Event = Started()
        async for event in bench.engine.submit(bench.job(id, steps=100)):
            last = event
            started.set()
        return last

    running = [asyncio.create_task(last_event(id)) for id in ("one", "two", "three")]
    await started.wait()
    await bench.engine.__aexit__(None, None, None)
    assert all(isinstance(last, Cancelled) for last in await asyncio.gather(*running))


async def test_an_engine_that_was_left_takes_nothing(bench: Bench) -> None:
    await bench.engine.__aexit__(None, None, None)
    assert await bench.run(bench.job()) == [Failed("closing", {})]


async def test_a_job_of_an_id_that_is_there_already_fails_and_the_one_that_is_there_goes_on(
    bench: Bench,
) -> None:
    first = asyncio.create_task(bench.run(bench.job(steps=100)))
    await asyncio.sleep(0)  # it is there, and an engine that takes a moment to be made is not
    (again,) = await bench.run(bench.job())
    assert isinstance(again, Failed)
    assert again.code == "engine"
    assert again.facts["incident"]
    assert isinstance((await first)[-1], Done)
    assert isinstance((await bench.run(bench.job()))[-1], Done)


async def test_the_models_there_are_come_with_the_default_first(bench: Bench) -> None:
    assert bench.recipe.model == bench.engine.models()[0].name


async def test_it_tells_of_its_devices_what_they_have_done(bench: Bench) -> None:
    await bench.draw()
    await until(lambda: sum(device.forwarded for device in bench.engine.devices()))
    told = [device for device in bench.engine.devices() if device.forwarded]
    assert all(device.device and device.ready for device in bench.engine.devices())
    if not isinstance(bench.engine, FakeEngine):
        assert sum(told[0].forwards) <= told[0].forwarded and told[0].seconds > 0
        assert (told[0].loads, told[0].bad_loads) == (1, 0)
    await bench.engine.__aexit__()
    assert not any_ready(bench.engine.devices())
