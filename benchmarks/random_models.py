"""Full-size models with random weights: they draw noise, at the speed of the real ones.

Written as ordinary diffusers folders from the configs that ship with the engine, so that both sides of a
benchmark load them as they would load any model.
"""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import torch
from diffusers import (
    AutoencoderKL,
    EulerDiscreteScheduler,
    StableDiffusionPipeline,
    StableDiffusionXLPipeline,
    UNet2DConditionModel,
)
from safetensors.torch import save_file
from torch.utils.flop_counter import FlopCounterMode
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

from engine.models.tokens import CONFIGS, clip_tokenizer
from tests import controls
from tests.checkpoints import ldm_state

SIDES = {"sd1": 512, "sdxl": 1024}
"""The families there are, and the side of their pictures in pixels."""


def write(folder: Path, family: str, device: str) -> Path:
    """Writes the model in half precision and returns its folder."""
    torch.manual_seed(0)
    with torch.device(device):
        parts = _parts(family)
    pipeline: Any = (StableDiffusionXLPipeline if family == "sdxl" else StableDiffusionPipeline)(**parts)
    half = torch.bfloat16 if device.startswith("cuda") else torch.float32
    pipeline.to(dtype=half).save_pretrained(folder, safe_serialization=True)
    side = SIDES[family]
    card = {
        "native": [side, side],
        "sizes": [[side, side], [side * 3 // 4, side]],
        "title": f"Random {family}",
    }
    (folder / "card.json").write_text(json.dumps(card))
    return folder


def write_control(folder: Path, model: Path) -> None:
    """Writes a ControlNet for the model of another folder."""
    unet = UNet2DConditionModel.from_pretrained(model, subfolder="unet", local_files_only=True)
    factor = len(AutoencoderKL.load_config(model, subfolder="vae")["block_out_channels"])
    widths = (16, 32, 96, 256)[:factor]
    controls.control(SimpleNamespace(unet=unet), widths=widths).to(unet.dtype).save_pretrained(folder)


def write_file(path: Path, family: str) -> Path:
    """Writes the model as one file in half precision, under the original names, and returns it."""
    torch.manual_seed(0)
    parts = SimpleNamespace(**_parts(family))
    state = {name: tensor.half().contiguous() for name, tensor in ldm_state(parts, family).items()}
    save_file(state, path)
    return path


def teraflops(family: str) -> tuple[float, float]:
    """Of one row of a UNet call, and of decoding one picture, at the family's side; two for a multiply-add."""
    with torch.device("meta"):
        unet = UNet2DConditionModel.from_config(_config(family, "unet"))
        vae = AutoencoderKL.from_config(_config(family, "vae"))
        side = SIDES[family] // 8
        latents, text = torch.empty(1, 4, side, side), torch.empty(1, 77, unet.config.cross_attention_dim)
        added = (
            {"text_embeds": torch.empty(1, 1280), "time_ids": torch.empty(1, 6)} if family == "sdxl" else {}
        )
        with FlopCounterMode(display=False) as call:
            unet(latents, torch.empty(1), text, added_cond_kwargs=added)
        with FlopCounterMode(display=False) as decode:
            vae.decode(latents)
    return call.get_total_flops() / 1e12, decode.get_total_flops() / 1e12


def _parts(family: str) -> dict[str, Any]:
    parts: dict[str, Any] = {
        "unet": UNet2DConditionModel.from_config(_config(family, "unet")),
        "vae": AutoencoderKL.from_config(_config(family, "vae")),
        "text_encoder": CLIPTextModel(CLIPTextConfig(**_config(family, "text_encoder"))),
        "tokenizer": clip_tokenizer(),
        "scheduler": EulerDiscreteScheduler.from_config(
            _config(family, "scheduler", "scheduler_config.json")
        ),
    }
    if family == "sdxl":
        second = CLIPTextConfig(**_config(family, "text_encoder_2"))
        return parts | {
            "text_encoder_2": CLIPTextModelWithProjection(second),
            "tokenizer_2": clip_tokenizer("!"),
        }
    none = {"safety_checker": None, "feature_extractor": None, "requires_safety_checker": False}
    return parts | none


def _config(family: str, part: str, file: str = "config.json") -> dict[str, Any]:
    config: dict[str, Any] = json.loads((CONFIGS / family / part / file).read_text())
    return config
