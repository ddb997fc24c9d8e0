"""The held-out prompts that the figures are measured on; fixed by seeds."""

import random
from dataclasses import dataclass

from tools.starter.captions import caption
from tools.starter.palette import COLOURS, SHAPES
from tools.starter.scenes import Item, Scene, random_item
from tools.starter.things import THINGS


@dataclass(frozen=True)
class Asked:
    """A prompt and the scene that it asks for."""

    prompt: str
    scene: Scene

    @property
    def kinds(self) -> list[tuple[str, str | None]]:
        """What must be seen, in reading order."""
        return [(item.name, item.colour) for item in self.scene.items]


def shape_prompts(count: int, seed: int = 1) -> list[Asked]:
    """Coloured shapes on flat colours."""
    rng = random.Random(seed)
    scenes = [
        Scene(ground, (Item(shape, colour),))
        for shape in SHAPES
        for colour in COLOURS
        for ground in COLOURS
        if colour != ground
    ]
    return _choose(scenes, count, rng)


def thing_prompts(count: int | None = None, seed: int = 2) -> list[Asked]:
    """Things on flat colours: every thing once (or `count` of them)."""
    rng = random.Random(seed)
    scenes: list[Scene] = []
    for name in THINGS:
        grounds = rng.sample(tuple(COLOURS), len(COLOURS))
        candidates = (Scene(ground, (Item(name, None),)) for ground in grounds)
        scenes += [scene for scene in candidates if scene.held_out][:1]
    return _choose(scenes, count or len(scenes), rng)


def pair_prompts(count: int, seed: int = 3) -> list[Asked]:
    """Two different things, beside or above each other, in words that say which is where."""
    rng = random.Random(seed)
    scenes: list[Scene] = []
    while len(scenes) < count:
        ground = rng.choice(tuple(COLOURS))
        items = tuple(random_item(rng, ground) for _ in range(2))
        tinted = any(item.colour and not item.is_shape for item in items)
        scene = Scene(ground, items, rng.choice(("beside", "above")))
        if scene.held_out and not tinted and items[0] != items[1]:
            scenes.append(scene)
    return _choose(scenes, count, rng)


def _choose(scenes: list[Scene], count: int, rng: random.Random) -> list[Asked]:
    held = [scene for scene in scenes if scene.held_out]
    chosen = rng.sample(held, min(count, len(held)))
    return [Asked(caption(scene, rng, full=True), scene) for scene in chosen]
