"""Pixels to latents and back, the same for every family."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

import torch
from torch import Tensor


@dataclass(frozen=True)
class Scaling:
    """How a VAE's latents become the ones that are denoised: `(z - shift) * scale`."""

    shift: float
    scale: float

    @classmethod
    def of(cls, vae: Any) -> Self:
        """As its config says."""
        return cls(vae.config.shift_factor or 0.0, vae.config.scaling_factor)


UNSCALED = Scaling(0.0, 1.0)
"""As a VAE gives them."""


def encode_pixels(vae: Any, pixels: Tensor, scaling: Scaling, generator: Any = None) -> Tensor:
    """Pixels `[n, 3, H, W]` in -1..1 to scaled latents in fp32: a sample, or the mean without a generator."""
    with torch.no_grad():
        spread = vae.encode(pixels.to(vae.device, vae.dtype)).latent_dist
    latents: Tensor = spread.mode() if generator is None else spread.sample(generator)
    return (latents.float() - scaling.shift) * scaling.scale


def decode_latents(vae: Any, latents: Tensor, scaling: Scaling) -> Tensor:
    """Scaled latents to pixels `[n, 3, H, W]` in 0..1, on the VAE's device in fp32.

    A VAE that overflows in half precision is turned to fp32, once and for good.
    """
    raw = latents.float() / scaling.scale + scaling.shift
    pixels = _decode(vae, raw)
    if vae.dtype != torch.float32 and raw.isfinite().all() and not pixels.isfinite().all():
        vae.to(torch.float32)
        pixels = _decode(vae, raw)
    return pixels.div_(2).add_(0.5).clamp_(0, 1)


def _decode(vae: Any, raw: Tensor) -> Tensor:
    with torch.no_grad():
        pixels: Tensor = vae.decode(raw.to(vae.device, vae.dtype)).sample
        return pixels.float()
