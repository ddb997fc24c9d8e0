"""ControlNets in a lane: each row as diffusers' pipelines draw it, and those without one as if there were none."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest
import torch
from diffusers import StableDiffusionControlNetPipeline, StableDiffusionXLControlNetPipeline
from PIL import Image
from torch import Tensor

from engine.api.errors import BadModel, UnknownChoice
from engine.models.control import read_control
from engine.models.hints import Hints, Lead
from engine.models.library import ModelLibrary
from engine.models.ports import Conditioning, UNetModel
from tests import controls
from tests.checkpoints import pipeline

SIZE = (32, 32)
FAMILIES = ("sd1", "sd1-pooled", "sdxl")


class Set(NamedTuple):
    """A model of the engine's, what it was made of, and its two ControlNets."""

    model: UNetModel
    made: Any
    nets: list[Any]


@pytest.fixture(scope="module")
def sets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Set]:
    home = tmp_path_factory.mktemp("models")
    made = {family: pipeline(family) for family in FAMILIES}
    nets = {family: [controls.control(each, seed) for seed in (1, 2)] for family, each in made.items()}
    for family, each in made.items():
        each.save_pretrained(home / family)
        nets[family][0].save_pretrained(home / "controlnets" / f"{family}-canny")
        controls.save(nets[family][1], home / "controlnets" / f"{family}-depth.safetensors")
    library = ModelLibrary(home, embedded=home / "none")
    return {family: Set(library.load(family), made[family], nets[family]) for family in FAMILIES}  # type: ignore[arg-type]


def picture(seed: int) -> Tensor:
    """`[1, 3, 32, 32]` in 0..1, black and white."""
    return (
        torch.randint(0, 2, (1, 1, *SIZE), generator=torch.Generator().manual_seed(seed))
        .float()
        .expand(1, 3, -1, -1)
    )


def predicted(model: UNetModel, texts: list[Conditioning], *hints: Hints) -> Tensor:
    latents = torch.randn(1, 4, 16, 16, generator=torch.Generator().manual_seed(5)).repeat(
        len(texts), 1, 1, 1
    )
    steps = torch.tensor([700.0 - 100 * i for i in range(len(texts))])
    return model.predict(latents, steps, texts, [SIZE] * len(texts), hints=hints)


@pytest.mark.parametrize("family", FAMILIES)
@torch.inference_mode()
def test_rows_with_and_without_share_a_forward_and_get_what_they_get_alone(
    sets: dict[str, Set], family: str
) -> None:
    model = sets[family].model
    first, second = (
        Lead(model.net(f"{family}-{kind}"), picture(i), 0.8) for i, kind in enumerate(("canny", "depth"))
    )
    long = "a red circle on a blue background, " * 12
    texts = model.condition(["a cat", "a red circle", long, "a square", "snow"])
    hints = [Hints(), Hints(leads=(first,)), Hints(leads=(first, second)), Hints(), Hints(leads=(second,))]
    together = predicted(model, texts, *hints)
    for i, (text, hint) in enumerate(zip(texts, hints, strict=True)):
        latents = torch.randn(1, 4, 16, 16, generator=torch.Generator().manual_seed(5))
        alone = model.predict(latents, torch.tensor([700.0 - 100 * i]), [text], [SIZE], hints=[hint])
        assert (together[i] - alone[0]).abs().max() < 1e-4, i
    plain = predicted(model, texts)
    assert torch.equal(together[0], plain[0]) and torch.equal(together[3], plain[3])  # not a bit of it
    moved = (together - plain).abs().amax((1, 2, 3))
    assert (moved[[1, 2, 4]] > 0.01).all(), moved


def image(tensor: Tensor) -> Image.Image:
    return Image.fromarray((tensor[0].permute(1, 2, 0).numpy() * 255).astype(np.uint8))


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("count", [1, 2])
@torch.inference_mode()
def test_it_draws_what_the_pipelines_of_diffusers_draw(sets: dict[str, Set], family: str, count: int) -> None:
    model, made, nets = sets[family]
    kind = StableDiffusionXLControlNetPipeline if family == "sdxl" else StableDiffusionControlNetPipeline
    pipe = kind(**made.components, controlnet=nets[:count] if count > 1 else nets[0])
    pipe.set_progress_bar_config(disable=True)
    given = [picture(i) for i in range(count)]

    def one(values: list[Any]) -> Any:
        return values if count > 1 else values[0]

    noise = torch.randn(1, 4, 16, 16, generator=torch.Generator().manual_seed(3))
    wanted = pipe(
        "a red circle",
        image=one([image(each) for each in given]),
        height=32,
        width=32,
        num_inference_steps=4,
        guidance_scale=3.0,
        controlnet_conditioning_scale=one([0.7, 0.4][:count]),
        control_guidance_start=one([0.0, 0.25][:count]),
        control_guidance_end=one([0.75, 1.0][:count]),
        latents=noise.clone(),
        output_type="latent",
    ).images
    scheduler = pipe.scheduler
    scheduler.set_timesteps(4)
    latents = noise * scheduler.init_noise_sigma
    texts = model.condition(["", "a red circle"])
    names = [f"{family}-canny", f"{family}-depth"][:count]
    leads = [Lead(model.net(n), p, s) for n, p, s in zip(names, given, (0.7, 0.4), strict=False)]
    for i, t in enumerate(scheduler.timesteps):
        active = tuple(lead for lead, (a, b) in zip(leads, ((0, 3), (1, 4)), strict=False) if a <= i < b)
        x = torch.cat([scheduler.scale_model_input(latents, t)] * 2)
        without, told = model.predict(
            x, t.expand(2), texts, [SIZE] * 2, hints=[Hints(leads=active)] * 2
        ).chunk(2)
        latents = scheduler.step(without + 3.0 * (told - without), t, latents).prev_sample
    assert (model.decode(latents) - model.decode(wanted)).abs().max() <= 2 / 255


@pytest.mark.parametrize("layout", ["diffusers", "original", "prefix"])
@pytest.mark.parametrize("family", ["sd1", "sdxl"])
def test_a_file_of_any_layout_is_the_network_that_it_was_saved_from(
    sets: dict[str, Set], family: str, layout: str, tmp_path: Path
) -> None:
    unet = sets[family].made.unet
    net = controls.control(sets[family].made, widths=(16, 32, 96, 256))
    read = read_control(controls.save(net, tmp_path / "net.safetensors", layout), unet.config, torch.float32)
    assert read.state_dict().keys() == net.state_dict().keys()
    assert all(torch.equal(tensor, net.state_dict()[name]) for name, tensor in read.state_dict().items())


def test_a_network_for_another_family_and_one_that_is_not_there_are_refused(sets: dict[str, Set]) -> None:
    with pytest.raises(BadModel) as unlike:
        sets["sd1"].model.net("sdxl-canny")
    assert unlike.value.facts["fault"] == "unlike" and unlike.value.facts["model"] == "sdxl-canny"
    with pytest.raises(UnknownChoice) as unknown:
        sets["sdxl"].model.net("pose")
    assert unknown.value.facts["choices"] == "canny, depth, sdxl-canny, sdxl-depth"


def test_networks_count_among_what_a_model_takes(sets: dict[str, Set]) -> None:
    model, _, nets = sets["sdxl"]
    before = model.bytes
    model.net("sdxl-canny"), model.net("sdxl-canny")
    weights = sum(p.numel() * 4 for p in nets[0].parameters())
    assert model.bytes - before in (0, weights) and model.bytes >= weights
