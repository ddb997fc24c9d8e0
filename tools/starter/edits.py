"""Pairs of scenes that differ in one thing, and the words that ask for the second of them (stdlib)."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from tools.starter.backgrounds import PLACES
from tools.starter.captions import article, colour_word, noun
from tools.starter.palette import COLOURS, PLACES_WORDS
from tools.starter.scenes import (
    SMALL,
    SQUARE,
    Item,
    Scene,
    can_tint,
    random_background,
    random_item,
    sample_scene,
)

COLOUR = (
    "make {it} {colour}",
    "make {it} {colour}",
    "make {the} {colour}",
    "make {the} {colour}",
    "turn {the} {colour}",
    "paint {it} {colour}",
    "paint {the} {colour}",
    "change {the} to {colour}",
    "{a_coloured}",
    "{colour}",
)
GROUND = (
    "make the background {colour}",
    "make the background {colour}",
    "change the background to {colour}",
    "on a {colour} background",
    "put {it} on {colour}",
    "{colour} background",
)
PLACE = (
    "make it {place}",
    "make it {place}",
    "make it {place}",
    "put {it} {place}",
    "put {the} {place}",
    "{place}",
)
MOOD = (
    "make it {place}",
    "make it {place}",
    "make it {place}",
    "turn it into {place}",
    "change to {place}",
    "{place}",
)
MOODS = {
    "night": ("night", "night", "night time", "a starry night", "dark"),
    "grass": ("day", "daytime", "sunny", "spring", "summer"),
    "snow": ("snowy", "winter", "snow"),
    "sunset": ("sunset", "evening", "dusk"),
    "beach": ("a beach", "a beach day"),
    "space": ("space",),
    "sea": ("underwater", "under water"),
    "forest": ("a forest",),
    "desert": ("a desert",),
}
"""What a place is also called where a picture is to become it."""
ADD = ("add {a}", "add {a}", "add {a}", "put {a} in", "with {a}", "draw {a} too")
REMOVE = ("remove {the}", "remove {the}", "delete {the}", "take {the} away", "without {the}", "erase {the}")
REPLACE = (
    "replace {the} with {a}",
    "turn {the} into {a}",
    "make {it} {a}",
    "make {the} {a}",
    "change {the} to {a}",
)
CORNER = 96
"""Where a thing that is added to one alone has its centre, in pixels: below right, before it."""


@dataclass(frozen=True)
class Edit:
    """A scene, what is asked of it, and what it becomes."""

    before: Scene
    words: str
    after: Scene
    kind: str

    @property
    def held_out(self) -> bool:
        """True for edits that training never sees."""
        return self.after.held_out or self.before.held_out


def sample_edit(rng: random.Random, size: tuple[int, int] = SQUARE, *, kind: str | None = None) -> Edit:
    """Draws a random edit that is not held out.

    Args:
        rng: Source of randomness.
        size: Canvas (width, height) in pixels.
        kind: One of `KINDS`; a random one unless given.
    """
    while True:
        edit = edit_of(sample_scene(rng, pairs=0.3, size=size), kind or _kind(rng), rng)
        if edit is not None and not edit.held_out:
            return edit


def _kind(rng: random.Random) -> str:
    """What people ask for most, most often."""
    return rng.choices(tuple(KINDS), (4, 4, 1, 1, 1))[0]


def edit_of(scene: Scene, kind: str, rng: random.Random) -> Edit | None:
    """An edit of a kind that begins at a scene, or None where there is nothing to do."""
    told = KINDS[kind](scene, rng)
    return Edit(told[0], told[1], told[2], kind) if told else None


Told = tuple[Scene, str, Scene] | None


def _colour(scene: Scene, rng: random.Random) -> Told:
    """One thing (or all of a kind) in another colour."""
    chosen = rng.choice(scene.items)
    colours = [name for name in COLOURS if name not in (chosen.colour, scene.background)]
    colour = rng.choice(colours)
    if not (chosen.is_shape or can_tint(chosen.name, colour)):
        return None
    items = tuple(replace(i, colour=colour) if _alike(i, chosen) else i for i in scene.items)
    return scene, _say(rng, COLOUR, chosen, scene, colour=colour), replace(scene, items=items)


def _ground(scene: Scene, rng: random.Random) -> Told:
    """Another background: a colour or a place."""
    name = random_background(rng) if rng.random() < 0.5 else rng.choice((*PLACES, "night"))
    if name == scene.background or any(item.colour == name for item in scene.items):
        return None
    after = replace(scene, background=name)
    if name in COLOURS:
        return scene, _say(rng, GROUND, scene.items[0], scene, colour=name), after
    forms, words = rng.choice(((PLACE, PLACES_WORDS), (MOOD, MOODS)))
    return scene, _say(rng, forms, scene.items[0], scene, place=rng.choice(words[name])), after


def _add(scene: Scene, rng: random.Random) -> Told:
    """A second thing: where a pair has its other one, or in front of one that is alone."""
    if scene.layout in ("beside", "above"):
        kept = rng.randrange(2)
        if _alike(*scene.items):
            return None
        before = replace(scene, items=(scene.items[kept],), layout="small")
        return before, _say(rng, ADD, scene.items[1 - kept], scene), scene
    if scene.layout != "one" or (scene.width, scene.height) != SQUARE:
        return None
    more = replace(random_item(rng, scene.background), x=CORNER, y=CORNER, size=SMALL)
    return scene, _say(rng, ADD, more, scene), replace(scene, items=(*scene.items, more))


def _remove(scene: Scene, rng: random.Random) -> Told:
    """One of two things goes."""
    told = _add(scene, rng)
    if told is None:
        return None
    before, _, after = told
    (gone,) = (item for item in after.items if item not in before.items)
    return after, _say(rng, REMOVE, gone, scene), before


def _replace(scene: Scene, rng: random.Random) -> Told:
    """One thing becomes another."""
    chosen, other = rng.choice(scene.items), random_item(rng, scene.background)
    if other.name == chosen.name:
        return None
    items = tuple(replace(other, x=i.x, y=i.y, size=i.size) if _alike(i, chosen) else i for i in scene.items)
    return scene, _say(rng, REPLACE, chosen, scene, other), replace(scene, items=items)


KINDS: dict[str, Callable[[Scene, random.Random], Told]] = {
    "colour": _colour,
    "ground": _ground,
    "add": _add,
    "remove": _remove,
    "replace": _replace,
}


def _alike(one: Item, other: Item) -> bool:
    return (one.name, one.colour) == (other.name, other.colour)


def _say(
    rng: random.Random,
    forms: tuple[str, ...],
    item: Item,
    scene: Scene,
    other: Item | None = None,
    colour: str = "red",
    place: str = "",
) -> str:
    """The words of an edit of an item; "it" only where the picture has one thing."""
    alone = len({(i.name, i.colour) for i in scene.items}) == 1
    the, name, word = f"the {noun(item, rng)}", noun(item, rng), colour_word(colour, rng)
    coloured = replace(other or item, colour=(other or item).colour)
    words = f"{colour_word(coloured.colour, rng)} " if coloured.colour else ""
    return rng.choice(forms).format(
        it="it" if alone else the,
        the=the,
        a=article(words + noun(coloured, rng), rng),
        a_coloured=article(f"{word} {name}", rng),
        colour=word,
        place=place,
    )
