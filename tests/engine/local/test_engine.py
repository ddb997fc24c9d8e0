"""LocalEngine as the crowd in front of it sees it."""

from __future__ import annotations

import asyncio
import io
import logging
import threading
import time
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from torch import Tensor

from engine.api.errors import BadModel
from engine.api.events import Cancelled, Done, Event, Failed, Final, Progress, Queued, Started
from engine.api.jobs import Job
from engine.api.samplers import SAMPLER_CHOICES
from engine.local.engine import LocalEngine
from engine.mailbox import Mailbox
from engine.models.ports import Step
from tests.engine.bench import FAULT, NAN, Shelf, Stuck, Touchy, job, tiny
from tests.patience import PATIENCE, until


async def run(engine: LocalEngine, asked: Job, log: list[tuple[str, Event]] | None = None) -> list[Event]:
    events = []
    async for event in engine.submit(asked):
        events.append(event)
        if log is not None:
            log.append((asked.id, event))
    return events


async def run_all(
    engine: LocalEngine, jobs: Sequence[Job]
) -> tuple[list[list[Event]], list[tuple[str, Event]]]:
    log: list[tuple[str, Event]] = []
    return await asyncio.gather(*(run(engine, each, log) for each in jobs)), log


async def test_strangers_share_forwards() -> None:
    model = Touchy(tiny())
    names = list(SAMPLER_CHOICES)[:6]
    async with LocalEngine(Shelf({"tiny": model})) as engine:
        jobs = [job(f"j{i}", f"t{i}", sampler=name, steps=6) for i, name in enumerate(names)]
        runs, _ = await run_all(engine, jobs)
    assert all(isinstance(events[-1], Done) for events in runs)
    alone = sum(SAMPLER_CHOICES[name][0].calls(6) for name in names)
    assert len(model.calls) < alone / 2


async def test_one_persons_forty_jobs_do_not_delay_anothers_one() -> None:
    model, log = Stuck(), list[tuple[str, Event]]()
    asked = [*(job(f"ann{i}", "ann", steps=20, seed=i) for i in range(40)), job("bob", "bob", steps=4)]
    async with LocalEngine(Shelf({"tiny": model})) as engine:
        runs = [asyncio.create_task(run(engine, each, log)) for each in asked]
        await until(lambda: {id for id, _ in log} == {each.id for each in asked})
        model.go.set()
        assert isinstance((await runs[-1])[-1], Done)
        ended = [id for id, event in log if isinstance(event, Done)]
        assert ended.index("bob") < 30
        for task in runs:
            task.cancel()
        await asyncio.gather(*runs, return_exceptions=True)


async def test_places_in_the_line_only_go_down_and_a_wait_is_told() -> None:
    async with LocalEngine(Shelf({"tiny": Touchy(tiny())})) as engine:
        await run(engine, job("warm"))
        jobs = [job(f"j{i}", f"t{i}", steps=8, seed=i) for i in range(20)]
        runs, _ = await run_all(engine, jobs)
    for events in runs:
        places = [e.position for e in events if isinstance(e, Queued)]
        assert places == sorted(places, reverse=True)
    last = next(e for e in runs[-1] if isinstance(e, Queued))
    assert last.position > 1
    assert last.wait is not None
    assert last.wait > 0


async def test_a_preview_is_a_small_jpeg() -> None:
    async with LocalEngine(Shelf({"tiny": Touchy(tiny())})) as engine:
        events = await run(engine, job(steps=60, width=32, height=16))
    previews = [e.preview for e in events if isinstance(e, Progress) and e.preview]
    assert previews
    image = Image.open(io.BytesIO(previews[-1]))
    assert (image.format, image.size) == ("JPEG", (256, 128))


async def test_several_images_are_drawn_side_by_side_and_count_their_steps() -> None:
    model = Touchy(tiny())
    async with LocalEngine(Shelf({"tiny": model})) as engine:
        events = await run(engine, job(count=4, steps=5, cfg=1))
    assert [e for e in events if isinstance(e, Progress)][-1].total == 20
    assert max(model.calls) == 4
    done = events[-1]
    assert isinstance(done, Done)
    assert len({picture.png for picture in done.pictures}) == 4


async def test_two_devices_share_one_line() -> None:
    models = [Touchy(tiny()), Touchy(tiny())]
    async with LocalEngine(*(Shelf({"tiny": model}) for model in models)) as engine:
        runs, _ = await run_all(engine, [job(f"j{i}", f"t{i}", count=3, seed=i) for i in range(12)])
    assert all(isinstance(events[-1], Done) for events in runs)
    assert all(model.calls for model in models)


