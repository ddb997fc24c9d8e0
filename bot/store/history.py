"""A person's pictures, newest first."""

from __future__ import annotations

from dataclasses import dataclass

from bot.store.db import Database
from bot.store.jobs import JobStore
from bot.store.rows import JobRow


@dataclass(frozen=True)
class Page:
    """One picture of the history: `number` of `total`, newest is 1; `index` is the picture's within its job."""

    number: int
    total: int
    job: JobRow
    index: int


class HistoryStore:
    """What a person has made and not deleted."""

    def __init__(self, db: Database, jobs: JobStore) -> None:
        self._db = db
        self._jobs = jobs

    async def page(self, person: str, number: int) -> Page | None:
        """The picture with that number, or the nearest there is; None where there are no pictures."""
        of = "FROM images i JOIN jobs j ON j.id = i.job WHERE j.person = ? AND NOT i.deleted"
        counted = await self._db.row(f"SELECT count(*) AS n {of}", person)
        total = counted["n"] if counted else 0
        if not total:
            return None
        number = min(max(number, 1), total)
        sql = f"SELECT i.job, i.idx {of} ORDER BY j.created DESC, j.rowid DESC, i.idx LIMIT 1 OFFSET ?"
        row = await self._db.row(sql, person, number - 1)
        assert row is not None
        return Page(number, total, await self._jobs.get(row["job"]), row["idx"])

    async def jobs(self, person: str, before: str | None, limit: int) -> list[JobRow]:
        """Finished jobs that still have pictures, newest first, from after the job `before` on."""
        return await self._select(
            person,
            "state = 'done' AND EXISTS (SELECT 1 FROM images i WHERE i.job = jobs.id AND NOT i.deleted)",
            before,
            limit,
        )

    async def recent(self, person: str, before: str | None, limit: int) -> list[JobRow]:
        """All of a person's jobs, newest first, from after the job `before` on."""
        return await self._select(person, "true", before, limit)

    async def _select(self, person: str, which: str, before: str | None, limit: int) -> list[JobRow]:
        sql = (
            f"SELECT id FROM jobs WHERE person = ? AND {which}"
            " AND (? IS NULL OR (created, rowid) < (SELECT created, rowid FROM jobs WHERE id = ?))"
            " ORDER BY created DESC, rowid DESC LIMIT ?"
        )
        rows = await self._db.rows(sql, person, before, before, limit)
        return [await self._jobs.get(row["id"]) for row in rows]

    async def delete(self, job_id: str) -> None:
        """Takes a job's pictures out of the history."""
        await self._db.write("UPDATE images SET deleted = 1 WHERE job = ?", job_id)
