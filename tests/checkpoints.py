"""Tiny random checkpoints of every family: a few megabytes each, built in a second, loaded offline.

    sd1_folder(models / "tiny")                 # a diffusers folder
    folder(models / "xl", "sdxl")               # one of any family in FAMILIES
    single_file(models / "xl.safetensors", "sdxl")   # under the original names, its configs in xl.config/

Their pictures mean nothing, but every layer, key and config is of the real kind. The same seed gives the
same weights, in a folder or in a file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import torch
from diffusers import (
    AutoencoderKL,
    DDIMScheduler,
    EulerDiscreteScheduler,
    FlowMatchEulerDiscreteScheduler,
    FluxKontextPipeline,
    FluxPipeline,
    FluxTransformer2DModel,
    LCMScheduler,
    SD3Transformer2DModel,
    StableDiffusion3Pipeline,
    StableDiffusionDepth2ImgPipeline,
    StableDiffusionPipeline,
    StableDiffusionXLImg2ImgPipeline,
    StableDiffusionXLPipeline,
    UNet2DConditionModel,
)
from safetensors.torch import save_file
from tokenizers.pre_tokenizers import ByteLevel
from transformers import (
    CLIPTextConfig,
    CLIPTextModel,
    CLIPTextModelWithProjection,
    CLIPTokenizer,
    DPTConfig,
    DPTForDepthEstimation,
    DPTImageProcessorPil,
    T5Config,
    T5EncoderModel,
    T5Tokenizer,
)

from tests.ldm import State, clip_state, openclip_state, unet_state, vae_state

WORDS = (
    *("a", "the", "of", "on", "in", "and", "with", "red", "blue"),
    *("circle", "square", "cat", "snow", "background"),
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


def _text_config(tokens: CLIPTokenizer, **changes: Any) -> CLIPTextConfig:
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


def _second_text_encoder(tokens: CLIPTokenizer, width: int = 64) -> CLIPTextModelWithProjection:
    """Wider than the first, as in SDXL."""
    config = _text_config(tokens, hidden_size=width, projection_dim=width, hidden_act="gelu")
    return CLIPTextModelWithProjection(config)


def _unet(**changes: Any) -> UNet2DConditionModel:
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


def _xl_unet(text: int, pooled: int, ids: int, **changes: Any) -> UNet2DConditionModel:
    return _unet(
        cross_attention_dim=text,
        attention_head_dim=(2, 4),
        use_linear_projection=True,
        addition_embed_type="text_time",
        addition_time_embed_dim=8,
        transformer_layers_per_block=(1, 2),
        projection_class_embeddings_input_dim=pooled + 8 * ids,
        **changes,
    )


def _vae(**changes: Any) -> AutoencoderKL:
    """Two levels: two pixels a latent."""
    shape = {
        "block_out_channels": (32, 64),
        "down_block_types": ("DownEncoderBlock2D",) * 2,
        "up_block_types": ("UpDecoderBlock2D",) * 2,
        "latent_channels": 4,
        "sample_size": 64,
    }
    return AutoencoderKL(**(shape | changes))


_BETAS = {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear"}


def _ddim(prediction: str = "epsilon") -> DDIMScheduler:
    """As SD 1 and 2 save it."""
    saved = {"clip_sample": False, "set_alpha_to_one": False, "steps_offset": 1}
    return DDIMScheduler(**_BETAS, **saved, prediction_type=prediction)


def _sd(text: Any = None, scheduler: Any = None, unet: Any = None) -> StableDiffusionPipeline:
    tokens = tokenizer()
    return StableDiffusionPipeline(
        vae=_vae(),
        text_encoder=text or CLIPTextModel(_text_config(tokens)),
        tokenizer=tokens,
        unet=unet or _unet(),
        scheduler=scheduler or _ddim(),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )


def _sd2(prediction: str) -> StableDiffusionPipeline:
    text = CLIPTextModel(_text_config(tokenizer(), hidden_act="gelu", hidden_size=64))
    unet = _unet(cross_attention_dim=64, use_linear_projection=True, attention_head_dim=(2, 4))
    return _sd(text, _ddim(prediction), unet)


def _sdxl(in_channels: int = 4) -> StableDiffusionXLPipeline:
    tokens = tokenizer()
    return StableDiffusionXLPipeline(
        vae=_vae(scaling_factor=0.13025),
        text_encoder=CLIPTextModel(_text_config(tokens)),
        text_encoder_2=_second_text_encoder(tokens),
        tokenizer=tokens,
        tokenizer_2=tokens,
        unet=_xl_unet(96, 64, 6, in_channels=in_channels),
        scheduler=EulerDiscreteScheduler(**_BETAS, steps_offset=1),
    )


def _refiner() -> StableDiffusionXLImg2ImgPipeline:
    tokens = tokenizer()
    return StableDiffusionXLImg2ImgPipeline(
        vae=_vae(scaling_factor=0.13025),
        text_encoder=None,
        text_encoder_2=_second_text_encoder(tokens),
        tokenizer=None,
        tokenizer_2=tokens,
        unet=_xl_unet(64, 64, 5),
        scheduler=EulerDiscreteScheduler(**_BETAS, steps_offset=1),
        force_zeros_for_empty_prompt=False,
        requires_aesthetics_score=True,
    )


def _flow_vae(channels: int) -> AutoencoderKL:
    quantless = {"use_quant_conv": False, "use_post_quant_conv": False}
    return _vae(latent_channels=channels, shift_factor=0.0609, scaling_factor=1.5035, **quantless)


def _sd3() -> StableDiffusion3Pipeline:
    """SD 3.5 without its T5, which it may lack."""
    tokens = tokenizer()
    return StableDiffusion3Pipeline(
        transformer=SD3Transformer2DModel(
            sample_size=32,
            patch_size=2,
            in_channels=4,
            out_channels=4,
            num_layers=2,
            attention_head_dim=8,
            num_attention_heads=4,
            caption_projection_dim=32,
            joint_attention_dim=96,
            pooled_projection_dim=96,
        ),
        scheduler=FlowMatchEulerDiscreteScheduler(shift=3.0),
        vae=_flow_vae(4),
        text_encoder=CLIPTextModelWithProjection(_text_config(tokens)),
        tokenizer=tokens,
        text_encoder_2=_second_text_encoder(tokens),
        tokenizer_2=tokens,
        text_encoder_3=None,
        tokenizer_3=None,
    )


def _flux() -> FluxPipeline:
    tokens = tokenizer()
    words = T5Tokenizer(
        vocab=[("<pad>", 0), ("</s>", 0), ("<unk>", 0), ("▁", -2), *((w, -1) for w in WORDS)], extra_ids=0
    )
    t5 = T5Config(vocab_size=len(words), d_model=32, d_kv=8, d_ff=37, num_layers=2, num_heads=4)
    return FluxPipeline(
        transformer=FluxTransformer2DModel(
            patch_size=1,
            in_channels=16,
            num_layers=1,
            num_single_layers=1,
            attention_head_dim=16,
            num_attention_heads=2,
            joint_attention_dim=32,
            pooled_projection_dim=32,
            axes_dims_rope=(4, 4, 8),
            guidance_embeds=True,
        ),
        scheduler=FlowMatchEulerDiscreteScheduler(),
        vae=_flow_vae(4),
        text_encoder=CLIPTextModel(_text_config(tokens)),
        tokenizer=tokens,
        text_encoder_2=T5EncoderModel(t5),
        tokenizer_2=words,
    )


def depth_config() -> DPTConfig:
    """Of a tiny network that sees depth."""
    return DPTConfig(
        hidden_size=32,
        num_hidden_layers=4,
        num_attention_heads=4,
        intermediate_size=37,
        image_size=32,
        patch_size=16,
        backbone_out_indices=[0, 1, 2, 3],
        neck_hidden_sizes=[16, 16, 32, 32],
        fusion_hidden_size=16,
    )


def _depth() -> StableDiffusionDepth2ImgPipeline:
    parts = {n: p for n, p in _sd(unet=_unet(in_channels=5)).components.items() if p}
    processor = DPTImageProcessorPil(size={"height": 32, "width": 32})
    return StableDiffusionDepth2ImgPipeline(
        **parts, depth_estimator=DPTForDepthEstimation(depth_config()), feature_extractor=processor
    )


FAMILIES: Mapping[str, Callable[[], Any]] = {
    "sd1": _sd,
    "sd1-inpainting": lambda: _sd(unet=_unet(in_channels=9)),
    "sd1-lcm": lambda: _sd(
        scheduler=LCMScheduler(**_BETAS, steps_offset=1), unet=_unet(time_cond_proj_dim=32)
    ),
    "sd1-pooled": lambda: _sd(unet=_unet(addition_embed_type="text", addition_embed_type_num_heads=4)),
    "sd2-base": lambda: _sd2("epsilon"),
    "sd2-v": lambda: _sd2("v_prediction"),
    "sdxl": _sdxl,
    "sdxl-inpainting": lambda: _sdxl(in_channels=9),
    "sdxl-refiner": _refiner,
    "sd3": _sd3,
    "flux": _flux,
}
"""Every family and variant. `sd1-pooled` is shaped as the embedded starter model is."""

PICTURED: Mapping[str, Callable[[], Any]] = {
    "sd1-editing": lambda: _sd(unet=_unet(in_channels=8)),
    "sdxl-editing": lambda: _sdxl(in_channels=8),
    "sd1-depth": _depth,
    "flux-editing": lambda: FluxKontextPipeline(**{n: p for n, p in _flux().components.items() if p}),
}
"""Those that draw nothing without a picture."""

SINGLE_FILES = tuple(f for f in FAMILIES if f not in ("sd1-lcm", "sd1-pooled", "sd3", "flux"))
"""Those that the ecosystem has as single files."""


def pipeline(family: str, seed: int = 0) -> Any:
    """A diffusers pipeline of random weights, in eval mode."""
    torch.manual_seed(seed)
    made = {**FAMILIES, **PICTURED}[family]()
    for part in made.components.values():
        if isinstance(part, torch.nn.Module):
            part.eval()
    return made


def folder(path: Path, family: str, seed: int = 0) -> Path:
    """Writes a diffusers folder and returns it."""
    pipeline(family, seed).save_pretrained(path, safe_serialization=True)
    return path


def sd1_folder(path: Path, seed: int = 0) -> Path:
    """Writes SD 1 in small as a diffusers folder and returns it."""
    return folder(path, "sd1", seed)


def single_file(path: Path, family: str, seed: int = 0, metadata: dict[str, str] | None = None) -> Path:
    """Writes one file under the original names, and its tiny configs into `<name>.config/` beside it."""
    made = pipeline(family, seed)
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file({k: v.contiguous() for k, v in ldm_state(made, family).items()}, path, metadata)
    config = path.with_suffix(".config")
    made.save_pretrained(config, safe_serialization=True)
    for weights in config.glob("*/*.safetensors"):
        weights.unlink()
    return path


def ldm_state(made: Any, family: str) -> State:
    """All weights under the original names."""
    state = unet_state(made.unet) | vae_state(made.vae)
    if family.startswith("sd1"):
        return state | clip_state(made.text_encoder, "cond_stage_model.transformer.")
    if family.startswith("sd2"):
        return state | openclip_state(made.text_encoder, "cond_stage_model.model.")
    if family == "sdxl-refiner":
        return state | openclip_state(made.text_encoder_2, "conditioner.embedders.0.model.")
    state |= clip_state(made.text_encoder, "conditioner.embedders.0.transformer.")
    return state | openclip_state(made.text_encoder_2, "conditioner.embedders.1.model.")
