"""Showing a picture to whoever has its link, for a week, or until its person ends that."""

from __future__ import annotations

from dataclasses import replace

from bot.errors import NotForAll, NotFound
from bot.messages import Made, Person
from bot.safety import Safety
from bot.sharing import GOOD_FOR
from bot.store import Store
from bot.store.rows import JobRow
from bot.usecases import cards
from bot.usecases.reach import Reach
from bot.usecases.sheets import lasting
from bot.usecases.views import Views


class Shares:
    """A person's own pictures alone can be shown, and of those what anybody may see."""

    def __init__(self, store: Store, safety: Safety, reach: Reach, views: Views) -> None:
        self._store = store
        self._safety = safety
        self._reach = reach
        self._views = views

    async def share(self, person: Person, number: int, index: int) -> str:
        """A link to a picture, as `Sharing.share` says it."""
        self._store.watch.check()
        job = await self._reach.own(person, number)
        made = self._made(job, index)
        if not self._open(made).pictures:
            raise NotForAll()
        return await self._store.shares.share(job.id, lasting(index), GOOD_FOR)

    async def end(self, person: Person, number: int, index: int) -> None:
        """Ends all links to a picture, as `Sharing.end` says it."""
        job = await self._reach.own(person, number)
        await self._store.shares.end(job.id, lasting(index))

    async def shared(self, secret: str) -> Made:
        """What a link shows, as `Sharing.shared` says it: what is deleted or found unfit meanwhile is shown no more."""
        if (found := await self._store.shares.shared(secret)) is None:
            raise NotFound()
        job, index = found
        made = self._open(self._made(await self._store.jobs.get(job), index))
        if not made.pictures:
            raise NotFound()
        return made

    def _made(self, job: JobRow, index: int) -> Made:
        """A job with that picture of it alone. Raises NotFound where that is not there."""
        made = cards.made(self._views.there(job), self._store.root)
        one = tuple(picture for picture in made.pictures if lasting(picture.index) == lasting(index))
        if not one:
            raise NotFound()
        return replace(made, pictures=one)

    def _open(self, made: Made) -> Made:
        """With what anybody may see alone: a preview of a link hides nothing until it is tapped."""
        seen = (p for p in made.pictures if not p.spoiler and (p.fit or self._safety.off))
        return replace(made, pictures=tuple(seen))
