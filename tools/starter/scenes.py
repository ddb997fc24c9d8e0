"""What is in a picture: scenes, how they are laid out, and which ones are held out."""

import random
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import accumulate

from tools.starter.backgrounds import PLACES, VARIANTS
from tools.starter.palette import COLOURS, NATURAL_COLOURS, SHAPES
from tools.starter.things import THINGS

SQUARE = (128, 128)
SIZES = (SQUARE, (176, 96), (96, 176), (144, 112), (112, 144))
"""Canvas sizes in pixels (width, height), multiples of 16; square is the native one."""

ONE, SMALL = 92, 56
"""Edge of a sprite in pixels: alone (or "big"), one of several (or "small")."""

WEIGHTS = tuple(accumulate(thing.weight for thing in THINGS.values()))
"""Of all things, added up, as `random.choices` takes them."""

STEP = 16
"""Centres lie on this grid, one latent cell, so that the autoencoder sees few alignments."""


@dataclass(frozen=True)
class Item:
    """One sprite in a scene; x and y are its centre in pixels."""

    name: str
    colour: str | None
    x: int = 0
    y: int = 0
    size: int = ONE

    @property
    def is_shape(self) -> bool:
        """Coloured shapes; a thing of the same name without a colour is a thing."""
        return self.name in SHAPES and self.colour is not None


@dataclass(frozen=True)
class Scene:
    """A picture to draw. `layout` is one, beside, above, count or small."""

    background: str
    items: tuple[Item, ...]
    layout: str = "one"
    variant: int = 0
    width: int = 128
    height: int = 128

    @property
    def held_out(self) -> bool:
        """True for the tenth of all combinations that training never sees."""
        words = [f"{item.colour}/{item.name}" for item in self.items]
        key = "|".join(words) if len(words) > 1 else f"{words[0]}|{self.background}"
        return blake2b(key.encode(), digest_size=4).digest()[0] % 10 == 0


def place(scene: Scene, rng: random.Random) -> Scene:
    """Gives every item its centre and size for the scene's layout and canvas."""
    spots = _spots(scene, rng)
    size = ONE if scene.layout == "one" else SMALL
    items = tuple(replace(item, x=x, y=y, size=size) for item, (x, y) in zip(scene.items, spots, strict=True))
    return replace(scene, items=items)


def _spots(scene: Scene, rng: random.Random) -> list[tuple[int, int]]:
    """Centres on the grid, in reading order."""
    wide, high = scene.width, scene.height
    x, y = _middle(wide, rng), _middle(high, rng)
    if scene.layout in ("one", "small"):
        half = ONE // 2 if scene.layout == "one" else SMALL // 2
        return [(x + _nudge(x, half, wide, rng), y + _nudge(y, half, high, rng))]
    if scene.layout == "beside":
        return [(32, y), (wide - 32 - wide % 32, y)] if wide >= 128 else [(32, y), (64, y)]
    if scene.layout == "above":
        return [(x, 32), (x, high - 32 - high % 32)]
    if scene.layout == "count":
        corners = [(x - 32, y - 32), (x + 32, y - 32), (x - 32, y + 32), (x + 32, y + 32)]
        count = len(scene.items)
        return {2: [(x - 32, y), (x + 32, y)], 3: [*corners[:2], (x, y + 32)]}.get(count, corners)
    return [(x, y)]


def _middle(extent: int, rng: random.Random) -> int:
    """The grid line nearest the middle (one of the two nearest, if they tie)."""
    half = extent // 2
    return half if half % STEP == 0 else half + rng.choice((-1, 1)) * (STEP // 2)


def _nudge(centre: int, half: int, extent: int, rng: random.Random) -> int:
    """Mostly 0, at times one grid step aside where the sprite still fits."""
    if rng.random() < 0.88:
        return 0
    step = rng.choice((-STEP, STEP))
    return step if half <= centre + step <= extent - half else 0


def sample_scene(rng: random.Random, *, pairs: float = 0.25, size: tuple[int, int] = SQUARE) -> Scene:
    """Draws a random scene that is not held out.

    Args:
        rng: Source of randomness.
        pairs: Share of scenes with two different things.
        size: Canvas (width, height) in pixels.
    """
    while True:
        scene = _candidate(rng, pairs, size)
        if not scene.held_out:
            return place(scene, rng)


def _candidate(rng: random.Random, pairs: float, size: tuple[int, int]) -> Scene:
    background = random_background(rng)
    wide, high = size
    layout = _layout(rng, pairs, size)
    count = {"beside": 2, "above": 2}.get(layout, 1)
    items = tuple(random_item(rng, background) for _ in range(count))
    if layout == "count":
        items = items * rng.choice((2, 2, 3, 3, 4))
    return Scene(background, items, layout, rng.randrange(VARIANTS), wide, high)


def _layout(rng: random.Random, pairs: float, size: tuple[int, int]) -> str:
    """Only layouts that fit: two beside each other need 128 pixels of width."""
    roll = rng.random()
    if roll < pairs:
        fits = [name for name, edge in zip(("beside", "above"), size, strict=True) if edge >= 128]
        return fits[0] if len(fits) == 1 or rng.random() < 0.65 else fits[1]
    if size != SQUARE:
        return "one"
    rest = rng.random()
    return "count" if rest < 0.05 else "small" if rest < 0.09 else "one"


def random_background(rng: random.Random) -> str:
    """A flat colour (60 %) or a place."""
    return rng.choice(tuple(COLOURS)) if rng.random() < 0.6 else rng.choice(PLACES)


def random_item(rng: random.Random, background: str) -> Item:
    """A thing (86 %, a tenth of them tinted) or a coloured shape, not in the background's colour."""
    colour = rng.choice([name for name in COLOURS if name != background])
    if rng.random() < 0.14:
        return Item(rng.choice(tuple(SHAPES)), colour)
    (name,) = rng.choices(tuple(THINGS), cum_weights=WEIGHTS)
    return Item(name, colour if rng.random() < 0.1 and can_tint(name, colour) else None)


def can_tint(name: str, colour: str) -> bool:
    """Not shapes' names, and not the colour the thing has by nature."""
    return name not in SHAPES and NATURAL_COLOURS.get(name) != colour
