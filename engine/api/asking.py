"""What somebody asks for who has a picture already: the parameters that a recipe stands for."""

from __future__ import annotations

from typing import Any

from engine.api import controls
from engine.api.cards import ModelCard
from engine.api.likes import LIKES
from engine.api.likes import led as liked
from engine.api.modes import CONTROLS, Mode
from engine.api.parameters import Parameters, Size
from engine.api.pictured import IMAGE_CFG_DEFAULT
from engine.api.recipe import Recipe
from engine.api.upscaling import REDRAWN

_OF_ANY_MODEL = {
    "seed",
    "variations",
    "count",
    "negative",
    "tile",
    "region",
    "only",
    "format",
    "extend",
    "like",
    "like_weight",
    "style",
    *CONTROLS,
}
"""What of a recipe means the same to another model."""


def asked_anew(recipe: Recipe, parameters: Parameters, card: ModelCard) -> Parameters:
    """What somebody asks for who has a picture of that recipe and wants these parameters of it otherwise."""
    kept = asked(recipe).model_dump(include=None if card.name == recipe.model else _OF_ANY_MODEL)
    given = parameters.model_dump(exclude_unset=True, exclude_none=True)
    if "ratio" in given:
        kept.pop("size", None)
    if "seed" in given:
        del kept["variations"]
    if "strength" in given:
        kept.pop("upscaler", None)
    if {"strength", "upscaler"} & given.keys():
        kept = {name: value for name, value in kept.items() if name not in _of_its_upscaler(recipe)}
    return Parameters.model_validate(kept | given)


def _of_its_upscaler(recipe: Recipe) -> set[str]:
    """What of a recipe suits nothing but the upscaler that drew the picture, in steps of its own."""
    return set() if recipe.noise_level is None else {"noise_level", "steps", "cfg"}


def made_of(recipe: Recipe, parameters: Parameters, card: ModelCard, mode: Mode) -> Parameters:
    """What somebody asks for who wants something else made of a picture of that recipe, with these parameters.

    A larger picture has its seed, others have one of their own.
    """
    own = {"steps", "cfg", "sampler", "vae"} if card.name == recipe.model else set[str]()
    kept = {"negative", "style"} | own
    kept |= {"seed", "variations"} if mode.enlarges else set()
    kept -= _of_its_upscaler(recipe)
    given = parameters.model_dump(exclude_unset=True, exclude_none=True)
    return Parameters.model_validate(asked(recipe).model_dump(include=kept) | given)


def calling(recipe: Recipe, mode: Mode) -> dict[str, Any]:
    """What somebody says besides a recipe to have it drawn in such a mode, by the names of parameters."""
    return {
        **({"depth": True} if "depth" in mode.calls else {}),
        **({"invert": True} if recipe.invert else {}),
    }


def asked(recipe: Recipe) -> Parameters:
    """What somebody would have to ask for to get such a recipe."""
    return Parameters(
        size=Size(recipe.width * recipe.scale, recipe.height * recipe.scale),
        steps=recipe.steps,
        cfg=recipe.cfg,
        sampler=recipe.sampler,
        seed=recipe.seed,
        variations=recipe.variations,
        count=recipe.count,
        negative=recipe.negative,
        strength=recipe.strength,
        image_cfg=None if recipe.image_cfg == IMAGE_CFG_DEFAULT else recipe.image_cfg,
        clip_skip=recipe.clip_skip,
        vae=recipe.vae or None,
        tile=recipe.tile,
        region=recipe.region or None,
        only=recipe.only,
        model=recipe.model,
        format=None if recipe.format == "png" else recipe.format,
        extend=recipe.extend if any(recipe.extend) else None,
        upscale=recipe.upscale if recipe.upscale > 1 else None,
        upscaler=(recipe.upscaler or REDRAWN) if recipe.upscale > 1 else None,
        noise_level=recipe.noise_level,
        style=recipe.style,
        **(controls.led(recipe.model_dump(include=set(CONTROLS))) if recipe.control else {}),
        **liked(recipe.model_dump(include={*LIKES})),
        **recipe.model_dump(include={"place", "loop"}),
    )