class SlowShelf(Shelf):
    """Loads `slow` only when told to, and breaks on `broken`."""

    def __init__(self, models: dict[str, Any], capacity: int = 99) -> None:
        super().__init__(models, capacity)
        self.go = threading.Event()

    def load(self, name: str, beside: Collection[str] = ()) -> Any:
        if name == "slow":
            self.go.wait(PATIENCE)
        if name == "broken":
            raise BadModel(model=name, reason="its header lies")
        return super().load(name, beside)


async def test_lanes_go_on_while_another_model_loads() -> None:
    shelf = SlowShelf({name: Touchy(tiny(), name) for name in ("tiny", "slow")})
    async with LocalEngine(shelf) as engine:
        await run(engine, job("warm"))
        started = asyncio.Event()

        async def slow() -> Event:
            last: Event = Started()
            async for event in engine.submit(job("s", "sue", model="slow")):
                last = event
                if isinstance(event, Started):
                    started.set()
            return last

        waiting = asyncio.create_task(slow())
        await started.wait()  # the load has begun
        assert isinstance((await run(engine, job("t")))[-1], Done)
        shelf.go.set()
        assert isinstance(await waiting, Done)


async def test_a_model_that_cannot_be_loaded_fails_its_jobs_with_the_reason() -> None:
    shelf = SlowShelf({name: Touchy(tiny(), name) for name in ("tiny", "broken")})
    async with LocalEngine(shelf) as engine:
        runs, _ = await run_all(engine, [job("a", model="broken"), job("b", model="broken"), job("c")])
    for events in runs[:2]:
        assert isinstance(events[-1], Failed)
        assert events[-1].code == "bad-model"
        assert events[-1].facts["reason"] == "its header lies"
    assert isinstance(runs[2][-1], Done)


async def test_where_one_model_fits_everybody_is_served_and_swaps_are_few() -> None:
    shelf = Shelf({name: Touchy(tiny(), name) for name in ("tiny", "other")}, capacity=1)
    async with LocalEngine(shelf) as engine:
        jobs = [job(f"j{i}", f"t{i}", model=("tiny", "other")[i % 2], seed=i) for i in range(24)]
        runs, _ = await run_all(engine, jobs)
    assert all(isinstance(events[-1], Done) for events in runs)
    assert len(shelf.loads) <= 8  # in the order of arrival it would be 24


async def test_an_incident_can_be_found_in_the_log_and_the_prompt_cannot(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.INFO):
        async with LocalEngine(Shelf({"tiny": Touchy(tiny())})) as engine:
            runs, _ = await run_all(engine, [job("f", prompt=FAULT), job("n", "bob", prompt=NAN)])
    codes = []
    for events in runs:
        failed = events[-1]
        assert isinstance(failed, Failed)
        codes.append(failed.code)
        assert str(failed.facts["incident"]) in caplog.text
    assert codes == ["engine", "broken-numbers"]
    assert "a layer fell over" in caplog.text
    assert FAULT not in caplog.text
    assert NAN not in caplog.text


async def test_a_slow_reader_gets_the_latest_of_each_kind() -> None:
    mailbox = Mailbox()
    for event in (
        Queued(3),
        Queued(2),
        Started(),
        Progress(1, 4, b"early"),
        Progress(2, 4, b"late"),
        Progress(3, 4),
        Done((), 1.0),
        Progress(4, 4),
    ):
        mailbox.post(event)
    await asyncio.sleep(0)
    read = [event async for event in mailbox]
    assert read == [Queued(2), Started(), Progress(3, 4, b"late"), Done((), 1.0)]


class Painter:
    """A `PipelineModel`: one picture a call, in a colour told by its seed."""

    bytes = 0

    def __init__(self) -> None:
        self.card = tiny().card.model_copy(update={"name": "painter"})
        self.drawn: list[str] = []

    def draw(self, asked: Job, inputs: Mapping[str, Tensor], step: Step) -> Tensor:
        for number in range(asked.recipe.steps):
            if asked.prompt == FAULT:
                raise RuntimeError("a layer fell over")
            step(number + 1, asked.recipe.steps, torch.zeros(3, 8, 8))
            time.sleep(0.005)
        self.drawn.append(asked.id)
        return torch.full((3, asked.recipe.height, asked.recipe.width), (asked.recipe.seed % 100) / 100)


async def test_models_that_draw_one_picture_a_call_take_their_turn_beside_lanes() -> None:
    painter = Painter()
    async with LocalEngine(Shelf({"tiny": Touchy(tiny()), "painter": painter})) as engine:
        jobs = [job(f"p{i}", f"t{i}", model="painter", count=2, seed=i) for i in range(3)]
        runs, _ = await run_all(engine, [*jobs, job("lane"), job("bad", model="painter", prompt=FAULT)])
    assert all(isinstance(events[-1], Done) for events in runs[:4])
    assert isinstance(runs[4][-1], Failed)
    assert [e for e in runs[0] if isinstance(e, Progress)][-1].step == 8
    assert any(e.preview for e in runs[0] if isinstance(e, Progress))
    assert len(painter.drawn) == 6


