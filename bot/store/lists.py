"""What people leaf through besides their history: whose list it is, where, of what, and one leaf of it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from pydantic import TypeAdapter

from bot.store.cells import cell, maybe
from bot.store.db import Database
from bot.store.jobs import jobs_of
from bot.store.oldest import leave_newest
from bot.store.rows import JobRow

WHOLE = -1
"""In place of a picture's index: what is put together of all of a job's pictures."""


@dataclass(frozen=True)
class Sought:
    """What a list is of: `stars` are a person's favourites; all else are their own pictures.

    Those were asked for in `words`, in any order, drawn by a model whose name has `model` in it, in a style whose name
    has `style` in it, or any of the names that it has with commas between, between two moments.
    """

    stars: bool = False
    words: str = ""
    model: str = ""
    style: str = ""
    since: float = 0.0
    until: float = 1e12


@dataclass(frozen=True)
class Listing:
    """A list that has been asked for: whose it is, where its pages are, and what it is of."""

    person: str
    platform: str
    chat: str
    sought: Sought

    @property
    def id(self) -> str:
        """The same for the same, so that asking again adds nothing."""
        said = json.dumps(asdict(self), sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Leaf:
    """One picture of a list: its `number` there, and those of the newer and the older one beside it, None at an end.

    `index` is the picture's within its job, or `WHOLE`.
    """

    job: JobRow
    index: int
    number: int
    newer: int | None = None
    older: int | None = None


_NEWEST = 2**31

_SOUGHT = TypeAdapter(Sought)


class ListStore:
    """The table of lists."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def make(self, listing: Listing) -> None:
        """Keeps one for its buttons: now, or as soon as the store takes it."""
        values = (
            listing.id,
            listing.person,
            listing.platform,
            listing.chat,
            json.dumps(asdict(listing.sought)),
            time.time(),
        )
        sql = (
            "INSERT INTO lists (id, person, platform, chat, sought, made) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET made = excluded.made"
        )
        await self._db.write_beside((sql, values), leave_newest("lists", listing.person))

    async def made(self, list_id: str) -> Listing | None:
        """The one with that id; None where there is none that can be read."""
        row = await self._db.row("SELECT * FROM lists WHERE id = ?", list_id)
        sought = row and cell(row, "sought", maybe(_SOUGHT.validate_json), None, "lists")
        return Listing(row["person"], row["platform"], row["chat"], sought) if row and sought else None


def leaf_at(
    connection: sqlite3.Connection, sql: str, values: Sequence[Any], place: str, number: int | None
) -> Leaf | None:
    """Of what a query finds, the row with that number or the nearest there is, older ones first; None for nothing, or
    for what can't be read.

    Args:
        connection: reads.
        sql: a query with a WHERE, of the columns number, job and idx.
        values: those in it.
        place: the column of the number, by which it has an index.
        number: None for the newest.
    """
    down = f"{sql} AND {place} <= ? ORDER BY {place} DESC LIMIT 2"
    up = f"{sql} AND {place} > ? ORDER BY {place} LIMIT 1"
    here = connection.execute(down, (*values, _NEWEST if number is None else number)).fetchall()
    here = here or connection.execute(up, (*values, number or 0)).fetchall()
    if not here:
        return None
    row, older = (*here, None)[:2]
    newer = connection.execute(up, (*values, row["number"])).fetchone()
    for job in jobs_of(connection, "SELECT * FROM jobs WHERE id = ?", row["job"]):
        return Leaf(job, row["idx"], row["number"], newer and newer["number"], older and older["number"])
    return None
