"""A job's words as the model takes them: translated, and a change joined to what the picture shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.changes import Scene, join, together
from bot.store import Store
from bot.store.rows import JobRow
from bot.store.trouble import until_kept
from bot.translating import Translation, Translator
from bot.usecases.sources import looked_at
from engine.api.between import joined, sides
from engine.api.modes import END, MODES, REPLIED
from engine.api.spread import folded, spread

Found = tuple[Translation, str]
"""The English of a prompt, and of what is not to be seen."""


class Wording:
    """Finds a job's English, once; it is kept with the job."""

    def __init__(self, translator: Translator, store: Store) -> None:
        self._translator = translator
        self._store = store

    async def english(self, job: JobRow) -> JobRow:
        """The job with the English of its prompt and negative prompt."""
        if job.translation is not None:
            return job
        if MODES[job.mode].leads:
            translation, negative = await self._looked_for(job)
        else:
            found = self._of_sides if job.recipe.parted else self._of_each
            translation, negative = await self._of_parent(job) or await found(job)
        await until_kept(self._store.jobs.set_translation, job.id, translation, negative)
        return replace(job, translation=translation, negative=negative)

    async def _looked_for(self, job: JobRow) -> Found:
        """Of what is looked for in a picture, which is no wish and joined to nothing."""
        language = await until_kept(self._store.people.language, job.person)
        return await self._translator.translate(job.recipe.only, language, person=job.person), ""

    async def _of_parent(self, job: JobRow) -> Found | None:
        """The words of the picture that something else is made of, where they are to stay as they are."""
        parent = await self._parent(job)
        if parent is None or parent.translation is None:
            return None
        if parent.mode == job.mode and not MODES[job.mode].calls:
            return None
        if parent.recipe.negative != job.recipe.negative:
            return None
        return (
            (parent.translation, parent.negative)
            if parent.prompt == job.prompt
            else _sides(parent).get(job.prompt)
        )

    async def _of_each(self, job: JobRow) -> Found:
        """Of a sweep, every way of its words by itself, so that each is a whole sentence, and put together again."""
        ways = [way.text for way in spread(job.prompt)] if job.recipe.spread else [job.prompt]
        if len(ways) == 1:
            return await self._found(job)
        found = [await self._found(replace(job, prompt=way)) for way in ways]
        return _as_one(job, found, job.prompt if job.raw else folded([each.english for each, _ in found]))

    async def _of_sides(self, job: JobRow) -> Found:
        """Of a morph, every description by itself. One that it takes from a picture says what it said there; those
        that are typed in reply to it may ask for a change of what comes before."""
        parent, found = await self._parent(job), list[Found]()
        known = _sides(parent) if parent else {}
        for text in sides(job.prompt) or ("",):
            before = Scene(found[-1][0].english, found[-1][1]) if found and known else None
            found.append(known.get(text) or await self._found(replace(job, prompt=text), before))
        return _as_one(job, found, joined(each.english or each.original for each, _ in found))

    async def _found(self, job: JobRow, shown: Scene | None = None) -> Found:
        if job.raw or not job.prompt:
            return Translation(job.prompt, job.prompt, "und", "unchanged"), job.recipe.negative
        language = await until_kept(self._store.people.language, job.person)
        translation = await self._translator.translate(job.prompt, language, person=job.person)
        negative = job.recipe.negative
        if negative:
            negative = (await self._translator.translate(negative, language, person=job.person)).all_of_it
        return _joined(job, shown or await self._asked_of(job), translation, negative)

    async def _asked_of(self, job: JobRow) -> Scene | None:
        """The words of the picture that it changes, or that it is another version of."""
        if END in job.inputs:
            return None
        if REPLIED in job.inputs:
            picture = await until_kept(self._store.files.read, job.inputs[REPLIED])
            return looked_at(picture, plain=job.recipe.style is not None).words
        parent = await self._parent(job)
        if parent is None or parent.translation is None or parent.prompt == job.prompt:
            return None
        if parent.recipe.parted:
            return None
        return Scene(parent.translation.english, parent.negative)

    async def _parent(self, job: JobRow) -> JobRow | None:
        """What it comes from; of a sweep the picture with the same words, where there is one."""
        parent = await until_kept(self._store.jobs.get, job.parent) if job.parent else None
        if parent is None or not parent.recipe.spread or parent.prompt == job.prompt:
            return parent
        alike = (one for i in range(parent.recipe.images) if (one := parent.one(i)).prompt == job.prompt)
        return next(alike, parent.one(0))


def _joined(job: JobRow, shown: Scene | None, change: Translation, negative: str) -> Found:
    """A change joined to the words of the picture that it is asked of, where it has some; else as it is.

    A model that does as it is told hears the change itself, whole.
    """
    missing = [f"without {thing}" for thing in change.negative.split(", ") if thing]
    whole = ", ".join(filter(None, [change.english, *missing]))
    if MODES[job.mode].instructed:
        return replace(change, english=whole, negative=""), negative
    negative = together(negative, change.negative)
    scene = join(shown, whole) if shown else None
    if scene is None:
        return change, negative
    return replace(change, english=scene.prompt, joined=True), together(scene.negative, negative)


def _as_one(job: JobRow, found: Sequence[Found], english: str) -> Found:
    """What was found for each part of a job's words, as if it had been found for all of them."""
    told = next((each for each, _ in found if each.outcome != "unchanged"), found[0][0])
    missing = together(*(each.negative for each, _ in found))
    changed = any(each.joined for each, _ in found)
    whole = replace(told, original=job.prompt, english=english, negative=missing, joined=changed)
    return whole, together(*(negative for _, negative in found))


def _sides(job: JobRow) -> dict[str, Found]:
    """What each of a job's descriptions is in English."""
    told = job.translation
    if told is None:
        return {}
    if not job.recipe.parted:
        return {job.prompt: (told, job.negative)}
    each = zip(sides(job.prompt), sides(told.english), strict=False)
    return {text: (replace(told, original=text, english=english), job.negative) for text, english in each}
