"""Finding one's own pictures by what was said of them."""

from __future__ import annotations

import asyncio
import sqlite3

from bot.store.db import Database
from bot.store.history import number_of
from bot.store.jobs import jobs_of
from bot.store.lists import WHOLE, Leaf, Sought, leaf_at
from bot.store.rows import JobRow

_ENGLISH = "CASE WHEN json_valid(j.translation) THEN json_extract(j.translation, '$.english') END"
_MODEL = "CASE WHEN json_valid(j.recipe) THEN json_extract(j.recipe, '$.model') END"
_STYLE = "CASE WHEN json_valid(j.recipe) THEN json_extract(j.recipe, '$.style[0]') END"
_FIRST = "(SELECT i.idx FROM images i WHERE i.job = j.id AND NOT i.deleted ORDER BY i.idx LIMIT 1)"
_BYTES = ", ".join(f"CAST({said} AS BLOB)" for said in ("j.prompt", _ENGLISH, _MODEL, _STYLE))
"""Text that is none, as a spoilt cell may have it, would end the whole search."""

FITS = f"j.created >= ? AND j.created < ? AND fits(?, ?, ?, {_BYTES})"
"""Whether a job `j` is what is sought; `values_of` fills its blanks."""

_FOUND = f"FROM jobs j WHERE j.person = ? AND j.shown > 0 AND {FITS}"


class SearchStore:
    """Looks through a person's jobs, newest first, until it has found enough."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._turn = asyncio.Semaphore(1)  # a long one leaves the other readers to everybody else

    async def leaf(
        self, person: str, sought: Sought, number: int | None, chat: tuple[str, str] | None = None
    ) -> Leaf | None:
        """The job with that number, or the nearest there is, older ones first; None where nothing is found.

        Args:
            person: whose.
            sought: what it was asked for by.
            number: None for the newest.
            chat: platform and chat where it was made, None for anywhere.
        """
        there = "" if chat is None else " AND j.platform = ? AND j.chat = ?"
        columns = f"SELECT j.number, j.id AS job, CASE WHEN j.moving THEN {WHOLE} ELSE {_FIRST} END AS idx"
        sql, values = f"{columns} {_FOUND}{there}", (person, *values_of(sought), *(chat or ()))

        async with self._turn:
            return await self._db.read(
                lambda connection: leaf_at(connection, sql, values, "j.number", number)
            )

    async def jobs(self, person: str, sought: Sought, before: str | None, limit: int) -> list[JobRow]:
        """The newest jobs of what is sought, from after the job `before` on."""
        sql = f"SELECT j.* {_FOUND} AND j.number < ? ORDER BY j.number DESC LIMIT ?"

        def read(connection: sqlite3.Connection) -> list[JobRow]:
            after = number_of(connection, person, before)
            return jobs_of(connection, sql, person, *values_of(sought), after, limit)

        async with self._turn:
            return await self._db.read(read)


def values_of(sought: Sought) -> tuple[object, ...]:
    """What fills the blanks of `FITS`."""
    return sought.since, sought.until, sought.words, sought.model, sought.style
