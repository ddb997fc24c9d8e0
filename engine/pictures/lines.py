"""The lines of a picture, as ControlNets take them: white (or grey) on black."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

WEAK, STRONG = 100, 200
"""Gradients from which on a pixel may belong to an edge, and from which on it begins one: what ControlNets for Canny
edges were mostly trained with."""

COLOURLESS = 24
"""By how much the channels of a grey picture's pixels may differ: JPEG leaves that much."""

DARK, APART, MOSTLY, A_LINE = 40, 100, 0.6, 0.002
"""Brightness below which a pixel is black, by how much a line differs from its ground, the share of a map that its
ground takes, and the least that lines do."""

Array = NDArray[Any]


def canny(picture: Image.Image) -> Image.Image:
    """Edges one pixel wide (after J. Canny, "A computational approach to edge detection", 1986).

    The gradient of a pixel is the strongest of its three channels', since edges between colours of the same
    brightness are edges too.
    """
    rgb = np.asarray(picture.convert("RGB"), np.float32)
    across, down = _gradients(rgb)
    size = np.abs(across) + np.abs(down)
    thin = _ridges(size, across, down)
    candidates = thin & (size > WEAK)
    edges = ndimage.binary_propagation(
        candidates & (size > STRONG), mask=candidates, structure=np.ones((3, 3), bool)
    )
    return Image.fromarray(np.where(edges, 255, 0).astype(np.uint8))


def _gradients(rgb: Array) -> tuple[Array, Array]:
    """By Sobel, across and down `[h, w]`, of each pixel's channel in which they are strongest."""
    across, down = (ndimage.sobel(rgb, axis, mode="nearest") for axis in (1, 0))
    channel = (np.abs(across) + np.abs(down)).argmax(-1)[..., None]
    return (
        np.take_along_axis(across, channel, -1)[..., 0],
        np.take_along_axis(down, channel, -1)[..., 0],
    )


def _ridges(size: Array, across: Array, down: Array) -> Array:
    """Where the gradient is greater than on both sides, to the nearest of four directions."""
    padded = np.pad(size, 1)
    height, width = size.shape

    def beside(y: int, x: int) -> Array:
        return padded[1 + y : 1 + y + height, 1 + x : 1 + x + width]

    steep = np.tan(np.pi / 8)
    level = np.abs(down) < steep * np.abs(across)
    upright = np.abs(across) < steep * np.abs(down)
    falling = across * down >= 0
    first = np.select(
        [level, upright, falling], [beside(0, -1), beside(-1, 0), beside(-1, -1)], beside(-1, 1)
    )
    second = np.select([level, upright, falling], [beside(0, 1), beside(1, 0), beside(1, 1)], beside(1, -1))
    kept: Array = (size > first) & (size >= second)
    return kept


def soft_edges(picture: Image.Image) -> Image.Image:
    """Edges as broad and as bright as they are strong."""
    rgb = np.asarray(picture.convert("RGB"), np.float32)
    blurred = ndimage.gaussian_filter(rgb, (*_sigma(picture, 256), 0), mode="nearest")
    across, down = _gradients(blurred)
    size = np.hypot(across, down)
    return _bright(size / max(float(np.quantile(size, 0.99)), 32.0))


def line_art(picture: Image.Image) -> Image.Image:
    """Lines that are darker than what lies around them, as bright as they are dark."""
    rgb = np.asarray(picture.convert("RGB"), np.float32)
    around = ndimage.gaussian_filter(rgb, (*_sigma(picture, 85), 0), mode="nearest")
    darker = (around - rgb).max(-1).clip(0)
    return _bright(darker / max(float(np.quantile(darker, 0.98)), 16.0))


def scribble(picture: Image.Image) -> Image.Image:
    """The strongest edges, as thick as somebody draws them by hand."""
    soft = np.asarray(soft_edges(picture), np.float32)
    strong = ndimage.gaussian_filter(soft, _sigma(picture, 170), mode="nearest") > 90
    thick = ndimage.binary_dilation(strong, iterations=max(1, min(picture.size) // 340))
    return Image.fromarray(np.where(thick, 255, 0).astype(np.uint8))


def finished(picture: Image.Image) -> Image.Image | None:
    """The map that a picture already is: light lines on black, or, turned around, dark ones on white; else None."""
    if not is_grey(picture):
        return None
    grey = np.asarray(picture.convert("RGB"), np.float32).mean(-1)
    dark, light = float((grey < DARK).mean()), float((grey > 255 - DARK).mean())
    lines = grey > APART if dark > light else grey < 255 - APART
    if max(dark, light) < MOSTLY or lines.mean() < A_LINE:
        return None
    return Image.fromarray((grey if dark > light else 255 - grey).round().astype(np.uint8))


def is_grey(picture: Image.Image) -> bool:
    """Whether a picture has no colours, as maps of depth have none."""
    rgb = np.asarray(picture.convert("RGB"), np.int16)
    return bool(np.quantile(rgb.max(-1) - rgb.min(-1), 0.99) <= COLOURLESS)


def _sigma(picture: Image.Image, share: int) -> tuple[float, float]:
    """A blur over one of so many parts of the shorter side."""
    return (max(0.7, min(picture.size) / share),) * 2


def _bright(share: Array) -> Image.Image:
    return Image.fromarray((share.clip(0, 1) * 255).round().astype(np.uint8))
