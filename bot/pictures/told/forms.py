"""Programs that write their settings as one table: which text it is in, and what its fields are called."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from pathlib import PurePath
from typing import Any

from bot.pictures.told.names import sampler_pairs
from engine.api.infotext import LABELS, Infotext

Table = Mapping[str, Any]

_PLAIN = (str, int, float)
_SIZE = re.compile(r"\D{0,3}(\d{1,5})\D{1,5}(\d{1,5})\D{0,3}")
_HASH = re.compile(r"(?:0x|sha256:)?([0-9a-fA-F]{8,64})")


@dataclass(frozen=True)
class Form:
    """One program's table.

    Attributes:
        program: its name.
        tells: finds the table among a file's texts; None where it is another program's.
        fields: what each setting is called there, by its name in an infotext; the first that is there counts.
        loras: finds names and weights.
        own: puts its sampler into our words.
    """

    program: str
    tells: Callable[[Mapping[str, str]], Table | None]
    fields: Mapping[str, Sequence[str]]
    loras: Callable[[Table], Sequence[tuple[str, float]]] = lambda table: ()


def read(texts: Mapping[str, str]) -> Infotext | None:
    """What the first program whose table is there says."""
    for form in FORMS:
        if table := form.tells(texts):
            return _infotext(form, table)
    return None


def _infotext(form: Form, table: Table) -> Infotext | None:
    said = {name: _first(table, keys) for name, keys in form.fields.items()}
    prompt, negative = said.pop("prompt", ""), said.pop("negative", "")
    if not prompt:
        return None
    for name, weight in list(form.loras(table))[:20]:
        if f"<lora:{name}:" not in prompt:
            prompt += f" <lora:{name}:{weight:g}>"
    pairs = {name: value for name, value in said.items() if value}
    if (width := pairs.pop("width", "")) and (height := pairs.pop("height", "")):
        pairs["Size"] = f"{width}x{height}"
    elif found := _SIZE.fullmatch(pairs.get("Size", "")):
        pairs["Size"] = f"{found[1]}x{found[2]}"
    pairs |= sampler_pairs(pairs.pop("Sampler", ""), pairs.pop("Schedule type", ""))
    if model := pairs.get("Model"):
        pairs["Model"] = stem(model)
    if found := _HASH.fullmatch(pairs.pop("Model hash", "")):
        pairs["Model hash"] = found[1].lower()
    pairs = {"Steps": pairs.pop("Steps", "0"), **pairs, "Version": form.program}
    return Infotext(prompt, negative, pairs)


def stem(name: str) -> str:
    """A file's name without its folders and ending."""
    plain = name.replace("\\", "/")
    suffix = PurePath(plain).suffix.lower()
    return (
        PurePath(plain).stem
        if suffix in (".safetensors", ".ckpt", ".pt", ".gguf", ".sft")
        else PurePath(plain).name
    )


def weight_of(value: Any) -> float:
    """How strong a LoRA is; 1, as those programs have it at first, where that is no number, but a link, say."""
    try:
        return number if isfinite(number := float(value)) else 1.0
    except (TypeError, ValueError, OverflowError):
        return 1.0


def _first(table: Table, keys: Sequence[str]) -> str:
    """The first of these fields that is there as text; a dot goes into a table."""
    for key in keys:
        value: Any = table
        for part in key.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        if isinstance(value, _PLAIN) and not isinstance(value, bool) and str(value).strip():
            return f"{value:.10g}" if isinstance(value, float) else str(value).strip()
    return ""


def _json(text: str | None) -> Table | None:
    try:
        table = json.loads(text) if text else None
    except (ValueError, RecursionError):
        return None
    return table if isinstance(table, dict) else None


def _in(*names: str, having: str) -> Callable[[Mapping[str, str]], Table | None]:
    """The JSON in one of these texts, where it has such a field."""

    def find(texts: Mapping[str, str]) -> Table | None:
        tables = (_json(texts.get(name)) for name in names)
        return next((table for table in tables if table and having in table), None)

    return find


def _swarm(texts: Mapping[str, str]) -> Table | None:
    table = _in("parameters", "comment", having="sui_image_params")(texts)
    inner = table and table["sui_image_params"]
    return inner if isinstance(inner, dict) else None


def _novel(texts: Mapping[str, str]) -> Table | None:
    """NovelAI's comment, in its own chunk or hidden together with the other chunks."""
    hidden = _json(texts.get("stealth")) or {}
    comment = hidden.get("Comment", texts.get("Comment"))
    table = comment if isinstance(comment, dict) else _json(comment)
    if not table or "uc" not in table:
        return None
    description = hidden.get("Description", texts.get("Description", ""))
    return {"prompt": description, **table}


