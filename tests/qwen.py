"""Qwen-Image-Edit in small, of random weights."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch
from diffusers import (
    AutoencoderKLQwenImage,
    FlowMatchEulerDiscreteScheduler,
    QwenImageEditPipeline,
    QwenImageTransformer2DModel,
)
from tokenizers.pre_tokenizers import ByteLevel
from transformers import (
    Qwen2_5_VLConfig,
    Qwen2_5_VLForConditionalGeneration,
    Qwen2Tokenizer,
    Qwen2VLImageProcessorPil,
)

from engine.models.qwen import Eyes

_MARKS = ("image_pad", "video_pad", "vision_start", "vision_end", "im_start", "im_end", "endoftext")


def pipeline(kind: Any = QwenImageEditPipeline) -> Any:
    """A pipeline of that kind; every letter is a token."""
    torch.manual_seed(0)
    letters = {letter: i for i, letter in enumerate(sorted(ByteLevel.alphabet()))}
    marks = [f"<|{mark}|>" for mark in _MARKS]
    tokens = Qwen2Tokenizer(vocab=letters, merges=[], additional_special_tokens=marks)
    ids = {mark: tokens.convert_tokens_to_ids(f"<|{mark}|>") for mark in _MARKS}
    rope = {"mrope_section": [1, 1, 2], "rope_type": "default", "type": "default"}
    reads = {
        "hidden_size": 16,
        "intermediate_size": 16,
        "num_hidden_layers": 2,
        "vocab_size": len(tokens),
        "num_attention_heads": 2,
        "num_key_value_heads": 2,
        "rope_scaling": rope,
        "rope_theta": 1e6,
    }
    sees = {"depth": 2, "hidden_size": 16, "intermediate_size": 16, "num_heads": 2, "out_hidden_size": 16}
    config = Qwen2_5_VLConfig(
        text_config=reads,
        vision_config={**sees, "fullatt_block_indexes": [1]},
        image_token_id=ids["image_pad"],
        video_token_id=ids["video_pad"],
        vision_start_token_id=ids["vision_start"],
        vision_end_token_id=ids["vision_end"],
    )
    made = kind(
        scheduler=FlowMatchEulerDiscreteScheduler(),
        vae=AutoencoderKLQwenImage(
            base_dim=24,
            z_dim=4,
            dim_mult=[1, 2, 4],
            num_res_blocks=1,
            temperal_downsample=[False, True],
            latents_mean=[0.1, -0.2, 0.3, 0.0],
            latents_std=[1.5, 0.7, 1.0, 2.0],
        ).eval(),
        text_encoder=Qwen2_5_VLForConditionalGeneration(config).eval(),
        tokenizer=tokens,
        processor=Eyes(Qwen2VLImageProcessorPil(), tokens),
        transformer=QwenImageTransformer2DModel(
            patch_size=2,
            in_channels=16,
            out_channels=4,
            num_layers=2,
            attention_head_dim=16,
            num_attention_heads=2,
            joint_attention_dim=16,
            axes_dims_rope=(8, 4, 4),
        ).eval(),
    )
    made.set_progress_bar_config(disable=True)
    return made


def folder(path: Path, made: Any) -> Path:
    """Writes a diffusers folder as the makers' own is, and returns it."""
    for name in ("scheduler", "vae", "text_encoder", "tokenizer", "transformer"):
        getattr(made, name).save_pretrained(path / name)
    made.processor.image_processor.save_pretrained(path / "processor")
    index = {name: list(told) for name, told in made.config.items() if isinstance(told, tuple)}
    index["processor"] = ["transformers", "Qwen2VLProcessor"]
    (path / "model_index.json").write_text(json.dumps({**index, "_class_name": type(made).__name__}))
    return path
