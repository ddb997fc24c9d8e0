"""Diffusers folders: what they are, told by their JSON files."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Any, TypeVar, get_args

from engine.api.cards import Prediction
from engine.models.files.families import Kind, NotACheckpoint, extra_of, few_steps

EDITING = {
    "FluxKontextPipeline": "flux",
    "QwenImageEditPipeline": "qwen",
    "QwenImageEditPlusPipeline": "qwen",
}
"""Pipelines of models that edit, and the families of these."""

_FLOW = {"StableDiffusion3Pipeline": "sd3", "FluxPipeline": "flux", **EDITING}
_UNETS = ("StableDiffusion", "LatentConsistencyModel")
_WEIGHTS = ("diffusion_pytorch_model", "model")
_VARIANTS = ("fp16", "bf16", "", "fp32")

P = TypeVar("P", bound=PurePath)


def read_json(path: Path) -> dict[str, Any]:
    """A JSON table, empty if the file does not exist.

    Raises:
        NotACheckpoint: it can't be read, or is no table.
    """
    told = f"its {path.parent.name}/{path.name} cannot be read"
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        raise NotACheckpoint(told, "damaged") from error
    if not isinstance(table, dict):
        raise NotACheckpoint(told, "damaged")
    return table


def detect_folder(folder: Path, words: str) -> Kind:
    """Tells the family of a diffusers folder by its configs.

    Raises:
        NotACheckpoint: with the reason.
    """
    name = known_pipeline(folder)
    if flow := next((family for start, family in _FLOW.items() if name.startswith(start)), ""):
        weights_file(folder / "transformer")
        return Kind(flow, extra="editing" if name in EDITING else "", few=_few(words, flow))
    for part in ("unet", "vae"):
        weights_file(part_of(folder, part))
    for part in ("vae", "text_encoder", "text_encoder_2"):
        if (at := part_of(folder, part)).is_dir() and not read_json(at / "config.json"):
            raise NotACheckpoint(f"its {part} has no config.json", "unfinished")
    unet = read_json(folder / "unet" / "config.json")
    if not unet:
        raise NotACheckpoint("its unet has no config.json", "unfinished")
    scheduler = read_json(part_of(folder, "scheduler") / "scheduler_config.json")
    extra = extra_of(unet.get("in_channels", 4), unet.get("out_channels", 4))
    if extra == "depth":
        weights_file(folder / "depth_estimator")
    lcm = unet.get("time_cond_proj_dim") or "LCM" in str(scheduler.get("_class_name"))
    return Kind(
        _family(folder, unet),
        extra=extra,
        few="lcm" if lcm else few_steps(words)[0],
        prediction=_prediction(scheduler),
        context=told if isinstance(told := unet.get("cross_attention_dim", 1280), int) else 0,
    )


def part_of(folder: Path, name: str) -> Path:
    """Where a part of a diffusers folder lies: in it or, where it lacks one, in the model's folder that it lies in."""
    own, lent = folder / name, folder.parent / name
    borrowed = not own.is_dir() and lent.is_dir() and (folder.parent / "model_index.json").exists()
    return lent if borrowed else own


def known_pipeline(folder: Path) -> str:
    """The pipeline that a diffusers folder is for.

    Raises:
        NotACheckpoint: it is for none of ours.
    """
    name = str(read_json(folder / "model_index.json").get("_class_name", ""))
    if not name.startswith((*_FLOW, *_UNETS)):
        raise NotACheckpoint(f"Lukis has no lanes and no pipeline for {name[:60] or 'it'}")
    return name


def _few(words: str, family: str) -> str:
    return "turbo" if family == "flux" and "schnell" in words.lower() else few_steps(words)[0]


def _family(folder: Path, unet: dict[str, Any]) -> str:
    if unet.get("addition_embed_type") == "text_time":
        return "sdxl" if part_of(folder, "text_encoder").is_dir() else "sdxl-refiner"
    return "sd2" if unet.get("use_linear_projection") else "sd1"


def _prediction(scheduler: dict[str, Any]) -> Prediction | None:
    told = scheduler.get("prediction_type")
    return told if told in get_args(Prediction) else None


def weights_file(part: Path) -> Path:
    """The first file of a part's weights, in the best variant there is.

    Raises:
        NotACheckpoint: it has none that may be read.
    """
    for name in _WEIGHTS:
        files = sorted(part.glob(f"{name}*.safetensors"))
        for file in one_variant(files) or files:
            return file
    if any(part.glob("*.bin")) or any(part.glob("*.ckpt")):
        raise NotACheckpoint(f"its {part.name} is a pickle; only .safetensors files are read", "pickle")
    raise NotACheckpoint(f"its {part.name} has no weights", "damaged")


def variant(file: PurePath) -> str:
    """The variant of a part's weights that a file holds or lists, such as "fp16"; "" for the plain one."""
    found = re.search(r"\.(fp16|bf16|non_ema|ema|fp32)\b", file.name)
    return found[1] if found else ""


def one_variant(weights: Sequence[P]) -> list[P]:
    """The weights in one variant: half precision where there is one; none that is for training."""
    for wanted in _VARIANTS:
        if found := [file for file in weights if variant(file) == wanted]:
            return found
    return []
