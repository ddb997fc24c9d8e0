"""Morphs: the frames between two or more descriptions, seeds or pictures, as the recipe of one job."""

from __future__ import annotations

from collections.abc import Sequence

from engine.api.between import MOST, MOST_SIDES, sides, stretch
from engine.api.cards import ModelCard
from engine.api.errors import NothingBetween, OutOfRange, TooManyTexts
from engine.api.modes import END, REPLIED, Mode
from engine.api.parameters import PARAMETERS, Parameters, Variation
from engine.api.points import Point
from engine.api.recipe import Recipe, resolve
from engine.api.sizes import Source
from engine.api.sweeping import Axes


def check_frames(prompt: str, parameters: Parameters, axes: Axes, inputs: Sequence[str] = ()) -> None:
    """Raises what there is to say against a morph of such words, flags and pictures.

    Raises:
        NothingBetween: there is only one thing to show.
        TooManyTexts: there are too many descriptions.
        OutOfRange: there are more of them than frames, or another parameter than the seed has several values.
    """
    count = len(sides(prompt))
    if count > MOST_SIDES:
        raise TooManyTexts(limit=MOST_SIDES)
    if other := next((name for name in axes if name != "seed"), None):
        value = ",".join(map(str, axes[other]))
        raise OutOfRange.unlike(PARAMETERS[other].flag, value, PARAMETERS[other].words.example)
    if parameters.count > 1:
        raise OutOfRange.beyond(PARAMETERS["count"].flag, str(parameters.count), 1, 1)
    between = max(count, len(axes.get("seed", ())))
    if parameters.frames and between > parameters.frames:
        raise OutOfRange.beyond(PARAMETERS["frames"].flag, str(parameters.frames), between, MOST)
    if between < 2 and not {REPLIED, END} & {*inputs}:
        raise NothingBetween()


def resolve_between(
    parameters: Parameters,
    axes: Axes,
    card: ModelCard,
    mode: Mode,
    inputs: Sequence[str],
    source: Source | None = None,
) -> Recipe:
    """As `resolve`: a morph with a point for each frame, or the one frame whose place is asked for.

    Raises:
        OutOfRange: a value lies outside what the card allows.
    """
    whole = resolve(parameters.model_copy(update={"place": None}), card, mode, source=source)
    seeds = axes.get("seed", (whole.seed,))
    if parameters.place is not None or not parameters.frames:
        return whole.model_copy(
            update=_point(whole, parameters.place or 0.0, seeds, inputs).given | {"loop": False}
        )
    last = parameters.frames - 1
    points = (_point(whole, round(i / last, 6), seeds, inputs) for i in range(parameters.frames))
    return whole.model_copy(update={"sweep": tuple(points)})


def _point(whole: Recipe, place: float, seeds: Sequence[int], inputs: Sequence[str]) -> Point:
    """One frame. On the way from a seed to the next, that one's noise is mixed in."""
    noise: dict[str, object] = {}
    if len(seeds) > 1:
        first, last, share = stretch(place, len(seeds))
        mixed = (Variation(seeds[last], round(share, 4)),) if 0 < share < 1 else ()
        noise = {"seed": seeds[last] if share == 1 else seeds[first], "variations": mixed}
    strength = left(place, whole.strength, END in inputs) if REPLIED in inputs else None
    return Point(place=place, strength=strength, **noise)


def left(place: float, most: float, two: bool) -> float:
    """How far a frame leaves the pictures between which it lies: not at all where one is, and furthest from both."""
    share = 4 * place * (1 - place) if two else place
    return max(round(most * share, 4), PARAMETERS["strength"].least or 0)
