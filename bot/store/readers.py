"""Connections that only read."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from bot.store.matching import fits
from bot.store.migrations import BUSY

T = TypeVar("T")

COUNT = 4
"""Questions that are answered at the same time."""


class Readers:
    """A few threads with a connection each: a question waits for no transaction and for no long answer."""

    def __init__(self, file: Path, count: int = COUNT) -> None:
        self._file = file
        self._threads = ThreadPoolExecutor(count, "lukis-reads")
        self._own = threading.local()
        self._open: list[sqlite3.Connection] = []

    async def ask(self, question: Callable[[sqlite3.Connection], T]) -> T:
        """The answer, read at one moment: what is committed meanwhile does not show in half of it.

        Whoever stops waiting leaves nothing behind: the thread ends what it has begun.
        """
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._answer, question)

    def _answer(self, question: Callable[[sqlite3.Connection], T]) -> T:
        connection = self._connection()
        connection.execute("BEGIN")
        try:
            return question(connection)
        finally:
            connection.rollback()

    def _connection(self) -> sqlite3.Connection:
        """This thread's own."""
        if not hasattr(self._own, "connection"):
            there = (
                f"{self._file.absolute().as_uri()}?mode=rw"  # one that is gone is not made anew, and empty
            )
            connection = sqlite3.connect(
                there, timeout=BUSY, isolation_level=None, check_same_thread=False, uri=True
            )
            self._open.append(connection)
            connection.row_factory = sqlite3.Row
            connection.text_factory = _text
            connection.create_function("fits", 7, fits, deterministic=True)
            connection.execute("PRAGMA query_only=ON")
            self._own.connection = connection
        return self._own.connection  # type: ignore[no-any-return]

    async def close(self) -> None:
        """Ends the threads once they have answered."""
        await asyncio.to_thread(self._threads.shutdown)
        for connection in self._open:
            connection.close()


def _text(data: bytes) -> str:
    """Text as it is, whatever a broken disk has made of some of it."""
    return data.decode("utf-8", "replace")
