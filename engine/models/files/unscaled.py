"""Weights in 8 bits, multiplied by their scales."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

import torch
from torch import Tensor

from engine.models.files.families import NotACheckpoint
from engine.models.files.scaled import ASIDE, check_format

DtypeOf = Callable[[str], torch.dtype | None]
"""In which precision a tensor of that name is wanted; None for one that may lie in its file until it is looked at."""


def unscaled(tensors: dict[str, Tensor], scale_of: Mapping[str, str], dtype_of: DtypeOf) -> dict[str, Tensor]:
    """The weights times their scales, without these and without what else is kept for drawing in 8 bits.

    Args:
        tensors: by name; emptied of what is not returned, so that nothing is twice in memory.
        scale_of: the name of each scaled weight's scale.
        dtype_of: of what comes out scaled.

    Raises:
        NotACheckpoint: a layer says that it is packed in another way.
    """
    for name in [name for name in tensors if ASIDE.search(name)]:
        extra = tensors.pop(name)
        if name.endswith("comfy_quant"):
            _check_layer(extra)
    for weight, scale in scale_of.items():
        tensors[weight] = _times(tensors[weight], tensors[scale]).to(dtype_of(weight))
    for scale in scale_of.values():
        tensors.pop(scale, None)
    return tensors


def _check_layer(extra: Tensor) -> None:
    try:
        told = json.loads(bytes(extra.flatten().to(torch.uint8).tolist()))
    except (ValueError, RecursionError) as error:
        raise NotACheckpoint("what it says of its packed weights cannot be read", "damaged") from error
    check_format(told)


def _times(weight: Tensor, scale: Tensor) -> Tensor:
    """In fp32. The scale is one number, one for each output channel, or one for each of equal blocks."""
    weight, scale = weight.float(), scale.float()
    if scale.numel() == 1:
        return weight * scale.reshape(())
    if scale.numel() == len(scale) == len(weight):
        return weight * scale.reshape(-1, *[1] * (weight.ndim - 1))
    blocks = scale.reshape(scale.shape[:2])
    for side in (0, 1):
        blocks = blocks.repeat_interleave(weight.shape[side] // blocks.shape[side], side)
    return weight * blocks
