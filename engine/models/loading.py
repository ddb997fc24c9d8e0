"""Reads a checkpoint's parts from disk, offline, from safetensors only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import diffusers
import torch
import transformers
from transformers import AutoTokenizer, CLIPTextModel, CLIPTextModelWithProjection

from engine.models.catalogue import Found
from engine.models.families import Kind
from engine.models.folders import read_json, weights_file
from engine.models.header import read_header
from engine.models.text import TextEncoder

diffusers.utils.logging.disable_progress_bar()
transformers.utils.logging.disable_progress_bar()

_TRAILING = ("turbo", "lightning", "hyper")
_SCHEDULER_KEYS = frozenset(
    {
        "num_train_timesteps",
        "beta_start",
        "beta_end",
        "beta_schedule",
        "trained_betas",
        "prediction_type",
        "timestep_spacing",
        "steps_offset",
        "rescale_betas_zero_snr",
    }
)


@dataclass(frozen=True)
class Checkpoint:
    """A UNet family's parts, on the CPU, in the precision asked for."""

    unet: Any
    vae: Any
    encoders: tuple[TextEncoder, ...]
    scheduler_config: Mapping[str, Any]


def load_folder(found: Found, dtype: torch.dtype) -> Checkpoint:
    """Reads a diffusers folder.

    Raises:
        NotACheckpoint, BadHeader: with the reason.
    """
    folder, kind = found.path, found.kind or Kind("sd1")
    return Checkpoint(
        _part(diffusers.UNet2DConditionModel, folder / "unet", dtype),
        _part(diffusers.AutoencoderKL, folder / "vae", dtype),
        tuple(_folder_encoders(found, kind, dtype)),
        scheduler_config(read_json(folder / "scheduler" / "scheduler_config.json"), found, kind),
    )


def _folder_encoders(found: Found, kind: Kind, dtype: torch.dtype) -> list[TextEncoder]:
    encoders = []
    for number in ("", "_2"):
        part = found.path / f"text_encoder{number}"
        if part.is_dir():
            cls = CLIPTextModelWithProjection if number else CLIPTextModel
            tokenizer = AutoTokenizer.from_pretrained(
                found.path / f"tokenizer{number}", local_files_only=True
            )
            encoders.append(encoder(_part(cls, part, dtype), tokenizer, found.card.clip_skip, kind))
    return encoders


def encoder(module: Any, tokenizer: Any, clip_skip: int, kind: Kind) -> TextEncoder:
    """A text encoder that gives the layer its family wants: SDXL's is the last but one, without the norm."""
    xl = kind.family.startswith("sdxl")
    return TextEncoder(module.eval(), tokenizer, skip=max(2, clip_skip) if xl else clip_skip, normed=not xl)


def _part(cls: Any, folder: Path, dtype: torch.dtype) -> Any:
    """One part of a folder, of whichever variant ("fp16") lies there."""
    file = weights_file(folder)
    for shard in folder.glob("*.safetensors"):
        read_header(shard)
    variant = re.search(r"\.(fp16|bf16|fp32|non_ema)[.-]", file.name)
    kwargs = {"dtype": dtype} if cls.__module__.startswith("transformers") else {"torch_dtype": dtype}
    return cls.from_pretrained(
        folder, local_files_only=True, use_safetensors=True, variant=variant[1] if variant else None, **kwargs
    ).eval()


def scheduler_config(saved: Mapping[str, Any], found: Found, kind: Kind) -> Mapping[str, Any]:
    """What of a saved scheduler config holds for every sampler.

    Only the noise schedule passes: options such as `clip_sample` or a sampler's own order mean something
    else, or harm, in other samplers.
    """
    config = {key: value for key, value in saved.items() if key in _SCHEDULER_KEYS}
    config |= {"clip_sample": False, "set_alpha_to_one": False}
    config.setdefault("steps_offset", 1)
    if prediction := found.card.prediction or kind.prediction:
        config["prediction_type"] = prediction
    if kind.few in _TRAILING or kind.zero_snr:
        config["timestep_spacing"] = "trailing"
    if kind.zero_snr:
        config["rescale_betas_zero_snr"] = True
    return MappingProxyType(config)
