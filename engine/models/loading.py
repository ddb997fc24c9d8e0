"""Reads a checkpoint's parts from disk, offline, from safetensors only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

import diffusers
import torch
import transformers
from accelerate import init_empty_weights
from diffusers.loaders.single_file_utils import create_diffusers_clip_model_from_ldm
from safetensors.torch import load_file

from engine.api.cards import Prediction
from engine.models.files.catalogue import Found
from engine.models.files.families import CONV_IN, Kind, NotACheckpoint
from engine.models.files.folders import part_of, read_json, variant, weights_file
from engine.models.files.ggufs import header_of
from engine.models.files.header import read_headers
from engine.models.files.lying import CONFIG
from engine.models.files.scaled import scales
from engine.models.files.shape import unet_shape
from engine.models.files.size import shards, weight_files
from engine.models.files.unscaled import unscaled
from engine.models.ports import SCHEDULE
from engine.models.text import TextEncoder
from engine.models.tokens import CONFIGS, clip_tokenizer
from engine.models.weights import read_weights

for _library in (diffusers, transformers):
    _library.utils.logging.disable_progress_bar()
    _library.utils.logging.set_verbosity_error()

_TRAILING = ("turbo", "lightning", "hyper", "pcm", "tcd", "tdd", "sdxl-flash")
_VAE = ("first_stage_model.", "vae.")
_OTHERS = ("model.diffusion_model.", "cond_stage_model.", "conditioner.")
"""How the names of a single file's parts begin."""

_OLD_CLIP = re.compile(r"^((?:cond_stage_model|conditioner\.embedders\.0)\.transformer\.)(?!text_model\.)")
"""Where the names of old transformers and trainers lack `text_model.`."""


@dataclass(frozen=True)
class Checkpoint:
    """A UNet family's parts, on the CPU, in the precision asked for.

    Attributes:
        zeros_when_empty: whether the empty prompt's embedding is all zeros (SDXL base).
    """

    unet: Any
    vae: Any
    encoders: tuple[TextEncoder, ...]
    scheduler_config: Mapping[str, Any]
    zeros_when_empty: bool = False

    def modules(self) -> tuple[Any, ...]:
        """Everything that has weights."""
        return (self.unet, self.vae, *(encoder.module for encoder in self.encoders))


def load_checkpoint(found: Found, dtype: torch.dtype, vae_dtype: torch.dtype) -> Checkpoint:
    """Reads a UNet family's folder or single file.

    Raises:
        NotACheckpoint, BadHeader: with the reason. Whatever the libraries raise comes as it is.
    """
    kind = found.kind or Kind("sd1")
    load = _from_folder if found.path.is_dir() else _from_file
    for file in weight_files(found.path):
        header_of(file)
    folder, unet, vae, encoders = load(found, kind, dtype, vae_dtype)
    checkpoint = Checkpoint(
        unet.eval(),
        vae.eval(),
        tuple(_wrap(found, kind, module.eval(), tokenizer) for module, tokenizer in encoders),
        scheduler_config(read_json(part_of(folder, "scheduler") / "scheduler_config.json"), found, kind),
        kind.family == "sdxl"
        and bool(read_json(folder / "model_index.json").get("force_zeros_for_empty_prompt", True)),
    )
    for module in checkpoint.modules():
        if missing := next((name for name, p in module.named_parameters() if p.is_meta), ""):
            raise NotACheckpoint(f"it lacks weights, {missing[:80]} among them", "damaged")
    return checkpoint


def _wrap(found: Found, kind: Kind, module: Any, tokenizer: Any) -> TextEncoder:
    """Gives the layer that the family wants."""
    xl = kind.family.startswith("sdxl")
    return TextEncoder(module, tokenizer, found.card.clip_skip, normed=not xl)


def _from_folder(
    found: Found, kind: Kind, dtype: torch.dtype, vae_dtype: torch.dtype
) -> tuple[Path, Any, Any, Any]:
    folder = found.path
    unet = _part(diffusers.UNet2DConditionModel, part_of(folder, "unet"), dtype)
    vae = _part(diffusers.AutoencoderKL, part_of(folder, "vae"), vae_dtype)
    return folder, unet, vae, list(_folder_encoders(folder, dtype))


def _folder_encoders(folder: Path, dtype: torch.dtype) -> Iterator[tuple[Any, Any]]:
    classes = {"": transformers.CLIPTextModel, "_2": transformers.CLIPTextModelWithProjection}
    for number, cls in classes.items():
        part = part_of(folder, f"text_encoder{number}")
        if part.is_dir():
            yield _part(cls, part, dtype), _tokenizer(part_of(folder, f"tokenizer{number}"))


def _part(cls: Any, folder: Path, dtype: torch.dtype) -> Any:
    """One part of a folder, in the best variant there is."""
    first = weights_file(folder)
    if scale_of := scales(read_headers(shards(first))):
        return _scaled_part(cls, folder, scale_of, dtype)
    return cls.from_pretrained(
        folder,
        dtype=dtype,
        variant=variant(first) or None,
        local_files_only=True,
        use_safetensors=True,
    )


