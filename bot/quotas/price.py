"""What a job counts as."""

from __future__ import annotations

from typing import NamedTuple

from engine.api.controls import COST
from engine.api.modes import MODES
from engine.api.recipe import Recipe

UNIT = 512 * 512 * 20
"""Pixels times steps of a picture whose work is 1."""

LEAST = 0.1
"""The work of a picture that hardly takes any, such as one that is only made larger: so a window that is full has no
more jobs than ten times what may be in it."""


class Price(NamedTuple):
    """What is counted of a job."""

    pictures: int
    work: float


def price(mode: str, recipe: Recipe) -> Price:
    """What a job is booked as. A part that is looked for in a picture is a step on the way to another, and free."""
    if MODES[mode].leads:
        return Price(0, 0.0)
    return Price(recipe.images, sum(map(_work, recipe.each())))


def _work(one: Recipe) -> float:
    """The work of a single picture: 1 is one of 512 x 512 pixels and 20 steps."""
    if one.stretched:
        return LEAST
    part, led = one.part, 1 + COST * len(one.control)
    return max(LEAST, part.width * part.height * one.parts * one.calls * led / UNIT)
