"""Schedulers of diffusers, some of them mended."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from math import log
from types import MappingProxyType
from typing import Any

import diffusers
import numpy as np
import scipy.stats
from diffusers import (
    DEISMultistepScheduler,
    DPMSolverMultistepScheduler,
    HeunDiscreteScheduler,
    KDPM2AncestralDiscreteScheduler,
    KDPM2DiscreteScheduler,
    LMSDiscreteScheduler,
    PNDMScheduler,
)
from torch import Generator, Tensor

from engine.api.samplers import Sampler

MUCH_NOISE = 0.35
"""A noise level, in units of the picture's own spread, below which no step leaves noise that anybody sees."""

LONG_STEP = 2.9
"""How many times less noise there is after a long step."""


class _Lms(LMSDiscreteScheduler):  # type: ignore[misc]
    """LMS with its coefficients integrated exactly: by quadrature they take longer than a small UNet.

    Its order is also that of the derivatives there are: starting from a picture, diffusers weighs the first
    one as if others had come before it.
    """

    def get_lms_coefficient(self, order: int, t: int, current_order: int) -> float:
        order = min(order, len(self.derivatives))
        if current_order >= order:
            return 0.0
        sigmas = [float(sigma) for sigma in self.sigmas[t - order + 1 : t + 2]]
        *past, now, after = sigmas
        nodes = [now, *reversed(past)]
        basis = np.polynomial.Polynomial([1.0])
        for k, node in enumerate(nodes):
            if k != current_order:
                basis *= np.polynomial.Polynomial([-node, 1.0]) / (nodes[current_order] - node)
        integral = basis.integ()
        return float(integral(after) - integral(now))


class _Plms(PNDMScheduler):  # type: ignore[misc]
    """PLMS that may make its first step once.

    Attributes:
        once: whether it does: over one of two steps, a mean of both ends leaves half of the noise.
    """

    once = False
    counter: int

    def step_plms(self, *args: Any, **kwargs: Any) -> Any:
        if self.once and self.counter == 1:
            self.counter = 2
        return super().step_plms(*args, **kwargs)


class _ThirdOrderSde(DPMSolverMultistepScheduler):  # type: ignore[misc]
    """DPM++ 3M SDE with the sign of its last coefficient put right.

    For steps that get small, the weight of the second derivative goes to -1 in diffusers 0.42; it has to go
    to 0, as it does in k-diffusion: (1 - exp(-2h) - 2h) / (2h)^2 *plus* 1/2. Over steps in which the noise more than
    halves, a second derivative says nothing, and adds noise: they are of second order.
    """

    def multistep_dpm_solver_third_order_update(
        self, model_output_list: Sequence[Tensor], *args: Any, sample: Tensor, noise: Tensor, **kwargs: Any
    ) -> Tensor:
        sigmas = [float(s) for s in self.sigmas[self.step_index - 2 : self.step_index + 2]]
        if any(after < before / 2 for before, after in pairwise(sigmas)):
            steadier: Tensor = self.multistep_dpm_solver_second_order_update(
                model_output_list, *args, sample=sample, noise=noise, **kwargs
            )
            return steadier
        wrong: Tensor = super().multistep_dpm_solver_third_order_update(
            model_output_list, *args, sample=sample, noise=noise, **kwargs
        )
        m0, m1, m2 = model_output_list[-1], model_output_list[-2], model_output_list[-3]
        h1, h0, h = (log(before / after) for before, after in pairwise(sigmas))
        second = ((m0 - m1) * (h / h0) - (m1 - m2) * (h / h1)) * (h / (h0 + h1))
        alpha, _ = self._sigma_to_alpha_sigma_t(self.sigmas[self.step_index + 1])
        right: Tensor = wrong + alpha * second
        return right


class _Deis(DEISMultistepScheduler):  # type: ignore[misc]
    """DEIS whose last step leads down to the least noise with every spacing.

    In diffusers, Karras, exponential and beta spacings reach that a step earlier and then stay there: a picture of one
    step is its noise, one of a few steps lacks one.
    """

    timesteps: Tensor
    sigmas: Tensor

    def set_timesteps(self, num_inference_steps: int, *args: Any, **kwargs: Any) -> None:
        stays = any(self.config[f"use_{spacing}_sigmas"] for spacing in ("karras", "exponential", "beta"))
        super().set_timesteps(num_inference_steps + stays, *args, **kwargs)
        if stays:
            self.timesteps, self.sigmas = self.timesteps[:-1], self.sigmas[:-1]
            self.num_inference_steps = num_inference_steps


def _long(now: Tensor, after: Tensor) -> bool:
    """Whether a step leads from much noise to so much less that the slope at its end says little of its beginning.

    A second-order step weighs both; over such a step it would leave up to half of the noise where it is.
    """
    return bool(now > MUCH_NOISE and after < now / LONG_STEP)


