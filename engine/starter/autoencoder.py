"""Stage 1: the autoencoder, pixels <-> latents."""

import json
import time
from pathlib import Path

import numpy as np
import torch
from diffusers import AutoencoderKL
from torch import Tensor, nn

from engine.starter.dataset import pictures_for_autoencoder, to_tensor
from engine.starter.muon import Pair, schedule
from engine.starter.pace import Pace

KL_WEIGHT = 1e-7
"""Any larger and a latent channel collapses."""


def loss_of(model: AutoencoderKL, x: Tensor, noise: float = 0.0) -> Tensor:
    """Absolute and squared error of the round trip, plus a whisper of KL.

    Args:
        model: The autoencoder.
        x: Pictures [n, 3, h, w] in -1..1.
        noise: Extra noise on the latents, which the decoder learns to undo.
    """
    posterior = model.encode(x).latent_dist
    z = posterior.sample()
    z = z + noise * z.detach().std() * torch.randn_like(z) if noise else z
    error = model.decode(z).sample - x
    kl = posterior.kl().sum() / len(x)
    return error.abs().mean() + error.square().mean() + KL_WEIGHT * kl


def psnr(model: AutoencoderKL, x: Tensor) -> float:
    """Mean peak signal-to-noise ratio of the round trip, in decibels."""
    with torch.no_grad():
        y = model.decode(model.encode(x).latent_dist.mean).sample.clamp(-1, 1)
    mse = (y - x).square().mean((1, 2, 3)).clamp_min(1e-8)
    return float((10 * torch.log10(4 / mse)).mean())


def train_autoencoder(
    model: AutoencoderKL, cache: Path, *, minutes: float, count: int = 20000, half: bool = True,
    batch: int = 8, name: str = "autoencoder", lr: float = 0.02, noise: float = 0.0,
) -> AutoencoderKL:
    """Trains for a time; writes a checkpoint and a line of its log every minute."""
    sets = pictures_for_autoencoder(cache, count, half=half)
    check = to_tensor(sets[0][:48])
    odds = np.array([len(one) for one in sets]) / sum(map(len, sets))
    model = model.to(memory_format=torch.channels_last)
    pair = Pair(model, lr, lr / 10)
    rng, start, step, told = np.random.default_rng(0), time.time(), 0, 0
    while (spent := (time.time() - start) / (60 * minutes)) < 1:
        pictures = sets[rng.choice(len(sets), p=odds)]
        x = to_tensor(pictures[rng.integers(48, len(pictures), batch)])
        loss = loss_of(model, x, noise)
        loss.backward()
        pair.step(min(schedule(step, 10**9), schedule(int(spent * 1000), 1000, 1)))
        step += 1
        if time.time() - start > 60 * (told + 1) or step == 20:
            told = int((time.time() - start) / 60)
            model.save_pretrained(cache / name)
            line = {"step": step, "samples": step * batch, "seconds": round(time.time() - start),
                    "loss": round(loss.item(), 4), "psnr": round(psnr(model, check), 2)}
            with (cache / f"{name}.log").open("a", encoding="utf-8") as log:
                print(json.dumps(line), file=log)
    model.save_pretrained(cache / name)
    return model


def train_decoder(
    model: AutoencoderKL, latents: np.ndarray, pictures: np.ndarray, cache: Path, *,
    minutes: float, batch: int = 8, lr: float = 0.01, noise: float = 0.15, compiled: bool = False,
) -> AutoencoderKL:
    """Trains the decoder alone, so that latents and all that was learnt on them stay valid.

    Half of the samples get noise on their latents, of the size of the UNet's
    errors; the decoder learns to draw the nearest true picture all the same.

    Args:
        model: The autoencoder; its encoder is left as it is.
        latents: float16 [n, c, 8, 8]; the first 48 are kept for checking.
        pictures: uint8 [n, h, w, 3], what they came from.
        cache: Where the checkpoint `decoder/` and the log go.
        minutes: How long.
        batch: Samples a step.
        lr: Muon's learning rate.
        noise: Standard deviation of the noise on whitened latents.
        compiled: Compile first (minutes, then about 1.4 times as fast).
    """
    half = nn.ModuleDict({"post": model.post_quant_conv, "decoder": model.decoder})
    half.to(memory_format=torch.channels_last)
    pair, pace = Pair(half, lr, lr / 10), Pace(minutes)
    if compiled:
        model.decoder.compile()
    rng, noted, shown = np.random.default_rng(1), 0, []
    while pace.spent < 1:
        index = rng.integers(48, len(latents), batch)
        z = torch.from_numpy(latents[index]).float()
        z = z + noise * (torch.rand(batch, 1, 1, 1) > 0.5) * torch.randn_like(z)
        error = model.decode(z).sample - to_tensor(pictures[index])
        loss = error.abs().mean() + error.square().mean()
        loss.backward()
        pair.step(pace.scale())
        pace.tick()
        shown.append(loss.item())
        if pace.seconds >= 120 * (noted + 1) or pace.spent >= 1:
            noted = pace.seconds // 120
            model.save_pretrained(cache / "decoder")
            _note(cache, pace, batch, shown, _decoded(model, latents[:48], pictures[:48]))
    return model


@torch.no_grad()
def _decoded(model: AutoencoderKL, latents: np.ndarray, pictures: np.ndarray) -> float:
    """PSNR of pictures decoded from their latents, in decibels."""
    x = to_tensor(pictures)
    parts = [model.decode(torch.from_numpy(latents[i : i + 8]).float()).sample
             for i in range(0, len(latents), 8)]
    mse = (torch.cat(parts).clamp(-1, 1) - x).square().mean((1, 2, 3)).clamp_min(1e-8)
    return float((10 * torch.log10(4 / mse)).mean())


def _note(cache: Path, pace: Pace, batch: int, shown: list[float], decibels: float) -> None:
    """A line of the log: the mean loss since the last."""
    line = {"step": pace.steps, "samples": pace.steps * batch, "seconds": pace.seconds,
            "loss": round(float(np.mean(shown)), 4), "psnr": round(decibels, 2)}
    shown.clear()
    with (cache / "decoder.log").open("a", encoding="utf-8") as log:
        print(json.dumps(line), file=log)
