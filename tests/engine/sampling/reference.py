"""What samplers are checked against: k-diffusion's, and a model whose answers are known in closed form."""

from __future__ import annotations

import importlib
import importlib.util
import sys
import types
from collections.abc import Callable
from functools import cache
from math import sqrt
from typing import Any

import pytest
import torch
from torch import Generator, Tensor

from engine.sampling.noise import BrownianPath
from engine.sampling.trajectory import Trajectory

CONFIG = {
    "num_train_timesteps": 1000,
    "beta_start": 0.00085,
    "beta_end": 0.012,
    "beta_schedule": "scaled_linear",
    "steps_offset": 1,
    "timestep_spacing": "leading",
    "prediction_type": "epsilon",
}
"""As SD 1.5 saves it."""

MEAN, SPREAD = 0.3, 0.5
"""The data is a normal distribution, pixel by pixel: the best denoiser for it is a formula."""

CPU = torch.device("cpu")


@cache
def k_diffusion() -> Any:
    """k-diffusion's sampling module alone: the rest of the package wants torchvision and more."""
    spec = importlib.util.find_spec("k_diffusion")
    if spec is None or importlib.util.find_spec("torchdiffeq") is None:
        pytest.skip("pip install --no-deps k-diffusion torchdiffeq")
    package, utils = types.ModuleType("k_diffusion"), types.ModuleType("k_diffusion.utils")
    package.__path__ = list(spec.submodule_search_locations or ())
    utils.append_dims = lambda x, dims: x[(...,) + (None,) * (dims - x.ndim)]  # type: ignore[attr-defined]
    package.utils = utils  # type: ignore[attr-defined]
    sys.modules |= {"k_diffusion": package, "k_diffusion.utils": utils}
    return importlib.import_module("k_diffusion.sampling")


def denoised(x: Tensor, sigma: float) -> Tensor:
    """E[x0 | x0 + sigma noise = x]."""
    return (SPREAD**2 * x + sigma**2 * MEAN) / (SPREAD**2 + sigma**2)


def solution(x: Tensor, sigma: float) -> Tensor:
    """Where the probability flow leads from x at sigma to sigma 0."""
    return MEAN + (x - MEAN) * SPREAD / sqrt(SPREAD**2 + sigma**2)


def noise_level(trajectory: Trajectory) -> float:
    """The sigma of the next model call.

    Schedulers that round the timestep which they tell the model are taken at their own sigma, so that
    what is compared is how they integrate.
    """
    scheduler = trajectory.scheduler
    if not hasattr(scheduler, "sigmas"):
        alpha = float(scheduler.alphas_cumprod[int(trajectory.timestep)])
        return sqrt((1 - alpha) / alpha)
    step = scheduler.step_index if scheduler.step_index is not None else scheduler.begin_index
    if getattr(scheduler, "state_in_first_order", True):
        return float(scheduler.sigmas[step])
    middle = {
        "KDPM2DiscreteScheduler": lambda: scheduler.sigmas_interpol[step],
        "KDPM2AncestralDiscreteScheduler": lambda: scheduler.sigmas_interpol[step - 1],
        "DPMSolverSDEScheduler": lambda: scheduler.mid_point_sigma,
    }
    kinds = [kind.__name__ for kind in type(scheduler).__mro__]
    return float(next((middle[kind] for kind in kinds if kind in middle), lambda: scheduler.sigmas[step])())


def answer(x_in: Tensor, sigma: float, prediction_type: str = "epsilon") -> Tensor:
    """What a perfect model says to `x_in`, which has alpha^2 + sigma^2 = 1."""
    alpha = 1 / sqrt(1 + sigma**2)
    x0 = denoised(x_in / alpha, sigma)
    noise = (x_in - alpha * x0) / (alpha * sigma)
    return noise if prediction_type == "epsilon" else alpha * noise - alpha * sigma * x0


def walk(
    name: str, steps: int, noise: Tensor, seed: int = 5, config: dict[str, Any] = CONFIG
) -> tuple[Tensor, Trajectory, float]:
    """Our trajectory over the perfect model: its end, itself, and the sigma that it started from."""
    trajectory = Trajectory(name, config, steps)
    generator = Generator().manual_seed(seed)
    latents = trajectory.start(noise, generator, CPU)
    first = noise_level(trajectory)
    while not trajectory.finished:
        x_in = trajectory.scaled(latents).double()
        says = answer(x_in, noise_level(trajectory), config["prediction_type"])
        latents = trajectory.advance(says.float(), latents, generator)
    return latents, trajectory, first


def started(trajectory: Trajectory, noise: Tensor, sigma: float) -> Tensor:
    """The noise that the trajectory began with, in k-diffusion's terms: x0 + sigma noise."""
    if float(trajectory.scheduler.init_noise_sigma) == 1:
        return noise.double() * sqrt(1 + sigma**2)
    return noise.double() * float(trajectory.scheduler.init_noise_sigma)


def k_walk(
    sample: Callable[..., Tensor], start: Tensor, sigmas: Tensor, seed: int = 5, **options: Any
) -> Tensor:
    """k-diffusion's trajectory over the same model, with the same noise."""
    generator = Generator().manual_seed(seed)
    if options.pop("brownian", False):
        options["noise_sampler"] = BrownianPath(start.shape, generator, CPU)
    elif options.pop("noisy", False):
        options["noise_sampler"] = lambda *_: torch.randn(start.shape, generator=generator)
    return sample(lambda x, s: denoised(x, float(s[0])), start, sigmas, disable=True, **options)
