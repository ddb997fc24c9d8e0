"""What a mode's file may change of an image's way, and that lanes carry it without knowing the mode."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from torch import Tensor

from engine.api.events import Done, Event
from engine.api.jobs import Job
from engine.api.modes import Input, Mode
from engine.denoise.lane import Lane
from engine.denoise.request import Request
from engine.local.engine import LocalEngine
from engine.models.hints import Hints
from engine.models.library import ModelLibrary
from engine.models.ports import PipelineModel, UNetModel
from engine.modes import cost, read, rows, way
from engine.modes.base import Inputs, Way
from engine.sampling.trajectory import Trajectory
from tests.checkpoints import folder
from tests.engine.bench import Shelf, job, tiny
from tests.toy import register

SIZE = (16, 16)
LEVELS = 2 / 255


def painting(left: str, right: str, mode: str = "RGB") -> bytes:
    """Two colours beside each other, as PNG."""
    image = Image.new(mode, (64, 64), right)
    image.paste(left, (0, 0, 32, 64))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def draw(model: UNetModel, *jobs: Job) -> list[Request]:
    """All of them in one lane, to their ends."""
    lane = Lane(model, SIZE)
    requests = [lane.admit(way(each, inputs=read(each))) for each in jobs]
    while lane.requests:
        assert not lane.step().failed
        for request in [r for r in lane.requests if r.finished]:
            lane.leave(request)
    return requests


async def last(engine: LocalEngine, asked: Job) -> Event:
    return [event async for event in engine.submit(asked)][-1]


@pytest.mark.usefixtures("toy")
@pytest.mark.parametrize("sampler", ["euler", "euler_a", "ddim", "heun", "dpmpp_2m_karras", "unipc"])
@torch.inference_mode()
def test_what_a_mode_keeps_after_each_call_is_kept_in_any_company(sampler: str) -> None:
    model = tiny()
    inputs = {"image": painting("red", "red"), "second": painting("lime", "blue")}
    asked = job(mode="beside", inputs=inputs, strength=0.7, sampler=sampler)
    other = job("other", prompt="a cat", seed=3)
    together, words = draw(model, asked, other)
    (alone,), (words_alone,) = draw(model, asked), draw(model, other)
    second = model.encode(read(asked)["second"][None])
    assert torch.equal(together.latents[..., :4], second[..., :4])
    assert not torch.allclose(together.latents[..., 4:], second[..., 4:], atol=0.1)
    for crowd, single in ((together, alone), (words, words_alone)):
        assert (model.decode(crowd.latents) - model.decode(single.latents)).abs().max() <= LEVELS


@pytest.mark.usefixtures("toy")
async def test_what_a_mode_does_last_is_done_to_the_picture_as_it_is_delivered() -> None:
    second = painting("lime", "blue")
    async with LocalEngine(Shelf({"tiny": tiny()})) as engine:
        asked = job(mode="beside", scale=3, inputs={"image": painting("red", "red"), "second": second})
        event = await last(engine, asked)
    assert isinstance(event, Done), event
    picture = np.asarray(Image.open(io.BytesIO(event.pictures[0].png)))
    assert picture.shape == (48, 48, 3)
    assert (picture[:, :20] == (0, 255, 0)).all()  # nearer to its middle the second picture is blurred
    assert not (picture[:, 28:] == (0, 0, 255)).all()


class Watching(Way):
    """Takes its mask from what is transparent in its picture."""

    @classmethod
    def prepare(cls, job: Job, pictures: Mapping[str, Image.Image]) -> Inputs:
        assert {name: p.size for name, p in pictures.items()} == {"image": (64, 64)}
        alpha = pictures["image"].getchannel("A").resize((job.recipe.width, job.recipe.height))
        return {**super().prepare(job, pictures), "mask": torch.from_numpy(np.asarray(alpha, np.float32))}


def test_a_mode_sees_its_pictures_whole_and_with_their_transparency(monkeypatch: pytest.MonkeyPatch) -> None:
    register(monkeypatch, Mode("watching", (Input("image", "", ""),)), Watching)
    inputs = read(job(mode="watching", inputs={"image": painting("#f000", "#f00f", "RGBA")}))
    assert (inputs["mask"][:, :6] == 0).all()
    assert (inputs["mask"][:, 10:] == 255).all()
    assert (inputs["image"][:, :, :5] == 1).all()  # what is transparent is white
    assert (inputs["image"][1, :, 11:] == -1).all()


class Inpainting(Way):
    """Tells a UNet of nine channels what lies under the mask, and where it is."""

    def begin(self, model: UNetModel, noise: Tensor, generator: torch.Generator) -> None:
        picture = model.encode(self.inputs["image"][None])
        self._extra = torch.cat([torch.zeros_like(picture[:, :1]), picture], dim=1)

    def hints(self, trajectory: Trajectory) -> Sequence[Hints]:
        return [Hints(extra=self._extra)] * rows(self.job)


@cache
def nine() -> UNetModel:
    """An SD 1 model for inpainting, in small."""
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        home = folder(Path(place) / "nine", "sd1-inpainting")
        model = ModelLibrary(Path(place) / "none", embedded=home).load("nine")
    assert not isinstance(model, PipelineModel)
    return model


@torch.inference_mode()
def test_rows_with_channels_of_their_own_share_a_forward_with_rows_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    register(monkeypatch, Mode("inpainting", (Input("image", "", ""),)), Inpainting)
    model = nine()
    red, blue = (
        job(c, mode="inpainting", inputs={"image": painting(c, c)}, sampler="ddim") for c in ("red", "blue")
    )
    words = job("words", sampler="ddim")
    crowd = draw(model, red, words, blue)
    single = [draw(model, each)[0] for each in (red, words, blue)]
    for one, other in zip(crowd, single, strict=True):
        assert (model.decode(one.latents) - model.decode(other.latents)).abs().max() <= LEVELS
    for i, j in ((0, 1), (1, 2), (0, 2)):  # same seed, same words: only the channels differ
        assert (crowd[i].latents - crowd[j].latents).abs().max() > 0.01


class Threefold(Way):
    """Guided by three rows, each with a weight of its own."""

    @classmethod
    def texts(cls, job: Job) -> tuple[str, ...]:
        return "", job.recipe.negative, job.prompt

    def guided(self, predictions: Tensor) -> Tensor:
        assert len(predictions) == 3
        nothing, negative, prompt = predictions[:1], predictions[1:2], predictions[2:]
        return nothing + 2 * (prompt - negative) + (negative - nothing)


async def test_a_mode_says_how_many_rows_a_call_takes_and_how_they_become_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    register(monkeypatch, Mode("threefold"), Threefold)
    three, two, one = job("3", mode="threefold"), job("2"), job("1", cfg=1)
    assert [rows(each) for each in (three, two, one)] == [3, 2, 1]
    assert cost(three) == pytest.approx(1.5 * cost(two)) == pytest.approx(3 * cost(one))
    with torch.inference_mode():
        crowd = draw(tiny(), three, two, one)
        single = [draw(tiny(), each)[0] for each in (three, two, one)]
        for together, alone in zip(crowd, single, strict=True):
            assert (tiny().decode(together.latents) - tiny().decode(alone.latents)).abs().max() <= LEVELS
    async with LocalEngine(Shelf({"tiny": tiny()})) as engine:
        assert isinstance(await last(engine, three), Done)


class OnePicture:
    """A model that draws one picture a call: a flat one, in the colour of what it is given."""

    card = tiny().card.model_copy(update={"name": "flat"})
    bytes = 0

    def draw(self, job: Job, inputs: Mapping[str, Tensor], step: Any) -> Tensor:
        step(1, 1, None)
        assert set(inputs) == set(job.inputs)
        return inputs["image"] / 2 + 0.5


@pytest.mark.usefixtures("toy")
async def test_models_that_draw_alone_are_given_the_pictures_and_finished_too() -> None:
    async with LocalEngine(Shelf({"flat": OnePicture()})) as engine:
        inputs = {"image": painting("red", "red"), "second": painting("lime", "blue")}
        event = await last(engine, job(model="flat", mode="beside", inputs=inputs))
    assert isinstance(event, Done), event
    picture = np.asarray(Image.open(io.BytesIO(event.pictures[0].png)))
    assert (picture[:, :5] == (0, 255, 0)).all()
    assert (picture[:, 8:] == (255, 0, 0)).all()
