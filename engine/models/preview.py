"""A linear map from latents to colours, fitted to a VAE: previews that cost nothing."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn.functional import avg_pool2d, interpolate

SIDE = 8
PICTURES = 12


def fit_preview(encode: Callable[[Tensor], Tensor], factor: int) -> Tensor:
    """Least squares over soft colour patterns and flat colours: `[channels + 1, 3]`, to RGB in -1..1.

    Args:
        encode: pixels `[n, 3, h, w]` in -1..1 to scaled latents.
        factor: pixels per latent.
    """
    generator = torch.Generator().manual_seed(0)
    side = SIDE * factor
    soft = torch.rand(PICTURES, 3, 3, 3, generator=generator) * 2 - 1
    flat = torch.rand(PICTURES, 3, 1, 1, generator=generator) * 2 - 1
    pixels = torch.cat(
        [interpolate(soft, size=(side, side), mode="bilinear"), flat.expand(-1, -1, side, side)]
    )
    latents = encode(pixels).float().cpu()
    colours = avg_pool2d(pixels, factor)
    known = torch.cat([latents, torch.ones_like(latents[:, :1])], dim=1).movedim(1, -1).flatten(0, -2)
    matrix: Tensor = torch.linalg.lstsq(known, colours.movedim(1, -1).flatten(0, -2), driver="gelsd").solution
    return matrix


def to_colours(latents: Tensor, matrix: Tensor) -> Tensor:
    """Predicted clean latents `[channels, h, w]` to a small picture `[3, h, w]` in 0..1, on the CPU."""
    known = latents.float().cpu()
    colours = torch.einsum("chw,cr->rhw", known, matrix[:-1]) + matrix[-1][:, None, None]
    return (colours / 2 + 0.5).clamp(0, 1)
