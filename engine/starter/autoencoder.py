"""Stage 1: the autoencoder, pixels <-> latents. Stage 4: more training for its decoder alone."""

from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import AutoencoderKL
from numpy.typing import NDArray
from torch import Tensor, nn

from engine.starter.dataset import pictures_for_autoencoder, to_tensor
from engine.starter.device import DEVICE, FACTOR, autocast
from engine.starter.muon import Pair
from engine.starter.pace import Pace

KL_WEIGHT = 1e-7
"""Any larger and a latent channel collapses."""
CHECKED = 48
"""So many pictures are never trained on, and measured instead."""

Array = NDArray[Any]


def error_of(drawn: Tensor, wanted: Tensor) -> Tensor:
    """Absolute plus squared error: crisp edges, and a good signal-to-noise ratio."""
    error = drawn.float() - wanted
    return error.abs().mean() + error.square().mean()


def decibels(drawn: Tensor, wanted: Tensor) -> float:
    """Mean peak signal-to-noise ratio of pictures in -1..1."""
    mse = (drawn.float().clamp(-1, 1) - wanted).square().mean((1, 2, 3)).clamp_min(1e-8)
    return float((10 * torch.log10(4 / mse)).mean())


@torch.no_grad()
def round_trip(model: AutoencoderKL, x: Tensor) -> float:
    """Decibels of pictures [n, 3, h, w] after encoding and decoding."""
    drawn = [model.decode(model.encode(part).latent_dist.mean).sample for part in torch.split(x, 8)]
    return decibels(torch.cat(drawn), x)


def train_autoencoder(
    model: AutoencoderKL,
    cache: Path,
    *,
    minutes: float,
    count: int = 20000,
    half: bool = True,
    batch: int = 8,
    lr: float = 0.02,
) -> AutoencoderKL:
    """Trains for a time; keeps a checkpoint `autoencoder/` and a log in the cache."""
    sets = pictures_for_autoencoder(cache, count, half=half)
    odds = np.array([len(one) for one in sets]) / sum(map(len, sets))
    model = model.to(DEVICE, memory_format=torch.channels_last)
    pair, pace = Pair(model, lr, lr / 10), Pace("autoencoder", minutes, batch * FACTOR, cache)
    rng = np.random.default_rng(0)
    while not pace.over:
        pictures = sets[rng.choice(len(sets), p=odds)]
        x = to_tensor(pictures[rng.integers(CHECKED, len(pictures), batch * FACTOR)], DEVICE)
        with autocast():
            posterior = model.encode(x).latent_dist
            loss = error_of(model.decode(posterior.sample()).sample, x)
            loss = loss + KL_WEIGHT * posterior.kl().sum() / len(x)
        loss.backward()
        pair.step(pace.scale())
        pace.tick(loss)
        if pace.due():
            model.save_pretrained(cache / "autoencoder")
            pace.note(psnr=round_trip(model, to_tensor(sets[0][:CHECKED], DEVICE)))
    return model


def train_decoder(
    model: AutoencoderKL,
    latents: Array,
    pictures: Array,
    cache: Path,
    *,
    minutes: float,
    batch: int = 8,
    lr: float = 0.01,
    noise: float = 0.15,
    compiled: bool = False,
) -> AutoencoderKL:
    """Trains the decoder alone, so that latents and all that was learnt on them stay valid.

    Half of the samples get noise on their latents, of the size of the UNet's
    errors; the decoder learns to draw the nearest true picture all the same.

    Args:
        model: The autoencoder; its encoder is left as it is.
        latents: float16 [n, c, 8, 8].
        pictures: uint8 [n, h, w, 3], what they came from.
        cache: Where the checkpoint `decoder/` and the log go.
        minutes: How long.
        batch: Samples a step.
        lr: Muon's learning rate.
        noise: Standard deviation of the noise on whitened latents.
        compiled: Compile first (minutes, then about 1.4 times as fast).
    """
    half = nn.ModuleDict({"post": model.post_quant_conv, "decoder": model.decoder})
    model.to(DEVICE, memory_format=torch.channels_last)
    pair, pace = Pair(half, lr, lr / 10), Pace("decoder", minutes, batch * FACTOR, cache)
    if compiled or DEVICE.type == "cuda":
        model.decoder.compile()
    rng = np.random.default_rng(1)
    while not pace.over:
        index = rng.integers(CHECKED, len(latents), batch * FACTOR)
        z = torch.from_numpy(latents[index]).float().to(DEVICE)
        z = z + noise * (torch.rand(len(z), 1, 1, 1, device=DEVICE) > 0.5) * torch.randn_like(z)
        with autocast():
            loss = error_of(model.decode(z).sample, to_tensor(pictures[index], DEVICE))
        loss.backward()  # type: ignore[no-untyped-call]
        pair.step(pace.scale())
        pace.tick(loss)
        if pace.due():
            model.save_pretrained(cache / "decoder")
            pace.note(psnr=_decoded(model, latents[:CHECKED], pictures[:CHECKED]))
    return model


@torch.no_grad()
def _decoded(model: AutoencoderKL, latents: Array, pictures: Array) -> float:
    """Decibels of pictures decoded from their latents."""
    z = torch.from_numpy(latents).float().to(DEVICE)
    return decibels(
        torch.cat([model.decode(part).sample for part in torch.split(z, 8)]), to_tensor(pictures, DEVICE)
    )
