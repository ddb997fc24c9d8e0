"""Weights in 8 bits that are kept with scales: which scale belongs to which weight, told by a file's header.

A weight is its numbers times its scale, whatever the file calls it: one for the whole tensor, one for each output
channel, or one for each block. Without its scale it draws noise, so what can't be matched with certainty is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from engine.models.files.families import NotACheckpoint
from engine.models.files.header import Tensors

SCALE = re.compile(r"[._](?:scale_weights?|weight_scales?(?:_inv)?|scale_inv)\Z")
"""The end of a scale's name, as ComfyUI, musubi-tuner, LightX2V, vLLM and DeepSeek spell it; all are multiplied."""

ASIDE = re.compile(
    r"(?:(?:\A|[._])(?:scaled_fp8|comfy_quant)"
    r"|[._](?:scale_input|input_scale|(?:act|activation|output)_scale|scale_output))\Z"
)
"""Marks, and what is for activations in 8 bits, which nobody needs who multiplies in more."""

_LEAVES = frozenset({"weight", "bias", "in_proj_weight", "in_proj_bias"})
"""What a layer has besides its scales."""

_FP8 = frozenset({"F8_E4M3", "F8_E5M2"})
_FLOATS = frozenset({"F64", "F32", "F16", "BF16"})
_ANY = _FP8 | _FLOATS
_FORMATS = frozenset({"float8_e4m3fn", "float8_e5m2"})
_HARMLESS = frozenset({"format", "full_precision_matrix_mult", "orig_dtype", "orig_shape"})


def scales(tensors: Tensors) -> Mapping[str, str]:
    """The name of each scaled weight's scale, by the weight's.

    Raises:
        NotACheckpoint: the weights are kept in a way in which they can't be read rightly, and why.
    """
    _check_kinds(tensors)
    _check_told(tensors.metadata)
    found: dict[str, str] = {}
    for name in tensors.shapes:
        if ASIDE.search(name) or not (match := SCALE.search(name)):
            continue
        weight = next((each for each in _weights(name[: match.start()]) if each in tensors.shapes), "")
        if not weight or weight in found:
            raise NotACheckpoint(f"its scale {name[:80]} belongs to no weight of its own", "damaged")
        if tensors.dtypes[name] not in _FLOATS or not _fits(tensors.shapes[name], tensors.shapes[weight]):
            raise NotACheckpoint(f"its weights are scaled in a way that Lukis does not know ({name[:80]})")
        found[weight] = name
    _check_left(tensors, found)
    return found


def check_format(told: Any) -> None:
    """Takes what ComfyUI says of a layer, `{"format": "float8_e4m3fn"}`.

    Raises:
        NotACheckpoint: it is more than a scale.
    """
    told = told if isinstance(told, dict) else {}
    odd = [key for key, value in told.items() if key not in _HARMLESS and value]
    if told.get("format") not in _FORMATS or odd:
        raise NotACheckpoint(f"its weights are packed as {str(told)[:80]}, which Lukis does not unpack")


def _weights(layer: str) -> Iterator[str]:
    yield from (f"{layer}.weight", f"{layer}_weight", layer)


def _fits(scale: tuple[int, ...], weight: tuple[int, ...]) -> bool:
    """Whether there is one scale for all, for each output channel, or for each of equal blocks."""
    if set(scale) <= {1}:
        return True
    if not weight or len(scale) > len(weight) + 1:
        return False
    if scale[0] == weight[0] and set(scale[1:]) <= {1}:
        return True
    blocks = scale[:-1] if len(scale) == len(weight) + 1 and scale[-1] == 1 else scale
    return (
        len(weight) == len(blocks) == 2
        and all(n and size % n == 0 for n, size in zip(blocks, weight, strict=True))
    )  # fmt: skip


def _check_kinds(tensors: Tensors) -> None:
    """Weights are floating-point numbers of 8 bits or more."""
    for name, kind in tensors.dtypes.items():
        if kind not in _ANY and name.endswith("weight"):
            raise NotACheckpoint(
                f"its weights are packed into {kind}, which Lukis does not unpack ({name[:80]})"
            )


def _check_told(metadata: Mapping[str, str]) -> None:
    """ComfyUI says in a file's metadata, too, how its layers are packed."""
    if "_quantization_metadata" in metadata:
        try:
            layers = json.loads(metadata["_quantization_metadata"])["layers"].values()
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise NotACheckpoint("what it says of its packed weights cannot be read", "damaged") from error
        for told in layers:
            check_format(told)


def _check_left(tensors: Tensors, found: Mapping[str, str]) -> None:
    """Whether anything about weights in 8 bits is left that was not understood."""
    eight = {name for name, kind in tensors.dtypes.items() if kind in _FP8}
    if not eight:
        return
    if not found and any(name.rpartition(".")[2] == "scaled_fp8" for name in tensors.shapes):
        raise NotACheckpoint("it says that its 8-bit weights are scaled, and has no scales", "damaged")
    layers = {name.rpartition(".")[0] for name in eight if name.endswith("weight")}
    for name in sorted(tensors.shapes.keys() - {*found, *found.values()}):
        layer, _, leaf = name.rpartition(".")
        if (layer in eight or (layer in layers and leaf not in _LEAVES)) and not ASIDE.search(name):
            raise NotACheckpoint(f"its 8-bit weights come with {name[:80]}, which Lukis does not know")
