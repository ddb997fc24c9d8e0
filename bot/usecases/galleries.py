"""All of somebody's pictures, as a page of tiles shows them: the newest, favourites, or those that are looked for."""

from __future__ import annotations

import time
from dataclasses import replace

from bot.locales import Locales
from bot.messages import Made, Person, Shown
from bot.store import Store
from bot.store.lists import WHOLE, Sought
from bot.usecases import cards
from bot.usecases.eyes import Eyes
from bot.usecases.searching import sought
from bot.usecases.sheets import MOTION
from bot.usecases.views import Views


class Galleries:
    """Reads what there is of one person. Nothing here changes anything."""

    def __init__(self, store: Store, views: Views, eyes: Eyes, locales: Locales) -> None:
        self._store = store
        self._views = views
        self._eyes = eyes
        self._locales = locales

    async def page(
        self, person: Person, before: str | None = None, limit: int = 30, stars: bool = False, words: str = ""
    ) -> list[Made]:
        """Jobs with pictures, as `bot.ports.Service.gallery` says it."""
        account = await self._store.accounts.key(person)
        made = await (self._starred if stars else self._made)(account, before, limit, words)
        chosen = await self._store.favourites.among(account, {each.job for each in made})
        seen = [replace(m, pictures=await self._eyes.pictures(person, m.pictures)) for m in made]
        return [
            replace(each, stars=frozenset(p.index for p in each.pictures if (each.job, _chosen(p)) in chosen))
            for each in seen
            if each.pictures
        ]

    async def _made(self, person: str, before: str | None, limit: int, words: str) -> list[Made]:
        if words.strip():
            jobs = await self._store.search.jobs(person, self._sought(words), before, limit)
        else:
            jobs = await self._store.history.jobs(person, before, limit)
        return [replace(cards.made(job, self._store.root), place=job.id) for job in jobs]

    def _sought(self, words: str) -> Sought:
        """Words, a model or a time, as `/history` looks for them."""
        return sought(words, self._locales, time.time())

    async def _starred(self, person: str, before: str | None, limit: int, words: str) -> list[Made]:
        """Each by itself; what is put together of a job's pictures as all of them."""
        number = int(before) if before and before.isdecimal() else None
        leaves = await self._store.favourites.own(person, number, limit, self._sought(words))
        made = [(leaf, cards.made(self._views.there(leaf.job), self._store.root)) for leaf in leaves]
        return [
            replace(
                each,
                pictures=tuple(p for p in each.pictures if leaf.index in (WHOLE, p.index)),
                place=str(leaf.number),
            )
            for leaf, each in made
        ]


def _chosen(shown: Shown) -> int:
    """What a favourite is called that is shown so."""
    return WHOLE if shown.index >= MOTION else shown.index
