"""The database: one connection that writes, a few that read beside it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import aiosqlite

from bot.store.migrations import BUSY, migrate
from bot.store.readers import Readers

T = TypeVar("T")


class Database:
    """Transactions never interleave; what only reads waits for none of them and sees what is committed."""

    def __init__(self, connection: aiosqlite.Connection, readers: Readers) -> None:
        self.connection = connection
        self._readers = readers
        self._writing = asyncio.Lock()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[aiosqlite.Connection]:
        """All or nothing; committed when the block ends, taken back when it raises or is cancelled.

        The connection does one thing after the other, also what nobody waits for any more: a rollback comes
        after the BEGIN or COMMIT that was being waited for, and does nothing where no transaction is left.
        """
        async with self._writing:
            try:
                await self.connection.execute("BEGIN IMMEDIATE")
                yield self.connection
                await self.connection.commit()
            except BaseException:
                await asyncio.shield(self.connection.rollback())
                raise

    async def write(self, sql: str, *values: Any) -> int:
        """One statement that is a transaction by itself; how many rows it changed."""
        async with self._writing:
            return (await self.connection.execute(sql, values)).rowcount

    async def write_row(self, sql: str, *values: Any) -> aiosqlite.Row | None:
        """One statement that is a transaction by itself; the row that it returns."""
        async with self._writing:
            return next(iter(await self.connection.execute_fetchall(sql, values)), None)

    async def read(self, question: Callable[[sqlite3.Connection], T]) -> T:
        """What a function reads; all its queries see the same moment. It runs in a thread."""
        return await self._readers.ask(question)

    async def rows(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        """All rows of a query."""
        return await self.read(lambda connection: connection.execute(sql, values).fetchall())

    async def row(self, sql: str, *values: Any) -> sqlite3.Row | None:
        """The first row of a query, or None."""
        return next(iter(await self.rows(sql, *values)), None)


@asynccontextmanager
async def open_database(file: Path) -> AsyncIterator[Database]:
    """The database at `file`, made or brought up to date; WAL, foreign keys, every commit on the disk.

    Raises:
        OSError, sqlite3.Error: the file can't be opened or written.
    """
    await asyncio.to_thread(migrate, file)
    connection = await aiosqlite.connect(file, timeout=BUSY, isolation_level=None)
    readers = Readers(file)
    try:
        connection.row_factory = aiosqlite.Row
        for pragma in ("foreign_keys=ON", "synchronous=FULL"):
            await connection.execute(f"PRAGMA {pragma}")
        yield Database(connection, readers)
    finally:
        await readers.close()
        await connection.close()
