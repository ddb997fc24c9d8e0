"""A linear map from latents to colours, fitted to a VAE: previews that cost nothing."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn.functional import avg_pool2d, interpolate

SIDE = 4
"""Of a sample, in latents."""

GRAINS = (1, 3, 8, 16)
"""Patches of colour along a sample's side, from flat to fine."""

OF_EACH = 8
"""Samples of a grain."""

NOISE = 0.6
"""Added to every sample's latents a second time, in their standard deviations: what is shown is never quite
clean, and channels that carry texture would get wild colours."""


def fit_preview(
    encode: Callable[[Tensor], Tensor], decode: Callable[[Tensor], Tensor], factor: int
) -> Tensor:
    """Least squares over colour patterns as the decoder shows them: `[channels + 1, 3]`, to RGB in -1..1.

    Args:
        encode: pixels `[n, 3, h, w]` in -1..1 to scaled latents.
        decode: scaled latents to pixels in 0..1, on the CPU.
        factor: pixels per latent.
    """
    generator = torch.Generator().manual_seed(0)
    latents = encode(_patterns(SIDE * factor, generator)).float().cpu()
    noise = NOISE * latents.std() * torch.randn(latents.shape, generator=generator)
    latents = torch.cat([latents, latents + noise])
    colours = avg_pool2d(decode(latents) * 2 - 1, factor)
    known = torch.cat([latents, torch.ones_like(latents[:, :1])], dim=1).movedim(1, -1).flatten(0, -2)
    matrix: Tensor = torch.linalg.lstsq(known, colours.movedim(1, -1).flatten(0, -2), driver="gelsd").solution
    return matrix


def _patterns(side: int, generator: torch.Generator) -> Tensor:
    """Random colours in patches of every grain: `[n, 3, side, side]` in -1..1."""
    grains = [torch.rand(OF_EACH, 3, grain, grain, generator=generator) * 3 - 1.5 for grain in GRAINS]
    return torch.cat([interpolate(g.clamp(-1, 1), size=(side, side), mode="bilinear") for g in grains])


def to_colours(latents: Tensor, matrix: Tensor) -> Tensor:
    """Predicted clean latents `[channels, h, w]` to a small picture `[3, h, w]` in 0..1, on the CPU."""
    known = latents.float().cpu()
    colours = torch.einsum("chw,cr->rhw", known, matrix[:-1]) + matrix[-1][:, None, None]
    return (colours / 2 + 0.5).clamp(0, 1)
