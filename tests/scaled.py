"""Writes a checkpoint's weights in 8 bits with scales, as the programs that people use do."""

from __future__ import annotations

import json

import torch
from torch import Tensor

from tests.ldm import State

FP8 = torch.float8_e4m3fn


def quantised(weight: Tensor, per: str, kind: torch.dtype = FP8) -> tuple[Tensor, Tensor]:
    """The weight in 8 bits and its scale: one `per` "tensor", "channel" or "block"."""
    if per == "tensor":
        scale = weight.abs().max() / 100
        return (weight / scale).to(kind), scale
    if per == "channel":
        scale = weight.abs().flatten(1).amax(1) / 100
        return (weight / scale.reshape(-1, *[1] * (weight.ndim - 1))).to(kind), scale
    side = weight.shape[1] // 4
    scale = weight.abs().reshape(len(weight), 4, side).amax(2) / 100
    return (weight / scale.repeat_interleave(side, 1)).to(kind), scale


def scaled(
    tensors: State,
    per: str = "tensor",
    spelling: str = "scale_weight",
    only: str = "",
    kind: torch.dtype = FP8,
) -> tuple[State, State]:
    """A checkpoint with its linear layers in 8 bits, and the same as plain numbers.

    Args:
        tensors: by their original names.
        per: what has a scale of its own.
        spelling: of the scale: it replaces "weight" in the layer's name.
        only: which names.
        kind: of 8 bits.
    """
    written, plain = dict(tensors), dict(tensors)
    for name, weight in tensors.items():
        fits = weight.ndim == 2 or (weight.ndim == 4 and per != "block")
        if not name.endswith("weight") or not name.startswith(only) or not fits or "embedding" in name:
            continue
        written[name], scale = quantised(weight, per, kind)
        written[name.removesuffix("weight") + spelling] = scale
        blocks = scale if scale.ndim == 2 else scale.reshape(-1, *[1] * (weight.ndim - 1))
        if per == "block":
            blocks = scale.repeat_interleave(weight.shape[1] // 4, 1)
        plain[name] = written[name].float() * blocks
    return written, plain


def comfy(**told: object) -> Tensor:
    """What ComfyUI writes beside a layer."""
    return torch.tensor(list(json.dumps(told).encode()), dtype=torch.uint8)
