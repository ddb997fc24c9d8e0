"""Jobs by their age, to delete the pictures of the oldest."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from bot.store.db import Database
from bot.store.pictures import is_ours, made_of

BATCH = 20
"""Jobs that are looked at, and cleared in one transaction: a chat waits for no more than that."""

_OLD = (
    "SELECT job, changed FROM deliveries WHERE state IN ('sent', 'unreachable') AND NOT cleared"
    " AND (changed, job) > (?, ?) AND changed < ? ORDER BY changed, job LIMIT ?"
)
_FILES = (
    "SELECT file FROM images WHERE job = ? AND NOT deleted",
    "SELECT file FROM inputs WHERE job = ?",
)
_CLEAR = (
    "UPDATE images SET deleted = 1 WHERE job = ? AND NOT deleted",
    "UPDATE deliveries SET cleared = 1 WHERE job = ?",
)


@dataclass(frozen=True)
class Old:
    """A job whose result has arrived, or never will, with the files that it may have.

    Attributes:
        job: its id.
        arrived: when, in seconds since 1970.
        files: those of its pictures and of those it was given; some may be gone.
    """

    job: str
    arrived: float
    files: tuple[str, ...]


FIRST, LAST = Old("", -1.0, ()), 1e12
"""Comes before all others; a moment after all of them."""


class AgeStore:
    """The table of deliveries, the oldest first. A job that waits, is drawn or is to be delivered is none of these."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def oldest(self, after: Old = FIRST, before: float = LAST) -> list[Old]:
        """The next few after one of them that arrived `before`, whose files were not cleared yet."""

        def read(connection: sqlite3.Connection) -> list[Old]:
            found = connection.execute(_OLD, (after.arrived, after.job, before, BATCH)).fetchall()
            return [Old(row["job"], row["changed"], _files(connection, row["job"])) for row in found]

        return await self._db.read(read)

    async def clear(self, jobs: Iterable[Old]) -> None:
        """Notes that the files are deleted: now or, on a full disk, which this may end, as soon as that can be done."""
        await self._db.write_soon(*((sql, (old.job,)) for old in jobs for sql in _CLEAR))

    async def cleared(self, job_id: str) -> bool:
        """Whether the job's files went by themselves."""
        row = await self._db.row("SELECT cleared FROM deliveries WHERE job = ?", job_id)
        return bool(row and row["cleared"])


def _files(connection: sqlite3.Connection, job: str) -> tuple[str, ...]:
    named = [file for sql in _FILES for (file,) in connection.execute(sql, (job,))]
    ours = [file for file in named if isinstance(file, str) and is_ours(file)]
    return (*ours, *made_of(job)) if ours else ()
