"""The autoencoder: a decoder and an encoder, each trained on its own towards fixed latents."""

from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import AutoencoderKL
from numpy.typing import NDArray
from torch import Tensor, nn

from tools.starter.dataset import to_tensor
from tools.starter.device import DEVICE, FACTOR, autocast
from tools.starter.muon import Pair
from tools.starter.networks import CHANNELS
from tools.starter.pace import Pace

CHECKED = 48
"""So many pictures are never trained on, and measured instead."""
CERTAIN = -12.0
"""Log-variance of the encoder's posterior, everywhere: it is as good as deterministic."""

Array = NDArray[Any]


def error_of(drawn: Tensor, wanted: Tensor) -> Tensor:
    """Absolute plus squared error: crisp edges, and a good signal-to-noise ratio."""
    error = drawn.float() - wanted
    return error.abs().mean() + error.square().mean()


def decibels(drawn: Tensor, wanted: Tensor) -> float:
    """Mean peak signal-to-noise ratio of pictures in -1..1."""
    mse = (drawn.float().clamp(-1, 1) - wanted).square().mean((1, 2, 3)).clamp_min(1e-8)
    return float((10 * torch.log10(4 / mse)).mean())


def train_decoder(
    model: AutoencoderKL,
    latents: Array,
    pictures: Array,
    cache: Path,
    *,
    minutes: float,
    batch: int = 8,
    lr: float = 0.02,
    noise: float = 0.5,
    compiled: bool = False,
) -> None:
    """Learns latents -> pixels, in place.

    Half of the samples get more or less noise on their latents, of the size of the
    UNet's errors; the decoder learns to draw the nearest true picture all the same.

    Args:
        model: The autoencoder; its encoder is left as it is.
        latents: float16 [n, c, 8, 8].
        pictures: uint8 [n, 64, 64, 3], what they came from.
        cache: Where the checkpoint `decoder.pt` and the log go.
        minutes: How long.
        batch: Samples a step.
        lr: Muon's learning rate.
        noise: Standard deviation of the most noise.
        compiled: Compile first (minutes, then about 1.4 times as fast).
    """
    half = decoder_of(model)
    model.to(DEVICE, memory_format=torch.channels_last)
    pair, pace = Pair(half, lr, lr / 10), Pace("decoder", minutes, batch * FACTOR, cache)
    if compiled or DEVICE.type == "cuda":
        model.decoder.compile()
    rng = np.random.default_rng()
    while not pace.over:
        index = rng.integers(CHECKED, len(latents), batch * FACTOR)
        z = torch.from_numpy(latents[index]).float().to(DEVICE)
        amount = noise * (2 * torch.rand(len(z), 1, 1, 1, device=DEVICE) - 1).clamp_min(0)
        z = z + amount * torch.randn_like(z)
        with autocast():
            loss = error_of(model.decode(z).sample, to_tensor(pictures[index], DEVICE))
        loss.backward()  # type: ignore[no-untyped-call]
        pair.step(pace.scale())
        pace.tick(loss)
        if pace.due():
            torch.save(half.state_dict(), cache / "decoder.pt")
            pace.note(psnr=_decoded(model, latents[:CHECKED], pictures[:CHECKED]))


def train_encoder(
    model: AutoencoderKL,
    latents: Array,
    pictures: Array,
    cache: Path,
    *,
    minutes: float,
    batch: int = 16,
    lr: float = 0.02,
) -> None:
    """Learns pixels -> latents, in place; then makes its posterior certain."""
    half = encoder_of(model)
    model.to(DEVICE, memory_format=torch.channels_last)
    pair, pace = Pair(half, lr, lr / 10), Pace("encoder", minutes, batch * FACTOR, cache)
    rng = np.random.default_rng()
    while not pace.over:
        index = rng.integers(CHECKED, len(latents), batch * FACTOR)
        wanted = torch.from_numpy(latents[index]).float().to(DEVICE)
        with autocast():
            told = model.encode(to_tensor(pictures[index], DEVICE)).latent_dist.mean
            loss = (told.float() - wanted).square().mean()
        loss.backward()
        pair.step(pace.scale())
        pace.tick(loss)
        if pace.due():
            make_certain(model)
            torch.save(half.state_dict(), cache / "encoder.pt")
            pace.note()


@torch.no_grad()
def make_certain(model: AutoencoderKL) -> None:
    """Sets the encoder's log-variance to a constant, so that sampling it changes nothing."""
    model.quant_conv.weight[CHANNELS:] = 0.0
    model.quant_conv.bias[CHANNELS:] = CERTAIN


def decoder_of(model: AutoencoderKL) -> nn.Module:
    """The half from latents to pixels."""
    return nn.ModuleDict({"post": model.post_quant_conv, "decoder": model.decoder})


def encoder_of(model: AutoencoderKL) -> nn.Module:
    """The half from pixels to latents."""
    return nn.ModuleDict({"encoder": model.encoder, "quant": model.quant_conv})


@torch.no_grad()
def _decoded(model: AutoencoderKL, latents: Array, pictures: Array) -> float:
    """Decibels of pictures decoded from their latents."""
    z = torch.from_numpy(latents).float().to(DEVICE)
    drawn = [model.decode(part).sample for part in torch.split(z, 8)]
    return decibels(torch.cat(drawn), to_tensor(pictures, DEVICE))
