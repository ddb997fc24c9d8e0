"""What people and chats want unless somebody says otherwise."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

from bot.store.cells import UNREADABLE, cell, text
from bot.store.db import Database

FOLLOW = (
    "UPDATE OR REPLACE preferences SET owner = 'chat:' || :platform || ':' || :new"
    " WHERE owner = 'chat:' || :platform || ':' || :chat",
)
"""What a chat wants holds in the one that it has become."""

Preferred = Mapping[str, Any]
"""Values by name."""


def chat_owner(platform: str, chat: str) -> str:
    """The owner that a chat is; a person's is their key, which begins with a platform."""
    return f"chat:{platform}:{chat}"


class PreferenceStore:
    """The table of preferences. Values are JSON; one that can't be read counts as none."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def of(self, *owners: str) -> tuple[Preferred, ...]:
        """What each of the owners wants."""
        marks = ",".join("?" * len(owners))
        rows = await self._db.rows(f"SELECT * FROM preferences WHERE owner IN ({marks})", *owners)
        found: dict[str, dict[str, Any]] = {owner: {} for owner in owners}
        for row in rows:
            value = cell(row, "value", _value, None, "preferences", "owner")
            if value is not None and isinstance(row["name"], str):
                found[row["owner"]][row["name"]] = value
        return tuple(found[owner] for owner in owners)

    async def put(self, owner: str, values: Preferred) -> None:
        """Remembers what an owner wants, all of it or nothing."""
        sql = "INSERT OR REPLACE INTO preferences (owner, name, value) VALUES (?, ?, ?)"
        async with self._db.transaction() as connection:
            rows = [(owner, name, json.dumps(value, ensure_ascii=False)) for name, value in values.items()]
            await connection.executemany(sql, rows)

    async def forget(self, owner: str, *names: str, but: Collection[str] = ()) -> None:
        """Forgets what an owner wants: the things of these names, or all; `but` some."""
        which = f" AND name IN ({','.join('?' * len(names))})" if names else ""
        which += f" AND name NOT IN ({','.join('?' * len(but))})"
        await self._db.write(f"DELETE FROM preferences WHERE owner = ?{which}", owner, *names, *but)


def _value(raw: Any) -> Any:
    try:
        return json.loads(text(raw))
    except UNREADABLE as error:
        raise ValueError(raw) from error
