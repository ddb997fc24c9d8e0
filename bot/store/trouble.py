"""A store that can't be used now: a full disk, a cable pulled. People get one sentence, the log one line."""

from __future__ import annotations

import asyncio
import errno
import logging
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, ParamSpec, TypeVar

from bot.errors import NoStore
from bot.pauses import Pauses

log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")

Part = Literal["database", "pictures"]
"""What the store is made of: one may be written while the other can't."""

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 10.0
"""Seconds between attempts at what the store can't do now; each pause doubles the last."""

_FILES = {
    errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EFBIG, errno.EMFILE, errno.ENFILE, errno.ESTALE
}  # fmt: skip
_DATABASE = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
}


_SCHEMA = {sqlite3.SQLITE_CONSTRAINT_CHECK}
"""What we write fits the checks that we wrote: if not, those are damaged."""


class Trouble:
    """Tells the errors of a store that can't be used from those of a program that is wrong."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: set[Part] = set()

    @contextmanager
    def said(self, part: Part, *also: type[Exception]) -> Iterator[None]:
        """Around work on a part of the store.

        Args:
            part: which.
            also: what passes here, too, besides what `passes` says: somebody may put it right.

        Raises:
            NoStore: it can't be done now, of which the log tells once.
        """
        try:
            yield
        except (OSError, sqlite3.Error, UnicodeDecodeError) as error:
            if not (passes(error) or isinstance(error, also)):
                raise
            self._tell(part, error)
            raise NoStore() from error

    @property
    def known(self) -> bool:
        """Whether there was some, and none of what came after it has shown that it is over."""
        return bool(self._known)

    def over(self, part: Part) -> None:
        """Something has been written there."""
        if self._known == {part}:
            log.warning("DATA_DIR: %s can be written again; what waited goes on.", self._folder)
        self._known.discard(part)

    def _tell(self, part: Part, error: Exception) -> None:
        if not self._known:
            log.error(
                "DATA_DIR: %s can't be used: %s. What was accepted waits, nothing new is taken.",
                getattr(error, "filename", None) or self._folder,
                getattr(error, "strerror", None) or error,
            )
        self._known.add(part)


def passes(error: Exception) -> bool:
    """Whether the store can't be used now, and may be later."""
    if isinstance(error, UnicodeDecodeError):  # what SQLite says of a database whose very names are damaged
        return True
    if isinstance(error, OSError):
        return error.errno in _FILES
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and (code & 0xFF in _DATABASE or code in _SCHEMA)


async def until_kept(work: Callable[P, Awaitable[T]], *args: P.args, **kwargs: P.kwargs) -> T:
    """Does what the store may not take now: again and again, with pauses, until it does.

    All of `work` is done again: it is one thing that the store does, and nothing that people see.
    """
    pauses = Pauses(FIRST_PAUSE, LONGEST_PAUSE)
    while True:
        try:
            return await work(*args, **kwargs)
        except NoStore:
            await asyncio.sleep(pauses.next())
