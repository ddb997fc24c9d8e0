"""A part of a picture painted anew: the rest stays bit for bit, in any company."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from engine.api.errors import BadMask
from engine.api.events import Done
from engine.api.jobs import Job
from engine.local.engine import LocalEngine
from engine.modes import read
from engine.modes.masked import feathered
from tests.engine.bench import Shelf, job, tiny
from tests.engine.modes.test_hooks import LEVELS, draw, last, nine, painting

SIDE = 48


def png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def noisy(side: int = SIDE) -> Image.Image:
    """A picture in which no pixel is like the next."""
    values = np.random.default_rng(1).integers(0, 256, (side, side, 3), np.uint8)
    return Image.fromarray(values)


def mask(*box: int, side: int = SIDE) -> Image.Image:
    """White in a rectangle, black elsewhere."""
    image = Image.new("L", (side, side))
    ImageDraw.Draw(image).rectangle(box, fill=255)
    return image


def asked(id: str = "job", where: Image.Image | None = None, **changes: Any) -> Job:
    where = where or mask(24, 0, SIDE - 1, SIDE - 1)
    inputs = {"image": png(noisy()), "mask": png(where)}
    return job(id, mode="inpaint", inputs=inputs, **changes)


def pixels(event: object) -> NDArray[np.uint8]:
    assert isinstance(event, Done), event
    return np.asarray(Image.open(io.BytesIO(event.pictures[0].png)).convert("RGB"))


@pytest.mark.parametrize("strength", [0.6, 1.0])
async def test_outside_the_mask_every_pixel_stays_and_inside_it_changes(strength: float) -> None:
    where, before = mask(13, 7, 40, 33), np.asarray(noisy())
    async with LocalEngine(Shelf({"tiny": tiny(), "nine": nine()})) as engine:
        for model in ("tiny", "nine"):
            after = pixels(await last(engine, asked(model, where, model=model, scale=3, strength=strength)))
            outside = np.asarray(where) == 0
            assert (after[outside] == before[outside]).all()
            assert (after[~outside] != before[~outside]).mean() > 0.9


@pytest.mark.parametrize("sampler", ["euler", "euler_a", "ddim", "heun", "dpmpp_2m_karras", "unipc", "plms"])
@torch.inference_mode()
def test_it_is_what_it_is_alone_whatever_shares_its_lane(sampler: str) -> None:
    jobs = [
        asked("part", mask(0, 0, 20, 47), strength=0.7, sampler=sampler),
        job("words", prompt="a cat", seed=3),
        asked("other", seed=9, sampler=sampler),
        job("image", mode="image", strength=0.5, inputs={"image": painting("red", "lime")}),
    ]
    for model in (tiny(), nine()):
        for one, request in zip(jobs, draw(model, *jobs), strict=True):
            alone = draw(model, one)[0]
            assert (model.decode(request.latents) - model.decode(alone.latents)).abs().max() <= LEVELS


@torch.inference_mode()
def test_latents_outside_the_mask_are_the_pictures_own() -> None:
    model, given = tiny(), asked(strength=1)
    (request,) = draw(model, given)
    source = model.encode(read(given)["image"][None])
    assert torch.equal(request.latents[..., :4], source[..., :4])
    assert not torch.allclose(request.latents[..., 4:], source[..., 4:], atol=0.1)


@torch.inference_mode()
def test_a_model_for_inpainting_is_told_what_lies_outside() -> None:
    one, other = asked(), asked()
    other = other.model_copy(
        update={"inputs": {**other.inputs, "image": png(Image.new("RGB", (48, 48), "red"))}}
    )
    for model, differ in ((nine(), True), (tiny(), False)):
        predictions = [draw(model, each)[0].way.hints(None) for each in (one, other)]  # type: ignore[arg-type]
        assert bool(predictions[0]) == differ
        if differ:
            assert not torch.equal(predictions[0][0].extra, predictions[1][0].extra)  # type: ignore[arg-type]


def test_the_painted_part_comes_in_inside_the_mask_alone() -> None:
    square = torch.zeros(1, 40, 40)
    square[:, 10:30, 10:40] = 1
    share = feathered(square, 5)
    assert (share[square == 0] == 0).all()
    assert share[0, 20, 9:16].tolist() == pytest.approx([0, 0.2, 0.4, 0.6, 0.8, 1, 1])
    assert (share[0, 20, 15:] == 1).all()  # the picture's own edge is none of the mask's


def test_a_thin_stroke_is_painted_all_through() -> None:
    stroke = torch.zeros(1, 40, 40)
    stroke[:, :, 18:21] = 1
    assert feathered(stroke, 5)[0, 20, 17:22].tolist() == pytest.approx([0, 0.5, 1, 0.5, 0])


@pytest.mark.parametrize(
    ("where", "fault"),
    [
        (Image.new("L", (SIDE, SIDE)), "empty"),
        (Image.new("L", (SIDE, SIDE), "white"), "full"),
        (mask(0, 0, 10, 10).crop((0, 0, SIDE, 40)), "shape"),
    ],
)
def test_a_mask_that_says_nothing_of_use_is_refused(where: Image.Image, fault: str) -> None:
    with pytest.raises(BadMask) as told:
        read(asked(where=where))
    assert told.value.facts == {"fault": fault}


def test_a_mask_of_which_a_models_size_cuts_all_off_is_refused() -> None:
    """Of a wide picture a square is drawn."""

    def wide(left: int, right: int) -> Job:
        inputs = {"image": noisy(96), "mask": mask(left, 0, right, 24, side=96)}
        cut = {name: png(image.crop((0, 0, 96, 24))) for name, image in inputs.items()}
        return asked().model_copy(update={"inputs": cut})

    for left, right, fault in ((0, 8, "empty"), (30, 70, "full")):
        with pytest.raises(BadMask) as refusal:
            read(wide(left, right))
        assert refusal.value.facts == {"fault": fault}
    assert (read(wide(40, 50))["mask"] > 0).any()


def test_a_mask_may_be_of_another_size() -> None:
    small, large = (read(asked(where=mask(0, 0, side // 2 - 1, side, side=side))) for side in (24, 480))
    assert torch.equal(small["mask"], large["mask"])
