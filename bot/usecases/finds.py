"""Parts of pictures found by words: what is looked for, and what people see of it before anything is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.changes import together
from bot.store.rows import JobRow
from bot.translating import Translation
from bot.usecases.sources import looked_at
from engine.api.finding import LONGEST
from engine.api.looking import looking
from engine.api.modes import MODES, REPLIED
from engine.api.recipe import Recipe
from engine.api.styles import framed
from engine.api.tags import find_tags


def asked_of_the_engine(job: JobRow, english: str, inputs: Mapping[str, bytes]) -> tuple[str, Recipe]:
    """What a job is drawn from: its English and its recipe. Where something is looked for in a picture that English is
    what, and the picture's own words go along, without tags: what those name may not be here, or fit no such model."""
    if not MODES[job.mode].leads:
        return dressed(english, job.recipe, job.negative)
    words = looked_at(inputs[REPLIED]).words
    return _untagged(words.prompt) if words else "", looking(job.recipe, english[:LONGEST])


def dressed(english: str, recipe: Recipe, negative: str) -> tuple[str, Recipe]:
    """English in the style that a recipe asks for; a model that knows few words is told nothing that it should leave
    out."""
    without = recipe.style.negative if recipe.style and not recipe.few else ""
    negative = together(negative, without) if without else negative
    return framed(english, recipe.frame), recipe.model_copy(update={"negative": negative})


def as_typed(job: JobRow) -> JobRow:
    """A job that looks for words just as they are, where it looks for any."""
    if not MODES[job.mode].leads:
        return job
    words = job.recipe.only
    return replace(job, translation=Translation(words, words, "und", "unchanged"))


def in_english(job: JobRow) -> Recipe:
    """The recipe of what is painted in a part that was found, which says what was looked for as the model heard it."""
    told = job.translation
    return job.recipe.model_copy(update={"only": told.english[:LONGEST]}) if told else job.recipe


def _untagged(text: str) -> str:
    for tag in reversed(find_tags(text)):
        text = text[: tag.start] + text[tag.stop :]
    return " ".join(text.split())
