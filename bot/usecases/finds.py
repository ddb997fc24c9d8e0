"""Parts of pictures found by words: what is looked for, and what people see of it before anything is drawn."""

from __future__ import annotations

from collections.abc import Mapping

from bot.store.rows import JobRow
from bot.usecases.sources import looked_at
from engine.api.looking import looking
from engine.api.modes import MODES, REPLIED
from engine.api.recipe import Recipe
from engine.api.tags import find_tags


def asked_of_the_engine(job: JobRow, english: str, inputs: Mapping[str, bytes]) -> tuple[str, Recipe]:
    """What a job is drawn from: its English and its recipe. Where something is looked for in a picture that English is
    what, and the picture's own words go along, without tags: what those name may not be here, or fit no such model."""
    if not MODES[job.mode].leads:
        return english, job.recipe.model_copy(update={"negative": job.negative})
    words = looked_at(inputs[REPLIED]).words
    return _untagged(words.prompt) if words else "", looking(job.recipe, english)


def _untagged(text: str) -> str:
    for tag in reversed(find_tags(text)):
        text = text[: tag.start] + text[tag.stop :]
    return " ".join(text.split())
