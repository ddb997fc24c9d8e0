"""Keeps jobs with their pictures and starts them: what is booked survives anything."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from weakref import WeakValueDictionary

from bot.messages import Address, Person
from bot.pictures.words import First, Plain
from bot.store import Store
from bot.store.rows import JobRow
from bot.usecases.choosing import Choosing
from bot.usecases.given import Given, Seen, as_it_is
from bot.usecases.moderation import Moderation
from bot.usecases.quotas import Quotas, Terms
from bot.usecases.runner import JobRunner
from engine.api.errors import Closing
from engine.api.events import FirstFrame, FirstPage, Notice

_said: ContextVar[tuple[Notice, ...]] = ContextVar("said", default=())
_FIRST: Mapping[First, Notice] = {"frame": FirstFrame(), "page": FirstPage()}


class Booking:
    """The one way in for a job.

    Attributes:
        closed: whether nothing is taken any more.
    """

    def __init__(
        self, store: Store, quotas: Quotas, runner: JobRunner, choosing: Choosing, moderation: Moderation
    ) -> None:
        self._store = store
        self._moderation = moderation
        self._quotas = quotas
        self._runner = runner
        self._choosing = choosing
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self.closed = False

    def kept(self, purpose: str, file: str) -> Given:
        """A picture of ours, as an input of that name."""

        async def read() -> Plain:
            return Plain(await self._store.files.read(file))

        return Given(purpose, read)

    @contextmanager
    def saying(self, notices: Sequence[Notice]) -> Iterator[None]:
        """Whatever is booked in the block has that said of it, whichever way it goes until then."""
        before = _said.set((*_said.get(), *notices))
        try:
            yield
        finally:
            _said.reset(before)

    async def check(self, address: Address, words: str) -> None:
        """Looks at words of which more becomes than a job. Raises Blocked."""
        await self._moderation.check(address, lambda: [words])

    async def book(
        self, person: Person, row: JobRow, given: Mapping[str, Given], seen: Seen = as_it_is
    ) -> JobRow:
        """Starts a person's job with its pictures, which are fetched only where it has a place; `seen` looks at them.

        One job of a person's after the other: so their pictures don't pile up, and wait for no more than one of
        anybody else's.

        Raises:
            LukisError: it was not accepted, and why.
        """
        row = replace(row, rank=person.rank, asker=person.identity, notices=(*row.notices, *_said.get()))
        row = await self._beside_its_parent(row)
        terms = await self._quotas.terms(person, row.address)
        if not given:
            return await self._start(row, {}, terms)
        async with self._turns.setdefault(row.person, asyncio.Lock()):
            if self.closed:
                raise Closing()
            if not await self._store.jobs.admits(row, terms.waiting, terms.allowances):
                return row
            came = {name: await g.read() for name, g in given.items()}
            first = dict.fromkeys(each.first for each in came.values() if each.first)
            row = replace(row, notices=(*row.notices, *(_FIRST[each] for each in first)))
            return await self._start(*await seen(row, {name: each.png for name, each in came.items()}), terms)

    async def _beside_its_parent(self, row: JobRow) -> JobRow:
        """The job; what comes of a picture for its person's eyes alone is for theirs alone, however it was asked for.
        Raises NotFound where that picture's job was forgotten."""
        parent = row.parent and await self._store.jobs.get(row.parent)
        return replace(row, address=row.address.beside(parent.address)) if parent else row

    async def _start(self, row: JobRow, pictures: Mapping[str, bytes], terms: Terms) -> JobRow:
        if self.closed:
            raise Closing()
        await self._moderation.taken(row)
        row = self._choosing.fitted(row)
        self._quotas.check(row)
        self._store.watch.check()
        files = {n: await self._store.files.keep_input(row.id, n, png) for n, png in pictures.items()}
        row, new = replace(row, inputs=files), False
        try:
            new = await self._store.jobs.add(row, terms.waiting, terms.allowances)
        finally:
            if not new:
                await self._store.files.remove(files.values())
        if new:
            self._runner.start(row)
        return row
