"""From pixels to a picture as delivered: enlarged, and a PNG that carries its parameters."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from engine.api.events import Picture, Verdict
from engine.api.infotext import infotext
from engine.api.jobs import Job
from engine.api.parameters import Size
from engine.pictures.watermark import marked

Pixels = NDArray[np.uint8]
"""`[height, width, 3]`, RGB."""


class Finishing(Protocol):
    """What is done with a picture between its last pixel and its file. The ways of `engine.modes` are such."""

    @property
    def job(self) -> Job:
        """What was asked for, as if this picture were all of it."""
        ...

    @property
    def seed(self) -> int:
        """What its noise started from."""
        ...

    def enlarged(self, picture: Image.Image) -> Image.Image:
        """The picture of its delivered size."""
        ...

    def finish(self, picture: Image.Image) -> Image.Image:
        """The picture as it is delivered."""
        ...

    def put_back(self, picture: Image.Image) -> Image.Image:
        """The same, with the invisible watermark in it, where it shows bit for bit what was given."""
        ...

    def checked(self, picture: Image.Image) -> Image.Image:
        """What the safety check is to see of the delivered picture."""
        ...


@dataclass(frozen=True)
class AsItIs:
    """Nothing is done with it: it has its size."""

    job: Job
    seed: int

    def enlarged(self, picture: Image.Image) -> Image.Image:
        """See `Finishing`."""
        return picture

    finish = put_back = checked = enlarged


def picture(
    pixels: Pixels,
    way: Finishing,
    watermark: bool = False,
    check: Callable[[Image.Image], Verdict] = lambda image: "",
    vae_hash: str = "",
) -> Picture:
    """The picture that a person gets, with its job's parameters inside; `check` sees what the person will. `vae_hash`
    is of what decoded it, where that was not the model's own."""
    image = way.finish(way.enlarged(Image.fromarray(pixels)))
    if watermark:
        image = way.put_back(marked(image))
    png = _png(image, str(infotext(way.job, way.seed, Size(*image.size), vae_hash)))
    return Picture(png, image.width, image.height, way.seed, check(way.checked(image)))


def _png(image: Image.Image, text: str) -> bytes:
    info = PngInfo()
    info.add_text("parameters", text)
    buffer = io.BytesIO()
    image.save(buffer, "PNG", pnginfo=info, compress_level=2)
    return buffer.getvalue()
