"""Jobs from the moment they are accepted to their final state."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

import aiosqlite

from bot.access import check_waiting
from bot.errors import Banned, NotFound, Paused
from bot.messages import Address, Receipt
from bot.quotas.price import price
from bot.quotas.windows import Allowance
from bot.store.accounts import account_of
from bot.store.db import Database, first
from bot.store.merging import ACCOUNT, ALL_OF
from bot.store.moderation import EVERYWHERE, Place
from bot.store.quotas import COUNTS, check_room, counted_for
from bot.store.rows import (
    ImageRow,
    JobRow,
    State,
    image_row,
    input_file,
    job_row,
    notices_json,
    translation_json,
)
from bot.translating import Translation
from engine.api.events import Notice

OPEN = "state IN ('queued', 'running')"
LATELY = 20
"""How many of a person's last jobs in a chat are looked through for the one that a message asked for."""

_PLACE = (
    "SELECT EXISTS (SELECT 1 FROM jobs WHERE platform = ? AND origin = ?) AS known, "
    f"(SELECT count(*) FROM jobs WHERE person = ? AND {OPEN}) AS waiting, "
    f"EXISTS (SELECT 1 FROM bans WHERE person IN ({ALL_OF}) AND platform IN ('', ?) AND chat IN ('', ?)) AS banned, "
    "EXISTS (SELECT 1 FROM pauses WHERE platform IN ('', ?) AND chat IN ('', ?)) AS paused"
)


