"""Morphs: frames between descriptions, seeds and pictures, whose ends are the plain pictures."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from engine.api.between import sides
from engine.api.cards import ModelCard
from engine.api.errors import BadRequest, NothingBetween, OutOfRange, TooManyTexts
from engine.api.jobs import Job
from engine.api.modes import END, MODES, REPLIED
from engine.api.morphing import check_frames, resolve_between
from engine.api.parameters import Parameters, Size, Variation
from engine.api.sweeping import Axes
from engine.models.library import ModelLibrary
from engine.models.noise import slerp
from engine.models.ports import PipelineModel, UNetModel
from engine.modes import read, way
from engine.pictures.write import picture
from tests.checkpoints import folder, pipeline
from tests.engine.bench import job, tiny
from tests.engine.modes.test_hooks import LEVELS, draw, painting
from tests.loras import lora_file

WORDS = "a red circle | a (blue:1.3) square " + "on green, " * 40 + "| a cat"
"""Of one chunk, of two, and of one."""


def morph(
    prompt: str, axes: Axes | None = None, inputs: dict[str, bytes] | None = None, **asked: object
) -> Job:
    """A morph of the tiny model as a person would ask for it."""
    mode = MODES["blend" if inputs else "morph"]
    wanted = Parameters(**{"frames": 5, "steps": 4, "cfg": 3, "sampler": "euler_a", "seed": 7} | asked)
    recipe = resolve_between(wanted, axes or {}, _card(), mode, list(inputs or ()))
    recipe = recipe.model_copy(update={"scale": 1})
    return Job(id="morph", tenant="ann", mode=mode.name, prompt=prompt, recipe=recipe, inputs=inputs or {})


@cache
def _card() -> ModelCard:
    size = Size(16, 16)
    return tiny().card.model_copy(update={"name": "tiny", "native": size, "sizes": (size,), "scale": 4})


def pixels(model: UNetModel, *jobs: Job) -> torch.Tensor:
    return torch.cat([model.decode(request.latents) for request in draw(model, *jobs)])


@torch.inference_mode()
def test_the_ends_and_what_it_goes_through_are_the_plain_pictures_in_any_company() -> None:
    asked, model = morph(WORDS), tiny()
    plain = [job(prompt=side, sampler="euler_a", seed=7) for side in sides(WORDS)]
    frames = pixels(model, *asked.each(), job("other", prompt="a dog", seed=3))
    for place, one in zip((0, 2, 4), plain, strict=True):
        assert (frames[place] - pixels(model, one)[0]).abs().max() <= LEVELS, place
    alone = pixels(model, asked.one(1))[0]
    assert (frames[1] - alone).abs().max() <= LEVELS, "a frame is what it is alone"
    ends = [(frames[1] - frames[place]).abs().mean() for place in (0, 2)]
    assert min(ends) > 1e-3 and max(ends) <= 1.5 * (frames[0] - frames[2]).abs().mean(), (
        "between its neighbours"
    )


@torch.inference_mode()
def test_loras_of_both_sides_are_mixed_and_so_is_the_pooled_text_of_sdxl(tmp_path: Path) -> None:
    folder(tmp_path / "tiny", "sdxl")
    for seed, name in enumerate(("ink", "oil")):
        lora_file(tmp_path / "loras" / f"{name}.safetensors", pipeline("sdxl"), seed=seed)
    model = ModelLibrary(tmp_path, embedded=tmp_path / "none").load("tiny")
    assert not isinstance(model, PipelineModel)
    words = "a red circle <lora:ink:1> | a square <lora:oil:0.8> <lora:ink:0.5>"
    asked = morph(words)
    first, last = (way(job(prompt=side)).conditionings(model, 1)[-1][0] for side in sides(words))
    one = way(asked.one(1)).conditionings(model, 1)[-1][0]
    assert dict(one.adapters) == pytest.approx({"ink": 0.875, "oil": 0.2})  # type: ignore[arg-type]
    assert one.pooled is not None and first.pooled is not None and last.pooled is not None
    assert torch.allclose(one.pooled, slerp(first.pooled, last.pooled, 0.25))
    frames = pixels(model, *asked.each(), job("other", prompt="a cat", seed=3))
    for place, side in ((0, sides(words)[0]), (4, sides(words)[1])):
        plain = pixels(model, job(prompt=side, sampler="euler_a", seed=7))[0]
        assert (frames[place] - plain).abs().max() <= LEVELS, place
    assert (frames[1] - pixels(model, asked.one(1))[0]).abs().max() <= LEVELS, "a frame is what it is alone"
    bare = pixels(model, morph("a red circle | a square").one(1))[0]
    assert (frames[1] - bare).abs().max() > 4 * LEVELS, "they show in it"


@torch.inference_mode()
def test_from_a_seed_to_the_next() -> None:
    asked = morph("a red circle", {"seed": (7, 9, 11)})
    told = [(one.recipe.seed, one.recipe.variations) for one in asked.each()]
    assert told == [(7, ()), (7, (Variation(9, 0.5),)), (9, ()), (9, (Variation(11, 0.5),)), (11, ())]
    frames = pixels(tiny(), *asked.each())
    for place, seed in ((0, 7), (2, 9), (4, 11)):
        assert (frames[place] - pixels(tiny(), job(seed=seed, sampler="euler_a"))[0]).abs().max() <= LEVELS
    again = asked.recipe.reseeded(17).each()
    assert [one.seed for one in again] == [17, 17, 19, 19, 21]
    assert again[1].variations == (Variation(19, 0.5),)


@torch.inference_mode()
def test_pictures_are_what_it_begins_and_ends_with() -> None:
    first, last = painting("red", "blue"), painting("lime", "yellow")
    asked = morph("a circle | a square", inputs={REPLIED: first, END: last}, steps=10)
    assert [one.recipe.strength for one in asked.each()] == [0.05, 0.45, 0.6, 0.45, 0.05]
    given = read(asked)
    drawn = np.zeros((16, 16, 3), np.uint8)
    ways = [way(asked, image, given) for image in range(5)]
    delivered = [np.array(Image.open(io.BytesIO(picture(drawn, each, True).png))) for each in ways]
    for data, got in ((first, delivered[0]), (last, delivered[4])):
        source = Image.open(io.BytesIO(data)).resize((16, 16), Image.Resampling.LANCZOS)
        assert np.abs(np.array(source).astype(int) - got).max() <= 2
    assert not delivered[2].any(), "what was drawn"
    one = morph("a circle", inputs={REPLIED: first}, strength=0.8, steps=10).each()
    assert [each.recipe.strength for each in one] == [0.05, 0.2, 0.4, 0.6, 0.8]
    plain = job(
        mode="image", prompt="a circle", inputs={REPLIED: first}, strength=0.8, steps=10, sampler="euler_a"
    )
    assert (pixels(tiny(), one[4])[0] - pixels(tiny(), plain)[0]).abs().max() <= LEVELS


@pytest.mark.parametrize(
    ("prompt", "axes", "asked", "refusal"),
    [
        ("a fox", {}, {}, NothingBetween),
        ("{a|b} fox |", {}, {}, NothingBetween),
        ("a | b | c", {}, {"frames": 2}, OutOfRange),
        ("a", {"seed": (1, 2, 3)}, {"frames": 2}, OutOfRange),
        ("a | b", {"steps": (1, 2)}, {}, OutOfRange),
        ("a | b", {}, {"count": 2}, OutOfRange),
        (" | ".join("abcdefghi"), {}, {}, TooManyTexts),
    ],
)
def test_what_is_no_morph(prompt: str, axes: Axes, asked: dict[str, int], refusal: type[BadRequest]) -> None:
    with pytest.raises(refusal):
        check_frames(prompt, Parameters(**{"frames": 12} | asked), axes)
