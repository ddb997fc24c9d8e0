"""Draws the backgrounds: twelve colours and nine places, at any size."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from tools.starter.palette import COLOURS

Array = NDArray[Any]
VARIANTS = 3
"""Each comes in this many versions: a colour plain, from light to dark, or glowing; places with other stars or trees.

Prompts don't tell which, so the seed decides.
"""
SHADE = 0.16
"""How far a colour that is not plain goes towards white or black."""


def draw_background(name: str, width: int, height: int, variant: int = 0) -> Array:
    """Returns float32 RGB [height, width, 3] in 0..1 for a colour or a place."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    y, x = (y + 0.5) / height, (x + 0.5) / width
    if name in COLOURS:
        return _colour(np.array(COLOURS[name], dtype=np.float32) / 255.0, x, y, variant)
    rng = np.random.default_rng([variant, sum(map(ord, name)), width, height])
    picture = np.clip(_PLACES[name](x, y, rng, width, height), 0, 1)
    return np.asarray(picture, dtype=np.float32)


def _colour(flat: Array, x: Array, y: Array, variant: int) -> Array:
    """A colour: plain, lighter above than below, or lighter in the middle than in the corners."""
    from_middle = np.hypot(x - 0.5, y - 0.5) / np.hypot(0.5, 0.5)
    light = (np.zeros_like(y), 1 - 2 * y, 1 - 2 * from_middle)[variant]
    shade = SHADE * np.clip(light, -1, 1)[..., None]
    return np.asarray(flat + np.where(shade > 0, shade * (1 - flat), shade * flat), dtype=np.float32)


def _rgb(*values: int) -> Array:
    return np.asarray(np.array(values) / 255.0, dtype=np.float32)


def _fade(t: Array, *stops: tuple[float, Array]) -> Array:
    """Piecewise linear colour gradient along t in 0..1."""
    at = [stop for stop, _ in stops]
    bands = [np.interp(t, at, [colour[i] for _, colour in stops]) for i in range(3)]
    return np.stack(bands, axis=-1)


def _paint(picture: Array, mask: Array, colour: Array) -> Array:
    """Lays a colour over a picture where mask (0..1) says so."""
    painted: Array = picture + mask[..., None] * (colour - picture)
    return painted


def _soft(distance: Array, pixel: float) -> Array:
    """Anti-aliased inside (distance < 0) mask; `pixel` is one pixel's extent."""
    return np.clip(0.5 - distance / pixel, 0, 1)


def _dots(
    x: Array,
    y: Array,
    rng: np.random.Generator,
    count: int,
    size: tuple[float, float],
    width: int,
    height: int,
) -> Array:
    """Union of small discs at random places; sizes in pixels at height 128."""
    mask = np.zeros_like(x)
    for _ in range(count):
        cx, cy = rng.random(2)
        radius = rng.uniform(*size) * height / 128
        far = np.hypot((x - cx) * width, (y - cy) * height)
        mask = np.maximum(mask, _soft(far - radius, 1.0))
    return mask


def _night(x: Array, y: Array, rng: np.random.Generator, width: int, height: int) -> Array:
    sky = _fade(y, (0, _rgb(14, 18, 58)), (1, _rgb(44, 52, 120)))
    return _paint(sky, _dots(x, y, rng, 26, (0.8, 2.2), width, height), _rgb(255, 246, 200))


def _space(x: Array, y: Array, rng: np.random.Generator, width: int, height: int) -> Array:
    sky = _fade(np.hypot(x - 0.7, y - 0.3), (0, _rgb(92, 40, 120)), (0.8, _rgb(18, 8, 34)))
    sky = _paint(sky, _dots(x, y, rng, 30, (0.6, 1.6), width, height), _rgb(235, 235, 255))
    return _paint(sky, _dots(x, y, rng, 2, (7, 10), width, height), _rgb(235, 150, 90))


def _grass(x: Array, y: Array, rng: np.random.Generator, width: int, height: int) -> Array:
    sky = _fade(y, (0, _rgb(120, 200, 250)), (0.7, _rgb(205, 236, 255)))
    clouds = _dots(x, y / 0.45, rng, 5, (5, 10), width, int(height * 0.45))
    sky = _paint(sky, clouds * (y < 0.45), _rgb(255, 255, 255))
    far = _soft((0.62 - 0.06 * np.sin(x * 7 + rng.random() * 6) - y) * height, 1.0)
    near = _soft((0.72 + 0.04 * np.sin(x * 4 + 1) - y) * height, 1.0)
    return _paint(_paint(sky, far, _rgb(140, 205, 90)), near, _rgb(96, 176, 66))


