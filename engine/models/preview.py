"""A linear map from latents to colours, fitted to a VAE: previews that cost nothing."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor
from torch.nn.functional import avg_pool2d, interpolate

from engine.models.vae import Scaling

SIDE = 16
"""Of the pattern that a map is fitted on, in latents. On a much smaller one, decoders show other colours."""

GRAINS = (3, 7, 16)
"""Patches of colour along its side, laid over each other from coarse to fine."""

FALL = 0.7
"""How much fainter each grain is than the one before it, as in photographs."""

NOISE = 0.6
"""Added to its latents at the right edge, in their standard deviations, and less and less to the left: what is
shown is never quite clean, and channels that carry texture would get wild colours."""

SAMPLED = 8
"""Of each of a VAE's tensors, how many numbers tell it from others."""


class Previews:
    """The maps of the VAEs of a library: each is fitted once, when the first picture of it is watched.

    That takes as long as a small picture's decoding, which nobody should wait for who loads a model; and models
    that take turns, or share a VAE, need no more than one.
    """

    def __init__(self) -> None:
        """Knows none."""
        self._maps: dict[bytes, Tensor] = {}
        self._lock = threading.Lock()

    def of(
        self,
        vae: Any,
        scaling: Scaling,
        factor: int,
        encode: Callable[[Tensor], Tensor],
        decode: Callable[[Tensor], Tensor],
    ) -> Tensor:
        """The VAE's map; see `fit_preview` for the rest."""
        key = _fingerprint(vae, scaling)
        with self._lock:
            if key not in self._maps:
                self._maps[key] = fit_preview(encode, decode, factor)
            return self._maps[key]


def _fingerprint(vae: Any, scaling: Scaling) -> bytes:
    """Tells a VAE from every other, by a few numbers of each of its tensors."""
    numbers = [p.detach().flatten()[:: p.numel() // SAMPLED + 1].float().cpu() for p in vae.parameters()]
    return hashlib.sha256(torch.cat(numbers).numpy().tobytes() + repr(scaling).encode()).digest()


def fit_preview(
    encode: Callable[[Tensor], Tensor], decode: Callable[[Tensor], Tensor], factor: int
) -> Tensor:
    """Least squares over a colour pattern as the decoder shows it: `[channels + 1, 3]`, to RGB in -1..1.

    Args:
        encode: pixels `[n, 3, h, w]` in -1..1 to scaled latents.
        decode: scaled latents to pixels in 0..1.
        factor: pixels per latent.
    """
    generator = torch.Generator().manual_seed(0)
    latents = encode(_pattern(SIDE * factor, generator)).float().cpu()
    noise = NOISE * latents.std() * torch.randn(latents.shape, generator=generator)
    latents = latents + noise * torch.linspace(0, 1, SIDE)
    colours = avg_pool2d(decode(latents).cpu() * 2 - 1, factor)
    known = torch.cat([latents, torch.ones_like(latents[:, :1])], dim=1).movedim(1, -1).flatten(0, -2)
    matrix: Tensor = torch.linalg.lstsq(known, colours.movedim(1, -1).flatten(0, -2), driver="gelsd").solution
    return matrix


def _pattern(side: int, generator: torch.Generator) -> Tensor:
    """Random colours in patches, the finest of them smooth: `[1, 3, side, side]` in -1..1."""
    pattern = torch.zeros(1, 3, side, side)
    for i, grain in enumerate(GRAINS):
        colours = torch.rand(1, 3, grain, grain, generator=generator) * 2 - 1
        mode = "bilinear" if grain == GRAINS[-1] else "nearest"
        pattern += FALL**i * interpolate(colours, size=(side, side), mode=mode)
    return (1.2 * pattern).clamp(-1, 1)


def to_colours(latents: Tensor, matrix: Tensor) -> Tensor:
    """Predicted clean latents `[channels, h, w]` to a small picture `[3, h, w]` in 0..1, on the CPU."""
    known = latents.float().cpu()
    colours = torch.einsum("chw,cr->rhw", known, matrix[:-1]) + matrix[-1][:, None, None]
    return (colours / 2 + 0.5).clamp(0, 1)
