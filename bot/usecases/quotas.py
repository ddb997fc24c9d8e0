"""How much each may ask for: who is in which class, what that allows, and what is left of it."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from bot.errors import NotThatModel, TooLargeHere
from bot.messages import Address, Incoming, Person, Press
from bot.quotas.file import QuotaFile
from bot.quotas.rules import places
from bot.quotas.windows import Allowance
from bot.store import Store
from bot.store.rows import JobRow
from engine.api.recipe import Recipe

Who = TypeVar("Who", Incoming, Press)

REMEMBERED = 60.0
"""Seconds for which it is known who is an admin of a chat, or isn't: their platform is asked no more often."""

MOST_REMEMBERED = 10_000

TERMINAL = "console"
"""Its person owns what draws."""


@dataclass(frozen=True)
class Terms:
    """What holds for a job: how many may wait beside it, and what it has to fit into."""

    waiting: int
    allowances: tuple[Allowance, ...] = ()


class Quotas:
    """Knows what the operator's file and a chat's admins allow."""

    def __init__(self, store: Store, file: QuotaFile, max_waiting: int) -> None:
        """`max_waiting` are the jobs that somebody may have waiting whose class says nothing of that."""
        self._store = store
        self._file = file
        self._max_waiting = max_waiting
        self._admins: dict[tuple[str, str, str], tuple[float, bool]] = {}

    async def known(self, who: Who) -> Who:
        """The same, and which class they are in where they ask."""
        if who.person.platform == TERMINAL:
            return who
        there = places(who.address, who.server)
        found = await self._file.rules().of(who.person, there, self._admin(who))
        person = replace(who.person, rank=found.name if found else "", places=there if who.group else ())
        return replace(who, person=person)

    def _admin(self, who: Incoming | Press) -> Callable[[], Awaitable[bool]]:
        key = (who.person.identity, *who.address.place)

        async def admin() -> bool:
            now = time.monotonic()
            if (known := self._admins.get(key)) and known[0] > now:
                return known[1]
            if len(self._admins) >= MOST_REMEMBERED:
                self._admins.clear()
            self._admins[key] = now + REMEMBERED, (is_one := await who.admin())
            return is_one

        return admin

    def share(self, rank: str) -> int:
        """How many times the usual work a class gets while others wait as well."""
        found = self._file.rules().named(rank)
        return found.share if found else 1

    async def terms(self, person: Person, address: Address) -> Terms:
        """What a job of somebody's there has to fit into."""
        if person.platform == TERMINAL:
            return Terms(self._max_waiting)
        rules, place = self._file.rules(), address.place
        mine, ours = rules.named(person.rank), rules.of_chat(person.places) if person.places else None
        allowances = [
            *(mine.allowances("person") if mine else ()),
            *(ours.allowances("chat") if ours else ()),
            *await self._store.quotas.allowed(person.key, place),
        ]
        return Terms(mine.waiting if mine and mine.waiting else self._max_waiting, tuple(allowances))

    def check(self, job: JobRow) -> None:
        """Raises TooLargeHere and NotThatModel where its class may not ask for that."""
        mine, recipe = self._file.rules().named(job.rank), job.recipe
        if mine is None:
            return
        if mine.megapixels is not None and (size := _megapixels(recipe)) > mine.megapixels:
            raise TooLargeHere(limit=mine.megapixels, size=round(size, 2))
        if not mine.may_use(recipe.model):
            raise NotThatModel(model=recipe.model, choices=", ".join(mine.models))

    async def left(self, person: Person, address: Address) -> list[tuple[Allowance, float]]:
        """What somebody may ask for there, each with how much of it is used by now."""
        allowances = (await self.terms(person, address)).allowances
        used = await self._store.quotas.used(allowances, person.key, address.place, time.time())
        return list(zip(allowances, used, strict=True))


def _megapixels(recipe: Recipe) -> float:
    """Of the largest of its pictures, as it is delivered."""
    return max(_area(one) for one in recipe.each()) / 1e6


def _area(one: Recipe) -> int:
    width, height = one.delivered or (one.width * one.scale, one.height * one.scale)
    return width * height
