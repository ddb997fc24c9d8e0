"""How a model is asked to look for something in a picture."""

from __future__ import annotations

from engine.api.recipe import Recipe

STEPS, STRENGTH = 5, 0.8
"""Looks at a picture: under half of its noise and under less; the last sees it as it is."""


def looking(recipe: Recipe, words: str) -> Recipe:
    """What a model is asked that looks for these words in a picture, from the recipe of what is to be painted there."""
    return recipe.model_copy(
        update={
            "only": words,
            "steps": STEPS,
            "strength": STRENGTH,
            "sampler": "ddim",
            "count": 1,
            "sweep": (),
            "variations": (),
            "tile": None,
        }
    )
