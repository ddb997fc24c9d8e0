"""The noise that an SDE sampler adds on its way."""

from __future__ import annotations

from bisect import bisect_left
from math import sqrt
from typing import Any

import torch
from torch import Generator, Tensor


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
