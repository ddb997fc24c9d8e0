"""A picture of ours with a mask over it, as people are shown what would be painted anew."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageFilter

SIDE = 1024
"""Pixels of the longer side at most."""

MARK = (255, 45, 149)
"""The colour over what is marked, in stripes; what stays is dimmed."""

STRIPES, DIMMED, RIM = 64, 0.4, 128
"""Stripes along the longer side; how much of the light stays is left off; and parts of it that the rim is one of."""


def veiled_size(width: int, height: int) -> tuple[int, int]:
    """Of such a picture, where the mask is of that size."""
    scale = min(1, SIDE / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def veiled(picture: bytes, mask: bytes) -> bytes:
    """A PNG of the picture under its mask, white where it is marked; the mask may be of another size."""
    with Image.open(io.BytesIO(picture), formats=("PNG",)) as opened:
        image = opened.convert("RGBA")
    image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
    with Image.open(io.BytesIO(mask), formats=("PNG",)) as opened:
        size = veiled_size(*opened.size)
        marked = opened.convert("L").resize(size, Image.Resampling.NEAREST)
    image = image.resize(size, Image.Resampling.LANCZOS)
    inside, longer = np.asarray(marked) > 127, max(image.size)
    rows, columns = np.indices(inside.shape)
    stripes = (rows + columns) * STRIPES // longer % 2 == 0
    width = max(1, longer // RIM)
    rim = (np.asarray(marked.filter(ImageFilter.MaxFilter(2 * width + 1))) > 127) & ~inside
    pixels = np.asarray(image).astype(np.float32)
    pixels[~inside] *= 1 - DIMMED
    pixels[inside & stripes] = (pixels[inside & stripes] + np.array(MARK, np.float32)) / 2
    pixels[rim] = 255
    out = io.BytesIO()
    Image.fromarray(pixels.round().astype(np.uint8)).save(out, "PNG", compress_level=3)
    return out.getvalue()
