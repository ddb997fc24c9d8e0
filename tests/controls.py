"""Tiny random ControlNets for the models of `tests.checkpoints`, as folders and as files of every layout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from diffusers import ControlNetModel
from safetensors.torch import save_file

from engine.models.control import _config
from tests.ldm import State, unet_state

SMALL = (8, 16)
"""Widths of the layers that a picture passes first: two pixels a latent, as the tiny VAEs have them."""


def control(made: Any, seed: int = 0, widths: tuple[int, ...] = SMALL) -> Any:
    """A ControlNet for a pipeline's UNet that changes what it draws: none of its layers is zero."""
    torch.manual_seed(seed)
    blank = {"controlnet_cond_embedding.conv_in.weight": torch.zeros(widths[0], 3, 3, 3)}
    config = _config(made.unet.config, blank) | {"conditioning_embedding_out_channels": widths}
    net = ControlNetModel.from_config(config)
    for weights in net.parameters():
        if not weights.any():
            torch.nn.init.normal_(weights, std=0.1)
    return net.eval()


def ldm_state(net: Any) -> State:
    """Under the original names, without a prefix."""
    layers = 2 * len(net.config.conditioning_embedding_out_channels) - 2
    hints = {"conv_in": 0, **{f"blocks.{i}": 2 * i + 2 for i in range(layers)}, "conv_out": 14}
    state = {}
    for name, tensor in unet_state(net).items():
        name = name.removeprefix("model.diffusion_model.")
        for ours, number in hints.items():
            name = name.replace(f"controlnet_cond_embedding.{ours}.", f"input_hint_block.{number}.")
        if name.startswith(
            "controlnet_cond_embedding.input_blocks.0.0."
        ):  # renamed with the UNet's first layer
            name = name.replace("controlnet_cond_embedding.input_blocks.0.0.", "input_hint_block.0.")
        if name.startswith("controlnet_cond_embedding.out.2."):
            name = name.replace("controlnet_cond_embedding.out.2.", "input_hint_block.14.")
        if name.startswith("controlnet_down_blocks."):
            name = name.replace("controlnet_down_blocks.", "zero_convs.").replace(".weight", ".0.weight")
            name = name.replace(".bias", ".0.bias")
        state[name.replace("controlnet_mid_block.", "middle_block_out.0.")] = tensor.contiguous()
    return state


def save(net: Any, path: Path, layout: str = "diffusers") -> Path:
    """Writes one file: by diffusers' names, by the `original` ones, or by these with a `prefix`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    state = (
        ldm_state(net) if layout != "diffusers" else {n: t.contiguous() for n, t in net.state_dict().items()}
    )
    before = "control_model." if layout == "prefix" else ""
    save_file({before + name: tensor for name, tensor in state.items()}, path)
    return path
