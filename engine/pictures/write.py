"""From pixels to a picture as delivered: enlarged, and a PNG that carries its parameters."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from engine.api.events import Picture
from engine.api.jobs import Job
from engine.api.modes import MODES
from engine.api.parameters import PARAMETERS
from engine.api.samplers import SAMPLER_CHOICES
from engine.pictures.enlarge import enlarge

Pixels = NDArray[np.uint8]
"""`[height, width, 3]`, RGB."""

_KNOWN_AS = {"strength": "Denoising strength"}
"""What the ecosystem calls parameters of ours that only some modes have."""


def _as_it_is(image: Image.Image) -> Image.Image:
    return image


def picture(
    pixels: Pixels, job: Job, seed: int, finish: Callable[[Image.Image], Image.Image] = _as_it_is
) -> Picture:
    """The picture that a person gets: `scale` times larger than drawn, with the job's parameters inside.

    `finish` is what the mode does to it when it has its size.
    """
    image = Image.fromarray(pixels)
    if job.recipe.scale > 1:
        image = enlarge(image, job.recipe.scale)
    image = finish(image)
    return Picture(_png(image, parameters_text(job, seed)), image.width, image.height, seed)


def parameters_text(job: Job, seed: int) -> str:
    """What the ecosystem's tools read from a PNG's `parameters` chunk.

    The layout is that of AUTOMATIC1111's web UI: the prompt, a line for the negative prompt, and one line of
    `Name: value` pairs, where a value with a comma or colon is quoted as JSON.
    """
    lines = [_one_line(job.prompt)]
    if job.recipe.negative:
        lines.append(f"Negative prompt: {_one_line(job.recipe.negative)}")
    lines.append(", ".join(f"{name}: {_quoted(value)}" for name, value in _pairs(job, seed).items()))
    return "\n".join(lines)


def _pairs(job: Job, seed: int) -> dict[str, str]:
    recipe = job.recipe
    sampler, spacing = SAMPLER_CHOICES[recipe.sampler]
    pairs = {"Steps": str(recipe.steps), "Sampler": sampler.title}
    if spacing:
        pairs["Schedule type"] = spacing.capitalize()
    pairs |= {
        "CFG scale": f"{recipe.cfg:g}",
        "Seed": str(seed),
        "Size": f"{recipe.width}x{recipe.height}",
        "Model": recipe.model,
    }
    for name, value in recipe.own(MODES[job.mode]).items():
        told = f"{value:g}" if isinstance(value, float) else str(value)
        pairs[_KNOWN_AS.get(name, PARAMETERS[name].words.label)] = told
    if recipe.scale > 1:
        pairs["Enlarged"] = f"{recipe.scale}x"
    return pairs | {"Version": "Lukis"}


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False) if any(c in value for c in ',:\n"') else value


def _png(image: Image.Image, text: str) -> bytes:
    info = PngInfo()
    info.add_text("parameters", text)
    buffer = io.BytesIO()
    image.save(buffer, "PNG", pnginfo=info, compress_level=2)
    return buffer.getvalue()
