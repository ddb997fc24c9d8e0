"""Small random LoRA files in each of the formats that people have."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal

import torch
from safetensors.torch import save_file
from torch import Tensor, nn

from engine.models.lora import original_name

Form = Literal["kohya", "original", "peft", "diffusers"]

ALPHA = 2.0


def lora_file(path: Path, pipe: Any, form: Form = "kohya", seed: int = 0, rank: int = 4) -> Path:
    """Changes attention, a convolution and the text encoders of a tiny pipeline.

    Args:
        path: where to write.
        pipe: whose layers it fits.
        form: `kohya` (as trained by sd-scripts), `original` (its names for SDXL), `peft`, or `diffusers` (the
            old attention processors); the latter two have no alpha.
        seed: of the weights.
        rank: of the matrices.
    """
    generator = torch.Generator().manual_seed(seed)
    tensors: dict[str, Tensor] = {}
    for part in ("unet", "text_encoder", "text_encoder_2"):
        module = getattr(pipe, part, None)
        for name, layer in module.named_modules() if module is not None else ():
            if wanted(name, layer):
                shape = layer.weight.shape
                down = torch.randn(rank, *shape[1:], generator=generator) * 0.1
                up = torch.randn(shape[0], rank, *[1] * (len(shape) - 2), generator=generator) * 0.3
                tensors |= _keys(part, name, module, form, down, up)
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(tensors, path)
    return path


def wanted(name: str, layer: nn.Module) -> bool:
    """Which layers the files change."""
    attention = re.search(r"attn\d\.to_[qv]$|attn1\.to_out\.0$|self_attn\.[qv]_proj$|mlp\.fc1$", name)
    return bool(attention) or (isinstance(layer, nn.Conv2d) and name.endswith("resnets.0.conv1"))


def _keys(part: str, name: str, module: Any, form: Form, down: Tensor, up: Tensor) -> dict[str, Tensor]:
    path = name if part == "unet" else f"text_model.{name.removeprefix('text_model.')}"
    if form == "peft":
        return {f"{part}.{path}.lora_A.weight": down, f"{part}.{path}.lora_B.weight": up}
    if form == "diffusers" and part == "unet" and "attn" in name:
        old = re.sub(r"\.(to_[qv]|to_out)(\.0)?$", r".processor.\1_lora", path)
        return {f"{part}.{old}.down.weight": down, f"{part}.{old}.up.weight": up}
    if form == "diffusers":
        return {f"{part}.{path}.lora.down.weight": down, f"{part}.{path}.lora.up.weight": up}
    if form == "original" and part == "unet":
        path = original_name(name, module)
    prefix = {"unet": "lora_unet", "text_encoder": "lora_te1", "text_encoder_2": "lora_te2"}[part]
    key = f"{prefix}_{path.replace('.', '_')}"
    return {
        f"{key}.lora_down.weight": down,
        f"{key}.lora_up.weight": up,
        f"{key}.alpha": torch.tensor(ALPHA),
    }
