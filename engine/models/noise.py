"""The noise that a picture starts from."""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Generator, Tensor

from engine.api.parameters import Variation

ALIKE = 0.9995
"""From this cosine on, two directions are one, and the arc between them a line."""


def varied(noise: Tensor, variations: Iterable[Variation]) -> Tensor:
    """Noise with that of other seeds mixed in, one after the other. Its variance stays 1."""
    for seed, weight in variations:
        other = torch.randn(noise.shape, generator=Generator().manual_seed(seed), dtype=noise.dtype)
        noise = slerp(noise, other, weight)
    return noise


def slerp(a: Tensor, b: Tensor, weight: float) -> Tensor:
    """From `a` (weight 0) to `b` (weight 1) along the arc, each taken as one vector (Shoemake 1985).

    A line between two noises runs through greyer ones: half-way their deviation is 0.71.
    """
    flat_a, flat_b = a.flatten().double(), b.flatten().double()
    cosine = (flat_a @ flat_b / (flat_a.norm() * flat_b.norm()).clamp(min=1e-12)).clamp(-1, 1)
    if cosine.abs() > ALIKE:
        return torch.lerp(a, b, weight)
    angle = cosine.acos()
    mixed = ((1 - weight) * angle).sin() * flat_a + (weight * angle).sin() * flat_b
    result: Tensor = (mixed / angle.sin()).view(a.shape).to(a.dtype)
    return result