class _Heun(HeunDiscreteScheduler):  # type: ignore[misc]
    """Heun that takes, over a long step, the mean of the pictures seen at its ends, not of the slopes."""

    def step(self, model_output: Tensor, timestep: Any, sample: Tensor, return_dict: bool = True) -> Any:
        slope = None if self.state_in_first_order else self.prev_derivative
        begun = None if slope is None else self.sample
        after, shown = super().step(model_output, timestep, sample, return_dict=False)
        at = self.step_index
        if slope is not None and _long(self.sigmas[at - 2], self.sigmas[at - 1]):
            first = begun - self.sigmas[at - 2] * slope
            after = sample + (1 - self.sigmas[at - 1] / self.sigmas[at - 2]) * (shown - first) / 2
        return after, shown


class _Dpm2(KDPM2DiscreteScheduler):  # type: ignore[misc]
    """DPM2 that heads, over a long step, from its beginning for the picture seen in its middle."""

    def step(self, model_output: Tensor, timestep: Any, sample: Tensor, return_dict: bool = True) -> Any:
        begun = self.sample
        after, shown = super().step(model_output, timestep, sample, return_dict=False)
        if begun is not None:
            now, middle, low = (
                part[self.step_index - 2] for part in (self.sigmas, self.sigmas_interpol[1:], self.sigmas[1:])
            )
            after = after + _straightened(begun, sample, shown, now, middle, low, low)
        return after, shown


class _Dpm2Ancestral(KDPM2AncestralDiscreteScheduler):  # type: ignore[misc]
    """The same with noise on the way; long steps down to hardly any noise are no division of nothing by nothing."""

    def set_timesteps(self, *args: Any, **kwargs: Any) -> None:
        super().set_timesteps(*args, **kwargs)
        now, after = self.sigmas[:-2], self.sigmas[2:]
        lost = ~(self.sigmas_down[:-2] > 0) & (after > 0)
        self.sigmas_down[:-2][lost] = (after**2 / now)[lost]
        self.sigmas_interpol[:-2][lost] = after[lost]
        self.timesteps[1::2][lost[:-2:2]] = self.timesteps[2::2][lost[:-2:2]]

    def step(
        self,
        model_output: Tensor,
        timestep: Any,
        sample: Tensor,
        generator: Generator | None = None,
        return_dict: bool = True,
    ) -> Any:
        begun = self.sample
        after, shown = super().step(model_output, timestep, sample, generator=generator, return_dict=False)
        if begun is not None:
            now, middle, low, aim = (
                part[self.step_index - 2]
                for part in (self.sigmas, self.sigmas_interpol, self.sigmas[1:], self.sigmas_down)
            )
            after = after + _straightened(begun, sample, shown, now, middle, low, aim)
        return after, shown


def _straightened(
    begun: Tensor, sample: Tensor, shown: Tensor, now: Tensor, middle: Tensor, low: Tensor, aim: Tensor
) -> Tensor | float:
    """What to add to a step by the slope in its middle so that it heads for the picture seen there, if it is long.

    Args:
        begun, sample: latents at its beginning and in its middle.
        shown: the picture seen in its middle.
        now, middle, low, aim: the noise at its beginning, its middle and its end, and where the slope leads.
    """
    if not _long(now, low):
        return 0.0
    return (aim - now) * ((begun - shown) / now - (sample - shown) / middle)


class _Quick:
    """Finds timesteps and beta spacings in one go: one by one they take diffusers up to half a second."""

    def _sigma_to_t(self, sigma: Any, log_sigmas: Any) -> Any:
        levels = np.asarray(log_sigmas, np.float64)
        wanted = np.log(np.maximum(np.asarray(sigma, np.float64), 1e-10))
        return np.interp(wanted, levels, np.arange(len(levels)))

    def _convert_to_beta(
        self, in_sigmas: Any, num_inference_steps: int, alpha: float = 0.6, beta: float = 0.6
    ) -> Any:
        lowest, highest = float(in_sigmas[-1]), float(in_sigmas[0])
        ramp = 1 - np.linspace(0, 1, num_inference_steps)
        return lowest + scipy.stats.beta.ppf(ramp, alpha, beta) * (highest - lowest)


_OURS = MappingProxyType(
    {
        "lms": _Lms,
        "dpmpp_3m_sde": _ThirdOrderSde,
        "plms": _Plms,
        "deis": _Deis,
        "heun": _Heun,
        "dpm2": _Dpm2,
        "dpm2_a": _Dpm2Ancestral,
    }
)
"""Schedulers of diffusers that we mend."""


def scheduler_class(sampler: Sampler) -> Any:
    """The sampler's scheduler class as we use it."""
    return _quick(_OURS.get(sampler.name) or getattr(diffusers, sampler.scheduler))


@cache
def _quick(kind: Any) -> Any:
    return type(kind.__name__, (_Quick, kind), {}) if hasattr(kind, "_sigma_to_t") else kind