async def test_a_call_that_draws_one_picture_stops_at_its_next_step() -> None:
    painter = Painter()
    async with LocalEngine(Shelf({"painter": painter})) as engine:
        last: Event = Started()
        async for last in engine.submit(job(model="painter", steps=100)):
            if isinstance(last, Progress):
                await engine.cancel("job")
    assert isinstance(last, Cancelled)
    assert not painter.drawn


class Collapsing(Shelf):
    """Breaks where nobody expects it, for one model."""

    def room(self, name: str, beside: Collection[str]) -> bool:
        if name == "cursed":
            raise RuntimeError("the shelf fell down")
        return super().room(name, beside)


async def test_a_fault_of_the_engine_itself_fails_a_job_and_not_the_engine() -> None:
    async with LocalEngine(Collapsing({name: Touchy(tiny(), name) for name in ("tiny", "cursed")})) as engine:
        last = (await run(engine, job(model="cursed")))[-1]
        assert isinstance(last, Failed)
        assert last.code == "engine"
        assert isinstance((await run(engine, job("next")))[-1], Done)


async def test_a_job_that_is_already_here_is_refused_and_the_first_goes_on() -> None:
    async with LocalEngine(Shelf({"tiny": Touchy(tiny())})) as engine:
        first, second = await asyncio.gather(run(engine, job()), run(engine, job()))
    assert isinstance(first[-1], Done)
    assert isinstance(second[-1], Failed)


FATES = ["fine", "fine", "fine", "cancelled", "closed", FAULT, NAN]

MIX = st.lists(
    st.tuples(
        st.sampled_from(["ann", "bob", "cas"]),
        st.sampled_from(list(SAMPLER_CHOICES)),
        st.sampled_from(FATES),
        st.integers(1, 8),  # steps
        st.sampled_from([(16, 16), (24, 16)]),
        st.integers(1, 3),  # images
        st.sampled_from([1.0, 4.0]),
        st.integers(0, 6),  # at which event it is cancelled or closed
        st.booleans(),  # from a picture
    ),
    min_size=1,
    max_size=10,
)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(MIX)
def test_every_request_of_any_mix_ends_and_each_person_is_served_in_order(mix: list[tuple[Any, ...]]) -> None:
    asyncio.run(_serve(mix))


async def _serve(mix: list[tuple[Any, ...]]) -> None:
    started: list[tuple[str, int]] = []

    async with LocalEngine(Shelf({"tiny": Touchy(tiny())})) as engine:

        async def one(number: int, entry: tuple[Any, ...]) -> None:
            tenant, sampler, fate, steps, size, count, cfg, at, source = entry
            changes = {"sampler": sampler, "steps": steps, "count": count, "cfg": cfg, "seed": number}
            changes |= {"width": size[0], "height": size[1]}
            if source:
                changes |= {"mode": "image", "strength": 0.6, "inputs": {"image": _picture()}}
            prompt = fate if fate in (FAULT, NAN) else "a cat"
            asked = job(f"j{number}", tenant, prompt, **changes)
            events: list[Event] = []
            stream = engine.submit(asked)
            async for event in stream:
                events.append(event)
                if isinstance(event, Started):
                    started.append((tenant, number))
                if len(events) == at + 1 and fate == "cancelled" and not isinstance(event, Final):
                    assert await engine.cancel(asked.id)
                if len(events) == at + 1 and fate == "closed":
                    await stream.aclose()
                    return
            assert [e for e in events if isinstance(e, Final)] == events[-1:]
            if fate == "cancelled":
                assert isinstance(events[-1], Cancelled | Done)
            elif fate in (FAULT, NAN):
                assert isinstance(events[-1], Failed)
            else:
                assert isinstance(events[-1], Done)
                assert len(events[-1].pictures) == count

        await asyncio.wait_for(asyncio.gather(*(one(i, entry) for i, entry in enumerate(mix))), PATIENCE)
    text_only = {i for i, entry in enumerate(mix) if not entry[-1]}
    for tenant in ("ann", "bob", "cas"):
        # one whose picture is still being read may be passed by none of its owner's later jobs
        numbers = [number for who, number in started if who == tenant and number in text_only]
        assert numbers == sorted(numbers)


def _picture() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (50, 40), "teal").save(buffer, "PNG")
    return buffer.getvalue()
