"""Browsers in which another platform has vouched for somebody."""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
import time

from bot.people import Person
from bot.store.cells import cell, maybe, text
from bot.store.db import Database
from bot.vouching import LASTS, Vouched

_ENTER = (
    "INSERT OR IGNORE INTO sessions (secret, person, name, language, proof, ends) VALUES (?, ?, ?, ?, ?, ?)"
)


class SessionStore:
    """The table of sessions. What lets somebody in is kept as a hash alone: a copy of the database opens nothing."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def begin(self, vouched: Vouched) -> str | None:
        """A new session's secret; None where that proof was used before."""
        secret, now, who = secrets.token_urlsafe(32), time.time(), vouched.person
        row = (_hash(secret), who.identity, who.name, who.language, _hash(vouched.proof), now + LASTS)
        async with self._db.transaction() as connection:
            await connection.execute("DELETE FROM sessions WHERE ends < ?", (now,))
            cursor = await connection.execute(_ENTER, row)
            return secret if cursor.rowcount else None

    async def who(self, secret: str) -> Person | None:
        """Whose session that is; None where it is none, or over."""
        sql = "SELECT * FROM sessions WHERE secret = ? AND ends > ?"
        row = await self._db.row(sql, _hash(secret), time.time())
        return _person(row) if row else None

    async def end(self, secret: str) -> None:
        """Ends a session; its proof stays used."""
        await self._db.write_soon(
            ("UPDATE sessions SET secret = 'over-' || proof WHERE secret = ?", (_hash(secret),))
        )


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _person(row: sqlite3.Row) -> Person | None:
    platform, _, own = cell(row, "person", text, "", "sessions", "secret").partition(":")
    name = cell(row, "name", text, "", "sessions", "secret")
    language = cell(row, "language", maybe(text), None, "sessions", "secret")
    return Person(platform, own, name, language) if own else None
