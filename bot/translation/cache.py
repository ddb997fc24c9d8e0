"""Translations that are remembered, and what people put in their place."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NamedTuple, Protocol

from bot.errors import NoStore
from bot.sound import sound
from bot.store.db import Database

PERSON = "person"
CORRECTIONS_EACH = 500
_TOUCH_AFTER = 3_600 * 10**9  # nanoseconds; a row's last use is kept no finer, so that reading seldom writes
_SWEEP_EVERY = 64


class Cached(NamedTuple):
    """A remembered translation and who made it."""

    english: str
    provider: str


class Cache(Protocol):
    """Remembers translations by normalised text, language and provider."""

    async def get(self, text: str, language: str, providers: Sequence[str]) -> Cached | None:
        """What the first of these providers once said."""
        ...

    async def correction(self, text: str, person: str) -> str | None:
        """What this person wants for the text, else what the operator does."""
        ...

    async def put(self, text: str, language: str, provider: str, english: str) -> None:
        """Remembers a provider's answer."""
        ...

    async def correct(self, text: str, english: str, person: str) -> None:
        """Remembers a person's own English; `person` is "" for everyone."""
        ...

    async def forget(self, which: Callable[[str], bool]) -> None:
        """Remembers no provider's answer any more for texts of which that is true; it is asked in a thread."""
        ...


class SqliteCache:
    """A table of the database: at most `size` answers, the longest unused go first.

    Halves of characters, which JSON may bring and SQLite can't take, are left out.
    """

    def __init__(self, database: Database, size: int = 50_000) -> None:
        self._database = database
        self._size = size
        self._writes = 0

    async def get(self, text: str, language: str, providers: Sequence[str]) -> Cached | None:
        """See `Cache`. What can't be read now is not remembered."""
        try:
            rows = await self._database.rows(
                "SELECT provider, english, used_at FROM translations"
                " WHERE text = ? AND language = ? AND person = ''",
                sound(text),
                language,
            )
        except NoStore:
            return None
        found = {row["provider"]: row for row in rows}
        first = next((found[name] for name in providers if name in found), None)
        if first is None:
            return None
        await self._touch(sound(text), language, first["provider"], first["used_at"])
        return Cached(first["english"], first["provider"])

    async def correction(self, text: str, person: str) -> str | None:
        """See `Cache`. What can't be read now is not remembered."""
        try:
            row = await self._database.row(
                "SELECT english FROM translations WHERE text = ? AND language = '' AND provider = ?"
                " AND person IN (?, '') ORDER BY person DESC LIMIT 1",
                sound(text),
                PERSON,
                person,
            )
        except NoStore:
            return None
        return None if row is None else str(row["english"])

    async def put(self, text: str, language: str, provider: str, english: str) -> None:
        """See `Cache`."""
        if self._size:
            with suppress(NoStore):  # it has been translated all the same
                await self._write(text, language, provider, "", english)

    async def correct(self, text: str, english: str, person: str) -> None:
        """See `Cache`. Keeps a person's newest 500."""
        await self._write(text, "", PERSON, person, english)
        await self._database.write(
            "DELETE FROM translations WHERE (provider = 'person') = 1 AND person = ? AND used_at < ("
            " SELECT used_at FROM translations WHERE (provider = 'person') = 1 AND person = ?"
            " ORDER BY used_at DESC LIMIT 1 OFFSET ?)",
            person,
            person,
            CORRECTIONS_EACH - 1,
        )

    async def forget(self, which: Callable[[str], bool]) -> None:
        """See `Cache`."""

        def read(connection: sqlite3.Connection) -> list[tuple[str, ...]]:
            rows = connection.execute(
                "SELECT text, language, provider FROM translations WHERE (provider = 'person') = 0 AND person = ''"
            )
            return [tuple(row) for row in rows if which(str(row["text"]))]

        found = await self._database.read(read)
        sql = "DELETE FROM translations WHERE text = ? AND language = ? AND provider = ? AND person = ''"
        async with self._database.transaction() as connection:
            await connection.executemany(sql, found)

    async def _write(self, text: str, language: str, provider: str, person: str, english: str) -> None:
        await self._database.write(
            "INSERT OR REPLACE INTO translations (text, language, provider, person, english, used_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            sound(text),
            language,
            provider,
            person,
            sound(english),
            time.time_ns(),
        )
        self._writes += 1
        if self._writes % min(_SWEEP_EVERY, self._size or 1) == 0:
            await self._sweep()

    async def _touch(self, text: str, language: str, provider: str, used_at: int) -> None:
        now = time.time_ns()
        if now - used_at > _TOUCH_AFTER:
            with suppress(NoStore):
                await self._database.write(
                    "UPDATE translations SET used_at = ? WHERE text = ? AND language = ? AND provider = ?",
                    now,
                    text,
                    language,
                    provider,
                )

    async def _sweep(self) -> None:
        await self._database.write(
            "DELETE FROM translations WHERE (provider = 'person') = 0 AND person = '' AND used_at <= ("
            " SELECT used_at FROM translations WHERE (provider = 'person') = 0 AND person = ''"
            " ORDER BY used_at DESC LIMIT 1 OFFSET ?)",
            self._size,
        )
