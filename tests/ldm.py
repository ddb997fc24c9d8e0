"""Writes diffusers weights under the names of the original checkpoints ("LDM"), as single files have them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor

State = dict[str, Tensor]

_RESNET = {
    "norm1": "in_layers.0",
    "conv1": "in_layers.2",
    "norm2": "out_layers.0",
    "conv2": "out_layers.3",
    "time_emb_proj": "emb_layers.1",
    "conv_shortcut": "skip_connection",
}
_UNET_ENDS = {
    "time_embedding.linear_1": "time_embed.0",
    "time_embedding.linear_2": "time_embed.2",
    "add_embedding.linear_1": "label_emb.0.0",
    "add_embedding.linear_2": "label_emb.0.2",
    "conv_in": "input_blocks.0.0",
    "conv_norm_out": "out.0",
    "conv_out": "out.2",
    "mid_block.resnets.0": "middle_block.0",
    "mid_block.attentions.0": "middle_block.1",
    "mid_block.resnets.1": "middle_block.2",
}
_VAE = {
    "conv_shortcut": "nin_shortcut",
    "conv_norm_out": "norm_out",
    "mid_block.attentions.0": "mid.attn_1",
    "group_norm": "norm",
    "to_q": "q",
    "to_k": "k",
    "to_v": "v",
    "to_out.0": "proj_out",
}
_OPENCLIP = {
    "encoder.layers.": "transformer.resblocks.",
    "layer_norm1": "ln_1",
    "layer_norm2": "ln_2",
    "self_attn": "attn",
    "fc1": "c_fc",
    "fc2": "c_proj",
    "final_layer_norm": "ln_final",
    "embeddings.token_embedding": "token_embedding",
    "embeddings.position_embedding.weight": "positional_embedding",
}


def _replace(name: str, words: Mapping[str, str]) -> str:
    for old, new in words.items():
        name = name.replace(old, new)
    return name


def unet_state(unet: Any) -> State:
    """Under `model.diffusion_model.`."""
    per_level = unet.config.layers_per_block + 1

    def place(match: re.Match[str]) -> str:
        side, level, part, index = match[1], int(match[2]), match[3], int(match[4])
        if part == "downsamplers":
            return f"input_blocks.{per_level * (level + 1)}.0.op"
        if part == "upsamplers":
            attends = hasattr(unet.up_blocks[level], "attentions")
            return f"output_blocks.{per_level * (level + 1) - 1}.{2 if attends else 1}.conv"
        start = "input_blocks" if side == "down" else "output_blocks"
        number = per_level * level + index + (side == "down")
        return f"{start}.{number}.{int(part == 'attentions')}"

    def rename(name: str) -> str:
        if "resnets" in name:
            name = _replace(name, {f".{old}.": f".{new}." for old, new in _RESNET.items()})
        name = re.sub(r"^(down|up)_blocks\.(\d+)\.(\w+)\.(\d+)(?:(?<=samplers\.0)\.conv)?", place, name)
        return _replace(name, {f"{old}.": f"{new}." for old, new in _UNET_ENDS.items()})

    return {f"model.diffusion_model.{rename(name)}": tensor for name, tensor in unet.state_dict().items()}


def vae_state(vae: Any) -> State:
    """Under `first_stage_model.`; attention weights are 1x1 convolutions there."""
    last = len(vae.config.block_out_channels) - 1

    def rename(name: str) -> str:
        name = re.sub(r"down_blocks\.(\d+)\.resnets", r"down.\1.block", name)
        name = re.sub(r"down_blocks\.(\d+)\.downsamplers\.0", r"down.\1.downsample", name)
        name = re.sub(r"up_blocks\.(\d+)\.resnets", lambda m: f"up.{last - int(m[1])}.block", name)
        name = re.sub(r"up_blocks\.(\d+)\.upsamplers\.0", lambda m: f"up.{last - int(m[1])}.upsample", name)
        name = re.sub(r"mid_block\.resnets\.(\d)", lambda m: f"mid.block_{int(m[1]) + 1}", name)
        return _replace(name, _VAE)

    def shape(name: str, tensor: Tensor) -> Tensor:
        flat = "mid_block.attentions" in name and name.endswith(".weight") and tensor.ndim == 2
        return tensor[:, :, None, None].contiguous() if flat else tensor

    return {f"first_stage_model.{rename(n)}": shape(n, t) for n, t in vae.state_dict().items()}


def clip_state(encoder: Any, prefix: str) -> State:
    """CLIP-L as SD 1 and SDXL keep it."""
    return {f"{prefix}text_model.{name}": tensor for name, tensor in encoder.state_dict().items()}


def openclip_state(encoder: Any, prefix: str) -> State:
    """OpenCLIP as SD 2 and SDXL keep it: queries, keys and values in one matrix."""
    state: State = {}
    own = {name.removeprefix("text_model."): tensor for name, tensor in encoder.state_dict().items()}
    for name, tensor in own.items():
        if name == "text_projection.weight":
            state[f"{prefix}text_projection"] = tensor.T.contiguous()
        elif match := re.match(r"(.*self_attn)\.[qkv]_proj\.(weight|bias)", name):
            parts = [own[f"{match[1]}.{part}_proj.{match[2]}"] for part in "qkv"]
            state[f"{prefix}{_replace(match[1], _OPENCLIP)}.in_proj_{match[2]}"] = torch.cat(parts)
        else:
            name = re.sub(r"(mlp\.)?fc(\d)", r"mlp.fc\2", name)
            state[f"{prefix}{_replace(name, _OPENCLIP)}"] = tensor
    return state