def _easy(texts: Mapping[str, str]) -> Table | None:
    """Easy Diffusion's chunks, each a text, or the same as one table in a comment."""
    table = _in("comment", having="num_inference_steps")(texts)
    return table or (texts if {"prompt", "num_inference_steps"} <= {*texts} else None)


def _paired(names: str, weights: str) -> Callable[[Table], Sequence[tuple[str, float]]]:
    """LoRAs in two lists."""

    def pairs(table: Table) -> Sequence[tuple[str, float]]:
        found, told = table.get(names), table.get(weights)
        found, told = _listed(found), _listed(told)
        return [
            (stem(str(n)), weight_of(told[i] if i < len(told) else None))
            for i, n in enumerate(found)
            if isinstance(n, str)
        ]

    return pairs


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if isinstance(value, str | int | float) else []


def _invoke_loras(table: Table) -> Sequence[tuple[str, float]]:
    loras = [each for each in _listed(table.get("loras")) if isinstance(each, dict)]
    named = [
        (_first(each, ("model.name", "lora.model_name", "model_name")), weight_of(each.get("weight")))
        for each in loras
    ]
    return [(name, strength) for name, strength in named if name]


def _fooocus_loras(table: Table) -> Sequence[tuple[str, float]]:
    loras = [each for each in _listed(table.get("loras")) if isinstance(each, list) and len(each) > 1]
    return [(stem(str(each[0])), weight_of(each[1])) for each in loras]


_CFG = LABELS["cfg"]
_STRENGTH = LABELS["strength"]

FORMS: Sequence[Form] = (
    Form(
        "InvokeAI",
        _in("invokeai_metadata", having="positive_prompt"),
        {
            "prompt": ("positive_prompt",),
            "negative": ("negative_prompt",),
            "Steps": ("steps",),
            "Sampler": ("scheduler",),
            _CFG: ("cfg_scale",),
            "Seed": ("seed",),
            "width": ("width",),
            "height": ("height",),
            "Model": ("model.name", "model.model_name"),
            "Model hash": ("model.hash",),
            _STRENGTH: ("strength",),
            "Clip skip": ("clip_skip",),
            "VAE": ("vae.name",),
        },
        _invoke_loras,
    ),
    Form(
        "SwarmUI",
        _swarm,
        {
            "prompt": ("prompt",),
            "negative": ("negativeprompt",),
            "Steps": ("steps",),
            "Sampler": ("sampler", "comfyuisampler"),
            "Schedule type": ("scheduler", "comfyuischeduler"),
            _CFG: ("cfgscale",),
            "Seed": ("seed",),
            "width": ("width",),
            "height": ("height",),
            "Model": ("model",),
            _STRENGTH: ("initimagecreativity",),
            "VAE": ("vae",),
        },
        _paired("loras", "loraweights"),
    ),
    Form(
        "NovelAI",
        _novel,
        {
            "prompt": ("prompt",),
            "negative": ("uc",),
            "Steps": ("steps",),
            "Sampler": ("sampler",),
            "Schedule type": ("noise_schedule",),
            _CFG: ("scale",),
            "Seed": ("seed",),
            "width": ("width",),
            "height": ("height",),
        },
    ),
    Form(
        "Fooocus",
        _in("parameters", "comment", having="base_model"),
        {
            "prompt": ("prompt",),
            "negative": ("negative_prompt",),
            "Steps": ("steps",),
            "Sampler": ("sampler",),
            "Schedule type": ("scheduler",),
            _CFG: ("guidance_scale",),
            "Seed": ("seed",),
            "Size": ("resolution",),
            "Model": ("base_model",),
            "Model hash": ("base_model_hash",),
            "Refiner": ("refiner_model",),
        },
        _fooocus_loras,
    ),
    Form(
        "Easy Diffusion",
        _easy,
        {
            "prompt": ("prompt",),
            "negative": ("negative_prompt",),
            "Steps": ("num_inference_steps",),
            "Sampler": ("sampler_name",),
            _CFG: ("guidance_scale",),
            "Seed": ("seed",),
            "width": ("width",),
            "height": ("height",),
            "Model": ("use_stable_diffusion_model",),
            "VAE": ("use_vae_model",),
            _STRENGTH: ("prompt_strength",),
        },
        _paired("use_lora_model", "lora_alpha"),
    ),
)
"""In the order in which they are tried."""
