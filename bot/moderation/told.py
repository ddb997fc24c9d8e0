"""What a job's words tell a model, in every way that they may be put together."""

from __future__ import annotations

import re
from contextlib import suppress

from engine.api.changing import by_call, chosen
from engine.api.errors import LukisError
from engine.api.recipe import Recipe
from engine.api.spread import side

_AGAINST = re.compile(r"[:：]\s*[-−－﹣]")


def told(prompt: str, recipe: Recipe) -> list[str]:
    """The texts of a job, and those that its seeds choose and its calls go through.

    What is not to be seen is no wish, and no text here: unless a weight below zero turns it round.
    """
    texts = dict.fromkeys((prompt, recipe.only))
    if _AGAINST.search(recipe.negative):
        texts[recipe.negative] = None
    ways = set[tuple[str, int]]()
    for image, one in enumerate(recipe.each()):
        words = side(prompt, image, recipe.images).text if recipe.spread else prompt
        ways.add((chosen([words], one.seed)[0], one.steps))
    for text, steps in sorted(ways):
        texts[text] = None
        with suppress(LukisError):
            texts |= dict.fromkeys(by_call(text, steps))
    return [text for text in texts if text.strip()]
