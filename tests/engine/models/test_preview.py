"""The preview's colours, on the embedded model's own autoencoder: what is shown is what will come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from diffusers.models.autoencoders.vae import Decoder, Encoder
from PIL import Image
from torch.nn.functional import avg_pool2d
from torch.nn.modules.module import register_module_forward_pre_hook

from engine.api.jobs import Job
from engine.models.library import ModelLibrary
from engine.models.pipelines import PipelineCall
from engine.models.preview import to_colours
from engine.models.unet import UNetFamily
from tests.checkpoints import folder
from tests.engine.bench import job


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> UNetFamily:
    model = ModelLibrary(tmp_path_factory.mktemp("models")).load("starter")
    assert isinstance(model, UNetFamily)
    return model


PALETTE = {
    "red": (0.9, 0.1, 0.1),
    "green": (0.1, 0.8, 0.1),
    "blue": (0.1, 0.2, 0.9),
    "white": (0.95, 0.95, 0.95),
    "black": (0.05, 0.05, 0.05),
}


@pytest.mark.parametrize("colour", PALETTE)
def test_a_plain_picture_looks_like_itself(starter: UNetFamily, colour: str) -> None:
    side = 8 * starter.latent_factor
    pixels = torch.tensor(PALETTE[colour])[None, :, None, None].expand(1, 3, side, side)
    shown = to_colours(starter.encode(pixels * 2 - 1)[0], starter.preview_matrix)
    assert shown.shape == (3, 8, 8)
    seen = shown.mean((1, 2))
    assert min(PALETTE, key=lambda name: float((seen - torch.tensor(PALETTE[name])).norm())) == colour


def test_a_picture_in_small_is_near_what_the_decoder_shows(starter: UNetFamily) -> None:
    """On pictures with shapes, at their end and with noise still in them: a few levels of 255 off, on average."""
    guide = Path(__file__).parents[3] / "bot" / "guide"
    shown = [Image.open(file).convert("RGB").resize((128, 128)) for file in sorted(guide.rglob("*.png"))]
    pixels = torch.stack([torch.from_numpy(np.array(picture)) for picture in shown]).movedim(-1, 1)
    clean = starter.encode(pixels / 127.5 - 1)
    noise = clean.std() * torch.randn(clean.shape, generator=torch.Generator().manual_seed(0))
    for latents, most in ((clean, 12), (clean + noise / 2, 16)):
        wanted = avg_pool2d(starter.decode(latents), starter.latent_factor)
        seen = torch.stack([to_colours(each, starter.preview_matrix) for each in latents])
        assert 255 * (seen - wanted).abs().mean() < most


@contextmanager
def vaes_at_work() -> Iterator[Callable[[], int]]:
    """Counts how often any VAE encodes or decodes."""
    calls: list[Any] = []

    def notice(module: Any, _: Any) -> None:
        if isinstance(module, Encoder | Decoder):
            calls.append(module)

    hook = register_module_forward_pre_hook(notice)
    try:
        yield lambda: len(calls)
    finally:
        hook.remove()


def test_who_loads_a_model_waits_for_no_preview_and_each_vae_is_fitted_once(tmp_path: Path) -> None:
    """However often models take turns, and for all that share a VAE."""
    for name in ("first", "twin"):
        folder(tmp_path / name, "sd1", seed=1)
    folder(tmp_path / "other", "sd1", seed=2)
    shelf = ModelLibrary(tmp_path, embedded=tmp_path / "none")
    with vaes_at_work() as count:
        maps = {}
        for name in ("first", "twin", "first", "other"):
            shelf.evict()
            before = count()
            model = shelf.load(name)
            assert isinstance(model, UNetFamily)
            assert count() == before
            maps[name] = model.preview_matrix
        assert count() == 4  # two VAEs, each once forth and back
    assert torch.equal(maps["first"], maps["twin"])
    assert not torch.equal(maps["first"], maps["other"])


@pytest.mark.parametrize("family", ["sd3", "flux"])
def test_who_loads_a_model_that_draws_alone_waits_for_no_preview(models: Path, family: str) -> None:
    shelf = ModelLibrary(models, embedded=models / "none")
    with vaes_at_work() as count:
        model = shelf.load(family)
        assert isinstance(model, PipelineCall)
        assert count() == 0
        seen = []
        model.draw(asked(family), {}, lambda step, total, preview: seen.append(preview))
        assert seen[-1] is not None


def asked(family: str) -> Job:
    return job(model=family, width=16, height=16, steps=3)


def test_the_embedded_model_reads_prompts_of_any_length(starter: UNetFamily) -> None:
    """Its pooled text is computed at each row's own length, so a long neighbour changes nothing."""
    conditionings = starter.condition(["a red circle", "a cat in the snow " * 40])
    assert len(conditionings[1].embeds) > len(conditionings[0].embeds)
    noise = torch.randn(2, starter.latent_channels, 8, 8, generator=torch.Generator().manual_seed(0))
    times, sizes = torch.tensor([700, 300]), [(64, 64)] * 2
    together = starter.predict(noise, times, conditionings, sizes)
    alone = starter.predict(noise[:1], times[:1], conditionings[:1], sizes[:1])
    assert torch.allclose(together[:1], alone, atol=2e-5)


def test_its_card_is_whole(starter: UNetFamily, tmp_path: Path) -> None:
    card = ModelLibrary(tmp_path).cards()[0]
    assert card.name == "starter"
    assert card.draws
    assert card.examples
    assert starter.card == card
