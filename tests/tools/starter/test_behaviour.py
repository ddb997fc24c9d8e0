"""Guidance, negative prompts, strength, seeds and samplers all mean something to the shipped weights."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from diffusers import StableDiffusionImg2ImgPipeline, StableDiffusionPipeline
from numpy.typing import NDArray
from PIL import Image

from engine.api.samplers import SAMPLERS
from engine.sampling.samplers import build
from tests.tools.starter.conftest import FEW
from tools.starter.evaluate import generate, thing_score
from tools.starter.judge import Judge, to_judged
from tools.starter.prompts import shape_prompts, thing_prompts

pytestmark = pytest.mark.slow


SIZES = ((88, 48), (48, 88), (72, 56), (56, 72))


def redness(pictures: list[Image.Image]) -> NDArray[np.float64]:
    """How much more red than green and blue the middle of each picture is, in levels."""
    middles = [np.asarray(picture, dtype=np.float64)[20:44, 20:44].mean((0, 1)) for picture in pictures]
    return np.array([red - (green + blue) / 2 for red, green, blue in middles])


def distance(one: Image.Image, other: Image.Image) -> float:
    """Mean absolute difference in levels."""
    return float(np.abs(np.asarray(one, np.float64) - np.asarray(other, np.float64)).mean())


@pytest.fixture(scope="module")
def plain(starter: StableDiffusionPipeline) -> NDArray[np.float64]:
    """How red apples are that were asked for and no more."""
    return redness(generate(starter, ["an apple"] * 20, batch=20, steps=FEW))


@pytest.mark.parametrize(("negative", "least"), [("red", 5), ("a red apple", 20)])
def test_a_negative_prompt_takes_the_red_out_of_an_apple(
    starter: StableDiffusionPipeline, plain: NDArray[np.float64], negative: str, least: float
) -> None:
    without = redness(
        generate(starter, ["an apple"] * 20, batch=20, steps=FEW, negative_prompt=[negative] * 20)
    )
    assert (without < plain).all(), "with every seed"
    assert (plain - without).mean() > least


def test_the_same_seed_draws_the_same_and_another_does_not(starter: StableDiffusionPipeline) -> None:
    first, again = (generate(starter, ["a fox"], seed=4)[0] for _ in range(2))
    other = generate(starter, ["a fox"], seed=5)[0]
    assert distance(first, again) == 0
    assert distance(first, other) > 5


def test_strength_moves_a_picture_further_from_where_it_began(starter: StableDiffusionPipeline) -> None:
    begun = generate(starter, ["a yellow star on a blue background"])[0]
    change = StableDiffusionImg2ImgPipeline(**starter.components)
    change.set_progress_bar_config(disable=True)

    def moved(strength: float) -> float:
        seeds = [torch.Generator().manual_seed(i) for i in range(4)]
        images = change(
            ["a red heart on a green background"] * 4,
            image=[begun] * 4,
            strength=strength,
            guidance_scale=2.5,
            num_inference_steps=20,
            generator=seeds,
        ).images
        return float(np.mean([distance(image, begun) for image in images]))

    distances = [moved(strength) for strength in (0.2, 0.5, 0.9)]
    assert distances == sorted(distances)
    assert distances[2] > 2 * distances[0]


def test_guidance_shows_in_the_figures(starter: StableDiffusionPipeline, judge: Judge) -> None:
    asked = shape_prompts(8, seed=8)

    def nearness(guidance: float) -> float:
        pictures = generate(starter, [one.prompt for one in asked], guidance=guidance, steps=FEW)
        true = [judge.render(one.scene) for one in asked]
        return float(
            np.mean([np.square(to_judged(p) - t).mean() for p, t in zip(pictures, true, strict=True)])
        )

    assert nearness(3.0) != pytest.approx(nearness(1.0), rel=0.05)


@pytest.mark.parametrize("sampler", [sampler.name for sampler in SAMPLERS])
def test_samplers_agree_on_what_is_drawn(
    starter: StableDiffusionPipeline, judge: Judge, sampler: str
) -> None:
    scheduler = starter.scheduler
    asked = thing_prompts(6, seed=5)
    starter.scheduler = build(sampler, scheduler.config, FEW)
    try:
        pictures = generate(starter, [one.prompt for one in asked], steps=FEW)
    finally:
        starter.scheduler = scheduler
    assert thing_score(judge, asked, [to_judged(picture) for picture in pictures]) >= 0.66


@pytest.mark.parametrize("size", SIZES)
def test_other_shapes_of_canvas_keep_the_colours(
    starter: StableDiffusionPipeline, judge: Judge, size: tuple[int, int]
) -> None:
    picture = generate(starter, ["a red circle on a blue background"], size=size)[0]
    assert picture.size == size
    assert judge.background(np.asarray(picture, np.float32) / 255) == "blue"
    middle = picture.crop((size[0] // 2 - 32, size[1] // 2 - 32, size[0] // 2 + 32, size[1] // 2 + 32))
    assert redness([middle])[0] > 50
