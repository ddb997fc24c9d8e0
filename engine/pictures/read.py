"""Pictures that a job is given: from bytes to pixels of the recipe's size."""

from __future__ import annotations

import io

import numpy as np
import torch
from PIL import Image, ImageOps
from torch import Tensor

from engine.api.errors import BadImage, ImageTooLarge

MOST_PIXELS = 64_000_000
"""Of a picture that is given; checked before it is decoded."""

FORMATS = ("PNG", "JPEG")


def opened(data: bytes) -> Image.Image:
    """The picture, decoded and the right way up, in whatever colours it came.

    Raises:
        BadImage: the bytes are no PNG or JPEG that can be read.
        ImageTooLarge: it has too many pixels to decode.
    """
    try:
        image = Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise ImageTooLarge.over_pixels(MOST_PIXELS) from error
    except Exception as error:
        raise BadImage from error
    if image.width * image.height > MOST_PIXELS:
        raise ImageTooLarge.over_pixels(MOST_PIXELS)
    try:
        image.load()
        return ImageOps.exif_transpose(image)
    except Exception as error:  # Pillow's plugins raise anything on broken data
        raise BadImage from error


def on_white(image: Image.Image) -> Image.Image:
    """The picture in RGB, what is transparent in it shown on white."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    image = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")


def fitted(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The picture cropped around its middle to fill that width and height; each picture of a size the same way."""
    return ImageOps.fit(image, size, Image.Resampling.LANCZOS)


def to_pixels(image: Image.Image) -> Tensor:
    """An RGB picture as `[3, height, width]` in -1..1."""
    return torch.from_numpy(np.asarray(image, np.float32) / 127.5 - 1).permute(2, 0, 1).contiguous()


def to_picture(pixels: Tensor) -> Image.Image:
    """The picture that `to_pixels` made these of."""
    values = ((pixels.clamp(-1, 1) + 1) * 127.5).round().byte()
    return Image.fromarray(values.permute(1, 2, 0).contiguous().numpy())
