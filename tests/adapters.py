"""Tiny random IP-Adapters for the models of `tests.checkpoints`, with the image encoder that they share."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import torch
from safetensors.torch import save_file
from torch import Tensor
from transformers import CLIPVisionConfig, CLIPVisionModelWithProjection

Kind = Literal["plain", "plus", "full"]
WHOLE, PARTS = 24, 32
"""Widths of what the encoder says of a picture and of its parts."""


def encoder(path: Path, whole: int = WHOLE, parts: int = PARTS, seed: int = 0) -> Any:
    """Writes an encoder's folder: 32 x 32 pixels in 16 parts, two layers."""
    torch.manual_seed(seed)
    config = CLIPVisionConfig(
        hidden_size=parts,
        intermediate_size=37,
        num_hidden_layers=2,
        num_attention_heads=4,
        image_size=32,
        patch_size=8,
        projection_dim=whole,
    )
    made = CLIPVisionModelWithProjection(config).eval()
    made.save_pretrained(path)
    return made


def adapter(made: Any, kind: Kind = "plain", seed: int = 0) -> dict[str, Tensor]:
    """An adapter for a pipeline's UNet, by the names of the hub's files."""
    torch.manual_seed(seed)
    width: int = made.unet.config.cross_attention_dim
    state = {f"image_proj.{name}": weights for name, weights in _READS[kind](width).items()}
    layers = [
        made.unet.get_submodule(name.removesuffix(".processor"))
        for name in made.unet.attn_processors
        if name.endswith("attn2.processor")
    ]
    for number, layer in enumerate(layers):
        for which in ("k", "v"):
            weights = torch.randn(layer.inner_dim, width) * 0.3
            state[f"ip_adapter.{2 * number + 1}.to_{which}_ip.weight"] = weights
    return state


def save(state: dict[str, Tensor], path: Path) -> Path:
    """Writes one file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(state, path)
    return path


def _plain(width: int) -> dict[str, Tensor]:
    """A layer and a norm: four tokens."""
    return {
        "proj.weight": torch.randn(4 * width, WHOLE) * 0.5,
        "proj.bias": torch.randn(4 * width) * 0.1,
        "norm.weight": torch.ones(width),
        "norm.bias": torch.zeros(width),
    }


def _full(width: int) -> dict[str, Tensor]:
    """Two layers and a norm: a token for each part."""
    return {
        "proj.0.weight": torch.randn(PARTS, PARTS) * 0.3,
        "proj.0.bias": torch.zeros(PARTS),
        "proj.2.weight": torch.randn(width, PARTS) * 0.3,
        "proj.2.bias": torch.zeros(width),
        "proj.3.weight": torch.ones(width),
        "proj.3.bias": torch.zeros(width),
    }


def _plus(width: int) -> dict[str, Tensor]:
    """A resampler of four layers and one head: five tokens."""
    inner = 64
    state = {
        "latents": torch.randn(1, 5, inner) / 8,
        "proj_in.weight": torch.randn(inner, PARTS) * 0.2,
        "proj_in.bias": torch.zeros(inner),
        "proj_out.weight": torch.randn(width, inner) * 0.2,
        "proj_out.bias": torch.zeros(width),
        "norm_out.weight": torch.ones(width),
        "norm_out.bias": torch.zeros(width),
    }
    for layer in (f"layers.{i}" for i in range(4)):
        for norm in ("0.norm1", "0.norm2", "1.0"):
            state |= {f"{layer}.{norm}.weight": torch.ones(inner), f"{layer}.{norm}.bias": torch.zeros(inner)}
        for name, rows in {"0.to_q": inner, "0.to_kv": 2 * inner, "0.to_out": inner}.items():
            state[f"{layer}.{name}.weight"] = torch.randn(rows, inner) * 0.1
        state[f"{layer}.1.1.weight"] = torch.randn(4 * inner, inner) * 0.1
        state[f"{layer}.1.3.weight"] = torch.randn(inner, 4 * inner) * 0.1
    return state


_READS = {"plain": _plain, "plus": _plus, "full": _full}
