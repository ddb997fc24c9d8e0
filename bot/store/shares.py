"""Pictures that somebody shows to whoever has their link, for a while."""

from __future__ import annotations

import hashlib
import secrets
import time

from bot.sharing import MOST_LINKS
from bot.store.cells import cell, number, text, whole
from bot.store.db import Database


class ShareStore:
    """The table of shares. What a link says is kept as a hash alone: a copy of the database opens nothing."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def share(self, job: str, index: int, seconds: float) -> str:
        """Shows a picture to whoever says what this returns, for so long; the oldest of many links to it end."""
        secret, now = secrets.token_hex(32), time.time()
        await self._db.write_all(
            ("DELETE FROM shares WHERE ends <= ?", (now,)),
            (
                "INSERT INTO shares (secret, job, idx, ends) VALUES (?, ?, ?, ?)",
                (_hash(secret), job, index, now + seconds),
            ),
            (
                "DELETE FROM shares WHERE secret IN (SELECT secret FROM shares WHERE job = ? AND idx = ?"
                " ORDER BY ends DESC LIMIT -1 OFFSET ?)",
                (job, index, MOST_LINKS),
            ),
        )
        return secret

    async def shared(self, secret: str) -> tuple[str, int] | None:
        """The job and which of its pictures a link shows; None where there is none, or no more."""
        sql = "SELECT * FROM shares WHERE secret = ? AND ends > ?"
        row = await self._db.row(sql, _hash(secret), time.time())
        if row is None:
            return None
        return cell(row, "job", text, "", "shares", "secret"), cell(row, "idx", whole, 0, "shares", "secret")

    async def until(self, job: str, index: int) -> float | None:
        """When the last link to a picture ends, in seconds since 1970; None where none shows it."""
        sql = "SELECT secret, ends FROM shares WHERE job = ? AND idx = ? AND ends > ? ORDER BY ends DESC LIMIT 1"
        row = await self._db.row(sql, job, index, time.time())
        return cell(row, "ends", number, None, "shares", "secret") if row else None

    async def end(self, job: str, index: int) -> None:
        """Shows a picture by no link any more."""
        await self._db.write("DELETE FROM shares WHERE job = ? AND idx = ?", job, index)


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
