"""All that there is to say of one picture, and what it came from and became."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace

from bot.errors import NotFound
from bot.locales import Say
from bot.messages import About, Fact, Made, Person, Shown
from bot.store import Store
from bot.store.rows import ImageRow, JobRow
from bot.usecases import cards
from bot.usecases.eyes import Eyes
from bot.usecases.facts import values
from bot.usecases.reach import Reach
from bot.usecases.sheets import lasting
from bot.usecases.speech import Speech
from bot.usecases.views import Views
from engine.api.modes import REPLIED
from engine.api.tags import find_tags

MOST_CHILDREN = 12
"""Jobs that are named as what a picture became, the newest."""


class Abouts:
    """Looks at pictures of a person's own, and at what is theirs before and after them."""

    def __init__(self, store: Store, reach: Reach, speech: Speech, views: Views, eyes: Eyes) -> None:
        self._store = store
        self._reach = reach
        self._speech = speech
        self._views = views
        self._eyes = eyes

    async def of(self, person: Person, number: int, index: int) -> About:
        """What there is to say of a picture of the person's job with that number. Raises NotFound."""
        job = self._views.there(await self._reach.own(person, number))
        if not (image := job.meant(index)):
            raise NotFound()
        say = await self._speech.say(person)
        facts = tuple(self._facts(say, job if job.recipe.moving else job.one(image.index), image))
        parent = await self._parent(job)
        made = await self._seen(person, parent) if parent else None
        born = [await self._seen(person, child) for child in await self._born(job)]
        return About(
            facts,
            made,
            await self._before(job, parent, made, image) if parent and made else None,
            tuple(each for each in born if each),
            await self._store.shares.until(job.id, lasting(index)),
        )

    def _facts(self, say: Say, job: JobRow, image: ImageRow) -> Iterator[Fact]:
        yield Fact("prompt", say("about-prompt"), job.prompt)
        english = cards.english(job)
        if english != job.prompt:
            yield Fact("english", say("about-english"), english)
        if job.recipe.negative:
            yield Fact("negative", say("parameter-negative"), job.recipe.negative)
        if not job.lost:
            common, own = values(job, (image,), self._views.model(job))
            told = own if job.recipe.stretched else {"model": common.pop("model"), **common, **own}
            for name, value in told.items():
                yield Fact(name, say(f"parameter-{name}"), "✓" if value is True else f"{value}")
        names = dict.fromkeys(tag.name for tag in find_tags(job.prompt) if tag.readable)
        if names:
            yield Fact("loras", say("about-loras"), ", ".join(names))
        yield Fact("created", say("about-created"), f"{job.created}")
        if job.seconds is not None:
            yield Fact("seconds", say("about-seconds"), say("about-took", seconds=round(job.seconds, 1)))

    async def _parent(self, job: JobRow) -> JobRow | None:
        """The job of the same person's that it came from, where that has pictures still."""
        if not job.parent:
            return None
        try:
            parent = self._views.there(await self._store.jobs.get(job.parent))
        except NotFound:
            return None
        return parent if parent.person == job.person and parent.shown else None

    async def _born(self, job: JobRow) -> list[JobRow]:
        jobs = await self._store.jobs.made_of(job.person, job.id, MOST_CHILDREN)
        return [there for there in map(self._views.there, jobs) if there.shown]

    async def _seen(self, person: Person, job: JobRow) -> Made | None:
        """A job as its person may see it; None where nothing of it may be seen."""
        made = cards.made(job, self._store.root)
        made = replace(made, pictures=await self._eyes.pictures(person, made.pictures))
        return made if made.pictures else None

    async def _before(self, job: JobRow, parent: JobRow, made: Made, image: ImageRow) -> Shown | None:
        """The picture that it was made from: the one that it was given, else the one with its seed, else the first."""
        given = await self._given(job, parent)
        alike = [each.index for each in parent.shown if each.seed == image.seed]
        wanted = [index for index in (given, *alike, parent.shown[0].index) if index is not None]
        return next((p for p in made.pictures if p.index == wanted[0]), None)

    async def _given(self, job: JobRow, parent: JobRow) -> int | None:
        """Which of its parent's pictures a job was given: files are copied as they are."""
        if not (file := job.inputs.get(REPLIED)):
            return None
        try:
            given = await self._store.files.read(file)
            for image in parent.shown:
                if await asyncio.to_thread(self._same, image.file, given):
                    return image.index
        except (NotFound, OSError):
            pass
        return None

    def _same(self, file: str, given: bytes) -> bool:
        path = self._store.files.path(file)
        return path.stat().st_size == len(given) and path.read_bytes() == given
