"""Pictures that people are still choosing things for."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.store.cells import UNREADABLE, cell, number, text
from bot.store.db import Database
from bot.store.oldest import leave_newest


@dataclass(frozen=True)
class Draft:
    """What somebody has chosen so far.

    Attributes:
        person: the key of whose it is.
        made: when, in seconds since 1970.
        waits: whether it still waits for its words.
        values: parameters by name, as JSON has them.
        job, index: the picture that is edited, if any.
    """

    id: str
    person: str
    platform: str
    chat: str
    made: float = 0.0
    waits: bool = True
    values: Mapping[str, Any] = field(default_factory=dict)
    job: str | None = None
    index: int = 0


class DraftStore:
    """The table of drafts. Each is its person's."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def keep(self, draft: Draft) -> None:
        """Keeps one as it is now; where its message is, and that it has had its words, is kept by itself."""
        columns = "id, person, platform, chat, made, waits, asked"
        sql = (
            f"INSERT INTO drafts ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET asked = excluded.asked"
        )
        told = {"values": dict(draft.values), "job": draft.job, "index": draft.index}
        asked = json.dumps(told, ensure_ascii=False)
        where = draft.person, draft.platform, draft.chat, draft.made or time.time(), draft.waits
        await self._db.write_all((sql, (draft.id, *where, asked)), leave_newest("drafts", draft.person))

    async def draft(self, draft: str) -> Draft | None:
        """The one of that id."""
        row = await self._db.row("SELECT * FROM drafts WHERE id = ?", draft)
        return _draft(row) if row else None

    async def said(self, draft: str) -> None:
        """It has had its words, and waits for none any more."""
        await self._db.write("UPDATE drafts SET waits = 0 WHERE id = ?", draft)

    async def of_message(self, platform: str, chat: str, message: str) -> Draft | None:
        """The one that a message shows."""
        sql = "SELECT * FROM drafts WHERE platform = ? AND chat = ? AND message = ?"
        row = await self._db.row(sql, platform, chat, message)
        return _draft(row) if row else None

    async def newest(self, person: str, platform: str, chat: str) -> Draft | None:
        """What a person began last in a chat."""
        sql = "SELECT * FROM drafts WHERE person = ? AND platform = ? AND chat = ? ORDER BY made DESC LIMIT 1"
        row = await self._db.row(sql, person, platform, chat)
        return _draft(row) if row else None


def _draft(row: sqlite3.Row) -> Draft:
    told: dict[str, Any] = cell(row, "asked", _told, {}, "drafts")
    made = cell(row, "made", number, 1.0, "drafts")
    return Draft(row["id"], row["person"], row["platform"], row["chat"], made, bool(row["waits"]), **told)


def _told(raw: Any) -> dict[str, Any]:
    try:
        told = json.loads(text(raw))
        values, job, index = dict(told["values"]), told["job"], int(told["index"])
    except UNREADABLE as error:
        raise ValueError(raw) from error
    return {"values": values, "job": job if isinstance(job, str) else None, "index": index}
