"""What a message offers to draw, for as long as its button may be pressed."""

from __future__ import annotations

import time

from bot.store.db import Database
from bot.store.oldest import leave_newest


class OfferStore:
    """The table of offers. Each is good where it was made and nowhere else."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def make(self, offer: str, platform: str, chat: str, asked: str, person: str) -> None:
        """Keeps one for a person; `asked` is all that drawing it takes, as JSON."""
        sql = "INSERT INTO offers (id, platform, chat, asked, person, made) VALUES (?, ?, ?, ?, ?, ?)"
        values = offer, platform, chat, asked, person, time.time()
        await self._db.write_all((sql, values), leave_newest("offers", person))

    async def made(self, offer: str, platform: str, chat: str) -> str | None:
        """What was offered in that chat under this id; None where nothing was."""
        sql = "SELECT asked FROM offers WHERE id = ? AND platform = ? AND chat = ?"
        row = await self._db.row(sql, offer, platform, chat)
        return row["asked"] if row else None
