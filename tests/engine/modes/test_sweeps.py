"""Sweeps: each picture of one is the picture that its own recipe and words give alone."""

from __future__ import annotations

import pytest
import torch

from engine.api.parameters import Variation
from engine.api.points import Point
from engine.models.ports import UNetModel
from engine.modes import way
from tests.engine.bench import job, tiny
from tests.engine.modes.test_hooks import draw


@pytest.fixture
def model() -> UNetModel:
    return tiny()


def test_each_picture_is_the_one_that_it_is_alone(model: UNetModel) -> None:
    varied = Point(variations=(Variation(3, 0.5),))
    points = (Point(), Point(steps=4), Point(cfg=1.0), Point(sampler="heun"), Point(seed=9), varied)
    swept = job(prompt="a {red,blue} apple", steps=8, seed=7, cfg=3, sweep=points)
    alone = [
        job(prompt="a red apple", steps=8, seed=7, cfg=3),
        job(prompt="a red apple", steps=4, seed=7, cfg=3),
        job(prompt="a red apple", steps=8, seed=7, cfg=1),
        job(prompt="a blue apple", steps=8, seed=7, cfg=3, sampler="heun"),
        job(prompt="a blue apple", steps=8, seed=9, cfg=3),
        job(prompt="a blue apple", steps=8, seed=7, cfg=3, variations=(Variation(3, 0.5),)),
    ]
    for image, one in enumerate(alone):
        told = way(swept, image).job
        assert (told.prompt, told.recipe) == (one.prompt, one.recipe)
    together = draw(model, *swept.each())
    for request, one in zip(together, alone, strict=True):
        assert torch.allclose(request.latents, draw(model, one)[0].latents, atol=1e-3)
    assert not torch.allclose(together[0].latents, together[4].latents, atol=0.1)
