"""Between stages: whitens the latents, bakes that into the autoencoder, encodes scenes."""

from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import AutoencoderKL
from numpy.typing import NDArray
from torch import Tensor

from engine.starter.dataset import draw, to_tensor
from engine.starter.scenes import Scene

Array = NDArray[Any]


@torch.no_grad()
def encode(model: AutoencoderKL, pictures: Array, batch: int = 64) -> Array:
    """uint8 pictures [n, h, w, 3] -> float16 latents [n, c, h / f, w / f]."""
    parts = [
        model.encode(to_tensor(pictures[i : i + batch], model.device)).latent_dist.mean.half().cpu()
        for i in range(0, len(pictures), batch)
    ]
    return torch.cat(parts).numpy()


def whitening(latents: Array, floor: float = 1e-3) -> tuple[Tensor, Tensor]:
    """Mean [c] and matrix [c, c] that make the channels uncorrelated, of variance 1."""
    flat = torch.from_numpy(latents).double().transpose(0, 1).flatten(1)
    mean = flat.mean(1)
    values, vectors = torch.linalg.eigh(torch.cov(flat))
    print("latent variances", [f"{value:.2g}" for value in values.tolist()])
    scale = values.clamp_min(floor * float(values.max())).rsqrt()
    return mean, torch.diag(scale) @ vectors.T


@torch.no_grad()
def bake(model: AutoencoderKL, mean: Tensor, matrix: Tensor) -> None:
    """Moves a whitening into the 1x1 convolutions next to the latents, in place.

    The posterior becomes (nearly) deterministic: its log-variance is constant.
    """
    quant, post = model.quant_conv, model.post_quant_conv
    channels = len(mean)
    weight, bias = quant.weight.double()[:channels, :, 0, 0], quant.bias.double()[:channels]
    quant.weight.zero_()
    quant.bias.fill_(-12.0)
    quant.weight[:channels, :, 0, 0] = (matrix @ weight).float()
    quant.bias[:channels] = (matrix @ (bias - mean)).float()
    after = post.weight.double()[:, :, 0, 0]
    post.bias.copy_((post.bias.double() + after @ mean).float())
    post.weight[:, :, 0, 0] = (after @ torch.linalg.inv(matrix)).float()


def latents_of(model: AutoencoderKL, scenes: list[Scene], cache: Path, *, half: bool) -> Array:
    """Draws scenes of one canvas size and encodes them, some thousand at a time."""
    parts = [encode(model, draw(scenes[i : i + 4000], cache, half=half)) for i in range(0, len(scenes), 4000)]
    return np.concatenate(parts)
