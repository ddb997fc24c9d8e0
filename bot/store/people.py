"""People and what they chose."""

from __future__ import annotations

import sqlite3
import time

from bot.messages import Person
from bot.store.cells import cell, maybe, number, text
from bot.store.db import Database
from bot.store.merging import pseudonym, returning

FRESH = 3600
"""Seconds to which `seen` is right: meeting somebody seldom writes, so that it waits for nothing that does."""

_MET = (
    "INSERT INTO people (key, name, platform_language, seen) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (key) DO UPDATE SET name = excluded.name, seen = excluded.seen,"
    " platform_language = coalesce(excluded.platform_language, platform_language)"
)

_KNOWN = (
    "SELECT p.*, CASE WHEN p.account IS NULL THEN p.language ELSE a.language END AS chosen"
    " FROM people p LEFT JOIN people a ON a.key = p.account WHERE p.key = ?"
)


class PeopleStore:
    """The table of people."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def meet(self, person: Person) -> str | None:
        """Remembers a person, or what changed about them; the language to speak, as `language` tells it."""
        known = await self._db.row(_KNOWN, person.identity)
        if known is None or not _as_before(person, known):
            met = (person.identity, person.name, person.language, time.time())
            name = {"name": pseudonym(person.identity), "key": person.identity}
            back = [] if known else [(statement, name) for statement in returning()]
            await self._db.write_beside((_MET, met), *back)
        return _spoken(person, known)

    async def spoken(self, person: Person) -> str | None:
        """The language to speak with a person, who is not remembered for that."""
        return _spoken(person, await self._db.row(_KNOWN, person.identity))

    async def language(self, key: str) -> str | None:
        """The language that a person chose, else the one their platform tells, else None."""
        row = await self._db.row(_KNOWN, key)
        return (_tag(row, "chosen") or _tag(row, "platform_language")) if row else None

    async def choose_language(self, key: str, language: str | None) -> None:
        """Remembers a person's choice; None goes back to what the platform tells."""
        await self._db.write("UPDATE people SET language = ? WHERE key = ?", language, key)


def _as_before(person: Person, known: sqlite3.Row) -> bool:
    same = person.name == known["name"] and person.language in (None, known["platform_language"])
    return same and abs(time.time() - cell(known, "seen", number, 0.0, "people", "key")) < FRESH


def _spoken(person: Person, known: sqlite3.Row | None) -> str | None:
    if known is None:
        return person.language
    return _tag(known, "chosen") or person.language or _tag(known, "platform_language")


def _tag(known: sqlite3.Row, which: str) -> str | None:
    """One of the languages in a row, None where it says none or can't be read."""
    return cell(known, which, maybe(text), None, "people", "key")
