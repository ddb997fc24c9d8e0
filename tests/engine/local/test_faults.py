"""Whatever is raised in the engine's threads, every job ends, the neighbours' pictures are theirs, and it draws on."""

from __future__ import annotations

import asyncio
import io
import logging
import os
import threading
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from torch import Tensor

from engine.api.cards import Listing
from engine.api.errors import BrokenNumbers
from engine.api.events import Done, Event, Failed, Final, Progress
from engine.api.jobs import Job
from engine.denoise import preview
from engine.denoise.lane import Lane
from engine.local import device, finishers, watchdog
from engine.local.engine import LocalEngine
from engine.models.hints import Hints
from engine.models.library import ModelLibrary
from engine.models.ports import Conditioning, PipelineModel, Step
from engine.models.seamless import NO_WRAP, Wrap
from engine.modes.base import Way
from engine.pictures.write import picture
from engine.sampling.trajectory import Trajectory
from tests.checkpoints import folder
from tests.engine.bench import Shelf, Stuck, Touchy, job, tiny
from tests.engine.modes.test_hooks import painting
from tests.patience import PATIENCE, until

KILL = "kill the thread"
"""The prompt on which `Fatal` parts raise what is no `Exception`."""


class Panic(BaseException):
    """What a panic in a native library looks like: no `Exception`."""


DEATHS = [SystemExit, Panic, KeyboardInterrupt, asyncio.CancelledError]


async def last(engine: LocalEngine, asked: Job) -> Event:
    events = [event async for event in engine.submit(asked)]
    assert [e for e in events if isinstance(e, Final)] == events[-1:]
    return events[-1]


async def lasts(engine: LocalEngine, *asked: Job) -> list[Event]:
    return await asyncio.wait_for(asyncio.gather(*(last(engine, each) for each in asked)), PATIENCE)


def pixels(event: Event) -> np.ndarray:
    assert isinstance(event, Done), event
    return np.asarray(Image.open(io.BytesIO(event.pictures[0].png)).convert("RGB")).astype(int)


async def alone(asked: Job) -> np.ndarray:
    async with LocalEngine(Shelf({"tiny": Touchy(tiny())})) as engine:
        return pixels(await last(engine, asked))


def told(event: Event, log: str, error: type[BaseException]) -> bool:
    """Whether the job failed with an id under which the log has what was raised."""
    assert isinstance(event, Failed), event
    assert event.code == "engine"
    return str(event.facts["incident"]) in log and error.__name__ in log


class Fatal(Touchy):
    """A model that raises what is no `Exception` for one prompt, in the part that is told."""

    def __init__(self, error: type[BaseException], part: str) -> None:
        super().__init__(tiny())
        self._error = error
        self._part = part
        self._marked: dict[int, Conditioning] = {}

    def condition(self, prompts: Any, adapters: Any = None, skip: Any = None) -> list[Conditioning]:
        found = super().condition(prompts, adapters, skip)
        if KILL in prompts:
            if self._part == "condition":
                raise self._error
            self._marked |= {id(c): c for c in found}
        return found

    def predict(
        self, latents: Tensor, timesteps: Tensor, conditionings: Any, *rest: Any, **more: Any
    ) -> Tensor:
        if self._part == "predict" and any(id(c) in self._marked for c in conditionings):
            raise self._error
        return super().predict(latents, timesteps, conditionings, *rest, **more)


@pytest.mark.parametrize("error", DEATHS)
@pytest.mark.parametrize("part", ["condition", "predict"])
async def test_what_a_model_raises_ends_that_job_alone(
    part: str, error: type[BaseException], caplog: pytest.LogCaptureFixture
) -> None:
    async with LocalEngine(Shelf({"tiny": Fatal(error, part)})) as engine:
        ends = await lasts(
            engine, *(job(f"j{i}", f"t{i}", KILL if i == 1 else "a cat", seed=i) for i in range(3))
        )
        assert told(ends[1], caplog.text, error)
        for i in (0, 2):
            there = await alone(job(seed=i, prompt="a cat"))
            assert np.abs(pixels(ends[i]) - there).max() <= 2
        assert isinstance(await last(engine, job("next")), Done)


