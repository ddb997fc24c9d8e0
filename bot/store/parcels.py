"""Files that somebody can fetch by a link, for a while."""

from __future__ import annotations

import hashlib
import re
import secrets
import sqlite3
import time

from bot.store.cells import cell, text
from bot.store.db import Database

_OURS = re.compile(r"exports/[0-9a-f]{32}/[0-9]{1,2}\.zip")
"""What we name such files: whatever a row says, no other is handed out."""


class ParcelStore:
    """The table of parcels. What a link says is kept as a hash alone: a copy of the database opens nothing."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def hand_out(self, person: str, file: str, name: str, seconds: float) -> str:
        """Lets whoever says what this returns fetch a person's file, called `name`, for so long."""
        secret = secrets.token_hex(32)
        sql = "INSERT INTO parcels (secret, person, file, name, ends) VALUES (?, ?, ?, ?, ?)"
        await self._db.write(sql, _hash(secret), person, file, name, time.time() + seconds)
        return secret

    async def handed_out(self, secret: str) -> tuple[str, str] | None:
        """The file, relative to the data folder, and its name; None where there is none, or no more."""
        sql = "SELECT * FROM parcels WHERE secret = ? AND ends > ?"
        row = await self._db.row(sql, _hash(secret), time.time())
        file = _file(row) if row else ""
        return (file, cell(row, "name", text, "lukis.zip", "parcels", "secret")) if row and file else None

    async def still_out(self) -> set[str]:
        """All files that can be fetched; those whose time is over can't be any more."""
        async with self._db.transaction() as connection:
            await connection.execute("DELETE FROM parcels WHERE ends <= ?", (time.time(),))
            rows = await connection.execute_fetchall("SELECT secret, file FROM parcels")
        return {_file(row) for row in rows} - {""}

    async def take_back(self, person: str) -> set[str]:
        """Nobody can fetch a person's files any more; those that there were."""
        async with self._db.transaction() as connection:
            sql = "SELECT secret, file FROM parcels WHERE person = ?"
            rows = await connection.execute_fetchall(sql, (person,))
            await connection.execute("DELETE FROM parcels WHERE person = ?", (person,))
        return {_file(row) for row in rows} - {""}


def _file(row: sqlite3.Row) -> str:
    """The file of a row; "" where that is none of ours."""
    file = cell(row, "file", text, "", "parcels", "secret")
    return file if _OURS.fullmatch(file) else ""


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
