"""What few steps of every sampler look like, drawn by the starter: blurred perhaps, but never speckled."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torch import Tensor

from engine.api.jobs import Job
from engine.api.recipe import Recipe
from engine.api.samplers import SAMPLER_CHOICES
from engine.denoise.lane import Lane
from engine.denoise.request import Request
from engine.models.library import ModelLibrary
from engine.models.ports import PipelineModel
from engine.modes import way

pytestmark = pytest.mark.slow

STEPS = (1, 2, 3, 5, 8)


def speckles(pixels: Tensor) -> float:
    """How much pixels differ from the mean of their neighbours: `[3, h, w]` to levels."""
    grey = pixels.mean(0) * 255
    around = (grey[:-2, 1:-1] + grey[2:, 1:-1] + grey[1:-1, :-2] + grey[1:-1, 2:]) / 4
    return float((grey[1:-1, 1:-1] - around).abs().mean())


@torch.inference_mode()
def test_few_steps_of_no_sampler_are_speckled(tmp_path: Path) -> None:
    model = ModelLibrary(tmp_path).load("starter")
    assert not isinstance(model, PipelineModel)
    lane, drawn = Lane(model, (64, 64)), dict[str, Tensor]()
    waiting = [("dpmpp_2m", 30), *((name, steps) for name in SAMPLER_CHOICES for steps in STEPS)]
    seated: dict[Request, str] = {}
    while waiting or lane.requests:
        while waiting and lane.rows < 32:
            name, steps = waiting.pop()
            recipe = Recipe(model="starter", width=64, height=64, steps=steps, cfg=2.5, sampler=name, seed=7)
            asked = Job(
                id="x", tenant="ann", mode="text", prompt="a red apple on a white background", recipe=recipe
            )
            seated[lane.admit(way(asked))] = f"{name} {steps}"
        assert not lane.step().failed
        for request in [r for r in lane.requests if r.finished]:
            lane.leave(request)
            drawn[seated[request]] = model.decode(request.latents)[0]
    best = speckles(drawn["dpmpp_2m 30"])
    print({name: round(speckles(pixels) / best, 2) for name, pixels in drawn.items()})
    assert [name for name, pixels in drawn.items() if speckles(pixels) > 1.6 * best] == []
    grey = {name for name, pixels in drawn.items() if pixels.std() < 0.05}
    assert not grey
