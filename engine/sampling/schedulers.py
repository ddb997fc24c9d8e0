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
from diffusers import DPMSolverMultistepScheduler, LMSDiscreteScheduler
from torch import Tensor

from engine.api.samplers import Sampler


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


class _ThirdOrderSde(DPMSolverMultistepScheduler):  # type: ignore[misc]
    """DPM++ 3M SDE with the sign of its last coefficient put right.

    For steps that get small, the weight of the second derivative goes to -1 in diffusers 0.42; it has to go
    to 0, as it does in k-diffusion: (1 - exp(-2h) - 2h) / (2h)^2 *plus* 1/2.
    """

    def multistep_dpm_solver_third_order_update(
        self, model_output_list: Sequence[Tensor], *args: Any, sample: Tensor, noise: Tensor, **kwargs: Any
    ) -> Tensor:
        wrong: Tensor = super().multistep_dpm_solver_third_order_update(
            model_output_list, *args, sample=sample, noise=noise, **kwargs
        )
        m0, m1, m2 = model_output_list[-1], model_output_list[-2], model_output_list[-3]
        sigmas = [float(s) for s in self.sigmas[self.step_index - 2 : self.step_index + 2]]
        h1, h0, h = (log(before / after) for before, after in pairwise(sigmas))
        second = ((m0 - m1) * (h / h0) - (m1 - m2) * (h / h1)) * (h / (h0 + h1))
        alpha, _ = self._sigma_to_alpha_sigma_t(self.sigmas[self.step_index + 1])
        right: Tensor = wrong + alpha * second
        return right


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


_OURS = MappingProxyType({"lms": _Lms, "dpmpp_3m_sde": _ThirdOrderSde})
"""Schedulers of diffusers that we mend."""


def scheduler_class(sampler: Sampler) -> Any:
    """The sampler's scheduler class as we use it."""
    return _quick(_OURS.get(sampler.name) or getattr(diffusers, sampler.scheduler))


@cache
def _quick(kind: Any) -> Any:
    return type(kind.__name__, (_Quick, kind), {}) if hasattr(kind, "_sigma_to_t") else kind
