"""The picture that a job starts from: bytes from a chat to pixels of the recipe's size."""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
import torch
from PIL import Image, ImageOps
from torch import Tensor

from engine.api.errors import BadImage, ImageTooLarge, NoImage
from engine.api.jobs import Job
from engine.api.modes import MODES

MOST_PIXELS = 64_000_000
"""Of a picture to start from; checked before it is decoded."""

FORMATS = ("PNG", "JPEG")


@dataclass(frozen=True)
class Source:
    """`pixels` are `[3, height, width]` in -1..1, of the recipe's size."""

    pixels: Tensor


def read_source(job: Job) -> Source | None:
    """The job's picture, cropped around its middle to fill the recipe's size; None where the mode takes none.

    Takes up to a second: call it off the event loop and off the denoise thread.

    Raises:
        NoImage: the mode needs a picture and there is none.
        BadImage: the bytes are no PNG or JPEG that can be read.
        ImageTooLarge: it has too many pixels to decode.
    """
    if not MODES[job.mode].needs_image:
        return None
    if job.image is None:
        raise NoImage
    recipe = job.recipe
    image = ImageOps.fit(_decoded(job.image), (recipe.width, recipe.height), Image.Resampling.LANCZOS)
    pixels = torch.from_numpy(np.asarray(image, np.float32) / 127.5 - 1).permute(2, 0, 1)
    return Source(pixels.contiguous())


def _decoded(data: bytes) -> Image.Image:
    try:
        image = Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise ImageTooLarge.over_pixels(MOST_PIXELS) from error
    except Exception as error:
        raise BadImage from error
    if image.width * image.height > MOST_PIXELS:
        raise ImageTooLarge.over_pixels(MOST_PIXELS)
    try:
        return ImageOps.exif_transpose(image).convert("RGB")
    except Exception as error:  # Pillow's plugins raise anything on broken data
        raise BadImage from error
