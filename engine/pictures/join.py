"""Tiles become one picture again, with no seam where they meet."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.api.parameters import Size
from engine.api.tiles import Box


def joined(whole: Size, places: Sequence[Box], tiles: Sequence[NDArray[np.uint8]]) -> Image.Image:
    """Tiles `[height, width, 3]` in their places, which come row by row; each goes over into those before it."""
    picture = Image.new("RGB", whole)
    for place, tile in zip(places, tiles, strict=True):
        left = max(
            (p.right - place.left for p in places if p.top == place.top and p.left < place.left), default=0
        )
        above = max((p.bottom - place.top for p in places if p.top < place.top), default=0)
        picture.paste(Image.fromarray(tile), place[:2], _mask(tile.shape[1], tile.shape[0], left, above))
    return picture


def _mask(width: int, height: int, left: int, above: int) -> Image.Image:
    """How much of each pixel is the tile's own, where so many columns and rows of it are there already."""
    share = np.outer(_rise(height, above), _rise(width, left))
    return Image.fromarray((share * 255).round().astype(np.uint8))


def _rise(length: int, shared: int) -> NDArray[np.float64]:
    """From 0 to 1 over what is shared, without a corner at either end."""
    line = np.clip((np.arange(length) + 0.5) / max(shared, 1), 0, 1) if shared > 0 else np.ones(length)
    return line * line * (3 - 2 * line)
