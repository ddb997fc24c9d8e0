"""What a model's layers are called in LoRA files, in one spelling."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from torch import nn

from engine.api.blocks import BLOCKS, ELSEWHERE, MIDDLE

_PARTS = (
    (re.compile(r"^(lora_te2_|text_encoder_2\.|(?:text_encoders\.)?clip_g\.transformer\.)"), "te2_"),
    (
        re.compile(
            r"^(lora_te1?_|text_encoder\.|(?:text_encoders\.)?clip_[lh]\.transformer\.|cond_stage_model\.transformer\."
            r"|conditioner\.embedders\.0\.transformer\.|(?=text_model[._]|encoder[._]layers[._]))"
        ),
        "te1_",
    ),
    (re.compile(r"^(lora_unet_|unet[._](?=\w+_blocks?[._])|unet\.|(model\.)?diffusion_model\.)"), "unet_"),
)
"""How the files name the parts of a model: kohya's, diffusers', ComfyUI's, and those of original checkpoints."""

_OUTSIDE = {
    "conv_in": "input_blocks.0.0",
    "time_embedding.linear_1": "time_embed.0",
    "time_embedding.linear_2": "time_embed.2",
    "add_embedding.linear_1": "label_emb.0.0",
    "add_embedding.linear_2": "label_emb.0.2",
    "class_embedding.linear_1": "label_emb.0.0",
    "class_embedding.linear_2": "label_emb.0.2",
    "conv_norm_out": "out.0",
    "conv_out": "out.2",
}
_RESNET = {
    "norm1": "in_layers.0",
    "conv1": "in_layers.2",
    "norm2": "out_layers.0",
    "conv2": "out_layers.3",
    "time_emb_proj": "emb_layers.1",
    "conv_shortcut": "skip_connection",
}
_IN_A_BLOCK = re.compile(
    r"(down|up)_blocks\.(\d+)\.(attentions|resnets|downsamplers|upsamplers)\.(\d+)\.(.*)"
)
_IN_THE_MIDDLE = re.compile(r"mid_block\.(attentions|resnets)\.(\d)\.(.*)")

KINDS = (nn.Linear, nn.Conv2d, nn.LayerNorm, nn.GroupNorm)
"""Layers that files may change."""

Layers = Mapping[str, nn.Module]
"""A model's layers by each of their flat names."""


def layer_names(parts: Mapping[str, nn.Module]) -> dict[str, nn.Module]:
    """Every layer that has weights by its flat names; the UNet's by the original names too.

    A second text encoder without a first (SDXL's refiner) goes by both names: to trainers it is the text encoder.
    """
    layers: dict[str, nn.Module] = {}
    for part, module in parts.items():
        first = part == "text_encoder_2" and "text_encoder" not in parts
        aliases = ("text_encoder", part) if first else (part,)
        for path, layer in module.named_modules():
            if isinstance(layer, KINDS) and layer.weight is not None:
                layers |= {flat_name(f"{alias}.{path}"): layer for alias in aliases}
                if part == "unet" and (original := original_name(path, module)):
                    layers[flat_name(f"unet.{original}")] = layer
    return layers


def block_numbers(parts: Mapping[str, nn.Module]) -> dict[nn.Module, int]:
    """Which of `BLOCKS` each layer belongs to: all of the text encoders' to the base."""
    return {
        layer: _block(original_name(path, module)) if part == "unet" else 0
        for part, module in parts.items()
        for path, layer in module.named_modules()
        if isinstance(layer, KINDS)
    }


def _block(original: str) -> int:
    side, _, rest = original.partition("_block")
    name = MIDDLE if side == "middle" else f"{side[:-3].upper()}{rest.split('.')[1].zfill(2)}" if rest else ""
    return BLOCKS.index(name) if name in BLOCKS else ELSEWHERE


def flat_name(key: str) -> str:
    """A layer's name in any of the formats (kohya, LyCORIS, peft, old and new diffusers), in one spelling."""
    key = key.removeprefix("lycoris_").replace("base_model.model.", "").replace(".processor.", ".")
    key = re.sub(r"[._]lora(_linear_layer)?$", "", key)
    for pattern, prefix in _PARTS:
        key, found = pattern.subn(prefix, key)
        if found:
            break
    else:
        key = f"unet_{key}"
    key = key.replace(".", "_").replace("_text_model_", "_")
    return re.sub("to_out$", "to_out_0", key) if key.startswith("unet_") else _of_an_encoder(key)


def _of_an_encoder(key: str) -> str:
    """Old diffusers called an encoder's projections by the UNet's names."""
    return re.sub("to_out(_0)?$", "out_proj", re.sub("to_([qkv])$", r"\1_proj", key))


def original_name(path: str, unet: Any) -> str:
    """A UNet layer's name in the original code ("input_blocks.4.1…"), which SDXL's LoRAs use; or ""."""
    if path in _OUTSIDE:
        return _OUTSIDE[path]
    if match := _IN_A_BLOCK.match(path):
        side, level, kind, index, rest = match[1], int(match[2]), match[3], int(match[4]), match[5]
        first = (unet.config.layers_per_block + 1) * level
        if kind == "downsamplers":
            return f"input_blocks.{first + unet.config.layers_per_block + 1}.0.op"
        if kind == "upsamplers":
            behind = 1 + hasattr(unet.up_blocks[level], "attentions")
            return f"output_blocks.{first + unet.config.layers_per_block}.{behind}.{rest}"
        block = f"input_blocks.{first + index + 1}" if side == "down" else f"output_blocks.{first + index}"
        return f"{block}.{int(kind == 'attentions')}.{_RESNET.get(rest, rest)}"
    if match := _IN_THE_MIDDLE.match(path):
        number = 1 if match[1] == "attentions" else 2 * int(match[2])
        return f"middle_block.{number}.{_RESNET.get(match[3], match[3])}"
    return ""
