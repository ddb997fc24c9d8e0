"""Draws `atlas.png`, the judge's sprites: things in colour, shapes in white."""

from pathlib import Path

import numpy as np
from PIL import Image

from tools.starter.judge import ATLAS, ROW, TILE, names
from tools.starter.sprites import Sprites


def draw_atlas(cache: Path, target: Path = ATLAS) -> None:
    """Writes all sprites as tiles of 46x46 pixels, 256 colours with transparency."""
    sprites = Sprites(cache)
    everything = names()
    rows = -(-len(everything) // ROW)
    sheet = np.zeros((rows * TILE, ROW * TILE, 4), dtype=np.uint8)
    for i, name in enumerate(everything):
        shape = name.startswith("shape ")
        tile = sprites.get(name.removeprefix("shape "), "white" if shape else None, TILE)
        row, column = divmod(i, ROW)
        sheet[row * TILE : (row + 1) * TILE, column * TILE : (column + 1) * TILE] = tile * 255 + 0.5
    picture = Image.fromarray(sheet, "RGBA").quantize(256, Image.Quantize.FASTOCTREE)
    picture.save(target, optimize=True)