class JobStore:
    """The table of jobs. What it says is committed when a method returns."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def add(self, job: JobRow, limit: int, allowances: Sequence[Allowance] = ()) -> bool:
        """Accepts a job; False if it was accepted before, from the same update. From then on it counts.

        Raises:
            Banned: an admin takes nothing from the person.
            Paused: an admin lets nothing new in.
            TooManyJobs: the person has `limit` jobs waiting or running.
            TooMuchAtOnce: it would never fit into one of the allowances.
            OverQuota: it does not fit into one of them now.
        """
        async with self._db.transaction() as connection:
            now = time.time()  # not before: what came in while this waited for its turn counts, too
            job = replace(
                job, person=await account_of(connection, job.asker) or job.person
            )  # as things are now
            if not _admitted(await first(connection, _PLACE, *_asking(job)), limit):
                return False
            spent = [await connection.execute_fetchall(*each) for each in counted_for(job, allowances, now)]
            check_room(job, allowances, spent, now)
            values = _columns(job)
            marks = ", ".join("?" * len(values))
            await connection.execute(
                f"INSERT INTO jobs ({', '.join(values)}) VALUES ({marks})", tuple(values.values())
            )
            await connection.executemany(
                "INSERT INTO inputs (job, name, file) VALUES (?, ?, ?)",
                [(job.id, name, file) for name, file in job.inputs.items()],
            )
        return True

    async def admits(self, job: JobRow, limit: int, allowances: Sequence[Allowance] = ()) -> bool:
        """Whether `add` would accept the job as things are, asked before its pictures are fetched. Raises as `add`."""

        def read(connection: sqlite3.Connection) -> bool:
            if new := _admitted(connection.execute(_PLACE, _asking(job)).fetchone(), limit):
                now = time.time()
                spent = [connection.execute(*each).fetchall() for each in counted_for(job, allowances, now)]
                check_room(job, allowances, spent, now)
            return new

        return await self._db.read(read)

    async def get(self, job_id: str) -> JobRow:
        """Raises NotFound where there is no such job."""
        return await self._one("SELECT * FROM jobs WHERE id = ?", job_id)

    async def numbered(self, person: str, number: int) -> JobRow:
        """The person's job with that number. Raises NotFound where there is no such job."""
        return await self._one("SELECT * FROM jobs WHERE person = ? AND number = ?", person, number)

    async def asked_by(self, person: str, address: Address) -> JobRow | None:
        """The last job that a message of the person's asked for, where that was lately."""
        sql = (
            "SELECT id, platform, json_extract(address, '$.message') AS message FROM jobs"
            " WHERE person = ? AND chat = ? AND chat <> '' ORDER BY number DESC LIMIT ?"
        )
        about = address.platform, address.message
        for row in await self._db.rows(sql, person, address.chat, LATELY):
            if (row["platform"], row["message"]) == about:
                return await self.get(row["id"])
        return None

    async def made_of(self, person: str, job_id: str, limit: int) -> list[JobRow]:
        """A person's jobs with pictures that came of a job, newest first."""
        sql = (
            "SELECT * FROM jobs INDEXED BY jobs_made_of WHERE parent = ? AND person = ? AND shown > 0"
            " ORDER BY rowid DESC LIMIT ?"
        )
        return await self._db.read(lambda connection: jobs_of(connection, sql, job_id, person, limit))

    async def _one(self, sql: str, *values: Any) -> JobRow:
        found = await self._db.read(lambda connection: jobs_of(connection, sql, *values))
        if not found:
            raise NotFound()
        return found[0]

    async def unfinished(self, platforms: Collection[str]) -> list[JobRow]:
        """Jobs of these platforms that wait or were running, oldest first."""
        marks = ",".join("?" * len(platforms))
        sql = f"SELECT * FROM jobs WHERE platform IN ({marks}) AND {OPEN} ORDER BY rowid"
        return await self._db.read(lambda connection: jobs_of(connection, sql, *platforms))

    async def elsewhere(self, platforms: Collection[str]) -> dict[str, int]:
        """How many jobs wait, or wait to be delivered, on each platform but these."""
        marks = ",".join("?" * len(platforms))
        sql = (
            f"SELECT platform, count(*) AS waiting FROM jobs WHERE platform NOT IN ({marks}) AND id IN ("
            f"SELECT id FROM jobs WHERE {OPEN} UNION "
            "SELECT job FROM deliveries WHERE state IN ('waiting', 'sending')) GROUP BY platform"
        )
        return {str(row["platform"]): row["waiting"] for row in await self._db.rows(sql, *platforms)}

    async def open_now(self) -> dict[tuple[str, str], int]:
        """How many jobs wait or run, by platform and state."""
        each = "total(state = 'queued') AS queued, total(state = 'running') AS running"
        sql = f"SELECT platform, {each} FROM jobs WHERE {OPEN} GROUP BY platform"
        rows = await self._db.rows(sql)
        return {(row["platform"], state): int(row[state]) for row in rows for state in ("queued", "running")}

    async def unfinished_of(self, person: str, place: Place = EVERYWHERE) -> list[str]:
        """Ids of a person's waiting and running jobs, of one chat or all, oldest first."""
        there = "" if place == EVERYWHERE else " AND platform = ? AND place = ?"
        sql = f"SELECT id FROM jobs WHERE person = {ACCOUNT} AND {OPEN}{there} ORDER BY number"
        return [row["id"] for row in await self._db.rows(sql, person, person, *(place if there else ()))]

    async def among(self, person: str, ids: Collection[str]) -> list[str]:
        """Which of these jobs are a person's."""
        sql = "SELECT id FROM jobs WHERE person = ? AND id IN (SELECT value FROM json_each(?))"
        return [row["id"] for row in await self._db.rows(sql, person, json.dumps([*ids]))]

    async def set_status(self, job_id: str, receipt: Receipt) -> None:
        """Remembers the status message: now, or as soon as the store takes it.

        The job may be over already, cancelled as the message was on its way: its end takes that message's place.
        """
        await self._db.write_soon(
            ("UPDATE jobs SET status = ? WHERE id = ?", (receipt.model_dump_json(), job_id))
        )

    async def set_translation(self, job_id: str, translation: Translation, negative: str) -> None:
        """Remembers the English of prompt and negative prompt: now, or as soon as the store takes it."""
        await self._set(job_id, translation=translation_json(translation), negative=negative)

    async def set_running(self, job_id: str) -> None:
        """The engine has begun."""
        await self._set(job_id, state="running")

    async def hide(self, job_id: str) -> None:
        """Its pictures hide until they are tapped."""
        await self._set(job_id, hidden=True)

    async def _set(self, job_id: str, **values: Any) -> None:
        columns = ", ".join(f"{name} = ?" for name in values)
        await self._db.write_soon(
            (f"UPDATE jobs SET {columns} WHERE id = ? AND {OPEN}", (*values.values(), job_id))
        )

    async def finish(
        self,
        job_id: str,
        state: State,
        images: Sequence[ImageRow] = (),
        error: tuple[str, dict[str, Any]] | None = None,
        seconds: float | None = None,
        notices: Sequence[Notice] = (),
    ) -> bool:
        """Gives the job its final state, notices, pictures, and a delivery to make; False if it had one already."""
        told = json.dumps({"code": error[0], "facts": error[1]}) if error else None
        async with self._db.transaction() as connection:
            cursor = await connection.execute(
                "UPDATE jobs SET state = :state, error = :error, finished = :now, seconds = :seconds,"
                f" notices = :notices, {COUNTS[state]} WHERE id = :id AND {OPEN}",
                {
                    "id": job_id,
                    "state": state,
                    "error": told,
                    "now": time.time(),
                    "seconds": seconds,
                    "notices": notices_json(notices),
                    "kept": len(images),
                },
            )
            if cursor.rowcount:
                await _keep(connection, job_id, images)
            return bool(cursor.rowcount)

    async def abandon(self, platform: str) -> None:
        """Ends what is under way on a platform, jobs and results: nobody waits for it any more."""
        async with self._db.transaction() as connection:
            await connection.execute(
                f"UPDATE jobs SET state = 'cancelled', finished = ? WHERE platform = ? AND {OPEN}",
                (time.time(), platform),
            )
            await connection.execute(
                "UPDATE deliveries SET state = 'unreachable', changed = ? WHERE state IN ('waiting', 'sending')"
                " AND job IN (SELECT id FROM jobs WHERE platform = ?)",
                (time.time(), platform),
            )


