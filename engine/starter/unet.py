"""Stage 3: the UNet, v-prediction diffusion over latents, under frozen text states."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from diffusers import DDPMScheduler, UNet2DConditionModel
from torch import Tensor, nn

from engine.starter.muon import Pair
from engine.starter.networks import SCHEDULE
from engine.starter.pace import Pace

DROPPED = 0.1
"""Share of samples trained without a caption, for classifier-free guidance."""
GAMMA = 5.0
"""Above this signal-to-noise ratio a step's loss counts less (after min-SNR, 2303.09556)."""


@dataclass
class Bucket:
    """Samples of one latent shape: latents [n, c, h, w], states [m, 77, d], scene of each state."""

    latents: np.ndarray
    states: np.ndarray
    scene_of: np.ndarray

    def batch(self, rng: np.random.Generator, size: int, empty: Tensor) -> tuple[Tensor, Tensor]:
        """Random latents with the text states of one of their captions, some dropped."""
        chosen = np.sort(rng.integers(0, len(self.states), size))
        states = torch.from_numpy(self.states[chosen]).float()
        states[torch.from_numpy(rng.random(size) < DROPPED)] = empty
        return torch.from_numpy(self.latents[self.scene_of[chosen]]).float(), states


class Diffusion:
    """The noise schedule and the loss."""

    def __init__(self) -> None:
        self.scheduler = DDPMScheduler.from_config(SCHEDULE)
        alphas = self.scheduler.alphas_cumprod
        self.snr = alphas / (1 - alphas)

    def loss(self, unet: nn.Module, x: Tensor, states: Tensor) -> Tensor:
        """Mean weighted squared error of the predicted velocity."""
        t = self.timesteps(len(x)).to(x.device)
        noise = torch.randn_like(x)
        noisy = self.scheduler.add_noise(x, noise, t)
        target = self.scheduler.get_velocity(x, noise, t)
        error = (unet(noisy, t, states).sample - target).square().mean((1, 2, 3))
        weight = ((GAMMA + 1) / (self.snr.to(x.device)[t] + 1)).clamp_max(1.0)
        return (error * weight).mean()

    def timesteps(self, count: int) -> Tensor:
        """More often in the noisy half, where layout and identity are decided."""
        u = torch.rand(count)
        return (1000 * u**0.7).long().clamp_max(999)


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


def train_unet(
    unet: UNet2DConditionModel, buckets: list[Bucket], odds: list[float], empty: Tensor,
    cache: Path, *, minutes: float, batch: int = 96, lr: float = 0.02, falling: float = 0.4,
    resume: bool = True,
) -> UNet2DConditionModel:
    """Trains for a time and returns the averaged weights; checkpoints every few minutes."""
    pair = Pair(unet, lr, lr / 10, outer=lambda name: name.startswith("conv_"))
    average, diffusion, pace = Average(unet, 0.998), Diffusion(), Pace(minutes)
    kept, done = cache / "unet.pt", 0
    if resume and kept.exists():
        done = _restore(kept, unet, pair, average)
    rng, shown, noted = np.random.default_rng(done), [], 0
    while pace.spent < 1:
        x, states = buckets[rng.choice(len(buckets), p=odds)].batch(rng, batch, empty)
        loss = diffusion.loss(unet, x, states)
        loss.backward()
        pair.step(pace.scale(falling=falling))
        pace.tick()
        average.update(unet, done + pace.steps)
        shown.append(loss.item())
        if pace.seconds >= 60 * (noted + 1):
            noted = pace.seconds // 60
            _note(cache, pace, done, batch, shown)
            if noted % 3 == 0:
                _keep(kept, unet, pair, average, done + pace.steps)
    _note(cache, pace, done, batch, shown)
    _keep(kept, unet, pair, average, done + pace.steps)
    unet.load_state_dict(average.weights)
    return unet


def _keep(kept: Path, unet: nn.Module, pair: Pair, average: Average, steps: int) -> None:
    """Writes a checkpoint, whole or not at all."""
    whole = {"unet": unet.state_dict(), "pair": pair.state_dict(), "average": average.weights,
             "steps": steps}
    torch.save(whole, kept.with_suffix(".new"))
    kept.with_suffix(".new").replace(kept)


def _restore(kept: Path, unet: nn.Module, pair: Pair, average: Average) -> int:
    """Takes a checkpoint back; returns the steps done so far."""
    whole = torch.load(kept)
    unet.load_state_dict(whole["unet"])
    pair.load_state_dict(whole["pair"])
    average.weights = whole["average"]
    return int(whole["steps"])


def _note(cache: Path, pace: Pace, done: int, batch: int, shown: list[float]) -> None:
    """A line of the log: the mean loss since the last."""
    line = {"step": done + pace.steps, "samples": (done + pace.steps) * batch,
            "seconds": pace.seconds, "loss": round(float(np.mean(shown)), 4),
            "threads": torch.get_num_threads()}
    shown.clear()
    with (cache / "unet.log").open("a", encoding="utf-8") as log:
        print(json.dumps(line), file=log)
