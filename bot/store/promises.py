"""Answers that a platform has promised: noted before they are, so that a kill between promise and job loses nothing."""

from __future__ import annotations

from bot.store.db import Database

MOST_TRIES = 10
"""Starts that try to keep a promise; one that ends the program every time is given up."""

_LEFT = (
    "SELECT event, asked, tries, tries < ? AND NOT EXISTS"
    " (SELECT 1 FROM jobs j WHERE j.platform = p.platform AND j.origin = p.event) AS due"
    " FROM promises p WHERE platform = ? ORDER BY rowid"
)
"""All of them; due is what is neither given up nor has become a job: that one is told of by itself."""

_FORGET = "DELETE FROM promises WHERE platform = ? AND event = ?"
_TRY = "UPDATE promises SET tries = ? WHERE platform = ? AND event = ?"


class PromiseStore:
    """The table of promises."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._told: set[str] = set()
        self._scoured: set[tuple[str, str]] = set()

    async def make(self, platform: str, event: str, asked: str) -> None:
        """Notes a promise, once for an event that comes twice."""
        await self._db.write(
            "INSERT OR IGNORE INTO promises (platform, event, asked) VALUES (?, ?, ?)", platform, event, asked
        )

    async def made(self, platform: str, event: str) -> str | None:
        """What was asked in an event; None where no promise is left of it."""
        sql = "SELECT asked FROM promises WHERE platform = ? AND event = ?"
        row = await self._db.row(sql, platform, event)
        return row["asked"] if row else None

    async def oldest(self, platform: str, most: int = 20) -> list[tuple[str, str]]:
        """Event and what was asked of those that are left, by the events' ids: so many of them at most."""
        sql = "SELECT event, asked FROM promises WHERE platform = ? ORDER BY event LIMIT ?"
        return [(row["event"], row["asked"]) for row in await self._db.rows(sql, platform, most)]

    async def kept(self, platform: str, event: str) -> None:
        """Forgets it: it has been answered, or has become a job."""
        await self._db.write_soon((_FORGET, (platform, event)))
        if (platform, event) in self._scoured:
            self._scoured.discard((platform, event))
            await self._db.scour()

    async def scour(self) -> None:
        """Leaves nothing of what was deleted, as `Database.scour`; once more with each promise that is kept after that:
        whoever is forgotten stands in what they asked for."""
        rows = await self._db.rows("SELECT platform, event FROM promises")
        self._scoured |= {(row["platform"], row["event"]) for row in rows}
        await self._db.scour()

    async def left(self, platform: str) -> list[tuple[str, str]]:
        """Event and what was asked of the promises that an earlier run did not keep, oldest first; told once."""
        if platform in self._told:
            return []
        rows = await self._db.rows(_LEFT, MOST_TRIES, platform)
        due = [row for row in rows if row["due"]]
        await self._db.write_soon(
            *((_TRY, (row["tries"] + 1, platform, row["event"])) for row in due),
            *((_FORGET, (platform, row["event"])) for row in rows if not row["due"]),
        )
        self._told.add(platform)
        return [(row["event"], row["asked"]) for row in due]
