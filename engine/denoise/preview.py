"""What a picture will look like, seen through a linear map of its latents."""

from __future__ import annotations

import io
from collections.abc import Sequence

import torch
from PIL import Image
from torch import Tensor

from engine.denoise.request import Request
from engine.sampling.predictions import clean

SIDE_MOST = 256
"""Of a preview, in pixels."""


def predicted(requests: Sequence[Request], inputs: Tensor, predictions: Tensor) -> Tensor:
    """The picture that each request heads for: x0 in latents `[n, c, h, w]`.

    Previews of the latents themselves would be noise until the last steps (diffusers issue 3579).

    Args:
        requests: of one model.
        inputs: `[n, c, h, w]`, as the model took them: alpha x0 + sigma noise with alpha^2 + sigma^2 = 1.
        predictions: `[n, c, h, w]`, guided.
    """
    squares = torch.tensor([_alpha_squared(r) for r in requests], device=inputs.device).view(-1, 1, 1, 1)
    kind = requests[0].trajectory.prediction_type
    return clean(kind, inputs, predictions, squares.sqrt(), (1 - squares).sqrt())


def _alpha_squared(request: Request) -> float:
    alphas = request.trajectory.scheduler.alphas_cumprod
    return float(alphas[min(round(float(request.trajectory.timestep)), len(alphas) - 1)])


def colours(latents: Tensor, matrix: Tensor) -> Tensor:
    """Latents `[n, c, h, w]` to RGB bytes `[n, h, w, 3]`, on their device."""
    matrix = matrix.to(latents)
    rgb = latents.movedim(1, -1) @ matrix[:-1] + matrix[-1]
    return ((rgb.clamp(-1, 1) + 1) * 127.5).nan_to_num().byte()


def jpeg(rgb: Tensor) -> bytes:
    """A small JPEG of RGB bytes `[h, w, 3]`, its longer side about 256 pixels."""
    image = Image.fromarray(rgb.cpu().numpy())
    factor = SIDE_MOST / max(image.size)
    size = (max(1, round(image.width * factor)), max(1, round(image.height * factor)))
    buffer = io.BytesIO()
    image.resize(size, Image.Resampling.BICUBIC).save(buffer, "JPEG", quality=75)
    return buffer.getvalue()
