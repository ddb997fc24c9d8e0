"""GGUF files: what they hold, under the original names, and as numbers to compute with.

stable-diffusion.cpp writes whole checkpoints so, with the text encoders under transformers' names; other programs keep
the original ones. The front end, which looks at the models too, has no library that reads GGUF: that is imported where
it is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from engine.models.files.families import NotACheckpoint
from engine.models.files.header import BadHeader, Tensors, read_header

GGUF = ".gguf"

_SHAPE = "comfy.gguf.orig_shape."
"""Before a tensor's name: a field with its shape, where it was flattened to be packed."""

_SECOND, _FIRST = "cond_stage_model.1.", "cond_stage_model."
_WIDE = 1024
"""Numbers of a token's embedding from which an encoder is OpenCLIP's."""

_OPENCLIP = (
    ("text_model.encoder.layers.", "transformer.resblocks."),
    ("text_model.embeddings.token_embedding.", "token_embedding."),
    ("text_model.embeddings.position_embedding.weight", "positional_embedding"),
    ("text_model.final_layer_norm.", "ln_final."),
    ("text_model.text_projection", "text_projection"),
    (".layer_norm1.", ".ln_1."),
    (".layer_norm2.", ".ln_2."),
    (".self_attn.", ".attn."),
    (".mlp.fc1.", ".mlp.c_fc."),
    (".mlp.fc2.", ".mlp.c_proj."),
)

_PLAIN = frozenset({"F64", "F32", "F16", "I64", "I32", "I16", "I8"})
"""Kinds of numbers that are not packed."""


def header_of(path: Path) -> Tensors:
    """What a file of either kind holds.

    Raises:
        BadHeader, NotACheckpoint: with the reason.
    """
    if path.suffix.lower() != GGUF:
        return read_header(path)
    shapes: dict[str, tuple[int, ...]] = {}
    reader, size = _reader(path), 0
    names = _names({tensor.name: _shape(reader, tensor) for tensor in reader.tensors})
    for tensor in reader.tensors:
        if tensor.tensor_type.name not in _PLAIN:
            _check(tensor.tensor_type)
        shapes[names[tensor.name]] = _shape(reader, tensor)
        size += int(tensor.n_bytes)
    return Tensors(shapes, {}, size)


def read_gguf(path: Path) -> Iterator[tuple[str, Any]]:
    """All numbers of a file by their names, a NumPy array a tensor; what was packed in fp32.

    Raises:
        BadHeader, NotACheckpoint: with the reason.
    """
    import numpy as np
    from gguf.quants import dequantize

    reader = _reader(path)
    names = _names({tensor.name: _shape(reader, tensor) for tensor in reader.tensors})
    for tensor in reader.tensors:
        plain = tensor.tensor_type.name in _PLAIN
        numbers = np.array(tensor.data) if plain else dequantize(tensor.data, tensor.tensor_type)
        yield names[tensor.name], numbers.reshape(_shape(reader, tensor))


def _reader(path: Path) -> Any:
    """Opens a file; whatever the library finds wrong with it is one clause."""
    try:
        from gguf import GGUFReader
    except ImportError as error:
        raise NotACheckpoint("it takes the package gguf to read it: pip install gguf") from error
    try:
        return GGUFReader(path)
    except Exception as error:  # it believes a file all that it says
        raise BadHeader(f"it is no sound GGUF file ({type(error).__name__})") from error


@cache
def _check(kind: Any) -> None:
    """Raises NotACheckpoint where numbers are packed in a way that can't be unpacked."""
    import numpy as np
    from gguf.constants import GGML_QUANT_SIZES
    from gguf.quants import dequantize

    try:
        dequantize(np.zeros((1, GGML_QUANT_SIZES[kind][1]), np.uint8), kind)
    except NotImplementedError as error:
        raise NotACheckpoint(f"its weights are packed as {kind.name}, which Lukis does not unpack") from error


def _shape(reader: Any, tensor: Any) -> tuple[int, ...]:
    if field := reader.get_field(f"{_SHAPE}{tensor.name}"):
        return tuple(int(field.parts[at][0]) for at in field.data)
    return tuple(int(side) for side in reversed(tensor.shape.tolist()))


def _names(shapes: Mapping[str, tuple[int, ...]]) -> dict[str, str]:
    """The original name of every tensor; queries, keys and values of OpenCLIP still apart."""
    several = any(name.startswith(_SECOND) for name in shapes)
    wide = (
        shapes.get(f"{_FIRST}transformer.text_model.embeddings.token_embedding.weight", (0, 0))[-1] >= _WIDE
    )
    return {name: _original(name, several, wide and not several) for name in shapes}


def _original(name: str, several: bool, wide: bool) -> str:
    if several and name.startswith(_SECOND):
        return _openclip(name.removeprefix(_SECOND), "conditioner.embedders.1.model.")
    if several and name.startswith(_FIRST):
        return f"conditioner.embedders.0.{name.removeprefix(_FIRST)}"
    if wide and name.startswith(f"{_FIRST}transformer."):
        return _openclip(name.removeprefix(_FIRST), "cond_stage_model.model.")
    return name


def _openclip(name: str, before: str) -> str:
    name = name.removeprefix("transformer.")
    for new, old in _OPENCLIP:
        name = name.replace(new, old)
    return before + name
