"""What a message offers to draw, for as long as its button may be pressed."""

from __future__ import annotations

import time
from typing import NamedTuple

from bot.store.db import Database
from bot.store.oldest import leave_newest

_WHERE = "WHERE id = ? AND platform = ? AND chat = ?"


class Offer(NamedTuple):
    """All that drawing it takes, as JSON, and whom it was made to."""

    asked: str
    person: str


class OfferStore:
    """The table of offers. Each is good where it was made and nowhere else."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def make(self, offer: str, platform: str, chat: str, asked: str, person: str) -> None:
        """Keeps one for a person, in place of what it was before; `asked` is all that drawing it takes, as JSON."""
        sql = "INSERT OR REPLACE INTO offers (id, platform, chat, asked, person, made) VALUES (?, ?, ?, ?, ?, ?)"
        values = offer, platform, chat, asked, person, time.time()
        await self._db.write_all((sql, values), leave_newest("offers", person))

    async def made(self, offer: str, platform: str, chat: str) -> Offer | None:
        """What was offered in that chat under this id; None where nothing was."""
        row = await self._db.row(f"SELECT asked, person FROM offers {_WHERE}", offer, platform, chat)
        return Offer(row["asked"], row["person"]) if row else None

    async def taken(self, offer: str, platform: str, chat: str) -> bool:
        """Takes one back; whether it was still there."""
        return bool(await self._db.write(f"DELETE FROM offers {_WHERE}", offer, platform, chat))
