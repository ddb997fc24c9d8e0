"""The recipe of a picture that is made larger: in which tiles, and how much of it is drawn anew."""

from __future__ import annotations

import math
from typing import Any

from engine.api.cards import ModelCard
from engine.api.parameters import PARAMETERS, Parameters, Size
from engine.api.tiles import STEP
from engine.api.upscaling import USUAL, check_larger


def larger(card: ModelCard, given: Size, asked: Parameters, steps: int) -> dict[str, Any]:
    """What of a recipe is otherwise that makes a picture of that size larger, in tiles of the model's own size.

    The larger it becomes, the less of the whole a tile shows, and the less it may leave its place in it: the words are
    of the whole. There are as many steps as it takes for one of them to be made.

    Raises:
        TooLarge: it would have more pixels than are drawn.
    """
    times = asked.upscale or USUAL
    size, step = check_larger(given, times), STEP * card.scale
    drawn = Size(*(-(-side // step) * STEP for side in size))
    strength = asked.strength or _strength(card, times)
    return {
        "width": drawn.width,
        "height": drawn.height,
        "piece": Size(*map(min, card.native, drawn)),
        "tile": None,
        "delivered": size,
        "upscale": times,
        "strength": strength,
        "steps": max(steps, math.ceil(1 / strength)),
    }


def _strength(card: ModelCard, times: int) -> float:
    """The model's own for twice as large, less for more."""
    least = PARAMETERS["strength"].least or 0
    return card.allowed(max(least, round(card.defaults.upscale * math.sqrt(USUAL / times), 2)))
