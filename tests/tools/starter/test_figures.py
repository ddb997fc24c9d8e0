"""What the shipped weights draw for held-out prompts: bounds with a margin, which random weights fail."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from diffusers import StableDiffusionPipeline
from torch.utils.flop_counter import FlopCounterMode

from tests.tools.starter.conftest import Drawn, draw
from tools.starter.evaluate import (
    background_score,
    generate,
    pair_score,
    renderings,
    round_trip,
    shape_scores,
    thing_score,
)
from tools.starter.judge import Judge
from tools.starter.prompts import Asked, pair_prompts, shape_prompts, thing_prompts

pytestmark = pytest.mark.slow

BACKGROUND, COLOUR, SHAPE, THING, PAIR, DECIBELS = 0.98, 0.97, 0.95, 0.9, 0.8, 32


def together(*parts: Drawn) -> Drawn:
    """Several lots of pictures as one."""
    asked: list[Asked] = [one for part in parts for one in part[0]]
    return asked, [one for part in parts for one in part[1]]


def test_backgrounds_have_the_colour_asked_for(
    judge: Judge, shapes: Drawn, things: Drawn, pairs: Drawn
) -> None:
    assert background_score(judge, *together(shapes, things, pairs)) >= BACKGROUND


def test_shapes_have_the_colour_and_the_outline_asked_for(judge: Judge, shapes: Drawn) -> None:
    colour, shape = shape_scores(judge, *shapes)
    assert colour >= COLOUR
    assert shape >= SHAPE


def test_the_thing_asked_for_is_the_nearest_of_all_it_draws(judge: Judge, things: Drawn) -> None:
    assert thing_score(judge, *things) >= THING


def test_two_things_are_both_right_and_on_their_sides(judge: Judge, pairs: Drawn) -> None:
    assert pair_score(judge, *pairs) >= PAIR


def test_the_autoencoder_brings_pictures_back(starter: StableDiffusionPipeline, judge: Judge) -> None:
    assert round_trip(starter, renderings(judge)) >= DECIBELS


def test_random_weights_fail_every_bound(untrained: StableDiffusionPipeline, judge: Judge) -> None:
    lots = [draw(untrained, asked) for asked in (shape_prompts(8), thing_prompts(8), pair_prompts(8))]
    colour, shape = shape_scores(judge, *lots[0])
    assert background_score(judge, *together(*lots)) < BACKGROUND / 2
    assert colour < COLOUR / 2
    assert shape < SHAPE / 2
    assert thing_score(judge, *lots[1]) < THING / 2
    assert pair_score(judge, *lots[2]) < PAIR / 2


def test_the_judge_is_right_about_true_renderings(judge: Judge) -> None:
    asked: Sequence[Asked] = thing_prompts(30)
    assert thing_score(judge, asked, [judge.render(one.scene) for one in asked]) == 1.0


def test_the_judge_tells_noise_from_a_drawing(judge: Judge) -> None:
    noise = np.random.default_rng(0).random((30, 64, 64, 3)).astype(np.float32)
    assert thing_score(judge, thing_prompts(30), list(noise)) < 0.2


def test_a_picture_is_a_second_or_two_of_a_slow_core(starter: StableDiffusionPipeline) -> None:
    """Counted, not timed: 30 GFLOP are 1.5 s at 20 GFLOP/s, a fifth of what a laptop's core reaches."""
    with FlopCounterMode(display=False) as counter:
        generate(starter, ["a cat on a blue background"])
    assert 1e9 < counter.get_total_flops() < 30e9
