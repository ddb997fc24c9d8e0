"""Sweeps: the same picture with other values of some parameters, or other words, to see what each does."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from math import floor, log10, prod
from random import Random
from types import MappingProxyType
from typing import Any

from engine.api.cards import ModelCard
from engine.api.errors import TooManyPictures
from engine.api.modes import Mode
from engine.api.parameters import Parameters
from engine.api.points import MOST_SWEPT, Point
from engine.api.recipe import Recipe, resolve
from engine.api.sizes import Source
from engine.api.spread import ways
from engine.api.values import SEEDS

AXES = frozenset({"steps", "cfg", "sampler", "seed", "vary", "strength", "control_weight", "like_weight"})
"""Names of the parameters that may have several values."""

Axes = Mapping[str, tuple[Any, ...]]
"""The values of each such parameter, in the order in which they were asked for."""

NO_AXES: Axes = MappingProxyType({})

_EVEN = (5, 4, 6, 7, 3)
"""How many values a range gets where nobody says: the first that leaves even steps between them."""

_FEW = 8
"""Whole numbers of a range that are all tried."""


def between(first: float, last: float, count: int | None, *, whole: bool) -> list[Any]:
    """The values of a range, ends included; a good few where there is no `count`.

    >>> between(2.0, 8.0, None, whole=False)
    [2.0, 4.0, 6.0, 8.0]
    """
    width = abs(last - first)
    if count is None and whole and width < _FEW:
        count = int(width) + 1
    if count is None:
        count = next((each for each in _EVEN if _even(width / (each - 1), whole)), _EVEN[0])
    steps = max(count - 1, 1)
    values = [first + (last - first) * i / steps for i in range(count)]
    return list(dict.fromkeys(round(value) if whole else round(value, 4) for value in values))


def _even(step: float, whole: bool) -> bool:
    """Whether it is a round number: 0.25, 2, 50."""
    if not step or (whole and step != int(step)):
        return False
    return round(step / 10 ** floor(log10(step)), 6) in (1, 2, 2.5, 5)


def pictures(prompt: str, parameters: Parameters, axes: Axes) -> int:
    """How many pictures are asked for."""
    return parameters.count * ways(prompt) * prod(map(len, axes.values()))


def swept(prompt: str, parameters: Parameters, axes: Axes) -> bool:
    """Whether something is tried with several values or in several words."""
    return pictures(prompt, parameters, axes) > parameters.count


def check_pictures(prompt: str, parameters: Parameters, axes: Axes) -> None:
    """Raises TooManyPictures where a sweep would have more than `MOST_SWEPT`."""
    count = pictures(prompt, parameters, axes)
    if count > max(MOST_SWEPT, parameters.count):
        raise TooManyPictures(count=min(count, 10**6), limit=MOST_SWEPT)


def resolve_all(
    prompt: str, parameters: Parameters, axes: Axes, card: ModelCard, mode: Mode, source: Source | None = None
) -> Recipe:
    """As `resolve`, with a point for each combination where there is something to sweep; words change slowest.

    All start from the same noise, unless it is the seed that is swept.

    Raises:
        OutOfRange: a value lies outside what the card allows.
    """
    if not swept(prompt, parameters, axes):
        return resolve(parameters, card, mode, source=source)
    luck = Random().randrange(SEEDS)
    asked = [dict(zip(axes, point, strict=True)) for point in product(*axes.values())]
    recipes = [
        alone
        for each in asked
        for alone in resolve(parameters.model_copy(update=each), card, mode, Random(luck), source).each()
    ]
    first, every = recipes[0], recipes * ways(prompt)
    return first.model_copy(update={"sweep": tuple(_point(first, each) for each in every)})


def _point(first: Recipe, other: Recipe) -> Point:
    return Point(
        **{
            name: value
            for name in Point.model_fields
            if (value := getattr(other, name)) != getattr(first, name)
        }
    )
