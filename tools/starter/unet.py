"""Stage 3: the UNet, v-prediction diffusion over latents, under frozen text states."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import DDPMScheduler, UNet2DConditionModel
from numpy.typing import NDArray
from torch import Tensor, nn

from tools.starter.device import DEVICE, FACTOR, autocast, ready
from tools.starter.muon import Pair
from tools.starter.networks import SCHEDULE
from tools.starter.pace import Pace

DROPPED = 0.1
"""Share of samples trained without a caption, for classifier-free guidance."""
GAMMA = 5.0
"""Above this signal-to-noise ratio a step's loss counts less (after min-SNR, 2303.09556)."""
Forward = Callable[[Tensor, Tensor, Tensor], Any]
"""A UNet as it is called: noisy latents, timesteps, text states."""


@dataclass
class Bucket:
    """Samples of one latent shape: latents [n, c, h, w], states [m, 77, d], scene of each state."""

    latents: NDArray[Any]
    states: NDArray[Any]
    scene_of: NDArray[Any]
    share: float = 1.0

    def batch(self, rng: np.random.Generator, size: int, empty: Tensor) -> tuple[Tensor, Tensor]:
        """Random latents with the text states of one of their captions, some dropped."""
        chosen = np.sort(rng.integers(0, len(self.states), size))
        states = torch.from_numpy(self.states[chosen]).float()
        states[torch.from_numpy(rng.random(size) < DROPPED)] = empty
        latents = torch.from_numpy(self.latents[self.scene_of[chosen]]).float()
        return latents.to(DEVICE), states.to(DEVICE)


class Diffusion:
    """The noise schedule and the loss.

    Args:
        noisy: exponent that favours noisy timesteps if below 1.
    """

    def __init__(self, noisy: float = 0.7) -> None:
        self.noisy = noisy
        self.scheduler = DDPMScheduler.from_config(SCHEDULE)
        alphas = self.scheduler.alphas_cumprod.to(DEVICE)
        self.snr = alphas / (1 - alphas)

    def loss(self, unet: Forward, x: Tensor, states: Tensor) -> Tensor:
        """Mean weighted squared error of the predicted velocity."""
        t = self.timesteps(len(x))
        noise = torch.randn_like(x)
        noisy = self.scheduler.add_noise(x, noise, t)
        target = self.scheduler.get_velocity(x, noise, t)
        error = (unet(noisy, t, states).sample.float() - target).square().mean((1, 2, 3))
        weight = ((GAMMA + 1) / (self.snr[t] + 1)).clamp_max(1.0)
        loss: Tensor = (error * weight).mean()
        return loss

    def timesteps(self, count: int) -> Tensor:
        """More often in the noisy half, where layout and identity are decided."""
        u = torch.rand(count, device=DEVICE)
        return (1000 * u**self.noisy).long().clamp_max(999)


class Average:
    """Exponential moving average of a model's weights."""

    def __init__(self, model: nn.Module, decay: float) -> None:
        self.decay = decay
        self.weights = {name: value.detach().clone() for name, value in model.state_dict().items()}

    @torch.no_grad()
    def update(self, model: nn.Module, step: int) -> None:
        """Takes in the present weights; young averages forget faster."""
        decay = min(self.decay, (step + 1) / (step + 10))
        for name, value in model.state_dict().items():
            self.weights[name].lerp_(value, 1 - decay)


class Run:
    """What a UNet training run keeps, so that it can go on: weights, optimizers, average."""

    def __init__(self, unet: UNet2DConditionModel, lr: float, kept: Path) -> None:
        self.unet, self.kept, self.steps = unet.to(DEVICE), kept, 0
        self.pair = Pair(unet, lr, lr / 10, outer=lambda name: name.startswith("conv_"))
        self.average = Average(unet, 0.998)
        if kept.exists():
            self._restore(torch.load(kept, map_location=DEVICE))

    def keep(self) -> None:
        """Writes a checkpoint, whole or not at all."""
        whole = {
            "unet": self.unet.state_dict(),
            "pair": self.pair.state_dict(),
            "average": self.average.weights,
            "steps": self.steps,
        }
        torch.save(whole, self.kept.with_suffix(".new"))
        self.kept.with_suffix(".new").replace(self.kept)

    def _restore(self, whole: dict[str, Any]) -> None:
        self.unet.load_state_dict(whole["unet"])
        self.pair.load_state_dict(whole["pair"])
        self.average.weights, self.steps = whole["average"], whole["steps"]


def train_unet(
    unet: UNet2DConditionModel,
    buckets: list[Bucket],
    empty: Tensor,
    cache: Path,
    *,
    minutes: float,
    batch: int = 96,
    lr: float = 0.02,
    falling: float = 0.4,
) -> UNet2DConditionModel:
    """Trains for a time and returns the averaged weights; goes on from `unet.pt` if there is one.

    Args:
        unet: The network.
        buckets: Samples by latent shape, each with its share.
        empty: Text states of the empty prompt [77, d].
        cache: Where the checkpoint and the log go.
        minutes: How long.
        batch: Samples a step.
        lr: Muon's learning rate.
        falling: The last share of the time in which the learning rate falls to 0.
    """
    run, diffusion = Run(unet, lr, cache / "unet.pt"), Diffusion()
    pace = Pace("unet", minutes, batch * FACTOR, cache)
    forward = ready(unet)
    rng = np.random.default_rng(run.steps)
    odds = np.array([bucket.share for bucket in buckets])
    while not pace.over:
        bucket = buckets[rng.choice(len(buckets), p=odds / odds.sum())]
        x, states = bucket.batch(rng, batch * FACTOR, empty)
        with autocast():
            loss = diffusion.loss(forward, x, states)
        loss.backward()  # type: ignore[no-untyped-call]
        run.pair.step(pace.scale(falling=falling))
        run.steps += 1
        run.average.update(unet, run.steps)
        pace.tick(loss)
        if pace.due():
            pace.note(total=run.steps * batch * FACTOR)
            run.keep()
    unet.load_state_dict(run.average.weights)
    return unet
