"""One image's way from noise to picture."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from functools import cache
from typing import Any

import diffusers
import torch
from torch import Generator, Tensor

from engine.sampling.noise import BrownianPath
from engine.sampling.samplers import build


class Trajectory:
    """One image's way from noise to picture, one model call at a time.

    Attributes:
        timesteps: `[calls]`, what each model call is told.
        prediction_type: what the model says to it.
        done: how many of them are made.
    """

    def __init__(self, name: str, model_config: Mapping[str, Any], steps: int, strength: float = 1.0) -> None:
        """Below a strength of 1 the way starts that much nearer to the picture, in whole steps."""
        self.scheduler = build(name, model_config, steps, whole=strength == 1)
        self.prediction_type: str = model_config.get("prediction_type", "epsilon")
        self._takes_generator = _takes_generator(self.scheduler.__class__)
        skipped = steps - max(1, int(steps * strength))
        first = skipped * self.scheduler.order
        self.timesteps: Tensor = self.scheduler.timesteps[first:]
        if isinstance(self.scheduler, diffusers.PNDMScheduler):
            self.timesteps = self.scheduler.timesteps.unique().flip(0)[skipped:]
            self.scheduler.once = len(self.timesteps) <= 2
            if not self.scheduler.once:
                self.timesteps = _plms_warm_up(self.timesteps)
        if hasattr(self.scheduler, "set_begin_index"):
            self.scheduler.set_begin_index(first)
        self.done = 0

    @property
    def finished(self) -> bool:
        """Whether the last model call is made."""
        return self.done == len(self.timesteps)

    @property
    def timestep(self) -> Tensor:
        """Of the next model call."""
        timestep: Tensor = self.timesteps[self.done]
        return timestep

    def start(
        self, noise: Tensor, generator: Generator, device: torch.device, source: Tensor | None = None
    ) -> Tensor:
        """The latents to start from, on the device: pure noise, or the source's latents noised.

        Args:
            noise: `[1, c, h, w]`, on the CPU, as is `source`.
            generator: this image's own.
            device: where the model calls are made.
            source: latents of the picture to start from.
        """
        if hasattr(self.scheduler, "noise_sampler"):
            self.scheduler.noise_sampler = BrownianPath(noise.shape, generator, device)
        if source is None:
            latents = noise * float(self.scheduler.init_noise_sigma)
        else:
            latents = self.scheduler.add_noise(source, noise, self.timesteps[:1])
        return latents.to(device)

    def noised(self, picture: Tensor, noise: Tensor) -> Tensor:
        """A picture's latents with as much noise as the image's own have at this point; clean after the last call."""
        if self.finished:
            return picture
        noised: Tensor = self.scheduler.add_noise(picture, noise, self.timesteps[self.done : self.done + 1])
        return noised

    def scaled(self, latents: Tensor) -> Tensor:
        """The latents as the model takes them at this timestep."""
        scaled: Tensor = self.scheduler.scale_model_input(latents, self.timestep)
        return scaled

    def shares(self, device: torch.device | str = "cpu") -> tuple[Tensor, Tensor]:
        """How much of the picture, and how much noise, the latents are at this timestep; their squares add up to 1."""
        alpha = self.scheduler.alphas_cumprod[int(self.timestep)].to(device)
        return alpha.sqrt(), (1 - alpha).sqrt()

    def advance(self, prediction: Tensor, latents: Tensor, generator: Generator) -> Tensor:
        """The latents after this model call."""
        own = {"generator": generator} if self._takes_generator else {}
        if self.prediction_type == "v_prediction" and self.scheduler.config.prediction_type == "epsilon":
            prediction = self._noise(prediction, latents)
        after: Tensor = self.scheduler.step(prediction, self.timestep, latents, return_dict=False, **own)[0]
        self.done += 1
        return after

    def _noise(self, velocity: Tensor, latents: Tensor) -> Tensor:
        """A v-prediction as the noise that it means (Salimans and Ho, 2022)."""
        clear, noisy = self.shares()
        noise: Tensor = clear * velocity + noisy * latents
        return noise


@cache
def _takes_generator(kind: Any) -> bool:
    return "generator" in inspect.signature(kind.step).parameters


def _plms_warm_up(timesteps: Tensor) -> Tensor:
    """PLMS makes its first step twice, from wherever it starts."""
    return torch.cat([timesteps[:2], timesteps[1:]])
