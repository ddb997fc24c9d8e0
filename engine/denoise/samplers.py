"""From a sampler's name to a diffusers scheduler that belongs to one image, and its way through it."""

from __future__ import annotations

import inspect
from bisect import bisect_left
from collections.abc import Mapping
from math import sqrt
from typing import Any

import diffusers
import numpy as np
import torch
from diffusers import LMSDiscreteScheduler
from diffusers.schedulers.scheduling_ddim import rescale_zero_terminal_snr
from torch import Generator, Tensor

from engine.api.samplers import SAMPLER_CHOICES, Sampler

_OF_THE_MODEL = (
    "num_train_timesteps",
    "beta_start",
    "beta_end",
    "beta_schedule",
    "trained_betas",
    "prediction_type",
    "timestep_spacing",
    "steps_offset",
)
"""What a saved scheduler config says of the model. All else in it is about the scheduler that it was saved
with, and leaks: DDIM's `clip_sample` in a config of DPM++ ruins every colour."""

_EVERYWHERE = {"clip_sample": False, "thresholding": False, "set_alpha_to_one": False}

_SMALLEST_ALPHA = 2.0**-24
"""What stands for zero at the last timestep of a zero-terminal-SNR model, so that its sigma is finite."""


def build(name: str, model_config: Mapping[str, Any], steps: int) -> Any:
    """A scheduler of its own, its timesteps set.

    Args:
        name: of `SAMPLER_CHOICES`.
        model_config: the model's own scheduler config.
        steps: 1 and up.
    """
    sampler, spacing = SAMPLER_CHOICES[name]
    kind = _Lms if sampler.name == "lms" else getattr(diffusers, sampler.scheduler)
    options = _EVERYWHERE | _of_the_model(model_config, kind) | dict(sampler.options)
    if spacing:
        options[f"use_{spacing}_sigmas"] = True
    options |= _distilled(sampler, model_config, steps)
    known = inspect.signature(kind.__init__).parameters
    scheduler = kind(**{key: value for key, value in options.items() if key in known})
    scheduler.set_timesteps(steps)
    return scheduler


def _of_the_model(config: Mapping[str, Any], kind: type) -> dict[str, Any]:
    options = {key: config[key] for key in _OF_THE_MODEL if config.get(key) is not None}
    if options.get("timestep_spacing") == "leading" and not _counts_timesteps(kind):
        # these samplers are known by k-diffusion's schedule; "leading" would start them in the middle of it
        options["timestep_spacing"] = "linspace"
    if config.get("rescale_betas_zero_snr"):
        options["trained_betas"] = _zero_snr_betas(options)
    return options


def _counts_timesteps(kind: type) -> bool:
    """Whether the scheduler walks the timesteps of training, not noise levels."""
    return kind in (diffusers.DDIMScheduler, diffusers.DDPMScheduler, diffusers.PNDMScheduler)


def _zero_snr_betas(options: Mapping[str, Any]) -> list[float]:
    """The rescaled betas, which every scheduler takes as `trained_betas`."""
    known = inspect.signature(diffusers.DDIMScheduler.__init__).parameters
    plain = diffusers.DDIMScheduler(**{key: value for key, value in options.items() if key in known})
    betas = rescale_zero_terminal_snr(plain.betas.double())
    before_last = (1 - betas[:-1]).prod()
    betas[-1] = 1 - _SMALLEST_ALPHA / before_last
    return [float(beta) for beta in betas]


def _distilled(sampler: Sampler, config: Mapping[str, Any], steps: int) -> dict[str, int]:
    """LCM and TCD pick from the timesteps they were distilled at; there must be enough of them."""
    if sampler.name not in ("lcm", "tcd"):
        return {}
    return {"original_inference_steps": max(config.get("original_inference_steps") or 50, steps)}


