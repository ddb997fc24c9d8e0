"""The recipe of a picture that is made larger: in which tiles, and how much of it is drawn anew."""

from __future__ import annotations

import math
from typing import Any

from engine.api.cards import ModelCard
from engine.api.parameters import PARAMETERS, Parameters, Size
from engine.api.sizes import Source
from engine.api.tiles import STEP
from engine.api.upscaling import PLAIN, REDRAWN, USUAL, check_larger


def larger(card: ModelCard, source: Source, given: Size, asked: Parameters, steps: int) -> dict[str, Any]:
    """What of a recipe is otherwise that makes a picture of that size larger, in tiles of the model's own size.

    The larger it becomes, the less of the whole a tile shows, and the less it may leave its place in it: the words are
    of the whole. There are as many steps as it takes for one of them to be made.

    Raises:
        TooLarge: it would have more pixels than are drawn.
    """
    times = asked.upscale or USUAL
    size, step = check_larger(given, times), STEP * card.scale
    drawn = Size(*(-(-side // step) * STEP for side in size))
    changes = {
        "width": drawn.width,
        "height": drawn.height,
        "tile": None,
        "delivered": size,
        "upscale": times,
        "noise_level": asked.noise_level,
    }
    if upscaler := _upscaler(card, source, asked):
        return changes | {"piece": drawn, "upscaler": upscaler, "count": 1}
    strength = asked.strength or _strength(card, times)
    return changes | {
        "piece": Size(*map(min, card.native, drawn)),
        "strength": strength,
        "steps": max(steps, math.ceil(1 / strength)),
    }


def _upscaler(card: ModelCard, source: Source, asked: Parameters) -> str:
    """What makes it larger where that is not the model. One whose pictures are delivered larger than drawn would lose
    what is fine in a picture that it did not make."""
    if asked.upscaler:
        return "" if asked.upscaler == REDRAWN else asked.upscaler
    return PLAIN if asked.strength is None and card.scale > 1 and not isinstance(source.shape, Size) else ""


def _strength(card: ModelCard, times: int) -> float:
    """The model's own for twice as large, less for more."""
    least = PARAMETERS["strength"].least or 0
    return card.allowed(max(least, round(card.defaults.upscale * math.sqrt(USUAL / times), 2)))
