"""Scene -> pixels: lays sprites over a background."""

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tools.starter.backgrounds import draw_background
from tools.starter.scenes import Item, Scene
from tools.starter.sprites import Sprites

Array = NDArray[Any]

background = lru_cache(maxsize=512)(draw_background)


def compose(scene: Scene, sprites: Sprites) -> Array:
    """Returns uint8 RGB [height, width, 3]."""
    picture = background(scene.background, scene.width, scene.height, scene.variant).copy()
    for item in scene.items:
        sprite = sprites.get(item.name, item.colour, item.size)
        overlay(picture, sprite, *_corner(item))
    return (picture * 255.0 + 0.5).astype(np.uint8)


def overlay(picture: Array, sprite: Array, left: int, top: int) -> None:
    """Alpha-blends a sprite into a float picture in place; may hang over the edges."""
    height, width = picture.shape[:2]
    x0, y0 = max(left, 0), max(top, 0)
    x1, y1 = min(left + sprite.shape[1], width), min(top + sprite.shape[0], height)
    if x0 >= x1 or y0 >= y1:
        return
    part = sprite[y0 - top : y1 - top, x0 - left : x1 - left]
    alpha = part[..., 3:]
    view = picture[y0:y1, x0:x1]
    view += alpha * (part[..., :3] - view)


def _corner(item: Item) -> tuple[int, int]:
    """Left and top pixel of an item's sprite."""
    return item.x - item.size // 2, item.y - item.size // 2