def _beach(x: Array, y: Array, rng: np.random.Generator, width: int, height: int) -> Array:
    sky = _fade(y, (0, _rgb(110, 200, 250)), (0.5, _rgb(215, 242, 255)))
    sun = _soft(np.hypot((x - 0.86) * width, (y - 0.14) * height) - 0.09 * height, 1.0)
    sky = _paint(sky, sun, _rgb(255, 224, 90))
    sea = _paint(sky, _soft((0.48 - y) * height, 1.0), _rgb(32, 150, 206))
    foam = _soft((0.645 + 0.012 * np.sin(x * 16 + rng.random() * 6) - y) * height, 1.0)
    sand = _soft((0.67 + 0.012 * np.sin(x * 16 + rng.random()) - y) * height, 1.0)
    return _paint(_paint(sea, foam, _rgb(245, 252, 255)), sand, _rgb(246, 218, 150))


def _snow(x: Array, y: Array, rng: np.random.Generator, width: int, height: int) -> Array:
    sky = _fade(y, (0, _rgb(130, 165, 205)), (0.7, _rgb(205, 222, 240)))
    ground = _soft((0.68 - 0.04 * np.sin(x * 6 + rng.random() * 6) - y) * height, 1.0)
    scene = _paint(sky, ground, _rgb(244, 249, 255))
    return _paint(scene, _dots(x, y, rng, 26, (1.2, 2.6), width, height), _rgb(255, 255, 255))


def _sunset(x: Array, y: Array, rng: np.random.Generator, width: int, height: int) -> Array:
    sky = _fade(y, (0, _rgb(92, 58, 142)), (0.35, _rgb(226, 90, 120)), (0.7, _rgb(255, 176, 90)))
    sun = _soft(np.hypot((x - 0.5) * width, (y - 0.74) * height) - 0.2 * height, 1.0)
    sky = _paint(sky, sun, _rgb(255, 224, 120))
    hills = _soft((0.82 - 0.04 * np.sin(x * 6 + rng.random() * 6) - y) * height, 1.0)
    return _paint(sky, hills, _rgb(76, 40, 92))


def _sea(x: Array, y: Array, rng: np.random.Generator, width: int, height: int) -> Array:
    water = _fade(y, (0, _rgb(70, 190, 225)), (1, _rgb(10, 60, 135)))
    water = _paint(water, 0.6 * _dots(x, y, rng, 14, (1.6, 4), width, height), _rgb(200, 240, 255))
    sand = _soft((0.9 - 0.02 * np.sin(x * 9 + rng.random() * 6) - y) * height, 1.0)
    return _paint(water, sand, _rgb(222, 200, 140))


def _forest(x: Array, y: Array, rng: np.random.Generator, width: int, height: int) -> Array:
    scene = _fade(y, (0, _rgb(190, 226, 190)), (0.7, _rgb(120, 180, 120)))
    for row, (base, tone) in enumerate([(0.72, _rgb(70, 140, 86)), (0.84, _rgb(36, 100, 60))]):
        for place in np.arange(-0.05, 1.1, 0.17) + 0.08 * row + rng.uniform(-0.02, 0.02):
            tall = rng.uniform(0.42, 0.62)
            slope = np.abs(x - place) * width - (y - base + tall) * height * 0.22
            tree = _soft(np.maximum(slope, (y - base) * height), 1.0)
            scene = _paint(scene, tree, tone)
    return _paint(scene, _soft((0.82 - y) * height, 1.0), _rgb(60, 120, 52))


def _desert(x: Array, y: Array, rng: np.random.Generator, width: int, height: int) -> Array:
    sky = _fade(y, (0, _rgb(250, 200, 120)), (0.6, _rgb(255, 236, 190)))
    sun = _soft(np.hypot((x - 0.15) * width, (y - 0.16) * height) - 0.09 * height, 1.0)
    sky = _paint(sky, sun, _rgb(255, 250, 220))
    far = _soft((0.6 - 0.07 * np.sin(x * 5 + rng.random() * 6) - y) * height, 1.0)
    near = _soft((0.74 + 0.05 * np.sin(x * 4 + 2) - y) * height, 1.0)
    return _paint(_paint(sky, far, _rgb(232, 170, 90)), near, _rgb(214, 140, 66))


_PLACES = {
    "night": _night,
    "grass": _grass,
    "beach": _beach,
    "snow": _snow,
    "sunset": _sunset,
    "space": _space,
    "sea": _sea,
    "forest": _forest,
    "desert": _desert,
}
PLACES = tuple(_PLACES)
