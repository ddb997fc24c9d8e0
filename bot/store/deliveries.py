"""Results on their way to people."""

from __future__ import annotations

import time
from collections.abc import Collection

from bot.messages import Card, Receipt
from bot.store.cells import cell, maybe
from bot.store.db import Database
from bot.store.messages import notes

_CLOSE = "UPDATE deliveries SET state = ?, receipt = ?, changed = ? WHERE job = ? AND state = 'sending'"


class DeliveryStore:
    """The table of deliveries."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def due(self, platforms: Collection[str]) -> list[str]:
        """Jobs of these platforms whose result has not surely arrived, oldest first."""
        marks = ",".join("?" * len(platforms))
        sql = (
            "SELECT d.job FROM deliveries d JOIN jobs j ON j.id = d.job"
            f" WHERE d.state IN ('waiting', 'sending') AND j.platform IN ({marks}) ORDER BY j.finished"
        )
        return [row["job"] for row in await self._db.rows(sql, *platforms)]

    async def open_now(self) -> int:
        """How many results have not surely arrived."""
        row = await self._db.row(
            "SELECT count(*) AS due FROM deliveries WHERE state IN ('waiting', 'sending')"
        )
        return int(row["due"]) if row else 0

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

    async def sent(self, job_id: str, receipt: Receipt, card: Card) -> None:
        """Says that it arrived as these messages, which show that card: the one that was taken in the end.

        It can't be sent back: where the store takes nothing now, this is noted as soon as it does.
        """
        closed = (_CLOSE, ("sent", receipt.model_dump_json(), time.time(), job_id))
        await self._db.write_soon(closed, *notes(receipt, card))

    async def _close(self, job_id: str, state: str) -> None:
        await self._db.write_soon((_CLOSE, (state, None, time.time(), job_id)))

    async def over(self, job_id: str) -> bool:
        """Whether it arrived, or never will."""
        row = await self._db.row("SELECT state FROM deliveries WHERE job = ?", job_id)
        return row is not None and row["state"] in ("sent", "unreachable")

    async def receipt(self, job_id: str) -> Receipt | None:
        """The messages that the result became."""
        row = await self._db.row("SELECT job, receipt FROM deliveries WHERE job = ?", job_id)
        if row is None:
            return None
        return cell(row, "receipt", maybe(Receipt.model_validate_json), None, "deliveries", "job")
