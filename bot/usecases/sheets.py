"""What pictures are put together to: a sweep's labelled contact sheet; of a morph some frames, and the animation; a
mask over the picture that it is of."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.errors import NoStore, NotFound
from bot.locales import Say
from bot.messages import Shown
from bot.pictures import moving
from bot.pictures.veil import veiled, veiled_size
from bot.sheet import MOST_FRAMES, draw, layout
from bot.store import Store
from bot.store.pictures import made_of, motion_of, sheet_of
from bot.store.rows import ImageRow, JobRow
from bot.usecases.looks import titled
from bot.usecases.names import file_name
from engine.api.modes import MODES, REPLIED
from engine.api.recipe import Recipe
from engine.api.samplers import sampler_title
from engine.api.spread import side


def valued(say: Say, name: str, value: Any) -> str:
    """A parameter with its value; a switch that is on by its name alone."""
    label = say(f"parameter-{name}").lower()
    value = titled(say, str(value)) if name == "style" else value
    return label if value is True else say("result-own", name=label, value=value)


def legend(say: Say, job: JobRow) -> str:
    """What each picture was made with, by its number, in the person's words; of a morph how many they are."""
    if job.recipe.moving:
        return say("result-frames", count=job.recipe.images)
    told = []
    for i, recipe in enumerate(job.recipe.each()):
        words = side(job.prompt, i, job.recipe.images).label
        values = (valued(say, name, value) for name, value in _values(job.recipe, recipe))
        told.append(f"{i + 1} {', '.join(filter(None, (words, *values)))}")
    return " · ".join(told)


def counted(say: Say, job: JobRow) -> tuple[str, ...]:
    """How many pictures will come, where that is not what the person wrote."""
    if not job.recipe.sweep:
        return ()
    return (say("status-morph" if job.recipe.moving else "status-sweep", count=job.recipe.images),)


def numbered(job: JobRow) -> list[int]:
    """The pictures that have a button of their own: all, or those of a morph that the strip shows."""
    there = [image.index for image in job.shown]
    return [i for i in there if not job.recipe.moving or i in _some(job)]


def _some(job: JobRow) -> list[int]:
    return moving.evenly(job.recipe.images, MOST_FRAMES)


MOTION = 500
"""From this index on a morph's animation is meant; whatever has been deleted moves it on."""


def lasting(index: int) -> int:
    """By what a picture is known for good: a morph's animation by the same, whatever has been deleted of it."""
    return min(index, MOTION)


def motion(job: JobRow, root: Path) -> Shown | None:
    """A morph's animation; None where there is none."""
    file = (
        motion_of(job.id) if job.id and job.recipe.moving else None
    )  # an id may be what can't be read of a row
    if file is None or not (root / file).exists():
        return None
    width, height = moving.size(job.images[0].width, job.images[0].height)
    row = ImageRow(MOTION + len(job.images) - len(job.shown), job.recipe.seed, width, height, file)
    name = Path(file_name(job, row)).with_suffix(".webp" if job.recipe.format == "webp" else ".gif").name
    return Shown(root / file, width, height, row.seed, row.index, name, job.number, _fit(job), job.hidden)


def sheet(job: JobRow, root: Path) -> Shown | None:
    """The sheet, whose index comes after all of the job's pictures; None where there is none.

    Whatever has been deleted moves it on, so that nobody keeps an earlier one for it.
    """
    file = sheet_of(job.id)
    if not is_put_together(job) or not (root / file).exists():
        return None
    width, height = _size(job)
    row = ImageRow(job.recipe.images + len(job.images) - len(job.shown), job.recipe.seed, width, height, file)
    return Shown(
        root / file,
        width,
        height,
        row.seed,
        row.index,
        file_name(job, row),
        job.number,
        _fit(job),
        job.hidden,
    )


def is_put_together(job: JobRow) -> bool:
    """Whether its pictures are shown as one that is made of them."""
    return bool(job.recipe.sweep) or finds(job)


def finds(job: JobRow) -> bool:
    """Whether its picture is the mask of something in another one, to be looked at before that is painted."""
    return bool(MODES[job.mode].leads)


def _size(job: JobRow) -> tuple[int, int]:
    if finds(job):
        return veiled_size(job.images[0].width, job.images[0].height)
    return layout(job.prompt, job.recipe).size


def _fit(job: JobRow) -> bool:
    """Whether what is put together of all its pictures is known to be for everybody's eyes."""
    return all(image.fit for image in job.shown)


async def put_together(job: JobRow, store: Store) -> None:
    """Makes the sheet, and a morph's animation, of the pictures that are there, unless that is done or the store takes
    nothing now."""
    if not is_put_together(job) or not job.shown:
        return
    if not store.files.gone(sheet_of(job.id)) and not (_moves(job) and store.files.gone(motion_of(job.id))):
        return
    try:
        if finds(job):
            await _veil(job, store)
            return
        there = {image.index: await store.files.read(image.file) for image in job.shown}
        png = await asyncio.to_thread(draw, there, _labels(job), layout(job.prompt, job.recipe))
        await store.files.keep_sheet(job.id, png)
        if _moves(job):
            webp = await asyncio.to_thread(moving.animation, list(there.values()), job.recipe.loop)
            await store.files.keep_motion(job.id, webp)
        now = await store.jobs.get(job.id)
        gone = {image.index for image in now.images if image.deleted}
        if gone & there.keys():  # meanwhile
            await store.files.remove(made_of(job.id))
            images = (replace(image, deleted=image.deleted or image.index in gone) for image in job.images)
            await put_together(replace(job, images=tuple(images)), store)
    except (NoStore, NotFound):
        return


def _moves(job: JobRow) -> bool:
    return job.recipe.moving and not finds(job)


async def _veil(job: JobRow, store: Store) -> None:
    """A mask over its picture."""
    picture, mask = await store.files.read(job.inputs[REPLIED]), await store.files.read(job.shown[0].file)
    await store.files.keep_sheet(job.id, await asyncio.to_thread(veiled, picture, mask))


def _labels(job: JobRow) -> dict[int, str]:
    """What stands below each picture of the sheet, by its number; below frames their numbers alone."""
    if job.recipe.moving:
        return dict.fromkeys(_some(job), "")
    return {i: _label(job, i, recipe) for i, recipe in enumerate(job.recipe.each())}


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
