"""Delivers small pictures larger: smooth where flat, crisp at edges."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

GAIN = 5, 2
"""How many times narrower an edge becomes: two and a half, as whole numbers, which are twice as fast."""
WINDOW = 3
"""The neighbourhood, in small pixels, whose darkest and lightest values bound an edge."""


RING = 4
"""Pixels of the opposite edge, beyond an edge, that decide how the edge is enlarged."""


def enlarge(image: Image.Image, scale: int, across: bool = False, down: bool = False) -> Image.Image:
    """Returns the picture `scale` times as large, with sharp and not stepped edges.

    A smooth (bicubic) enlargement, in which each value is then pushed away from
    the middle between the darkest and the lightest of its neighbourhood: that
    narrows edges without the halo of an unsharp mask, and leaves flat parts flat.

    Args:
        image: An RGB picture.
        scale: Whole factor, 1 or more.
        across: Whether it goes on beyond its right edge with its left one.
        down: The same for its bottom and its top.
    """
    small = image.convert("RGB")
    if scale == 1:
        return small
    if across or down:
        return _seamless(small, scale, RING * across, RING * down)
    size = (small.width * scale, small.height * scale)
    low = _grown(small.filter(ImageFilter.MinFilter(WINDOW)), size)
    high = _grown(small.filter(ImageFilter.MaxFilter(WINDOW)), size)
    # middle + gain x (value - middle), where the middle is (low + high) / 2
    above, below = GAIN
    crisp = 2 * above * _grown(small, size)
    crisp -= (above - below) * (low + high)
    crisp += below
    crisp //= 2 * below
    return Image.fromarray(np.clip(crisp, low, high, out=crisp).astype(np.uint8))


def _seamless(small: Image.Image, scale: int, across: int, down: int) -> Image.Image:
    """Enlarged with so much of the opposite edges around it, which is then cut off."""
    around = np.pad(np.asarray(small), ((down, down), (across, across), (0, 0)), mode="wrap")
    left, top = across * scale, down * scale
    box = (left, top, left + small.width * scale, top + small.height * scale)
    return enlarge(Image.fromarray(around), scale).crop(box)


def _grown(picture: Image.Image, size: tuple[int, int]) -> NDArray[Any]:
    """Bicubic enlargement as int16 [height, width, 3]."""
    return np.asarray(picture.resize(size, Image.Resampling.BICUBIC)).astype(np.int16)
