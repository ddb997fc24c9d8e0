"""What stands below a picture: how it was made, and what of the wish could not be."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from bot.locales import Say
from bot.store.rows import ImageRow, JobRow
from bot.usecases.sheets import valued
from engine.api.cards import ModelCard
from engine.api.modes import MODES
from engine.api.parameters import PARAMETERS
from engine.api.samplers import sampler_title


def facts(say: Say, job: JobRow, images: tuple[ImageRow, ...], model: ModelCard | None) -> tuple[str, ...]:
    """Seed, size and the rest of the recipe, where that can be read; nothing that the model does not know."""
    if job.lost:
        return ()
    recipe, (common, own) = job.recipe, values(job, images, model)
    told = [valued(say, name, value) for name, value in own.items()]
    drawn = say("result-redrawn" if recipe.redrawn else "result-facts", **common)
    return (" · ".join(told if recipe.stretched else (drawn, *told)),)


def values(
    job: JobRow, images: tuple[ImageRow, ...], model: ModelCard | None
) -> tuple[dict[str, Any], dict[str, Any]]:
    """By the names of parameters: what every picture has, and what this job's have besides."""
    recipe, first = job.recipe, images[0]
    common = {
        "seed": "…".join(dict.fromkeys(str(image.seed) for image in (first, images[-1]))),
        "size": f"{first.width}×{first.height}",
        "steps": recipe.steps,
        "sampler": sampler_title(recipe.sampler),
        "cfg": recipe.cfg,
        "model": recipe.model,
    }
    own = {
        name: value
        for name, value in recipe.own(MODES[job.mode]).items()
        if name not in common and not (model and PARAMETERS[name].strange_to(model.family))
    }
    if not recipe.redrawn:
        own |= {name: value for name in ("clip_skip", "vae") if (value := getattr(recipe, name))}
    if recipe.invert:
        own |= {"invert": True}
    if recipe.tile is not None:
        own |= {"tile": {"both": "x+y"}.get(recipe.tile, recipe.tile)}
    if recipe.style and recipe.style.worn:
        own |= {"style": str(recipe.style)}
    if recipe.variations and not recipe.redrawn:
        own = {"vary": recipe.variations[-1].weight} | own
    own = {name: ", ".join(value) if type(value) is tuple else value for name, value in own.items()}
    if recipe.stretched:  # nothing else of the recipe has a say
        own = {"size": common["size"]} | own
    return common, own


def narrowed(say: Say, job: JobRow, images: tuple[ImageRow, ...]) -> tuple[str, ...]:
    """That the model draws no such size or shape as was asked for."""
    if not job.asked or job.lost:
        return ()
    size, asked = f"{images[0].width}×{images[0].height}", job.asked.replace("x", "×")
    return (say("result-narrowed", asked=asked, size=size, model=job.recipe.model),)


def unheard(say: Say, job: JobRow, model: ModelCard | None) -> tuple[str, ...]:
    """That it made no difference what was to be left out: without guidance a model is not told of it."""
    told = job.negative if not job.lost else ""
    if not told or (model and told == model.defaults.negative):
        return ()
    if job.recipe.stretched:
        return ()
    if (
        model and model.family == "flux" and not job.recipe.redrawn
    ):  # its guidance is no comparison of two texts
        return (say("result-unheard", model=model.name),)
    return (say("result-unheard", model="none"),) if job.recipe.cfg == 1 else ()


def hint(say: Say, job: JobRow, model: ModelCard | None) -> tuple[str, ...]:
    """What a small model draws, where that drew and the prompt names none of it."""
    if model is None or not model.draws or job.translation is None or job.recipe.upscaler:
        return ()
    if _naming(model.draws).search(job.translation.english):
        return ()
    return (say("result-draws", examples="; ".join(model.examples[:3])),)


@lru_cache(maxsize=16)
def _naming(things: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of the things, or their last words ("apple" of "red apple"), in one or several."""
    words = {word for thing in things for word in (thing, thing.split()[-1])}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})(?:s|es)?\b", re.IGNORECASE)
