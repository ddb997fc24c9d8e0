"""From one picture to another: the words between which frames lie, and where each of them lies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from engine.api.values import Words

LEAST, MOST, USUAL = 2, 48, 12
"""Frames of a morph."""

MOST_SIDES = 8
"""Descriptions that one goes through."""

FRAMES = Words(
    ("--frames",),
    "integer",
    "Frames",
    "How many pictures lead from the first to the last: from each description to the next, with | between them, "
    "or to another seed or picture. They come as an animation.",
    "24",
    rare=True,
)
LOOP = Words(
    ("--loop",),
    "switch",
    "Back and forth",
    "The animation goes back to its beginning before it starts again.",
    rare=True,
)
PLACE = Words(
    ("--at",),
    "number",
    "Place",
    "One frame alone, with | between the descriptions: 0 is the first of them, 1 the last, 0.5 half-way.",
    "0.5",
    rare=True,
)
"""How people name what there is to say of them."""

_TOKEN = re.compile(r"\\.|[(\[{（［｛)\]}）］｝|｜]|[^\\()\[\]{}（［｛）］｝|｜]+|\\", re.DOTALL)


class Stretch(NamedTuple):
    """Between which two of several things a place lies, by their numbers, and how far from the one to the other."""

    first: int
    last: int
    share: float


def sides(prompt: str) -> tuple[str, ...]:
    """The descriptions in a prompt, with `|` between them; those in brackets have meanings of their own and stay.

    >>> sides("a {red|blue} fox | a cat")
    ('a {red|blue} fox', 'a cat')
    """
    found, depth = [""], 0
    for token in _TOKEN.findall(prompt):
        if token in "|｜" and not depth:
            found.append("")
            continue
        depth = max(0, depth + (token in "([{（［｛") - (token in ")]}）］｝"))
        found[-1] += token
    return tuple(side.strip() for side in found if side.strip())


def joined(texts: Iterable[str]) -> str:
    """One prompt of such descriptions, as many as there are texts."""
    return " | ".join(" ".join(sides(text)) for text in texts)


def nearest(prompt: str, place: float | None) -> str:
    """The description that a place is nearest to; all of a prompt that has no places."""
    texts = sides(prompt)
    if place is None or not texts:
        return prompt
    return texts[round(place * (len(texts) - 1))]


def stretch(place: float, count: int) -> Stretch:
    """Where a place, 0 to 1, lies on the way through so many things.

    >>> stretch(0.75, 3)
    Stretch(first=1, last=2, share=0.5)
    """
    way = round(place * (count - 1), 4)
    first = max(0, min(int(way), count - 2))
    return Stretch(first, min(first + 1, count - 1), way - first)
