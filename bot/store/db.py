"""The database: one connection that writes, a few that read beside it."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

import aiosqlite

from bot.errors import NoStore
from bot.store.damage import damage_told
from bot.store.migrations import BUSY, migrate
from bot.store.readers import Readers
from bot.store.trouble import Trouble, passes, until_kept

log = logging.getLogger(__name__)

T = TypeVar("T")

Statement = tuple[str, Sequence[Any] | Mapping[str, Any]]
"""SQL and the values in it."""

MOST_OWED = 100_000
"""What `write_soon` keeps in memory at most, while the disk is full."""

MOST_TURNS = 10
"""Attempts at beginning the log anew; each waits for whoever reads, which is seldom more than a moment."""

A_MOMENT = 0.2
"""Seconds that an answer waits for a note that it does not need."""


class Database:
    """Transactions never interleave; what only reads waits for none of them and sees what is committed.

    Where the disk is full, or the database out of reach in another way, every method raises NoStore.

    Attributes:
        timed: told of each "read" and "write", and how many seconds it took with the wait for its turn.
    """

    def __init__(self, connection: aiosqlite.Connection, readers: Readers, trouble: Trouble) -> None:
        self.connection = connection
        self._readers = readers
        self._trouble = trouble
        self._writing = asyncio.Lock()
        self._owed: deque[tuple[Statement, ...]] = deque()
        self._paying: asyncio.Task[None] | None = None
        self.timed: Callable[[str, float], object] = lambda what, seconds: None

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[aiosqlite.Connection]:
        """All or nothing; committed when the block ends, taken back when it raises or is cancelled.

        The connection does one thing after the other, also what nobody waits for any more: a rollback comes
        after the BEGIN or COMMIT that was being waited for, and does nothing where no transaction is left.
        """
        async with self._turn(), self._whole():
            yield self.connection

    async def write(self, sql: str, *values: Any) -> int:
        """One statement that is a transaction by itself; how many rows it changed."""
        async with self._turn():
            return (await self.connection.execute(sql, values)).rowcount

    async def write_all(self, *statements: Statement) -> None:
        """Statements that are a transaction together."""
        async with self.transaction() as connection:
            for sql, values in statements:
                await connection.execute(sql, values)

    async def write_soon(self, *statements: Statement) -> None:
        """Statements that are a transaction together: written now or, where the disk is full, once it isn't.

        Until then they are kept in memory, and come before whatever is written later. They may be carried out
        twice, and must say the same then.

        Raises:
            NoStore: too many are owed already.
        """
        try:
            await self.write_all(*statements)
        except NoStore:
            self._owe(statements)

    async def write_beside(self, *statements: Statement) -> None:
        """The same, for what an answer need not wait for: written now or, where that takes longer, soon.

        Raises:
            NoStore: too many are owed already.
        """
        await asyncio.wait([self._owe(statements)], timeout=A_MOMENT)

    def _owe(self, statements: tuple[Statement, ...]) -> asyncio.Task[None]:
        """Keeps in mind what is to be written; what writes it. Raises NoStore where that is too much."""
        if len(self._owed) >= MOST_OWED:
            raise NoStore
        self._owed.append(statements)
        if self._paying is None or self._paying.done():
            self._paying = asyncio.create_task(until_kept(self._pay), name="what is owed to the store")
        return self._paying

    async def read(self, question: Callable[[sqlite3.Connection], T]) -> T:
        """What a function reads; all its queries see the same moment. It runs in a thread."""
        with self._trouble.said("database"), self._taking_time("read"):
            return await self._readers.ask(question)

    async def rows(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        """All rows of a query."""
        return await self.read(lambda connection: connection.execute(sql, values).fetchall())

    async def row(self, sql: str, *values: Any) -> sqlite3.Row | None:
        """The first row of a query, or None."""
        return next(iter(await self.rows(sql, *values)), None)

    @property
    def writable(self) -> bool:
        """Whether it could be written and read, as far as one knows."""
        return not self._trouble.known

    async def scour(self) -> None:
        """Leaves nothing of what was deleted: the file is overwritten there, and its log begins anew. Where others read
        it for longer than anybody waits, as a backup may, the log is gone when we stop, at the latest."""
        for _ in range(MOST_TURNS):
            if not self.writable:
                return
            async with self._turn():
                done = await first(self.connection, "PRAGMA wal_checkpoint(TRUNCATE)")
            if done is None or not done["busy"]:
                return
            await asyncio.sleep(A_MOMENT)  # somebody still reads what was there before
        log.warning("The database is being read; what was deleted is gone from its log when Lukis stops.")

    async def kept(self) -> None:
        """Returns once nothing is owed."""
        await until_kept(self._pay)

    async def close(self) -> None:
        """Writes what is owed, if that can be done now."""
        if self._paying:
            self._paying.cancel()
        with suppress(NoStore):
            await self._pay()
        if self._owed:
            log.error("DATA_DIR: %d notes could not be kept.", len(self._owed))

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        """The writer's: what is owed comes first."""
        with self._taking_time("write"):
            async with self._writing:
                with self._trouble.said("database"):
                    while self._owed:
                        await self._carry_out(self._owed[0])
                        self._owed.popleft()
                    yield
                self._trouble.over("database")

    @contextmanager
    def _taking_time(self, what: str) -> Iterator[None]:
        began = time.perf_counter()
        try:
            yield
        finally:
            self.timed(what, time.perf_counter() - began)

    @asynccontextmanager
    async def _whole(self) -> AsyncIterator[None]:
        try:
            await self.connection.execute("BEGIN IMMEDIATE")
            yield
            await self.connection.commit()
        except BaseException:
            await asyncio.shield(self.connection.rollback())
            raise

    async def _carry_out(self, statements: tuple[Statement, ...]) -> None:
        """One thing that is owed. What will never be taken is left out: all that is written later would wait for it."""
        try:
            async with self._whole():
                for sql, values in statements:
                    await self.connection.execute(sql, values)
        except Exception as error:
            if passes(error) and not isinstance(error, sqlite3.IntegrityError):
                raise
            log.error("a note can't be kept: %s", error)

    async def _pay(self) -> None:
        """Writes what is owed."""
        if self._owed:
            async with self._turn():
                pass


async def first(connection: aiosqlite.Connection, sql: str, *values: Any) -> aiosqlite.Row | None:
    """The first row of a query inside a transaction, or None."""
    return next(iter(await connection.execute_fetchall(sql, values)), None)


@asynccontextmanager
async def open_database(file: Path, trouble: Trouble | None = None) -> AsyncIterator[Database]:
    """The database at `file`, made or brought up to date; WAL, foreign keys, every commit on the disk, and nothing left
    of what is deleted.

    Args:
        file: where it lies.
        trouble: tells of a store that can't be used, together with whoever else uses it.

    Raises:
        OSError, sqlite3.Error: the file can't be opened or written.
        Unusable: it is damaged, or of a newer version.
    """
    with damage_told(file):
        await asyncio.to_thread(migrate, file)
    connection = await aiosqlite.connect(file, timeout=BUSY, isolation_level=None)
    readers, trouble = Readers(file), Trouble(file.parent) if trouble is None else trouble
    try:
        connection.row_factory = aiosqlite.Row
        for pragma in ("foreign_keys=ON", "synchronous=FULL", "secure_delete=ON"):
            await connection.execute(f"PRAGMA {pragma}")
        db = Database(connection, readers, trouble)
        try:
            yield db
        finally:
            await db.close()
    finally:
        await readers.close()
        await connection.close()
