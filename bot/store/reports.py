"""What admins are told of: pictures that somebody, or a list, has reported."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import dataclass

from bot.store.cells import cell, text, whole
from bot.store.db import Database, Statement
from bot.store.moderation import EVERYWHERE, Act, Place


@dataclass(frozen=True)
class Report:
    """A job of which admins are told.

    Attributes:
        job, index: which, and which of its pictures.
        person: the key of who told, "" where a list did.
        line: the line that found it, or "".
        state: open, or what was done: remove, warn, ban or dismiss.
    """

    job: str
    index: int
    person: str
    line: str
    state: str = "open"


class ReportStore:
    """The table of reports: one for a job, however many people tell."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def make(self, report: Report) -> bool:
        """Keeps one; False where there was one of that job already."""
        sql = "INSERT OR IGNORE INTO reports (job, idx, person, line, at) VALUES (?, ?, ?, ?, ?)"
        return bool(
            await self._db.write(sql, report.job, report.index, report.person, report.line, time.time())
        )

    async def get(self, job: str) -> Report | None:
        """The report of a job, None where nobody told."""
        row = await self._db.row("SELECT * FROM reports WHERE job = ?", job)
        return _report(row) if row else None

    async def untold(self) -> list[str]:
        """Jobs that are over whose report has not been passed on to admins, the oldest first."""
        sql = (
            "SELECT r.job FROM reports r CROSS JOIN jobs j ON j.id = r.job"
            " WHERE r.told = 0 AND r.at >= 0 AND j.state NOT IN ('queued', 'running') ORDER BY r.at"
        )
        return [row["job"] for row in await self._db.rows(sql)]

    async def open_of(self, person: str) -> int:
        """How many of those that a person told are open."""
        sql = "SELECT count(*) AS open FROM reports WHERE person = ? AND state = 'open'"
        row = await self._db.row(sql, person)
        return row["open"] if row else 0

    async def open_about(self, person: str) -> int:
        """How many of those that lists told of a person's jobs are open."""
        sql = (
            "SELECT count(*) AS open FROM reports r CROSS JOIN jobs j ON j.id = r.job"
            " WHERE r.person = '' AND r.state = 'open' AND j.person = ?"
        )
        row = await self._db.row(sql, person)
        return row["open"] if row else 0

    async def open(self, place: Place, most: int) -> list[Report]:
        """Those about which nothing was done, the oldest first: of a chat, or all of them."""
        there = "" if place == EVERYWHERE else " AND j.platform = ? AND j.place = ?"
        sql = (
            "SELECT r.* FROM reports r CROSS JOIN jobs j ON j.id = r.job"
            f" WHERE r.state = 'open' AND r.at >= 0{there} ORDER BY r.at LIMIT ?"
        )
        chat = () if place == EVERYWHERE else place
        return [_report(row) for row in await self._db.rows(sql, *chat, most)]

    async def told(self, job: str) -> None:
        """Says that admins have been written to."""
        await self._db.write_soon(("UPDATE reports SET told = 1 WHERE job = ?", (job,)))

    async def close(self, job: str, act: Act, *with_it: Statement) -> bool:
        """Says what is done about it, once and in the log, and does what goes with it; False where something was."""
        sql = "UPDATE reports SET state = ? WHERE job = ? AND state = 'open'"
        async with self._db.transaction() as connection:
            done = (await connection.execute(sql, (act.what, job))).rowcount
            if done:
                for each in (act.note, *with_it):
                    await connection.execute(*each)
            return bool(done)


def _report(row: sqlite3.Row) -> Report:
    told = {name: cell(row, name, text, "", "reports", "job") for name in ("job", "person", "line", "state")}
    index = cell(row, "idx", whole, 0, "reports", "job")
    return Report(told["job"], index, told["person"], told["line"], told["state"])
