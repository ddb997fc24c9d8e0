"""Answers that a platform has promised: noted before they are, so that a kill between promise and job loses nothing."""

from __future__ import annotations

from bot.store.db import Database

MOST_TRIES = 10
"""Starts that try to keep a promise; one that ends the program every time is given up."""


_SETTLED = (
    "DELETE FROM promises WHERE platform = ? AND (tries >= ?"
    " OR EXISTS (SELECT 1 FROM jobs j WHERE j.platform = promises.platform AND j.origin = promises.event))"
)
"""What is given up, and what has become a job: that one is told of by itself."""


class PromiseStore:
    """The table of promises."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._told: set[str] = set()

    async def make(self, platform: str, event: str, asked: str) -> None:
        """Notes a promise, once for an event that comes twice."""
        await self._db.write(
            "INSERT OR IGNORE INTO promises (platform, event, asked) VALUES (?, ?, ?)", platform, event, asked
        )

    async def kept(self, platform: str, event: str) -> None:
        """Forgets it: it has been answered, or has become a job."""
        await self._db.write_soon(
            ("DELETE FROM promises WHERE platform = ? AND event = ?", (platform, event))
        )

    async def left(self, platform: str) -> list[tuple[str, str]]:
        """Event and what was asked of the promises that an earlier run did not keep, oldest first; told once."""
        if platform in self._told:
            return []
        self._told.add(platform)
        async with self._db.transaction() as connection:
            await connection.execute(_SETTLED, (platform, MOST_TRIES))
            await connection.execute("UPDATE promises SET tries = tries + 1 WHERE platform = ?", (platform,))
        sql = "SELECT event, asked FROM promises WHERE platform = ? ORDER BY rowid"
        return [(row["event"], row["asked"]) for row in await self._db.rows(sql, platform)]
