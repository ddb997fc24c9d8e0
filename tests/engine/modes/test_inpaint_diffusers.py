"""A part of a picture painted anew, as diffusers' own pipelines paint it, with models of four channels and of nine."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import diffusers
import pytest
import torch
from torch import Tensor

from engine.models.library import ModelLibrary
from engine.models.ports import PipelineModel, UNetModel
from engine.modes import read
from tests.checkpoints import folder, pipeline
from tests.engine.bench import job
from tests.engine.modes.test_hooks import LEVELS, SIZE, draw
from tests.engine.modes.test_inpaint import mask, noisy, png

KINDS = {
    "sd1": ("StableDiffusionInpaintPipeline", "stable_diffusion.pipeline_stable_diffusion_inpaint"),
    "sdxl": ("StableDiffusionXLInpaintPipeline", "stable_diffusion_xl.pipeline_stable_diffusion_xl_inpaint"),
}
GIVEN = {"image": png(noisy(16)), "mask": png(mask(6, 2, 15, 11, side=16))}
"""The mask's edges are edges of latents: of those that it cuts, diffusers takes one in four and we take all."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> ModelLibrary:
    home = tmp_path_factory.mktemp("models")
    for family in ("sd1", "sd1-inpainting", "sdxl", "sdxl-inpainting"):
        folder(home / family, family)
    return ModelLibrary(home, embedded=home / "none")


def loaded(library: ModelLibrary, family: str) -> UNetModel:
    model = library.load(family)
    assert not isinstance(model, PipelineModel)
    return model


def theirs(family: str, asked: Any, inputs: Any, monkeypatch: pytest.MonkeyPatch, **more: Any) -> Tensor:
    """What their pipeline draws of the same.

    The noise is drawn first here, so neither of the two draws a sample of the picture's latents.
    """
    kind, where = KINDS[family.split("-")[0]]
    monkeypatch.setattr(
        import_module(f"diffusers.pipelines.{where}"),
        "retrieve_latents",
        lambda out, generator: out.latent_dist.mode(),
    )
    pipe = getattr(diffusers, kind)(**pipeline(family).components)
    pipe.set_progress_bar_config(disable=True)
    recipe = asked.recipe
    pipe.scheduler = diffusers.EulerDiscreteScheduler.from_config(pipe.scheduler.config)
    drawn: Tensor = pipe(
        asked.prompt,
        image=inputs["image"][None] / 2 + 0.5,
        mask_image=inputs["mask"][None] / 2 + 0.5,
        negative_prompt=recipe.negative,
        strength=recipe.strength,
        num_inference_steps=recipe.steps,
        guidance_scale=recipe.cfg,
        generator=torch.Generator().manual_seed(recipe.seed),
        width=SIZE[0],
        height=SIZE[1],
        output_type="pt",
        **more,
    ).images
    return drawn


@pytest.mark.parametrize("strength", [0.6, 1.0])
@pytest.mark.parametrize("family", ["sd1", "sdxl"])
@torch.inference_mode()
def test_a_model_of_four_channels_paints_what_diffusers_paints(
    library: ModelLibrary, family: str, strength: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = job(mode="inpaint", model=family, inputs=GIVEN, strength=strength, negative="a cat")
    expected = theirs(family, asked, read(asked), monkeypatch)
    model = loaded(library, family)
    assert (model.decode(draw(model, asked)[0].latents) - expected).abs().max() <= LEVELS


@pytest.mark.parametrize("strength", [0.6, 1.0])
@pytest.mark.parametrize("family", ["sd1-inpainting", "sdxl-inpainting"])
@torch.inference_mode()
def test_a_model_of_nine_does_too_but_that_what_is_outside_is_put_back(
    library: ModelLibrary, family: str, strength: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Theirs draws the outside anew, in colours that shift: ours puts it back after each step, as with four
    channels. Done to theirs, it is the same picture."""
    model = loaded(library, family)
    asked = job(mode="inpaint", model=family, inputs=GIVEN, strength=strength, negative="a cat")
    inputs = read(asked)
    source = model.encode(inputs["image"][None])
    noise = torch.randn(source.shape, generator=torch.Generator().manual_seed(asked.recipe.seed))
    outside = torch.nn.functional.max_pool2d((inputs["mask"][None] > 0).float(), model.latent_factor) == 0

    def put_back(pipe: Any, step: int, _: Any, state: dict[str, Tensor]) -> dict[str, Tensor]:
        later = pipe.scheduler.timesteps[-pipe.num_timesteps :][step + 1 : step + 2]
        there = pipe.scheduler.add_noise(source, noise, later) if len(later) else source
        return {"latents": torch.where(outside, there, state["latents"])}

    ours = draw(model, asked)[0].latents
    expected = theirs(family, asked, inputs, monkeypatch, callback_on_step_end=put_back)
    assert (model.decode(ours) - expected).abs().max() <= LEVELS
    assert torch.equal(ours[:, :, outside[0, 0]], source[:, :, outside[0, 0]])
    assert (theirs(family, asked, inputs, monkeypatch) - expected).abs().max() > LEVELS
