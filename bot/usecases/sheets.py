"""A sweep's contact sheet: what each of its pictures was made with, and the sheet itself as a picture to show."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

from bot.errors import NoStore, NotFound
from bot.locales import Say
from bot.messages import Shown
from bot.sheet import draw, layout
from bot.store import Store
from bot.store.pictures import sheet_of
from bot.store.rows import ImageRow, JobRow
from bot.usecases.names import file_name
from engine.api.recipe import Recipe
from engine.api.samplers import sampler_title
from engine.api.spread import side


def legend(say: Say, job: JobRow) -> str:
    """What each picture was made with, by its number, in the person's words."""
    told = []
    for i, recipe in enumerate(job.recipe.each()):
        words = side(job.prompt, i, job.recipe.images).label
        values = (
            say("result-own", name=say(f"parameter-{name}").lower(), value=value)
            for name, value in _values(job.recipe, recipe)
        )
        told.append(f"{i + 1} {', '.join(filter(None, (words, *values)))}")
    return " · ".join(told)


def sheet(job: JobRow, root: Path) -> Shown | None:
    """The sheet, whose index comes after all of the job's pictures; None where there is none.

    Whatever has been deleted moves it on, so that nobody keeps an earlier one for it.
    """
    file = sheet_of(job.id)
    if not job.recipe.sweep or not (root / file).exists():
        return None
    width, height = layout(job.prompt, job.recipe).size
    row = ImageRow(job.recipe.images + len(job.images) - len(job.shown), job.recipe.seed, width, height, file)
    return Shown(root / file, width, height, row.seed, row.index, file_name(job, row), job.number)


async def put_together(job: JobRow, store: Store) -> None:
    """Makes the sheet of the pictures that are there, unless there is one or the store takes nothing now."""
    if not job.recipe.sweep or not job.shown or not store.files.gone(sheet_of(job.id)):
        return
    try:
        there = {image.index: await store.files.read(image.file) for image in job.shown}
        labels = [_label(job, i, recipe) for i, recipe in enumerate(job.recipe.each())]
        png = await asyncio.to_thread(draw, there, labels, layout(job.prompt, job.recipe))
        await store.files.keep_sheet(job.id, png)
    except (NoStore, NotFound):
        return


def _label(job: JobRow, image: int, recipe: Recipe) -> str:
    """As the sheet has it, in letters that every font has: words in English, parameters as their flags say them."""
    english = job.translation.english if job.translation else job.prompt
    values = (f"{name} {value}" for name, value in _values(job.recipe, recipe))
    return ", ".join(filter(None, (side(english, image, job.recipe.images).label, *values)))


def _values(whole: Recipe, one: Recipe) -> Iterator[tuple[str, object]]:
    """What is swept besides words, by the parameter's name, with its value in one of the pictures."""
    for name in dict.fromkeys(name for point in whole.sweep for name in point.given):
        value = getattr(one, name)
        if name == "variations":
            yield "vary", value[-1].weight if value else 0
        elif name == "sampler":
            yield name, sampler_title(value)
        else:
            yield name, f"{value:g}" if isinstance(value, float) else str(value)
