"""A person's pictures, newest first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.errors import NotFound
from bot.store.cells import UNREADABLE, unreadable
from bot.store.db import Database
from bot.store.jobs import jobs_of
from bot.store.moderation import Place
from bot.store.rows import JobRow

T = TypeVar("T")

SHELF = 512
"""Jobs a shelf, as the triggers count them: the root of what the busiest people have made."""

_NEWEST = 2**63 - 1


@dataclass(frozen=True)
class Page:
    """One picture of the history: `number` of `total`, newest is 1; `index` is the picture's within its job.

    A morph is one, whichever of its frames are there; `index` is then the first of them.
    """

    number: int
    total: int
    job: JobRow
    index: int


class HistoryStore:
    """What a person has made and not deleted, in the order in which it was asked for."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def page(self, person: str, number: int, chat: str | None = None) -> Page | None:
        """The picture with that number, or the nearest there is; None where there are no pictures.

        With a `chat`, only those that were made there are numbered and shown.

        Raises:
            NotFound: what is counted there is not there, in a database that is damaged.
        """
        try:
            return await self._db.read(lambda connection: _page(connection, person, number, chat))
        except UNREADABLE:
            unreadable("shelves", person, "pictures")
            raise NotFound() from None

    async def jobs(self, person: str, before: str | None, limit: int) -> list[JobRow]:
        """Jobs that still have pictures, newest first, from after the job `before` on."""
        return await self._select(person, "shown > 0", before, limit)

    async def after(self, person: str, number: int, limit: int) -> list[JobRow]:
        """Jobs that still have pictures, oldest first, from after the one with that number on."""
        sql = "SELECT * FROM jobs WHERE person = ? AND shown > 0 AND number > ? ORDER BY number LIMIT ?"
        return await self._db.read(lambda connection: jobs_of(connection, sql, person, number, limit))

    async def recent(self, person: str, place: Place, before: str | None, limit: int) -> list[JobRow]:
        """All that a person asked for in a chat, newest first, from after the job `before` on."""
        return await self._select(person, "platform = ? AND chat = ? AND chat <> ''", before, limit, place)

    async def _select(
        self, person: str, which: str, before: str | None, limit: int, values: Sequence[str] = ()
    ) -> list[JobRow]:
        sql = f"SELECT * FROM jobs WHERE person = ? AND {which} AND number < ? ORDER BY number DESC LIMIT ?"

        def read(connection: sqlite3.Connection) -> list[JobRow]:
            return jobs_of(connection, sql, person, *values, number_of(connection, person, before), limit)

        return await self._db.read(read)

    async def delete(self, job_id: str, indexes: Iterable[int] | None = None) -> None:
        """Takes a job's pictures out of the history, all or some; on a full disk, which this may end, once it can."""
        if indexes is None:
            await self._db.write_soon(("UPDATE images SET deleted = 1 WHERE job = ?", (job_id,)))
        else:
            await self._set_deleted(job_id, indexes, True)

    async def restore(self, job_id: str, indexes: Iterable[int]) -> None:
        """Puts pictures of a job that were deleted back into the history: now, or as soon as the store takes it."""
        await self._set_deleted(job_id, indexes, False)

    async def _set_deleted(self, job_id: str, indexes: Iterable[int], deleted: bool) -> None:
        sql = "UPDATE images SET deleted = ? WHERE job = ? AND idx = ?"
        await self._db.write_soon(*((sql, (deleted, job_id, index)) for index in indexes))


def number_of(connection: sqlite3.Connection, person: str, job_id: str | None) -> int:
    """The number of a person's job; before one that isn't theirs there is nothing."""
    if job_id is None:
        return _NEWEST
    sql = "SELECT number FROM jobs WHERE id = ? AND person = ?"
    row = connection.execute(sql, (job_id, person)).fetchone()
    return row["number"] if row else 0


def _page(connection: sqlite3.Connection, person: str, number: int, chat: str | None) -> Page | None:
    """Walks the shelves down to the right one, then the jobs on it: as quick for the last page as for the first."""
    sql = "SELECT shelf, pictures FROM shelves WHERE person = ? AND chat = ? AND pictures > 0 ORDER BY shelf DESC"
    shelves: list[tuple[int, int]] = [tuple(row) for row in connection.execute(sql, (person, chat or ""))]
    total = sum(pictures for _, pictures in shelves)
    if not total:
        return None
    number = min(max(number, 1), total)
    shelf, left = _at(shelves, number - 1)
    place, left = _at(_on_shelf(connection, person, shelf, chat), left)
    (job,) = jobs_of(connection, "SELECT * FROM jobs WHERE person = ? AND number = ?", person, place)
    return Page(number, total, job, job.shown[left].index)


def _on_shelf(
    connection: sqlite3.Connection, person: str, shelf: int, chat: str | None
) -> Iterable[tuple[int, int]]:
    """The numbers of the jobs on a shelf that have pictures, newest first, each with how many pages those are."""
    there, values = ("", ()) if chat is None else ("AND chat = ?", (chat,))
    sql = (
        f"SELECT number, shown FROM jobs WHERE person = ? {there} AND shown > 0 AND number BETWEEN ? AND ?"
        " ORDER BY number DESC"
    )
    first = shelf * SHELF
    return map(tuple, connection.execute(sql, (person, *values, first, first + SHELF - 1)))


def _at(counted: Iterable[tuple[T, int]], position: int) -> tuple[T, int]:
    """What holds the position, and how far into it that is. Raises LookupError where all end before."""
    for thing, count in counted:
        if position < count:
            return thing, position
        position -= count
    raise LookupError(position)
