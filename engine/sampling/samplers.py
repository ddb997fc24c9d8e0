"""From a sampler's name and a model's noise schedule to a diffusers scheduler that belongs to one image."""

from __future__ import annotations

import copy
import inspect
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

import diffusers
from diffusers.schedulers.scheduling_ddim import rescale_zero_terminal_snr

from engine.api.samplers import SAMPLER_CHOICES, Sampler
from engine.models.ports import SCHEDULE
from engine.sampling.schedulers import scheduler_class

_EVERYWHERE = {"clip_sample": False, "thresholding": False, "set_alpha_to_one": False}

_SMALLEST_ALPHA = 2.0**-24
"""What stands for zero at the last timestep of a zero-terminal-SNR model, so that its sigma is finite."""


def build(name: str, model_config: Mapping[str, Any], steps: int, whole: bool = True) -> Any:
    """A scheduler of its own, its timesteps set.

    Args:
        name: of `SAMPLER_CHOICES`.
        model_config: the model's own scheduler config.
        steps: 1 and up.
        whole: whether it starts from nothing but noise.
    """
    sampler, spacing = SAMPLER_CHOICES[name]
    kind = scheduler_class(sampler)
    options = _EVERYWHERE | _of_the_model(model_config, kind) | dict(sampler.options)
    if spacing:
        options[f"use_{spacing}_sigmas"] = True
    options |= _distilled(sampler, model_config, steps)
    if steps == 1 and whole:
        # any other spacing makes its one step at the end, where there is no noise left to see a picture in
        options["timestep_spacing"] = "trailing"
    if sampler.name == "plms" and options.get("prediction_type") == "v_prediction":
        # its multistep mean is one of noises; over velocities of different timesteps it comes out speckled
        options["prediction_type"] = "epsilon"
    known = _takes(kind)
    return copy.deepcopy(_built(kind, tuple((k, v) for k, v in options.items() if k in known), steps))


@cache
def _takes(kind: Any) -> frozenset[str]:
    """The options that a scheduler has."""
    return frozenset(inspect.signature(kind.__init__).parameters)


@lru_cache(maxsize=256)
def _built(kind: Any, options: tuple[tuple[str, Any], ...], steps: int) -> Any:
    """Some take long to build: this one is only ever copied."""
    scheduler = kind(**dict(options))
    scheduler.set_timesteps(steps)
    return scheduler


def _of_the_model(config: Mapping[str, Any], kind: type) -> dict[str, Any]:
    options = {key: _hashable(config[key]) for key in SCHEDULE if config.get(key) is not None}
    if options.get("timestep_spacing") == "leading" and not _counts_timesteps(kind):
        # these samplers are known by k-diffusion's schedule; "leading" would start them in the middle of it
        options["timestep_spacing"] = "linspace"
    if config.get("rescale_betas_zero_snr"):
        options["trained_betas"] = _zero_snr_betas(options)
    return options


def _hashable(value: Any) -> Any:
    return (
        tuple(float(v) for v in value) if hasattr(value, "__iter__") and not isinstance(value, str) else value
    )


def _counts_timesteps(kind: type) -> bool:
    """Whether the scheduler walks the timesteps of training, not noise levels."""
    return issubclass(kind, diffusers.DDIMScheduler | diffusers.DDPMScheduler | diffusers.PNDMScheduler)


def _zero_snr_betas(options: Mapping[str, Any]) -> tuple[float, ...]:
    """The rescaled betas, which every scheduler takes as `trained_betas`."""
    known = _takes(diffusers.DDIMScheduler)
    plain = diffusers.DDIMScheduler(**{key: value for key, value in options.items() if key in known})
    betas = rescale_zero_terminal_snr(plain.betas.double())
    before_last = (1 - betas[:-1]).prod()
    betas[-1] = 1 - _SMALLEST_ALPHA / before_last
    return tuple(float(beta) for beta in betas)


def _distilled(sampler: Sampler, config: Mapping[str, Any], steps: int) -> dict[str, int]:
    """LCM and TCD pick from the timesteps they were distilled at; there must be enough of them."""
    if sampler.name not in ("lcm", "tcd"):
        return {}
    return {"original_inference_steps": max(config.get("original_inference_steps") or 50, steps)}
