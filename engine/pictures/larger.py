"""Pictures made larger without a model that draws."""

from __future__ import annotations

from PIL import Image, ImageFilter

SHARPNESS = 90
"""Percent of what an edge lost by stretching that it is given back."""


def sharpened(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The picture stretched to that size, its edges as steep as they were."""
    large = picture.resize(size, Image.Resampling.LANCZOS)
    times = size[0] / picture.width
    return large.filter(ImageFilter.UnsharpMask(radius=times * 0.7, percent=SHARPNESS, threshold=2))
