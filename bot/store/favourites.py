"""What people like best, the last chosen first."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence

from bot.store.db import Database
from bot.store.jobs import jobs_of
from bot.store.lists import WHOLE, Leaf, Sought, leaf_at
from bot.store.search import FITS, values_of

_NEWEST = 2**31

ALL_OF_THEM = Sought()

_THERE = (
    "SELECT f.number, f.job, f.idx FROM favourites f JOIN jobs j ON j.id = f.job WHERE f.person = ?"
    f" AND (CASE f.idx WHEN {WHOLE} THEN j.shown > 0 ELSE EXISTS"
    " (SELECT 1 FROM images i WHERE i.job = f.job AND i.idx = f.idx AND NOT i.deleted) END)"
)
"""A person's favourites of which somebody has not deleted the picture."""

_CHOSEN = "SELECT 1 FROM favourites WHERE person = ? AND job = ? AND idx = ?"
_CHOOSE = (
    "INSERT INTO favourites SELECT ?, ?, ?, 1 + coalesce("
    f"(SELECT number FROM favourites WHERE person = ? AND number < {_NEWEST} ORDER BY number DESC LIMIT 1), 0)"
)
_LEAVE = "DELETE FROM favourites WHERE person = ? AND job = ? AND idx = ?"


class FavouriteStore:
    """The table of favourites."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def toggle(self, person: str, job: str, indexes: Sequence[int]) -> bool:
        """Makes a job's pictures favourites or, where they all are, makes them none; whether they are then."""
        async with self._db.transaction() as connection:
            new = [i for i in indexes if not await connection.execute_fetchall(_CHOSEN, (person, job, i))]
            for index in new:
                await connection.execute(_CHOOSE, (person, job, index, person))
            if not new:
                await connection.executemany(_LEAVE, [(person, job, index) for index in indexes])
        return bool(new)

    async def leaf(self, person: str, number: int | None, chat: tuple[str, str] | None = None) -> Leaf | None:
        """The favourite with that number, or the nearest there is, older ones first; None where there are none.

        Args:
            person: whose.
            number: None for the newest.
            chat: platform and chat where it was made, None for anywhere.
        """
        there = "" if chat is None else " AND j.platform = ? AND j.chat = ?"
        return await self._db.read(
            lambda connection: leaf_at(
                connection, f"{_THERE}{there}", (person, *(chat or ())), "f.number", number
            )
        )

    async def own(
        self, person: str, before: int | None, limit: int, sought: Sought = ALL_OF_THEM
    ) -> list[Leaf]:
        """Those of one's own pictures that are sought, the last chosen first, from after the number `before` on."""
        sql = f"{_THERE} AND j.person = f.person AND {FITS} AND f.number < ? ORDER BY f.number DESC LIMIT ?"
        values = person, *values_of(sought), _NEWEST if before is None else before, limit

        def read(connection: sqlite3.Connection) -> list[Leaf]:
            rows = connection.execute(sql, values).fetchall()
            return [leaf for row in rows for leaf in _leaves(connection, row)]

        return await self._db.read(read)

    async def among(self, person: str, jobs: Collection[str]) -> set[tuple[str, int]]:
        """Which pictures of some jobs are the person's favourites."""
        marks = ",".join("?" * len(jobs))
        sql = f"SELECT job, idx FROM favourites WHERE person = ? AND job IN ({marks})"
        return {(row["job"], row["idx"]) for row in await self._db.rows(sql, person, *jobs)}


def _leaves(connection: sqlite3.Connection, row: sqlite3.Row) -> Iterable[Leaf]:
    for job in jobs_of(connection, "SELECT * FROM jobs WHERE id = ?", row["job"]):
        yield Leaf(job, row["idx"], row["number"])
