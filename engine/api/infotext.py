"""What a picture's file says of how it was made, in the layout that the ecosystem reads: AUTOMATIC1111's "infotext".

The prompt, a line for the negative prompt, and one line of `Name: value` pairs, where a value with a comma or colon is
quoted as JSON. What is written here reads back as the same recipe.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from engine.api.asking import calling
from engine.api.jobs import Job
from engine.api.modes import MODES, REPLIED
from engine.api.parameters import PARAMETERS, Size, Variation
from engine.api.recipe import Recipe
from engine.api.samplers import SAMPLER_CHOICES

OURS = "Lukis"
"""What `Version` says in a file of ours."""

LABELS: Mapping[str, str] = MappingProxyType(
    {name: p.words.label for name, p in PARAMETERS.items()}
    | {"cfg": "CFG scale", "strength": "Denoising strength", "tile": "Tiling", "image_cfg": "Image CFG scale"}
)
"""What the ecosystem calls parameters of ours, by name."""

DIGITS = 10
"""Of the SHA-256 of a picture that was given, or of a VAE, as the ecosystem tells the hashes of models."""

VAE_HASH = "VAE hash"

FRAME, FRAMED_OUT = "Frame", "Frame negative"
"""Name what a style put around the words, and among those that are to be missing."""

LONGEST = 10_000
"""Characters of such a text; more are no prompt and its settings."""

_NEGATIVE = "Negative prompt: "
_SETTINGS = re.compile(r"Steps: \d+(?:,|$)|Size: \d{1,5}x\d{1,5}, Upscale: \d")
_PAIR = re.compile(r'([^\W\d_][\w /-]{0,40}+): ("(?:[^"\\]|\\.)*+"|[^,]*+)(?:,|$)')
_SIZE = re.compile(r"(\d{1,5})x(\d{1,5})")
_TIMES = re.compile(r"(\d{1,2})x")


@dataclass(frozen=True)
class Infotext:
    """The prompt, the negative prompt, and everything else by its name in the ecosystem's words."""

    prompt: str
    negative: str = ""
    pairs: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        lines = [_one_line(self.prompt)]
        if self.negative:
            lines.append(f"{_NEGATIVE}{_one_line(self.negative)}")
        lines.append(", ".join(f"{name}: {_quoted(value)}" for name, value in self.pairs.items()))
        return "\n".join(lines)

    @property
    def ours(self) -> bool:
        """Whether Lukis made the picture."""
        return self.pairs.get("Version") == OURS

    @property
    def size(self) -> Size | None:
        """In pixels as delivered, where that is told."""
        size, times = (
            _SIZE.fullmatch(self.pairs.get("Size", "")),
            _TIMES.fullmatch(self.pairs.get("Enlarged", "")),
        )
        scale = int(times[1]) if times else 1
        return Size(int(size[1]) * scale, int(size[2]) * scale) if size else None


def infotext(job: Job, seed: int, delivered: Size | None = None, vae_hash: str = "") -> Infotext:
    """What the file of one of a job's pictures says, which is of that size where that is told. `vae_hash` is of the
    VAE that the recipe names."""
    recipe = job.recipe
    drawn = Size(recipe.width, recipe.height)
    whole = Size(*(side * recipe.scale for side in drawn))
    size = (recipe.upscaler and recipe.delivered) or delivered or whole
    enlarged = recipe.scale > 1 and size == whole and not recipe.upscaler
    mode = MODES[job.mode]
    said = recipe.own(mode) | calling(recipe, mode)
    own = {LABELS[name]: _told(value) for name, value in said.items()}
    told = {"Size": str(drawn if enlarged else size)}
    own |= {hashed(name): sha256(picture).hexdigest()[:DIGITS] for name, picture in job.inputs.items()}
    if recipe.stretched and not job.prompt:  # somebody's own picture: nobody drew it
        return Infotext("", pairs=told | own | {"Version": OURS})
    pairs = _drawn(job, seed) | told | ({} if recipe.redrawn else _model(recipe, vae_hash)) | own
    if enlarged:
        pairs["Enlarged"] = f"{recipe.scale}x"
    if recipe.format != "png":
        pairs[LABELS["format"]] = recipe.format
    if recipe.style and recipe.style.worn:
        pairs |= {LABELS["style"]: str(recipe.style), FRAME: recipe.frame}
        pairs |= {FRAMED_OUT: recipe.style.negative} if recipe.style.negative and not recipe.few else {}
    return Infotext(job.prompt, recipe.negative, pairs | {"Version": OURS})


def hashed(name: str) -> str:
    """What a file calls the hash of the picture that an input was."""
    return {REPLIED: "Reference hash"}.get(name, f"{name.capitalize()} hash")


def _model(recipe: Recipe, vae_hash: str) -> dict[str, str]:
    told = {VAE_HASH: vae_hash[:DIGITS]} if vae_hash else {}
    return {"Model": recipe.model} | (told | {LABELS["vae"]: recipe.vae} if recipe.vae else {})


def _drawn(job: Job, seed: int) -> dict[str, str]:
    """How it was drawn, as any model draws; or, in fewer words, as an upscaler does."""
    recipe = job.recipe
    steps = {"Steps": str(recipe.steps)}
    if recipe.redrawn:
        return steps | {LABELS["cfg"]: number(recipe.cfg), "Seed": str(seed)}
    sampler, spacing = SAMPLER_CHOICES[recipe.sampler]
    return steps | {
        "Sampler": sampler.title,
        **({"Schedule type": spacing.capitalize()} if spacing else {}),
        LABELS["cfg"]: number(recipe.cfg),
        "Seed": str(seed),
        **_variations(recipe.variations),
        **({} if recipe.clip_skip is None else {LABELS["clip_skip"]: str(recipe.clip_skip)}),
        **({} if recipe.tile is None else {LABELS["tile"]: "True" if recipe.tile == "both" else recipe.tile}),
    }


def _told(value: Any) -> str:
    """A parameter's value as its flag takes it."""
    if isinstance(value, float):
        return number(value)
    return ",".join(value) if type(value) is tuple else str(value)


def _variations(variations: Sequence[Variation]) -> dict[str, str]:
    """One variation as the ecosystem tells it; variations of variations, which it does not know, as we do."""
    match variations:
        case []:
            return {}
        case [(seed, weight)]:
            return {"Variation seed": str(seed), "Variation seed strength": number(weight)}
    return {LABELS["variations"]: ",".join(map(str, variations))}


def read(text: object) -> Infotext | None:
    """The words and settings in such a text; None where it is none.

    >>> read("a fox\\nNegative prompt: text\\nSteps: 20, Sampler: Euler").negative
    'text'
    """
    if not isinstance(text, str) or len(text) > LONGEST:
        return None
    lines = [line.strip() for line in text.splitlines()]
    last = next((i for i in reversed(range(len(lines))) if _SETTINGS.match(lines[i])), None)
    if last is None:
        return None
    prompt, _, negative = " ".join(lines[:last]).partition(_NEGATIVE)
    pairs = {m[1].strip(): _unquoted(m[2].strip()) for m in _PAIR.finditer(lines[last])}
    return Infotext(prompt.strip(), negative.strip(), pairs)


def number(value: float) -> str:
    """The shortest text that reads back as the same number: "7", "0.35"."""
    return str(int(value)) if value == int(value) else repr(value)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False) if any(c in value for c in ',:\n"') else value


def _unquoted(value: str) -> str:
    try:
        return str(json.loads(value)) if value.startswith('"') else value
    except ValueError:
        return value
