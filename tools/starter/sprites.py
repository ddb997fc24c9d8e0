"""Renders things and shapes to small RGBA pictures, and tints them."""

import io
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from tools.starter.fetch import fetch_icons, svg
from tools.starter.palette import COLOURS, SHAPES
from tools.starter.things import THINGS

Array = NDArray[Any]


def render(document: str, size: int) -> Array:
    """SVG document -> float32 RGBA array [size, size, 4] in 0..1."""
    import resvg_py  # needed to train only

    png = bytes(resvg_py.svg_to_bytes(svg_string=document, width=size, height=size))
    picture = Image.open(io.BytesIO(png)).convert("RGBA")
    return np.asarray(picture, dtype=np.float32) / 255.0


def tint(sprite: Array, colour: str) -> Array:
    """Repaints a sprite in shades of one colour, keeping its light and dark."""
    target = np.array(COLOURS[colour], dtype=np.float32) / 255.0
    light = sprite[..., :3] @ np.array([0.3, 0.59, 0.11], dtype=np.float32)
    solid = sprite[..., 3] > 0.5
    middle = float(np.median(light[solid])) if solid.any() else 0.5
    relative = np.clip(light - middle, -0.6, 0.6)[..., None]
    shaded = target + np.where(relative > 0, relative * (1.0 - target), relative * target * 1.6)
    return np.concatenate([np.clip(shaded, 0, 1), sprite[..., 3:]], axis=-1).astype(np.float32)


class Sprites:
    """All sprites, rendered when first asked for and kept."""

    def __init__(self, cache: Path) -> None:
        self._icons = fetch_icons(cache)
        self.get = lru_cache(maxsize=None)(self._draw)

    def _draw(self, name: str, colour: str | None, size: int) -> Array:
        """One sprite [size, size, 4]; a shape always has a colour, a thing may."""
        if name in SHAPES and colour is not None:
            red, green, blue = COLOURS[colour]
            body = f'<g fill="rgb({red},{green},{blue})">{SHAPES[name]}</g>'
            return render(svg(body), size)
        sprite = render(self._icons[THINGS[name].icon], size)
        return tint(sprite, colour) if colour is not None else sprite
