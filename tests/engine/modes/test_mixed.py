"""Every mode that a model can do, in one lane: each request gets the picture that it gets alone.

Models that edit, or are told of depth, do that alone; theirs are in `test_edit` and `test_depth`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
import torch
from diffusers import UNet2DConditionModel
from numpy.typing import NDArray
from PIL import Image

from engine.api.jobs import Job
from engine.api.modes import END, MODES, REPLIED
from engine.api.parameters import Margins, Parameters, Size, Variation
from engine.api.recipe import Recipe, resolve
from engine.api.sizes import Source
from engine.denoise.lane import Lane
from engine.models.library import ModelLibrary
from engine.models.ports import PipelineModel, UNetModel
from engine.modes import read, way
from tests import controls
from tests.checkpoints import pipeline
from tests.engine.bench import job, tiny
from tests.engine.modes.test_hooks import SIZE, painting
from tests.engine.modes.test_inpaint import mask, noisy, png

FAMILIES = ("sd1", "sd1-inpainting", "sdxl")
GIVEN = painting("red", "blue")
LEVELS = 2


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> ModelLibrary:
    home = tmp_path_factory.mktemp("models")
    for family in FAMILIES:
        made = pipeline(family)
        made.unet = UNet2DConditionModel.from_config(dict(made.unet.config) | {"layers_per_block": 1})
        made.save_pretrained(home / family)
        controls.control(made).save_pretrained(home / "controlnets" / f"{family}-canny")
    return ModelLibrary(home, embedded=home / "none")


def resolved(mode: str, size: Size, model: str, **asked: object) -> Recipe:
    """A recipe as a person's words make it, of a picture of that size, for a model that draws 16x16."""
    card = tiny().card.model_copy(update={"name": model, "native": Size(*SIZE), "scale": 1})
    wanted = Parameters(**{"steps": 5, "cfg": 3.0, "seed": 7, "sampler": "euler"} | asked)
    return resolve(wanted, card, MODES[mode], source=Source(size, size=size))


def everybody(model: str) -> list[Job]:
    """Twelve requests of eight modes, no two with the same words, sampler, guidance and number of steps."""
    part = {"image": png(noisy(16)), "mask": png(mask(5, 3, 14, 9, side=16))}
    wide = resolved("outpaint", Size(12, 16), model, extend=Margins(left=4), sampler="dpmpp_2m")
    large = resolved("upscale", Size(16, 8), model, upscale=2, strength=0.4)
    small = png(noisy(16).crop((0, 0, 16, 8)))
    morph = {"mode": "morph", "prompt": "a red circle | a square " + "on snow, " * 40 + "| a cat"}
    two = {REPLIED: GIVEN, END: painting("lime", "yellow")}
    jobs = [
        job("words", sampler="heun"),
        job("more words", prompt="the cat " * 60, sampler="dpmpp_sde", cfg=1, clip_skip=2, seed=6),
        job("varied", seed=3, variations=(Variation(9, 0.4),), sampler="euler_a", tile="x"),
        job("picture", mode="image", inputs={"image": GIVEN}, strength=0.5, sampler="unipc", steps=7, seed=2),
        job("part", mode="inpaint", inputs=part, strength=0.7, sampler="ddim", cfg=5),
        job("all of a part", mode="inpaint", inputs=part, sampler="lcm", seed=4),
        job("wider", mode="outpaint", inputs={"image": png(noisy(16).crop((0, 0, 12, 16)))}).model_copy(
            update={"recipe": wide}
        ),
        job("larger", mode="upscale", inputs={"image": small}).model_copy(update={"recipe": large}),
        job("frame", **morph, place=0.2, sampler="euler_a", seed=12),
        job("later frame", **morph, place=0.75, sampler="deis", cfg=1.5, seed=8),
        job("between pictures", mode="blend", inputs=two, place=0.5, strength=0.6, steps=6, seed=11),
        job("lines", mode="control", inputs={"image": GIVEN}, control=("canny",), control_end=0.8, seed=5),
    ]
    assert len(jobs) == 12 and len({each.mode for each in jobs}) == 8
    return jobs


def delivered(model: UNetModel, jobs: Sequence[Job]) -> list[NDArray[np.int16]]:
    """Each job's picture, all its parts and all other jobs in one lane."""
    lane = Lane(model, SIZE)
    given = [(each, read(each)) for each in jobs]
    ways = [[way(each, 0, own, part) for part in range(each.recipe.parts)] for each, own in given]
    requests = [[lane.admit(one) for one in group] for group in ways]
    while lane.requests:
        assert not lane.step().failed
        for request in [r for r in lane.requests if r.finished]:
            lane.leave(request)
    pictures = []
    for (first, *_), drawn in zip(ways, requests, strict=True):
        decoded = [model.decode(r.latents, wrap=r.way.wrap)[0].movedim(0, -1) for r in drawn]
        whole = first.whole([each.mul(255).round().byte().numpy() for each in decoded])
        pictures.append(np.asarray(first.finish(first.enlarged(Image.fromarray(whole)))).astype(np.int16))
    return pictures


@pytest.mark.parametrize("family", FAMILIES)
@torch.inference_mode()
def test_twelve_requests_of_eight_modes_get_each_the_picture_that_it_gets_alone(
    library: ModelLibrary, family: str
) -> None:
    model = library.load(family)
    assert not isinstance(model, PipelineModel)
    jobs = everybody(family)
    together = delivered(model, jobs)
    for i, (asked, crowd) in enumerate(zip(jobs, together, strict=True)):
        (alone,) = delivered(model, [asked])
        assert crowd.shape == alone.shape and np.abs(crowd - alone).max() <= LEVELS, asked.id
        for other in together[:i]:
            assert crowd.shape != other.shape or np.abs(crowd - other).max() > 4 * LEVELS, asked.id
    assert together[6].shape == (16, 16, 3) and together[7].shape == (16, 32, 3)