class Undecodable(Touchy):
    """Its decoder raises over pictures that are 24 pixels wide."""

    def decode(self, latents: Tensor, tiled: bool | None = None, wrap: Wrap = NO_WRAP) -> Tensor:
        if latents.shape[-1] * self.latent_factor == 24:
            raise Panic
        decoded: Tensor = self._model.decode(latents, tiled, wrap)
        return decoded


async def test_what_the_decoder_raises_ends_that_job_alone(caplog: pytest.LogCaptureFixture) -> None:
    async with LocalEngine(Shelf({"tiny": Undecodable(tiny())})) as engine:
        wide, other = await lasts(engine, job("wide", width=24), job("other", "bob", seed=5))
        assert told(wide, caplog.text, Panic)
        assert np.abs(pixels(other) - await alone(job(seed=5))).max() <= 2
        assert isinstance(await last(engine, job("next")), Done)


@pytest.mark.parametrize("error", DEATHS)
async def test_what_a_load_raises_ends_those_who_wait_for_the_model(
    error: type[BaseException], caplog: pytest.LogCaptureFixture
) -> None:
    class Cursed(Shelf):
        def load(self, name: str, beside: Collection[str] = ()) -> Any:
            if name == "cursed":
                raise error
            return super().load(name, beside)

    async with LocalEngine(Cursed({name: Touchy(tiny(), name) for name in ("tiny", "cursed")})) as engine:
        ends = await lasts(engine, job("a", model="cursed"), job("b", "bob", model="cursed"), job("c", "cas"))
        assert all(told(end, caplog.text, error) for end in ends[:2])
        assert np.abs(pixels(ends[2]) - await alone(job())).max() <= 2


