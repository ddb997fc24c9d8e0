"""A file's weights as numbers to compute with, once in memory: those in 8 bits with a scale are multiplied by it."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from torch import Tensor

from engine.models.files.ggufs import GGUF, read_gguf
from engine.models.files.header import read_header
from engine.models.files.scaled import scales
from engine.models.files.unscaled import DtypeOf, unscaled

AT_ONCE = 32 << 20
"""Bytes of a file that are read before it is opened anew: until it is closed, what was read of it counts as taken."""


def read_weights(path: Path, dtype_of: DtypeOf) -> dict[str, Tensor]:
    """All tensors of a file, on the CPU, each in the precision that is wanted as soon as it is read.

    All that are wanted are copies: what still lies in a file ends the process when somebody cuts that short.

    Raises:
        NotACheckpoint, BadHeader: with the reason.
    """
    if path.suffix.lower() == GGUF:
        return _joined({name: _numbers(each, dtype_of(name)) for name, each in read_gguf(path)})
    scale_of = scales(read_header(path))
    with safe_open(path, "pt") as file:
        scale = {name: file.get_tensor(name).clone() for name in scale_of.values()}
        names = deque(name for name in file.offset_keys() if name not in scale)
    read: dict[str, Tensor] = {}
    while names:
        some = _some(path, names)
        known = {weight: scale_of[weight] for weight in some if weight in scale_of}
        some |= {name: scale[name] for name in known.values()}
        for name, tensor in unscaled(some, known, dtype_of).items():
            dtype = dtype_of(name) if tensor.is_floating_point() else tensor.dtype
            read[name] = tensor if dtype is None else tensor.to(dtype, copy=True)
        del some, tensor
    return read


def _some(path: Path, names: deque[str]) -> dict[str, Tensor]:
    """The next of a file's tensors, which are taken off the names."""
    some: dict[str, Tensor] = {}
    left = AT_ONCE
    with safe_open(path, "pt") as file:
        while names and left > 0:
            name = names.popleft()
            some[name] = file.get_tensor(name)
            left -= some[name].nbytes
    return some


def _numbers(array: Any, dtype: torch.dtype | None) -> Tensor:
    tensor = torch.from_numpy(array)
    return tensor.to(dtype, copy=True) if tensor.dtype == torch.float32 else tensor.clone()


def _joined(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    """With queries, keys and values of OpenCLIP in one matrix, as it has them, where they came apart."""
    for what in ("weight", "bias"):
        for query in [name for name in tensors if name.endswith(f".attn.q_proj.{what}")]:
            layer = query.removesuffix(f".q_proj.{what}")
            parts = [tensors.pop(f"{layer}.{part}_proj.{what}") for part in "qkv"]
            tensors[f"{layer}.in_proj_{what}"] = torch.cat(parts)
    return tensors
