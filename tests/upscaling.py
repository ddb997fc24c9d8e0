"""Stable Diffusion's own upscalers in small: random weights, as diffusers' folders."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from diffusers import (
    DDIMScheduler,
    DDPMScheduler,
    EulerDiscreteScheduler,
    StableDiffusionLatentUpscalePipeline,
    StableDiffusionUpscalePipeline,
    UNet2DConditionModel,
)
from transformers import CLIPTextModel

from tests.checkpoints import _BETAS, _text_config, _unet, _vae, tokenizer


def _levels(count: int) -> dict[str, Any]:
    """A VAE that halves the sides so often less one."""
    return {
        "block_out_channels": (32,) * count,
        "down_block_types": ("DownEncoderBlock2D",) * count,
        "up_block_types": ("UpDecoderBlock2D",) * count,
    }


def _x4() -> StableDiffusionUpscalePipeline:
    tokens = tokenizer()
    return StableDiffusionUpscalePipeline(
        vae=_vae(**_levels(3), scaling_factor=0.08333),
        text_encoder=CLIPTextModel(_text_config(tokens)),
        tokenizer=tokens,
        unet=_unet(in_channels=7, num_class_embeds=1000),
        low_res_scheduler=DDPMScheduler(beta_schedule="squaredcos_cap_v2"),
        scheduler=DDIMScheduler(
            **_BETAS,
            clip_sample=False,
            steps_offset=1,
            set_alpha_to_one=False,
            prediction_type="v_prediction",
        ),
    )


def _latent() -> StableDiffusionLatentUpscalePipeline:
    tokens = tokenizer()
    unet = UNet2DConditionModel(
        act_fn="gelu",
        attention_head_dim=8,
        norm_num_groups=None,
        block_out_channels=(32, 32, 64, 64),
        time_cond_proj_dim=160,
        conv_in_kernel=1,
        conv_out_kernel=1,
        cross_attention_dim=32,
        down_block_types=("KDownBlock2D", *("KCrossAttnDownBlock2D",) * 3),
        up_block_types=(*("KCrossAttnUpBlock2D",) * 3, "KUpBlock2D"),
        layers_per_block=1,
        in_channels=8,
        out_channels=5,
        mid_block_type=None,
        only_cross_attention=False,
        resnet_time_scale_shift="scale_shift",
        time_embedding_type="fourier",
        timestep_post_act="gelu",
        sample_size=32,
    )
    return StableDiffusionLatentUpscalePipeline(
        vae=_vae(**_levels(4)),
        text_encoder=CLIPTextModel(_text_config(tokens)),
        tokenizer=tokens,
        unet=unet,
        scheduler=EulerDiscreteScheduler(**_BETAS, prediction_type="sample"),
    )


def upscaler(kind: str) -> Any:
    """A pipeline of random weights, in eval mode: "x4" or "latent"."""
    torch.manual_seed(7)
    made = {"x4": _x4, "latent": _latent}[kind]()
    for part in made.components.values():
        if isinstance(part, torch.nn.Module):
            part.eval()
    made.set_progress_bar_config(disable=True)
    return made


def upscaler_folder(path: Path, kind: str) -> Path:
    """Writes a folder as diffusers does, and returns it."""
    upscaler(kind).save_pretrained(path, safe_serialization=True)
    return path
