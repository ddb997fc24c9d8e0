"""Results on their way to people, and which message shows which picture."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from typing import Literal

from bot.messages import Receipt
from bot.store.db import Database

Kind = Literal["picture", "edit"]

LONGEST_WAIT = 3.0
"""Seconds that a reply waits for a message of ours to be noted; a platform that hangs keeps nobody longer."""

_CLOSE = "UPDATE deliveries SET state = ?, receipt = ?, changed = ? WHERE job = ? AND state = 'sending'"
_SHOWS = "INSERT OR REPLACE INTO messages VALUES (?, ?, ?, ?, ?, ?)"


class DeliveryStore:
    """The tables of deliveries and messages."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._on_their_way: defaultdict[tuple[str, str], set[asyncio.Future[None]]] = defaultdict(set)

    @asynccontextmanager
    async def showing(self, platform: str, chat: str) -> AsyncIterator[None]:
        """Around handing the platform a message and noting what it shows.

        People see it before it is noted, and may reply at once: `shown_by` waits for this to end.
        """
        noted = asyncio.get_running_loop().create_future()
        self._on_their_way[platform, chat].add(noted)
        try:
            yield
        finally:
            noted.set_result(None)
            self._on_their_way[platform, chat].discard(noted)
            if not self._on_their_way[platform, chat]:
                del self._on_their_way[platform, chat]

    async def due(self, platforms: Collection[str]) -> list[str]:
        """Jobs of these platforms whose result has not surely arrived, oldest first."""
        marks = ",".join("?" * len(platforms))
        sql = (
            "SELECT d.job FROM deliveries d JOIN jobs j ON j.id = d.job"
            f" WHERE d.state IN ('waiting', 'sending') AND j.platform IN ({marks}) ORDER BY j.finished"
        )
        return [row["job"] for row in await self._db.rows(sql, *platforms)]

    async def sending(self, job_id: str) -> bool:
        """Says that it is handed to the platform now; False if it has been delivered already."""
        changed = await self._db.write(
            "UPDATE deliveries SET state = 'sending', attempts = attempts + 1, changed = ?"
            " WHERE job = ? AND state IN ('waiting', 'sending')",
            time.time(),
            job_id,
        )
        return bool(changed)

    async def waiting(self, job_id: str) -> None:
        """Says that the platform did not take it."""
        await self._close(job_id, "waiting")

    async def unreachable(self, job_id: str) -> None:
        """Says that the platform never will."""
        await self._close(job_id, "unreachable")

    async def sent(self, job_id: str, receipt: Receipt, indexes: Collection[int]) -> None:
        """Says that it arrived as these messages; the first ones show the pictures with these indexes."""
        async with self._db.transaction() as connection:
            await connection.execute(_CLOSE, ("sent", receipt.model_dump_json(), time.time(), job_id))
            await connection.executemany(_SHOWS, _shown(job_id, receipt, indexes, "picture"))

    async def _close(self, job_id: str, state: str) -> None:
        await self._db.write(_CLOSE, state, None, time.time(), job_id)

    async def shows(
        self, job_id: str, receipt: Receipt, indexes: Collection[int], kind: Kind = "picture"
    ) -> None:
        """Remembers which message shows which picture of a job; a message after the last shows the first."""
        async with self._db.transaction() as connection:
            await connection.executemany(_SHOWS, _shown(job_id, receipt, indexes, kind))

    async def shown_by(self, platform: str, chat: str, message: str) -> tuple[str, int, Kind] | None:
        """What a message of ours shows: job, index and kind; None for any other message."""
        if on_their_way := self._on_their_way.get((platform, chat)):
            await asyncio.wait(set(on_their_way), timeout=LONGEST_WAIT)
        sql = "SELECT job, idx, kind FROM messages WHERE platform = ? AND chat = ? AND message = ?"
        row = await self._db.row(sql, platform, chat, message)
        return (row["job"], row["idx"], row["kind"]) if row else None

    async def receipt(self, job_id: str) -> Receipt | None:
        """The messages that the result became."""
        row = await self._db.row("SELECT receipt FROM deliveries WHERE job = ?", job_id)
        return Receipt.model_validate_json(row["receipt"]) if row and row["receipt"] else None


def _shown(
    job_id: str, receipt: Receipt, indexes: Collection[int], kind: Kind
) -> list[tuple[str, str, str, str, int, Kind]]:
    """Rows of `messages`: which message shows which picture; one after the last shows the first."""
    known = tuple(indexes) or (0,)
    return [
        (receipt.platform, receipt.chat, message, job_id, known[i] if i < len(known) else known[0], kind)
        for i, message in enumerate(receipt.messages)
    ]
