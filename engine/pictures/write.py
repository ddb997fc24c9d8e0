"""From pixels to a picture as delivered: enlarged, and a PNG that carries its parameters."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from engine.api.events import Picture, Verdict
from engine.api.infotext import infotext
from engine.api.jobs import Job
from engine.pictures.enlarge import enlarge
from engine.pictures.watermark import marked

Pixels = NDArray[np.uint8]
"""`[height, width, 3]`, RGB."""


def as_it_is(image: Image.Image) -> Image.Image:
    """The picture."""
    return image


def picture(
    pixels: Pixels,
    job: Job,
    seed: int,
    finish: Callable[[Image.Image], Image.Image] = as_it_is,
    watermark: bool = False,
    enlarged: Callable[[Image.Image], Image.Image] | None = None,
    put_back: Callable[[Image.Image], Image.Image] = as_it_is,
    check: Callable[[Image.Image], Verdict] = lambda image: "",
) -> Picture:
    """The picture that a person gets: `scale` times larger than drawn, with the job's parameters inside.

    `enlarged` gives it its size where that takes more than to be larger. `finish` is what the mode does to it when it
    has its size, and `put_back` what it does when the invisible watermark is in: what it was given stays as it was, bit
    for bit. `check` sees the picture as the person will.
    """
    image = Image.fromarray(pixels)
    if enlarged:
        image = enlarged(image)
    elif job.recipe.scale > 1:
        image = enlarge(image, job.recipe.scale, *job.recipe.wraps)
    image = finish(image)
    if watermark:
        image = put_back(marked(image))
    png = _png(image, str(infotext(job, seed)))
    return Picture(png, image.width, image.height, seed, check(image))


def _png(image: Image.Image, text: str) -> bytes:
    info = PngInfo()
    info.add_text("parameters", text)
    buffer = io.BytesIO()
    image.save(buffer, "PNG", pnginfo=info, compress_level=2)
    return buffer.getvalue()
