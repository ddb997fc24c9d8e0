"""The preview's colours, on the embedded model's own autoencoder: what is shown is what will come."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from engine.models.library import ModelLibrary
from engine.models.preview import to_colours
from engine.models.unet import UNetFamily


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