@pytest.mark.parametrize("error", DEATHS)
async def test_what_the_encoder_raises_ends_that_job_alone(
    error: type[BaseException], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:

    def broken(rgb: Any, way: Way, *rest: Any) -> Any:
        if way.job.id == "broken":
            raise error
        return picture(rgb, way, *rest)

    there = await alone(job())
    monkeypatch.setattr(finishers, "picture", broken)
    async with LocalEngine(Shelf({"tiny": Touchy(tiny())})) as engine:
        ends = await lasts(engine, *(job(f"j{i}", f"t{i}") for i in range(3)), job("broken"))
        assert told(ends[-1], caplog.text, error)
        assert all(np.abs(pixels(end) - there).max() <= 2 for end in ends[:3])


@pytest.mark.parametrize("error", DEATHS)
async def test_what_reading_a_source_raises_ends_that_job(
    error: type[BaseException], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(asked: Job, *rest: Any) -> Any:
        raise error

    monkeypatch.setattr(finishers, "read", broken)
    async with LocalEngine(Shelf({"tiny": Touchy(tiny())})) as engine:
        end, other = await lasts(
            engine, job(mode="image", inputs={"image": b"a picture"}), job("other", "bob")
        )
        assert told(end, caplog.text, error)
        assert isinstance(other, Done)


async def test_a_preview_that_cannot_be_encoded_costs_nobody_a_picture(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(rgb: Tensor) -> bytes:
        raise SystemExit

    monkeypatch.setattr(preview, "jpeg", broken)
    async with LocalEngine(Shelf({"tiny": Touchy(tiny())})) as engine:
        assert isinstance(await last(engine, job(steps=20)), Done)
    assert "has no preview" in caplog.text


class Blind(Touchy):
    """A model whose latents nobody can see in small: its decoder dies over them."""

    @property
    def preview_matrix(self) -> Tensor:
        raise Panic


async def test_a_preview_that_cannot_be_fitted_costs_nobody_a_picture(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with LocalEngine(Shelf({"tiny": Blind(tiny())})) as engine:
        assert isinstance(await last(engine, job(steps=20)), Done)
    assert "has no preview" in caplog.text


class Mortal:
    """A `PipelineModel` that raises what is no `Exception` in the middle of a picture."""

    bytes = 0

    def __init__(self) -> None:
        self.card = tiny().card.model_copy(update={"name": "mortal"})

    def draw(self, asked: Job, inputs: Any, step: Step) -> Tensor:
        step(1, asked.recipe.steps, None)
        if asked.prompt == KILL:
            raise Panic
        return torch.zeros(3, asked.recipe.height, asked.recipe.width)


async def test_what_a_model_of_one_picture_a_call_raises_ends_that_job_alone(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with LocalEngine(Shelf({"tiny": Touchy(tiny()), "mortal": Mortal()})) as engine:
        bad, good, other = await lasts(
            engine, job("a", prompt=KILL, model="mortal"), job("b", "bob", model="mortal"), job("c", "cas")
        )
    assert told(bad, caplog.text, Panic)
    assert isinstance(good, Done)
    assert isinstance(other, Done)


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> list[type[BaseException]]:
    """Raised by the engine itself, one a round that has somebody in it, until there are no more."""
    coming: list[type[BaseException]] = []
    step = device.Device._step

    def cracked(self: device.Device, key: Any, lane: Any) -> None:
        step(self, key, lane)
        if coming and any(request.left == 2 for request in lane.requests):
            raise coming.pop()

    monkeypatch.setattr(device.Device, "_step", cracked)
    monkeypatch.setattr(device, "FAULT_SECONDS", 0.01)
    return coming


@pytest.mark.parametrize("error", [*DEATHS, RuntimeError])
async def test_a_fault_of_the_engine_itself_draws_everybody_anew(
    error: type[BaseException], faults: list[type[BaseException]], caplog: pytest.LogCaptureFixture
) -> None:
    there = await alone(job())
    faults.append(error)
    async with LocalEngine(Shelf({"tiny": Touchy(tiny())})) as engine:
        ends = await lasts(engine, *(job(f"j{i}", f"t{i}") for i in range(3)))
    assert not faults
    assert all(np.abs(pixels(end) - there).max() <= 2 for end in ends)
    assert error.__name__ in caplog.text


async def test_who_was_drawn_anew_once_is_not_again(faults: list[type[BaseException]]) -> None:
    faults += [SystemExit, SystemExit]
    async with LocalEngine(Shelf({"tiny": Touchy(tiny())})) as engine:
        (end,) = await lasts(engine, job(count=2))
        assert isinstance(end, Failed)
        assert end.code == "engine"
        assert isinstance(await last(engine, job("next")), Done)


async def test_an_image_that_is_drawn_anew_counts_its_steps_anew(faults: list[type[BaseException]]) -> None:
    faults.append(SystemExit)
    async with LocalEngine(Shelf({"tiny": Touchy(tiny())})) as engine:
        events = [event async for event in engine.submit(job(count=2))]
    steps = [event.step for event in events if isinstance(event, Progress)]
    assert steps[-1] == 8
    assert max(steps) == 8


@pytest.fixture
def stalled(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Says after how many seconds without progress a thread is told of; at first none is, on a busy machine either."""

    def after(seconds: float) -> None:
        monkeypatch.setattr(watchdog, "LOOKS", 20 * seconds)
        monkeypatch.setattr(watchdog, "STALL_SECONDS", seconds)

    after(2 * PATIENCE)
    return after


async def test_a_thread_that_makes_no_progress_is_told_of_once_with_what_it_is_at(
    stalled: Callable[[float], None], caplog: pytest.LogCaptureFixture
) -> None:
    model = Stuck()
    async with LocalEngine(Shelf({"tiny": model})) as engine:
        drawing = asyncio.create_task(last(engine, job()))
        await asyncio.to_thread(model.at_it.wait, PATIENCE)
        stalled(0.2)
        await until(lambda: "denoise has been at a step of 2 rows of tiny for" in caplog.text)
        assert "in predict" in caplog.text
        assert f"in process {os.getpid()}" in caplog.text
        await asyncio.sleep(0.5)
        assert caplog.text.count("denoise has been at") == 1
        stalled(2 * PATIENCE)
        model.go.set()
        assert isinstance(await drawing, Done)
    assert [r.levelno for r in caplog.records if "has been at" in r.message] == [logging.WARNING]


class Lingering(Mortal):
    """Takes its time once every step is made."""

    def __init__(self) -> None:
        super().__init__()
        self.made, self.go = threading.Event(), threading.Event()

    def draw(self, asked: Job, inputs: Any, step: Step) -> Tensor:
        for number in range(1, asked.recipe.steps + 1):
            step(number, asked.recipe.steps, None)
        self.made.set()
        self.go.wait(PATIENCE)
        return torch.zeros(3, asked.recipe.height, asked.recipe.width)


async def test_what_is_told_of_a_picture_that_is_drawn_alone_is_the_last_step_that_was_made(
    stalled: Callable[[float], None], caplog: pytest.LogCaptureFixture
) -> None:
    model = Lingering()
    async with LocalEngine(Shelf({"mortal": model})) as engine:
        drawing = asyncio.create_task(last(engine, job(model="mortal", steps=30)))
        await asyncio.to_thread(model.made.wait, PATIENCE)
        stalled(0.2)
        await until(lambda: "has been at" in caplog.text)
        model.go.set()
        assert isinstance(await drawing, Done)
    assert "denoise has been at a picture that is drawn alone, after step 30 of 30 for" in caplog.text


async def test_nothing_is_told_of_threads_that_wait_for_work(
    stalled: Callable[[float], None], caplog: pytest.LogCaptureFixture
) -> None:
    async with LocalEngine(Shelf({"tiny": Touchy(tiny())})) as engine:
        assert isinstance(await last(engine, job()), Done)
        await until(lambda: not engine._watchdog._works)
        stalled(0.2)
        await asyncio.sleep(0.6)
    assert "has been at" not in caplog.text


async def test_a_thread_that_hangs_keeps_nobody_from_leaving(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device, "END_SECONDS", 0.1)
    model = Stuck()
    async with LocalEngine(Shelf({"tiny": model})) as engine:
        drawing = asyncio.create_task(last(engine, job()))
        await asyncio.to_thread(model.at_it.wait, PATIENCE)
    assert type(await drawing).__name__ == "Cancelled"
    model.go.set()


class Exchanged(Shelf):
    """A shelf whose model is of another kind once it is loaded than it was when it was listed."""

    def __init__(self, listed: str, loaded: str) -> None:
        super().__init__({"tiny": Touchy(tiny())})
        self._of, self._comes = (
            tiny().card.model_copy(update={"variant": kind}) for kind in (listed, loaded)
        )

    def listing(self) -> Listing:
        return Listing((self._of.model_copy(update={"name": "tiny"}),), ())

    def load(self, name: str, beside: Collection[str] = ()) -> Any:
        model = super().load(name, beside)
        model.card = self._comes.model_copy(update={"name": "tiny"})
        return model


@pytest.mark.parametrize(
    ("listed", "loaded", "mode", "code"),
    [("editing", "", "edit", "unfit-model"), ("", "editing", "text", "picture-needed")],
)
async def test_a_model_that_became_another_one_while_a_job_waited_is_said(
    listed: str, loaded: str, mode: str, code: str
) -> None:
    given = {} if mode == "text" else {"image": painting("red", "blue")}
    async with LocalEngine(Exchanged(listed, loaded)) as engine:
        (event,) = await lasts(engine, job(mode=mode, inputs=given))
    assert isinstance(event, Failed) and event.code == code


class Holed(Way):
    """Brings what can't be used from its third step on: a map without numbers, or one of another size."""

    def hints(self, trajectory: Trajectory) -> Sequence[Hints]:
        fault = {"nan": torch.full((1, 5, 8, 8), torch.nan), "size": torch.zeros(1, 5, 9, 8)}.get(
            self.job.prompt
        )
        return [Hints(fault if trajectory.done > 1 else None)] * len(self.texts(self.job))


@torch.inference_mode()
def test_what_a_row_brings_besides_its_words_harms_nobody_but_it(tmp_path: Path) -> None:
    folder(tmp_path / "tiny", "sd1-inpainting")
    model = ModelLibrary(tmp_path, embedded=tmp_path / "none").load("tiny")
    assert not isinstance(model, PipelineModel)

    def drawn(*prompts: str) -> dict[str, Tensor | Exception]:
        lane, made = Lane(model, (16, 16)), dict[str, Tensor | Exception]()
        for prompt in prompts:
            lane.admit(Holed(job(prompt=prompt)))
        while lane.requests:
            made |= {request.job.prompt: error for request, error in lane.step().failed.items()}
            for request in [each for each in lane.requests if each.finished]:
                made[request.job.prompt] = request.latents
                lane.leave(request)
        return made

    together, alone = drawn("a cat", "nan", "a red circle", "size"), drawn("a cat") | drawn("a red circle")
    assert isinstance(together["nan"], BrokenNumbers) and isinstance(together["size"], Exception)
    for prompt, latents in alone.items():
        beside = together[prompt]
        assert isinstance(latents, Tensor) and isinstance(beside, Tensor)
        assert (model.decode(beside) - model.decode(latents)).abs().max() < 2 / 255
