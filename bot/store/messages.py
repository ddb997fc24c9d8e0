"""What each message of ours is: which buttons may act on it, and what a reply to it is about."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import defaultdict
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import chain, repeat

from bot.messages import Card, Kind, Receipt
from bot.store.cells import cell, text
from bot.store.db import Database, Statement

LONGEST_WAIT = 3.0
"""Seconds to wait for a message of ours to be noted; a platform that hangs keeps nobody longer."""

_FORM = "UPDATE drafts SET chat = ?, message = ? WHERE id = ?"
_GONE = "?4 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM jobs WHERE id = ?4)"
_NOTE = f"INSERT OR REPLACE INTO messages SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE NOT ({_GONE})"
_FAREWELL = f"INSERT INTO farewells (platform, chat, message) SELECT ?1, ?2, ?3 WHERE {_GONE}"


@dataclass(frozen=True)
class Note:
    """What a message is: its kind, the job and picture that it shows, and the person whose job that is."""

    kind: Kind
    job: str | None = None
    index: int = 0
    person: str | None = None


class MessageStore:
    """The table of messages. Those of earlier versions, and one posted right before a kill, may not be in it."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._on_their_way: defaultdict[tuple[str, str], set[asyncio.Future[None]]] = defaultdict(set)

    @asynccontextmanager
    async def showing(self, platform: str, chat: str) -> AsyncIterator[None]:
        """Around handing the platform a message and noting what it is.

        People see it before it is noted, and may act at once: `settled` waits for this to end.
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

    async def settled(self, platform: str, chat: str) -> None:
        """Returns once what is on its way to that chat has been noted."""
        if on_their_way := self._on_their_way.get((platform, chat)):
            await asyncio.wait(set(on_their_way), timeout=LONGEST_WAIT)

    async def note(self, receipt: Receipt, card: Card) -> None:
        """Remembers what the messages are that a card became: now, or as soon as the store takes it."""
        await self._db.write_soon(*notes(receipt, card))

    async def statuses(self, job_id: str) -> list[Receipt]:
        """Messages that show the job's state, each by itself, and have neither become its result nor gone."""
        rows = await self._db.rows("SELECT * FROM messages WHERE job = ? AND kind = 'status'", job_id)
        return [receipt for receipt in map(_receipt, rows) if receipt]

    async def reports(self, job_id: str) -> list[Receipt]:
        """Messages that tell admins of the job, each by itself."""
        rows = await self._db.rows("SELECT * FROM messages WHERE job = ? AND kind = 'report'", job_id)
        return [receipt for receipt in map(_receipt, rows) if receipt]

    async def showing_any(self, job_id: str, indexes: Collection[int], whole: int) -> list[Receipt]:
        """The messages that show any of these pictures of a job, or hold their files; those of a chat together.

        From the index `whole` on they show what is put together of all of them.
        """
        marks = ",".join("?" * len(indexes))
        sql = (
            f"SELECT * FROM messages WHERE job = ? AND (idx IN ({marks}) OR idx >= ?)"
            " AND kind IN ('picture', 'page', 'list', 'original')"
        )
        chats = dict[tuple[str, str], list[str]]()
        for found in map(_receipt, await self._db.rows(sql, job_id, *indexes, whole)):
            if found:
                chats.setdefault((found.platform, found.chat), []).extend(found.messages)
        return [Receipt(platform=p, chat=c, messages=tuple(messages)) for (p, c), messages in chats.items()]

    async def left_over(self, platforms: Collection[str]) -> list[str]:
        """Jobs of these platforms that are over and settled, but have messages that show their state; newest first."""
        marks = ",".join("?" * len(platforms))
        sql = (
            "SELECT DISTINCT j.id FROM messages m JOIN jobs j ON j.id = m.job JOIN deliveries d ON d.job = j.id"
            f" WHERE m.kind = 'status' AND d.state IN ('sent', 'unreachable') AND m.platform IN ({marks})"
            " ORDER BY j.rowid DESC"
        )
        return [row["id"] for row in await self._db.rows(sql, *platforms)]

    async def forget(self, receipt: Receipt) -> None:
        """The messages are gone, or out of reach for ever."""
        sql = "DELETE FROM messages WHERE platform = ? AND chat = ? AND message = ?"
        await self._db.write_soon(
            *((sql, (receipt.platform, receipt.chat, message)) for message in receipt.messages)
        )

    async def noted(self, platform: str, chat: str, message: str) -> Note | None:
        """What a message is; None for one that nobody noted."""
        sql = (
            "SELECT m.kind, m.job, m.idx, j.person FROM messages m LEFT JOIN jobs j ON j.id = m.job"
            " WHERE m.platform = ? AND m.chat = ? AND m.message = ?"
        )
        row = await self._db.row(sql, platform, chat, message)
        return Note(row["kind"], row["job"], row["idx"], row["person"]) if row else None


def _receipt(row: sqlite3.Row) -> Receipt | None:
    """The message that a row is about, None where that can't be read."""
    where = {
        name: cell(row, name, text, "", "messages", "message") for name in ("platform", "chat", "message")
    }
    if not all(where.values()):
        return None
    return Receipt(platform=where["platform"], chat=where["chat"], messages=(where["message"],))


def notes(receipt: Receipt, card: Card) -> list[Statement]:
    """Notes what the messages are that a card became: each shows a picture, one after the last shows the first; a form
    is on the last. Those of a job that was forgotten meanwhile are to be taken away."""
    shown = chain(card.indexes, repeat(card.indexes[0]))
    form = [(_FORM, (receipt.chat, receipt.messages[-1], card.draft))] if card.draft else []
    return form + [
        (sql, (receipt.platform, receipt.chat, message, card.job, *more))
        for message, index in zip(receipt.messages, shown, strict=False)
        for sql, more in ((_NOTE, (index, card.kind)), (_FAREWELL, ()))
    ]
