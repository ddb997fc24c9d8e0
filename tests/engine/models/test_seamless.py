"""Pictures without a seam: as a model whose every convolution is circular, beside others that notice nothing."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from engine.models.seamless import NO_WRAP, Wrap, wrapped
from tests.checkpoints import pipeline

BOTH = Wrap(True, True)


def circular(module: Any) -> Any:
    """The module with every convolution as torch itself wraps it around."""
    made = deepcopy(module)
    for layer in made.modules():
        if isinstance(layer, nn.Conv2d):
            layer.padding_mode = "circular"
    return made


@pytest.fixture(scope="module", params=["sd1", "sdxl"])
def pipe(request: pytest.FixtureRequest) -> Any:
    return pipeline(request.param)


def unet_out(unet: Any, latents: Tensor) -> Tensor:
    rows, width = len(latents), unet.config.cross_attention_dim
    generator = torch.Generator().manual_seed(1)
    text = torch.randn(1, 77, width, generator=generator).expand(rows, -1, -1)
    added = {}
    if unet.config.addition_embed_type:
        size = unet.config.projection_class_embeddings_input_dim - 6 * unet.config.addition_time_embed_dim
        added = {"text_embeds": torch.ones(rows, size), "time_ids": torch.ones(rows, 6)}
    with torch.no_grad():
        out: Tensor = unet(latents, torch.tensor(500), text, added_cond_kwargs=added).sample
    return out


def test_wrapped_rows_are_as_of_a_circular_unet_and_others_bit_for_bit_as_ever(pipe: Any) -> None:
    latents = torch.randn(3, 4, 16, 16, generator=torch.Generator().manual_seed(7))
    plain, around = unet_out(pipe.unet, latents), unet_out(circular(pipe.unet), latents)
    with wrapped(pipe.unet, [NO_WRAP, BOTH, NO_WRAP]):
        mixed = unet_out(pipe.unet, latents)
    assert torch.equal(mixed[::2], plain[::2])
    assert torch.allclose(mixed[1], around[1], atol=1e-6)
    assert not torch.allclose(mixed[1], plain[1], atol=1e-3)
    assert torch.equal(unet_out(pipe.unet, latents), plain)  # nothing of it is left


def test_a_decoder_goes_round_one_way_or_both(pipe: Any) -> None:
    latents = torch.randn(2, 4, 8, 8, generator=torch.Generator().manual_seed(7))

    def decode(vae: Any) -> Tensor:
        with torch.no_grad():
            pixels: Tensor = vae.decode(latents).sample
        return pixels

    plain, around = decode(pipe.vae), decode(circular(pipe.vae))
    with wrapped(pipe.vae, [BOTH] * 2):
        assert torch.allclose(decode(pipe.vae), around, atol=1e-6)
    with wrapped(pipe.vae, [Wrap(across=True)] * 2):
        sideways = decode(pipe.vae)
    assert not torch.allclose(sideways, plain, atol=1e-3)
    assert not torch.allclose(sideways, around, atol=1e-3)
    assert torch.equal(decode(pipe.vae), plain)


def test_whatever_is_raised_inside_leaves_the_model_as_it_was(pipe: Any) -> None:
    def breaking() -> None:
        with wrapped(pipe.unet, [BOTH]):
            raise RuntimeError

    before = [layer.padding for layer in pipe.unet.modules() if isinstance(layer, nn.Conv2d)]
    with pytest.raises(RuntimeError):
        breaking()
    assert [layer.padding for layer in pipe.unet.modules() if isinstance(layer, nn.Conv2d)] == before
    assert not any(layer._forward_pre_hooks for layer in pipe.unet.modules())
