"""What a model's answer says of the picture: the arithmetic of what it foretells."""

from __future__ import annotations

from torch import Tensor

LEAST_CLEAR = 1e-3
"""Where less than that of the picture is left, its noise says nothing of it."""


def clean(kind: str, shown: Tensor, prediction: Tensor, clear: Tensor, noisy: Tensor) -> Tensor:
    """The latents without noise, x0, that a prediction means.

    Args:
        kind: "epsilon", "v_prediction" or "sample" (Salimans and Ho, 2022).
        shown: `[n, c, h, w]`, as the model took them: clear x0 + noisy noise.
        prediction: the same shape.
        clear, noisy: the shares, whose squares add up to 1; they broadcast.
    """
    if kind == "sample":
        return prediction
    if kind == "v_prediction":
        return clear * shown - noisy * prediction
    return (shown - noisy * prediction) / clear.clamp(min=LEAST_CLEAR)