class _Lms(LMSDiscreteScheduler):  # type: ignore[misc]
    """LMS with its coefficients integrated exactly; by quadrature they take longer than a small UNet."""

    def get_lms_coefficient(self, order: int, t: int, current_order: int) -> float:
        sigmas = [float(sigma) for sigma in self.sigmas[t - order + 1 : t + 2]]
        *past, now, after = sigmas
        nodes = [now, *reversed(past)]
        basis = np.polynomial.Polynomial([1.0])
        for k, node in enumerate(nodes):
            if k != current_order:
                basis *= np.polynomial.Polynomial([-node, 1.0]) / (nodes[current_order] - node)
        integral = basis.integ()
        return float(integral(after) - integral(now))


class BrownianPath:
    """The noise of an SDE sampler: one Brownian path over sigma, drawn as it is asked for.

    diffusers' own ignores the generator, and its tree differs between devices.
    """

    def __init__(self, shape: torch.Size, generator: Generator, device: torch.device) -> None:
        """Draws on the CPU, from this image's own generator, for latents on any device."""
        self._shape = shape
        self._generator = generator
        self._device = device
        self._sigmas: list[float] = []
        self._values: list[Tensor] = []

    def __call__(self, sigma: Any, sigma_next: Any) -> Tensor:
        """The path's increment between two noise levels, scaled to unit variance."""
        start, end = float(sigma), float(sigma_next)
        return ((self._at(end) - self._at(start)) / sqrt(abs(end - start))).to(self._device)

    def _at(self, sigma: float) -> Tensor:
        i = bisect_left(self._sigmas, sigma)
        if i == len(self._sigmas) or self._sigmas[i] != sigma:
            self._values.insert(i, self._drawn(sigma, i))
            self._sigmas.insert(i, sigma)
        return self._values[i]

    def _drawn(self, sigma: float, i: int) -> Tensor:
        """A new point: the first is zero, one outside goes on from the nearest, one inside is a bridge."""
        noise = torch.randn(self._shape, generator=self._generator)
        if not self._sigmas:
            return torch.zeros(self._shape)
        if i in (0, len(self._sigmas)):
            near = min(i, len(self._sigmas) - 1)
            return self._values[near] + noise * sqrt(abs(sigma - self._sigmas[near]))
        low, high = self._sigmas[i - 1], self._sigmas[i]
        part = (sigma - low) / (high - low)
        mean = torch.lerp(self._values[i - 1], self._values[i], part)
        return mean + noise * sqrt(part * (high - sigma))


class Trajectory:
    """One image's way from noise to picture, one model call at a time.

    Attributes:
        timesteps: `[calls]`, what each model call is told.
        done: how many of them are made.
    """

    def __init__(self, name: str, model_config: Mapping[str, Any], steps: int, strength: float = 1.0) -> None:
        """Below a strength of 1 the way starts that much nearer to the picture, in whole steps."""
        self.scheduler = build(name, model_config, steps)
        self._takes_generator = "generator" in inspect.signature(self.scheduler.step).parameters
        skipped = steps - max(1, int(steps * strength))
        first = skipped * self.scheduler.order
        self.timesteps: Tensor = self.scheduler.timesteps[first:]
        if isinstance(self.scheduler, diffusers.PNDMScheduler):
            self.timesteps = _plms_warm_up(self.scheduler.timesteps.unique().flip(0)[skipped:])
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

    def scaled(self, latents: Tensor) -> Tensor:
        """The latents as the model takes them at this timestep."""
        scaled: Tensor = self.scheduler.scale_model_input(latents, self.timestep)
        return scaled

    def advance(self, prediction: Tensor, latents: Tensor, generator: Generator) -> Tensor:
        """The latents after this model call."""
        own = {"generator": generator} if self._takes_generator else {}
        after: Tensor = self.scheduler.step(prediction, self.timestep, latents, return_dict=False, **own)[0]
        self.done += 1
        return after


def _plms_warm_up(timesteps: Tensor) -> Tensor:
    """PLMS makes its first step twice, from wherever it starts."""
    return torch.cat([timesteps[:2], timesteps[1:]])
