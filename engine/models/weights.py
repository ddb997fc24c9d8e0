"""A file's weights as numbers to compute with: those that are kept in 8 bits with a scale are multiplied by it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor

from engine.models.files.families import NotACheckpoint
from engine.models.files.ggufs import GGUF, read_gguf
from engine.models.files.header import read_header
from engine.models.files.scaled import ASIDE, check_format, scales

_QUERY = re.compile(r"(?P<layer>.+\.attn)\.q_proj\.(?P<what>weight|bias)")


def read_weights(path: Path, dtype: torch.dtype) -> dict[str, Tensor]:
    """All tensors of a file, on the CPU; what is scaled or packed comes in `dtype`, all else as it is.

    Raises:
        NotACheckpoint, BadHeader: with the reason.
    """
    if path.suffix.lower() == GGUF:
        return _joined({name: _numbers(each, dtype) for name, each in read_gguf(path)})
    return unscaled(load_file(path), scales(read_header(path)), dtype)


def _numbers(array: Any, dtype: torch.dtype) -> Tensor:
    tensor = torch.from_numpy(array)
    return tensor.to(dtype) if tensor.dtype == torch.float32 else tensor


def _joined(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    """With queries, keys and values of OpenCLIP in one matrix, as it has them, where they came apart."""
    for name in [name for name in tensors if ".resblocks." in name]:
        if (match := _QUERY.fullmatch(name)) and name in tensors:
            layer, what = match["layer"], match["what"]
            parts = [tensors.pop(f"{layer}.{part}_proj.{what}") for part in "qkv"]
            tensors[f"{layer}.in_proj_{what}"] = torch.cat(parts)
    return tensors


def unscaled(
    tensors: dict[str, Tensor], scale_of: Mapping[str, str], dtype: torch.dtype
) -> dict[str, Tensor]:
    """The weights times their scales, without these and without what else is kept for drawing in 8 bits.

    Args:
        tensors: by name; emptied of what is not returned, so that nothing is twice in memory.
        scale_of: the name of each scaled weight's scale.
        dtype: of what comes out scaled.

    Raises:
        NotACheckpoint: a layer says that it is packed in another way.
    """
    for name in [name for name in tensors if ASIDE.fullmatch(name)]:
        extra = tensors.pop(name)
        if name.endswith("comfy_quant"):
            _check_layer(extra)
    for weight, scale in scale_of.items():
        tensors[weight] = _times(tensors[weight], tensors[scale]).to(dtype)
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
