"""The shipped model, loaded once for all tests here, and what it draws for held-out prompts."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

import pytest
import torch
from diffusers import StableDiffusionPipeline
from numpy.typing import NDArray

from tools.starter.evaluate import generate, load
from tools.starter.judge import Judge, to_judged
from tools.starter.prompts import Asked, pair_prompts, shape_prompts, thing_prompts

FEW = 12
"""Steps that figures are drawn in, by every sampler: with the model's own 20 they are no better."""

Drawn = tuple[Sequence[Asked], Sequence[NDArray[Any]]]


@pytest.fixture(scope="session")
def starter() -> StableDiffusionPipeline:
    """The pipeline in the repository; how long it takes to load is printed."""
    start = time.perf_counter()
    pipeline = load()
    print(f"\nstarter: loaded in {time.perf_counter() - start:.2f} s")
    return pipeline


@pytest.fixture(scope="session")
def untrained(starter: StableDiffusionPipeline) -> StableDiffusionPipeline:
    """The same pipeline with a UNet of random weights: what a bound must refuse."""
    torch.manual_seed(0)
    unet = type(starter.unet).from_config(starter.unet.config)
    pipeline = StableDiffusionPipeline(**{**starter.components, "unet": unet.eval()})
    pipeline.set_progress_bar_config(disable=True)
    return pipeline


@pytest.fixture(scope="session")
def judge() -> Judge:
    """Compares pictures with true renderings."""
    return Judge()


def draw(pipeline: StableDiffusionPipeline, asked: Sequence[Asked], seed: int = 0) -> Drawn:
    """The prompts' pictures, as the judge wants them."""
    pictures = generate(pipeline, [one.prompt for one in asked], seed=seed, steps=FEW)
    return asked, [to_judged(picture) for picture in pictures]


@pytest.fixture(scope="session")
def shapes(starter: StableDiffusionPipeline) -> Drawn:
    """Held-out coloured shapes."""
    return draw(starter, shape_prompts(40))


@pytest.fixture(scope="session")
def things(starter: StableDiffusionPipeline) -> Drawn:
    """Held-out things on flat colours."""
    return draw(starter, thing_prompts(60))


@pytest.fixture(scope="session")
def pairs(starter: StableDiffusionPipeline) -> Drawn:
    """Held-out pairs."""
    return draw(starter, pair_prompts(40))
