"""The shape of a single file's UNet, told by its tensors: distilled ones lack blocks, levels or the middle."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

UNET = "model.diffusion_model."

_RESNET = re.compile(r"(input_blocks|output_blocks)\.(0|[1-9][0-9]?)\.0\.in_layers\.2\.weight")
_DOWN = re.compile(r"input_blocks\.(0|[1-9][0-9]?)\.0\.op\.weight")

Shapes = Mapping[str, tuple[int, ...]]


class OddShape(Exception):
    """The UNet's blocks are not arranged as any that can be built; the message is one clause that says why."""


def unet_shape(shapes: Shapes) -> dict[str, Any]:
    """The part of the UNet's config that says which blocks there are and how deep each attends.

    SSD-1B, Segmind Vega, KOALA and BK-SDM are SDXL and SD 1 by their text encoders, with fewer of these.

    Args:
        shapes: of the file's tensors, by their original names.

    Returns:
        What replaces the family's own config; empty where the tensors name no blocks.

    Raises:
        OddShape: diffusers has no UNet of this shape.
    """
    unet = {name.removeprefix(UNET): shape for name, shape in shapes.items() if name.startswith(UNET)}
    down, up = _depths(unet, "input_blocks"), _depths(unet, "output_blocks")
    if not down:
        return {}
    ends = sorted(int(match[1]) for match in map(_DOWN.fullmatch, unet) if match)
    starts = [0, *ends]
    levels = [
        {number: depth for number, depth in down.items() if start < number < end}
        for start, end in zip(starts, [*ends, max(down) + 1], strict=True)
    ]
    layers = len(levels[0])
    if not layers or {len(level) for level in levels} != {layers} or len(up) != len(levels) * (layers + 1):
        raise OddShape("its UNet has levels of different lengths")
    downs = [list(level.values()) for level in levels]
    ups = [list(up.values())[at : at + layers + 1] for at in range(0, len(up), layers + 1)]
    if any(0 in level and any(level) for level in downs + ups):
        raise OddShape("its UNet attends in a part of a level only")
    middle = _depth(unet, "middle_block.1.")
    if middle and any(downs[-1]) and downs[-1][0] != middle:
        raise OddShape("its UNet's middle is of another depth than the level above")
    return {
        "layers_per_block": layers,
        "block_out_channels": tuple(_width(unet, min(level)) for level in levels),
        "down_block_types": tuple("CrossAttnDownBlock2D" if any(level) else "DownBlock2D" for level in downs),
        "up_block_types": tuple("CrossAttnUpBlock2D" if any(level) else "UpBlock2D" for level in ups),
        "mid_block_type": _middle_type(unet, middle),
        "transformer_layers_per_block": [level if any(level) else [middle or 1] * layers for level in downs],
        "reverse_transformer_layers_per_block": [
            level if any(level) else [1] * (layers + 1) for level in ups
        ],
    }


def context_of(shapes: Shapes) -> int:
    """Width of the texts that a UNet or ControlNet reads, by the layers that read them; 0 where none does."""
    keys = (shape for name, shape in shapes.items() if name.endswith("attn2.to_k.weight") and len(shape) == 2)
    return next((shape[1] for shape in keys), 0)


def _depths(unet: Shapes, side: str) -> dict[int, int]:
    """Transformer layers of each block that has a resnet, by the block's number, in order."""
    found = (match for match in map(_RESNET.fullmatch, unet) if match and match[1] == side)
    return {n: _depth(unet, f"{side}.{n}.1.") for n in sorted(int(match[2]) for match in found)}


def _depth(unet: Shapes, block: str) -> int:
    """Transformer layers of one block."""
    start = f"{block}transformer_blocks."
    return len({name[len(start) :].partition(".")[0] for name in unet if name.startswith(start)})


def _width(unet: Shapes, number: int) -> int:
    shape = unet[f"input_blocks.{number}.0.in_layers.2.weight"]
    if not shape:
        raise OddShape("its UNet has layers without a width")
    return shape[0]


def _middle_type(unet: Shapes, depth: int) -> str | None:
    if depth:
        return "UNetMidBlock2DCrossAttn"
    return "UNetMidBlock2D" if "middle_block.0.in_layers.2.weight" in unet else None