def jobs_of(connection: sqlite3.Connection, sql: str, *values: Any) -> list[JobRow]:
    """The jobs that a query finds, each with all its pictures."""
    return [_whole(connection, row) for row in connection.execute(sql, values).fetchall()]


def _whole(connection: sqlite3.Connection, row: sqlite3.Row) -> JobRow:
    inputs = connection.execute("SELECT * FROM inputs WHERE job = ?", (row["id"],))
    images = connection.execute("SELECT * FROM images WHERE job = ? ORDER BY idx", (row["id"],))
    readable = tuple(filter(None, map(image_row, images)))
    return job_row(row, {str(i["name"]): input_file(i) for i in inputs}, readable)


def _asking(job: JobRow) -> tuple[str | None, ...]:
    address, place = job.address, job.address.place
    return address.platform, address.origin, job.person, job.person, job.person, *place, *place


def _admitted(place: sqlite3.Row | None, limit: int) -> bool:
    assert place is not None
    if not place["known"]:
        if place["banned"]:
            raise Banned()
        if place["paused"]:
            raise Paused()
        check_waiting(place["waiting"], limit)
    return not place["known"]


def _columns(job: JobRow) -> dict[str, Any]:
    """What a new job is kept as."""
    return {
        "id": job.id,
        "person": job.person,
        "asker": job.asker,
        "address": job.address.model_dump_json(),
        "platform": job.address.platform,
        "origin": job.address.origin,
        "mode": job.mode,
        "prompt": job.prompt,
        "raw": job.raw,
        "recipe": job.recipe.model_dump_json(),
        "translation": translation_json(job.translation) if job.translation else None,
        "parent": job.parent,
        "asked": job.asked,
        "notices": notices_json(job.notices),
        "created": job.created or time.time(),
        "rank": job.rank,
        **price(job.mode, job.recipe)._asdict(),
    }


async def _keep(connection: aiosqlite.Connection, job_id: str, images: Sequence[ImageRow]) -> None:
    await connection.executemany(
        "INSERT INTO images (job, idx, seed, width, height, file, verdict) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(job_id, i.index, i.seed, i.width, i.height, i.file, i.verdict) for i in images],
    )
    await connection.execute("INSERT INTO deliveries (job, changed) VALUES (?, ?)", (job_id, time.time()))
