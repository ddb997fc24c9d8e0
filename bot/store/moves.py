"""Chats that got a new id, and what follows them there."""

from __future__ import annotations

from bot.store import preferences
from bot.store.db import Database
from bot.store.jobs import OPEN
from bot.store.moderation import FOLLOW

_MOVED = "INSERT OR IGNORE INTO moves (platform, new, chat) VALUES (:platform, :new, :chat)"
_FOLLOW = (
    "UPDATE jobs SET address = json_set(address, '$.chat', :new, '$.message', NULL),"
    " status = CASE WHEN json_valid(status) AND json_extract(status, '$.chat') = :new THEN status END"
    " WHERE chat = :chat AND"
)
_FOLLOWING = (
    f"platform = :platform AND {OPEN}",
    "+platform = :platform AND id IN (SELECT job FROM deliveries WHERE state IN ('waiting', 'sending'))",
    "+platform = :platform AND shown > 0 AND person IN (SELECT person FROM shelves WHERE chat = :chat)",
)
_OF_CHAT = (
    "FROM shelves WHERE chat = :chat AND (person LIKE :platform || ':%' OR person IN ("
    "SELECT account FROM people WHERE account IS NOT NULL AND key LIKE :platform || ':%'))"
)
_SHELVES_FOLLOW = (
    f"INSERT INTO shelves SELECT person, :new, shelf, pictures {_OF_CHAT}"
    " ON CONFLICT DO UPDATE SET pictures = pictures + excluded.pictures",
    f"DELETE {_OF_CHAT}",
)
"""Each goes by a narrow index, which the plus signs see to, or by shelves, which are few."""


class MoveStore:
    """The table of moves. What it says is committed when a method returns."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def moved(self, platform: str, chat: str, new: str) -> None:
        """Lets jobs follow a chat to its new id: those under way, those not delivered, and those of its history.

        What they answered and their status messages stay behind. A chat has one id before: the first that is told.
        """
        where = {"platform": platform, "chat": chat, "new": new}
        statements = (
            _MOVED,
            *(f"{_FOLLOW} {which}" for which in _FOLLOWING),
            *_SHELVES_FOLLOW,
            *FOLLOW,
            *preferences.FOLLOW,
        )
        await self._db.write_soon(*((statement, where) for statement in statements))

    async def former(self, platform: str, chat: str) -> str | None:
        """The id that a chat had before it moved, None where it never did."""
        row = await self._db.row("SELECT chat FROM moves WHERE platform = ? AND new = ?", platform, chat)
        return row["chat"] if row else None
