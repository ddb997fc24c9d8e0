"""Tells what a generated picture shows, by comparing it with true renderings.

The background is known (it was asked for), so every candidate is drawn over it
at every place where training puts one, and the nearest wins. `atlas.png` holds
the sprites, so that judging needs neither npm nor an SVG renderer.
"""

import random
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from tools.starter.backgrounds import VARIANTS, draw_background
from tools.starter.compose import overlay
from tools.starter.palette import COLOURS, SHAPES
from tools.starter.scenes import ONE, SMALL, STEP, Scene, place
from tools.starter.sprites import tint
from tools.starter.things import THINGS

Array = NDArray[Any]
ATLAS = Path(__file__).parent / "atlas.png"
EDGE = 64
"""Pictures are judged at 64x64 pixels, half the size that scenes are laid out in."""
TILE = ONE // 2
ROW = 16
NUDGES = tuple((x, y) for x in (0, -STEP, STEP) for y in (0, -STEP, STEP))

Kind = tuple[str, str | None]
"""A thing (no colour), or a shape and its colour."""
Wanted = tuple[str, str, int, int, int, tuple[tuple[int, int], ...]]
"""Background, sort of kinds, sprite size, offset of the centre in x and y, and nudges."""
Table = tuple[list[Kind], Array, tuple[int, ...]]
"""Candidates, their pooled renderings [n, pixels], and the window that was compared."""


def names() -> list[str]:
    """What the atlas holds, in order: all things, then all shapes."""
    return [*THINGS, *(f"shape {shape}" for shape in SHAPES)]


def thing_kinds() -> list[Kind]:
    """All things, in their own colours."""
    return [(name, None) for name in THINGS]


def shape_kinds() -> list[Kind]:
    """All shapes in all colours."""
    return [(shape, colour) for shape in SHAPES for colour in COLOURS]


