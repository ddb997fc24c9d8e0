"""A picture keeps another one's near and far, with models that are told of its depth."""

from __future__ import annotations

import io

import numpy as np
import pytest
import torch
from diffusers.pipelines.stable_diffusion import pipeline_stable_diffusion_depth2img as theirs
from PIL import Image

from engine.api.choices import choose
from engine.api.errors import PictureNeeded
from engine.api.events import Done
from engine.denoise.lane import Lane
from engine.local.engine import LocalEngine
from engine.models.estimators import Estimators, stretched
from engine.models.library import ModelLibrary
from engine.models.ports import PipelineModel, UNetModel
from engine.modes import read
from engine.modes.base import Way
from engine.modes.depth import Depth
from engine.pictures.read import to_picture
from tests.checkpoints import folder, pipeline
from tests.engine.bench import job, tiny
from tests.engine.modes.test_hooks import LEVELS, SIZE, last, painting

GIVEN = {"image": painting("red", "lime")}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> ModelLibrary:
    home = tmp_path_factory.mktemp("models")
    folder(home / "deep", "sd1-depth")
    return ModelLibrary(home, embedded=home / "none")


@pytest.fixture(scope="module")
def deep(shelf: ModelLibrary) -> UNetModel:
    model = shelf.load("deep")
    assert not isinstance(model, PipelineModel)
    return model


def estimators(shelf: ModelLibrary) -> Estimators:
    return Estimators(None, shelf._catalogue.estimator)


def drawn(model: UNetModel, *ways: Way) -> list[torch.Tensor]:
    lane = Lane(model, SIZE)
    requests = [lane.admit(way) for way in ways]
    while any(not r.finished for r in requests):
        assert not lane.step().failed
        for request in [r for r in lane.requests if r.finished]:
            lane.leave(request)
    return [request.latents for request in requests]


@torch.inference_mode()
def test_it_draws_what_diffusers_draws(
    shelf: ModelLibrary, deep: UNetModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = pipeline("sd1-depth")
    pipe.set_progress_bar_config(disable=True)
    # the noise is drawn first here, so neither of the two draws a sample of the picture's latents
    monkeypatch.setattr(theirs, "retrieve_latents", lambda out, generator: out.latent_dist.mode())
    encode = deep.encode
    monkeypatch.setattr(deep, "encode", lambda pixels, generator=None: encode(pixels))
    asked = job(mode="depth", model="deep", inputs=GIVEN, strength=0.8, sampler="ddim", negative="a cat")
    inputs = read(asked, estimators(shelf))
    expected = pipe(
        asked.prompt,
        image=to_picture(inputs["image"]),
        negative_prompt="a cat",
        strength=0.8,
        num_inference_steps=asked.recipe.steps,
        guidance_scale=asked.recipe.cfg,
        generator=torch.Generator().manual_seed(asked.recipe.seed),
        output_type="pt",
    ).images
    (latents,) = drawn(deep, Depth(asked, inputs=inputs))
    assert (deep.decode(latents) - expected).abs().max() <= LEVELS


@torch.inference_mode()
def test_the_depth_counts_and_each_is_what_it_is_alone(shelf: ModelLibrary, deep: UNetModel) -> None:
    asked = job(mode="depth", model="deep", inputs=GIVEN, strength=0.8)
    inputs = read(asked, estimators(shelf))
    height, width = inputs["depth"].shape[-2:]
    slope = torch.linspace(0, 9, width).expand(1, 1, height, width)
    depths = [slope, -slope, slope * 0 + 3]  # the last one is flat
    together = drawn(deep, *(Depth(asked, inputs={**inputs, "depth": depth}) for depth in depths))
    for depth, latents in zip(depths, together, strict=True):
        (alone,) = drawn(deep, Depth(asked, inputs={**inputs, "depth": depth}))
        assert latents.isfinite().all()
        assert (deep.decode(latents) - deep.decode(alone)).abs().max() <= LEVELS
    assert (together[0] - together[1]).abs().max() > 0.01  # same seed, words and picture
    assert stretched(slope * 0 + 3).eq(0).all()


async def test_the_map_is_shown_and_a_picture_is_looked_at_once(shelf: ModelLibrary) -> None:
    sees, calls = estimators(shelf), []
    async with LocalEngine(shelf, estimators=sees) as engine:
        for id, show in (("map", True), ("picture", False)):
            asked = job(id, mode="depth", model="deep", inputs=GIVEN, strength=0.8, show_map=show, scale=2)
            event = await last(engine, asked)
            assert isinstance(event, Done), event
            calls.append(np.asarray(Image.open(io.BytesIO(event.pictures[0].png)).convert("RGB")))
    shown, picture = calls
    assert (shown == shown[..., :1]).all() and (shown.min(), shown.max()) == (0, 255)
    assert shown.shape == picture.shape and not (picture == picture[..., :1]).all()
    assert len(sees._seen) == 1


def test_which_model_is_meant(shelf: ModelLibrary) -> None:
    (card,), plain = shelf.cards(), tiny().card
    assert choose(["image"], ["depth"], (plain, card)).card is card
    assert choose(["image"], [], (plain, card)).card is plain
    choice = choose([""], [], (card,), "deep")
    assert (choice.mode.name, choice.mode.strength) == ("depth", 0.8)
    with pytest.raises(PictureNeeded):
        choose([], [], (card,), "deep")
    path = shelf._catalogue.estimator("deep")
    assert path and path.is_dir() and shelf._catalogue.estimator("none") is None
