"""Tiny random checkpoints of every family: a megabyte each, built in a second, loaded offline.

    folder = sd1_folder(tmp_path / "tiny")      # a diffusers folder

Their pictures mean nothing, but every layer, key and config is of the real kind.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from diffusers import AutoencoderKL, DDIMScheduler, StableDiffusionPipeline, UNet2DConditionModel
from tokenizers.pre_tokenizers import ByteLevel
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTokenizer

WORDS = (
    "a",
    "the",
    "of",
    "on",
    "in",
    "and",
    "with",
    "red",
    "blue",
    "circle",
    "square",
    "cat",
    "snow",
    "background",
)
"""Words that are one token each; any other is spelled in letters."""


def tokenizer() -> CLIPTokenizer:
    """A CLIP tokenizer that knows `WORDS`."""
    letters = sorted(ByteLevel.alphabet())
    vocabulary = letters + [f"{letter}</w>" for letter in letters]
    merges: list[tuple[str, str]] = []
    for word in WORDS:
        pieces = [*word[:-1], f"{word[-1]}</w>"]
        while len(pieces) > 1:
            if (pair := (pieces[0], pieces[1])) not in merges:
                merges.append(pair)
            pieces[:2] = ["".join(pair)]
            if pieces[0] not in vocabulary:
                vocabulary.append(pieces[0])
    vocabulary += ["<|startoftext|>", "<|endoftext|>"]
    ids = {piece: i for i, piece in enumerate(vocabulary)}
    return CLIPTokenizer(vocab=ids, merges=merges, model_max_length=77)


def text_config(tokens: CLIPTokenizer, **changes: Any) -> CLIPTextConfig:
    """Five layers of 32."""
    shape = {
        "vocab_size": len(tokens),
        "hidden_size": 32,
        "intermediate_size": 37,
        "num_hidden_layers": 5,
        "num_attention_heads": 4,
        "max_position_embeddings": 77,
        "projection_dim": 32,
        "bos_token_id": tokens.bos_token_id,
        "eos_token_id": tokens.eos_token_id,
        "pad_token_id": tokens.pad_token_id,
    }
    return CLIPTextConfig(**(shape | changes))


def unet(**changes: Any) -> UNet2DConditionModel:
    """Two levels, cross-attention at the lower one."""
    shape = {
        "sample_size": 32,
        "block_out_channels": (32, 64),
        "layers_per_block": 2,
        "down_block_types": ("DownBlock2D", "CrossAttnDownBlock2D"),
        "up_block_types": ("CrossAttnUpBlock2D", "UpBlock2D"),
        "cross_attention_dim": 32,
        "attention_head_dim": 8,
    }
    return UNet2DConditionModel(**(shape | changes))


def vae(**changes: Any) -> AutoencoderKL:
    """Two levels: two pixels a latent."""
    shape = {
        "block_out_channels": (32, 64),
        "down_block_types": ("DownEncoderBlock2D",) * 2,
        "up_block_types": ("UpDecoderBlock2D",) * 2,
        "latent_channels": 4,
        "sample_size": 64,
    }
    return AutoencoderKL(**(shape | changes))


def scheduler(prediction: str = "epsilon") -> DDIMScheduler:
    """As SD 1 and 2 save it."""
    return DDIMScheduler(
        beta_start=0.00085,
        beta_end=0.012,
        beta_schedule="scaled_linear",
        clip_sample=False,
        set_alpha_to_one=False,
        steps_offset=1,
        prediction_type=prediction,
    )


def sd1_pipeline(seed: int = 0, in_channels: int = 4, **unet_changes: Any) -> StableDiffusionPipeline:
    """SD 1 in small, the same weights for the same seed; 9 channels make it an inpainting UNet."""
    torch.manual_seed(seed)
    tokens = tokenizer()
    return StableDiffusionPipeline(
        vae=vae(),
        text_encoder=CLIPTextModel(text_config(tokens)),
        tokenizer=tokens,
        unet=unet(in_channels=in_channels, **unet_changes),
        scheduler=scheduler(),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )


def sd1_folder(folder: Path, seed: int = 0) -> Path:
    """Writes SD 1 in small as a diffusers folder and returns the folder."""
    sd1_pipeline(seed).save_pretrained(folder, safe_serialization=True)
    return folder