class Judge:
    """Keeps the renderings it has made; one is enough for a whole evaluation."""

    def __init__(self, atlas: Path = ATLAS) -> None:
        self._atlas = atlas
        self._tables: dict[Wanted, Table] = {}

    @cached_property
    def sprites(self) -> dict[str, Array]:
        """Float RGBA tiles [46, 46, 4] by name."""
        sheet = np.asarray(Image.open(self._atlas).convert("RGBA"), dtype=np.float32) / 255.0
        corners = {name: divmod(i, ROW) for i, name in enumerate(names())}
        return {
            name: sheet[row * TILE : (row + 1) * TILE, column * TILE : (column + 1) * TILE]
            for name, (row, column) in corners.items()
        }

    def sprite(self, kind: Kind, size: int) -> Array:
        """One sprite at `size` judged pixels."""
        name, colour = kind
        tile = self.sprites[name if colour is None else f"shape {name}"]
        if colour is not None:
            tile = tile.copy()
            tile[..., :3] = _rgb(colour)
        if size == TILE:
            return tile
        picture = Image.fromarray((tile * 255).astype(np.uint8), "RGBA")
        return np.asarray(picture.resize((size, size), Image.Resampling.BOX), np.float32) / 255.0

    def render(self, scene: Scene) -> Array:
        """The true picture of a scene, float [64, 64, 3]; items stand where `place` puts them."""
        return self.draw(place(scene, random.Random(0)))

    def draw(self, scene: Scene, *, flat: bool = False) -> Array:
        """The same with items where they are; `flat` paints all of each in its colour."""
        canvas = ground_of(scene.background, scene.variant).copy()
        for item in scene.items:
            shape = item.colour if item.is_shape else None
            sprite = self.sprite((item.name, shape), item.size // 2)
            if item.colour and flat:
                sprite = np.concatenate(
                    [np.full_like(sprite[..., :3], _rgb(item.colour)), sprite[..., 3:]], -1
                )
            elif item.colour and not shape:
                sprite = tint(sprite, item.colour)
            overlay(canvas, sprite, *((at - item.size // 2) // 2 for at in (item.x, item.y)))
        return canvas

    def background(self, picture: Array) -> str:
        """The flat colour nearest the median of the picture's rim."""
        rim = np.concatenate(
            [
                picture[:3].reshape(-1, 3),
                picture[-3:].reshape(-1, 3),
                picture[:, :3].reshape(-1, 3),
                picture[:, -3:].reshape(-1, 3),
            ]
        )
        middle = np.median(rim, axis=0)
        return min(COLOURS, key=lambda name: float(np.abs(middle - np.array(COLOURS[name]) / 255).sum()))

    def one(self, picture: Array, background: str, kinds: str) -> Kind:
        """The nearest single "thing" or "shape", wherever it stands."""
        return self._nearest(picture, (background, kinds, ONE, 0, 0, NUDGES))

    def beside(self, picture: Array, background: str) -> tuple[Kind, Kind]:
        """The nearest kinds in the left and the right half."""
        return (self._half(picture, background, 32, 64), self._half(picture, background, 96, 64))

    def above(self, picture: Array, background: str) -> tuple[Kind, Kind]:
        """The nearest kinds in the upper and the lower half."""
        return (self._half(picture, background, 64, 32), self._half(picture, background, 64, 96))

    def _half(self, picture: Array, background: str, x: int, y: int) -> Kind:
        around = ((0, 0),)
        return self._nearest(picture, (background, "all", SMALL, x - 64, y - 64, around))

    def _nearest(self, picture: Array, wanted: Wanted) -> Kind:
        kinds, table, window = self._table(wanted)
        top, bottom, left, right = window
        small = _pool(picture)[top:bottom, left:right].reshape(1, -1)
        apart = table - small
        return kinds[int(np.einsum("ij,ij->i", apart, apart).argmin())]

    def _table(self, wanted: Wanted) -> Table:
        """Candidates and their pooled renderings [n, pixels] within a window."""
        if wanted not in self._tables:
            self._tables[wanted] = self._draw_table(*wanted)
        return self._tables[wanted]

    def _draw_table(
        self, background: str, kinds: str, size: int, dx: int, dy: int, nudges: tuple[tuple[int, int], ...]
    ) -> Table:
        chosen = {"thing": thing_kinds(), "shape": shape_kinds(), "all": thing_kinds() + shape_kinds()}[kinds]
        window = _window(size, dx, dy) if len(nudges) == 1 else (0, EDGE // 2, 0, EDGE // 2)
        flat = background in COLOURS
        grounds = [ground_of(background, variant) for variant in range(1 if flat else VARIANTS)]
        top, bottom, left, right = window
        found, drawn = [], []
        for kind in chosen:
            sprite = self.sprite(kind, size // 2)
            canvases = np.repeat(np.stack(grounds), len(nudges), axis=0)
            for canvas, (x, y) in zip(canvases, nudges * len(grounds), strict=True):
                centre = (64 + dx + x, 64 + dy + y)
                overlay(canvas, sprite, *((place - size // 2) // 2 for place in centre))
            pooled = _pool(canvases[:, 2 * top : 2 * bottom, 2 * left : 2 * right])
            drawn.append(pooled.reshape(len(pooled), -1))
            found += [kind] * len(pooled)
        return found, np.concatenate(drawn), window


def _rgb(colour: str) -> Array:
    return np.array(COLOURS[colour], dtype=np.float32) / 255.0


@lru_cache(maxsize=512)
def ground_of(name: str, variant: int) -> Array:
    """A background at the judged size; not to be painted on."""
    whole = draw_background(name, 2 * EDGE, 2 * EDGE, variant)
    return np.asarray(whole.reshape(EDGE, 2, EDGE, 2, 3).mean((1, 3)), dtype=np.float32)


def _pool(pictures: Array) -> Array:
    """[..., 64, 64, 3] -> [..., 32, 32, 3]: a little blur, so that edges weigh less than shapes."""
    rows = pictures[..., ::2, :, :] + pictures[..., 1::2, :, :]
    return np.asarray((rows[..., ::2, :] + rows[..., 1::2, :]) / 4)


def _window(size: int, dx: int, dy: int) -> tuple[int, ...]:
    """The pooled square around one sprite: top, bottom, left, right."""
    half, x, y = size // 8, (64 + dx) // 4, (64 + dy) // 4
    return y - half, y + half, x - half, x + half


def to_judged(picture: Image.Image) -> Array:
    """Any square picture -> float [64, 64, 3] in 0..1."""
    small = picture.convert("RGB").resize((EDGE, EDGE), Image.Resampling.BOX)
    return np.asarray(small, dtype=np.float32) / 255.0
