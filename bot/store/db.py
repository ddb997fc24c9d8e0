"""Opening the database: pragmas, a backup, migrations; one connection with its own thread."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing
from importlib.resources import files
from pathlib import Path
from typing import Any

import aiosqlite


class Database:
    """An aiosqlite connection whose transactions never interleave."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self.connection = connection
        self._writing = asyncio.Lock()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[aiosqlite.Connection]:
        """All or nothing; committed when the block ends, taken back when it raises."""
        async with self._writing:
            await self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
            except BaseException:
                await asyncio.shield(self.connection.rollback())
                raise
            await asyncio.shield(self.connection.commit())

    async def write(self, sql: str, *values: Any) -> int:
        """One statement that is a transaction by itself; how many rows it changed."""
        async with self._writing:
            return (await self.connection.execute(sql, values)).rowcount

    async def write_row(self, sql: str, *values: Any) -> aiosqlite.Row | None:
        """One statement that is a transaction by itself; the row that it returns."""
        async with self._writing:
            return next(iter(await self.connection.execute_fetchall(sql, values)), None)

    async def rows(self, sql: str, *values: Any) -> list[aiosqlite.Row]:
        """All rows of a query."""
        return list(await self.connection.execute_fetchall(sql, values))

    async def row(self, sql: str, *values: Any) -> aiosqlite.Row | None:
        """The first row of a query, or None."""
        return next(iter(await self.rows(sql, *values)), None)


@asynccontextmanager
async def open_database(file: Path) -> AsyncIterator[Database]:
    """The database at `file`, made or brought up to date; WAL, foreign keys, 5 s busy time-out.

    Raises:
        OSError, sqlite3.Error: the file can't be opened or written.
    """
    await asyncio.to_thread(migrate, file)
    connection = await aiosqlite.connect(file, isolation_level=None)
    try:
        connection.row_factory = aiosqlite.Row
        for pragma in ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=5000", "synchronous=FULL"):
            await connection.execute(f"PRAGMA {pragma}")
        yield Database(connection)
    finally:
        await connection.close()


def migrate(file: Path) -> None:
    """Brings the file to the newest version: a backup first, then each numbered script in one transaction."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        due = [(number, sql) for number, sql in _migrations() if number > version]
        if not due:
            return
        if version:
            with closing(sqlite3.connect(file.with_suffix(f".v{version}.backup"))) as copy:
                connection.backup(copy)
        for number, sql in due:
            _apply(connection, number, sql)


def _migrations() -> Iterator[tuple[int, str]]:
    folder = files("bot.store") / "migrations"
    for script in sorted(folder.iterdir(), key=lambda f: f.name):
        if script.name.endswith(".sql"):
            yield int(script.name.split("_")[0]), script.read_text("utf-8")


def _apply(connection: sqlite3.Connection, number: int, sql: str) -> None:
    try:
        connection.executescript(f"BEGIN IMMEDIATE;\n{sql}\nPRAGMA user_version={number};\nCOMMIT;")
    except BaseException:
        if connection.in_transaction:
            connection.rollback()
        raise