def _scaled_part(cls: Any, folder: Path, scale_of: Mapping[str, str], dtype: torch.dtype) -> Any:
    """One part of a folder whose weights are scaled, of which the libraries know nothing."""
    tensors: dict[str, Any] = {}
    for file in shards(weights_file(folder)):
        tensors |= load_file(file)
    state = {name: tensor.to(dtype) for name, tensor in unscaled(tensors, scale_of, lambda _: dtype).items()}
    if issubclass(cls, transformers.PreTrainedModel):
        config = transformers.AutoConfig.from_pretrained(
            folder, local_files_only=True, trust_remote_code=False
        )
        return cls.from_pretrained(None, config=config, state_dict=state, dtype=dtype)
    with init_empty_weights():
        model = cls.from_config(cls.load_config(folder, local_files_only=True))
    model.load_state_dict(state, assign=True)
    return model


def _from_file(
    found: Found, kind: Kind, dtype: torch.dtype, vae_dtype: torch.dtype
) -> tuple[Path, Any, Any, Any]:
    """Reads a single file through the family's configs, or through its own in `<name>.config/`."""
    own = found.path.with_suffix(CONFIG)
    config = own if own.is_dir() else CONFIGS / kind.family
    options = {"config": str(config), "local_files_only": True}
    channels = {"in_channels": header_of(found.path).shapes[CONV_IN][1]} if kind.extra else {}
    shape = _unet_shape(found.path, read_json(config / "unet" / "config.json"))
    weights = _original_weights(found.path, dtype, vae_dtype)
    unet = diffusers.UNet2DConditionModel.from_single_file(
        dict(weights), subfolder="unet", dtype=dtype, **options, **channels, **shape
    )
    vae = diffusers.AutoencoderKL.from_single_file(dict(weights), subfolder="vae", dtype=vae_dtype, **options)
    index = read_json(config / "model_index.json")
    parts = [
        (
            create_diffusers_clip_model_from_ldm(
                getattr(transformers, index[f"text_encoder{number}"][1]),
                checkpoint=weights,
                subfolder=f"text_encoder{number}",
                torch_dtype=dtype,
                **options,
            ),
            _file_tokenizer(config / f"tokenizer{number}", kind),
        )
        for number in ("", "_2")
        if index.get(f"tokenizer{number}", (None,))[0]
    ]
    return config, unet, vae, parts


def _original_weights(path: Path, dtype: torch.dtype, vae_dtype: torch.dtype) -> dict[str, Any]:
    """A single file's tensors, read once for all parts, whatever its suffix's case, by the names of today.

    What belongs to no part, a training's averages for one, is left in the file.
    """

    def wanted(name: str) -> torch.dtype | None:
        return vae_dtype if name.startswith(_VAE) else dtype if name.startswith(_OTHERS) else None

    return {_OLD_CLIP.sub(r"\1text_model.", name): t for name, t in read_weights(path, wanted).items()}


def _unet_shape(path: Path, config: Mapping[str, Any]) -> dict[str, Any]:
    """Which blocks the file's UNet has, with as many attention heads of the config as it has levels."""
    shape = unet_shape(header_of(path).shapes)
    heads = config.get("attention_head_dim")
    if shape and isinstance(heads, list):
        shape["attention_head_dim"] = heads[: len(shape["block_out_channels"])]
    return shape


def _tokenizer(folder: Path) -> Any:
    try:
        return transformers.AutoTokenizer.from_pretrained(
            folder, local_files_only=True, trust_remote_code=False
        )
    except Exception as error:  # a stranger's files can fail in any way, and none of them names the tokenizer
        raise NotACheckpoint(f"its {folder.name} cannot be read", "damaged") from error


_MOST_TIMESTEPS = 10_000
"""That a model was trained on; all have 1000."""


def _file_tokenizer(folder: Path, kind: Kind) -> Any:
    if folder.is_dir():
        return _tokenizer(folder)
    pads_with_mark = kind.family == "sd1" or (kind.family == "sdxl" and folder.name == "tokenizer")
    return clip_tokenizer() if pads_with_mark else clip_tokenizer("!")


def scheduler_config(saved: Mapping[str, Any], found: Found, kind: Kind) -> Mapping[str, Any]:
    """What of a saved scheduler config holds for every sampler.

    Only the noise schedule passes: options such as `clip_sample` or a sampler's own order mean something
    else, or harm, in other samplers.
    """
    config = {key: saved[key] for key in (*SCHEDULE, "rescale_betas_zero_snr") if key in saved}
    config |= {"clip_sample": False, "set_alpha_to_one": False}
    config.setdefault("steps_offset", 1)
    if prediction := found.card.prediction or kind.prediction:
        config["prediction_type"] = prediction
    if kind.few in _TRAILING or kind.zero_snr:
        config["timestep_spacing"] = "trailing"
    if kind.zero_snr:
        config["rescale_betas_zero_snr"] = True
    _check_schedule(config)
    return MappingProxyType(config)


def _check_schedule(config: Mapping[str, Any]) -> None:
    """Raises NotACheckpoint where no sampler could draw by it."""
    try:
        if not 1 <= config.get("num_train_timesteps", 1000) <= _MOST_TIMESTEPS:
            raise ValueError("num_train_timesteps")
        if config.get("prediction_type", "epsilon") not in get_args(Prediction):
            raise ValueError("prediction_type")
        diffusers.DDIMScheduler(**config).set_timesteps(1)
    except Exception as error:  # a stranger's numbers can fail in any way
        reason = str(error).splitlines()[0][:80] if str(error) else type(error).__name__
        raise NotACheckpoint(f"nothing can be drawn by its scheduler ({reason})", "damaged") from error
