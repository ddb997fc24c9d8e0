"""The numbered scripts beside this file, and how they are applied."""

from __future__ import annotations

import fcntl
import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path

from bot.store.damage import LOOK, Unusable, backups, check, check_schema, damage_told

log = logging.getLogger(__name__)

BUSY = 5.0
"""Seconds that a connection waits where the database is locked."""

SCOURED = 25
"""The version from which on nothing is left of what is deleted; what those before left goes as they are updated."""

MOST_BACKUPS = 3
"""Databases as they were before an update, newest first, that are kept; each is as large as the database was."""


def migrate(file: Path) -> None:
    """Makes the file, or brings it to the newest version: a backup first, then all that is due in one transaction.

    Of two programs that do so at once the second waits, and finds it done.

    Raises:
        OSError, sqlite3.Error: it can't be read or written; it is as it was.
        Unusable: it is damaged, or of a newer version.
    """
    with (
        _alone_in(file.parent),
        closing(sqlite3.connect(file, timeout=BUSY, isolation_level=None)) as connection,
    ):
        _refuse_newer(connection, file)
        check(connection, file)
        before = _version(connection)
        if due := _due(connection):
            connection.execute("BEGIN IMMEDIATE")
            try:
                _apply(connection, file, due)
                connection.execute("COMMIT")
            except BaseException:
                connection.rollback()
                raise
            if 0 < before < SCOURED:
                _scour(connection)
        check_schema(connection, _made_anew(), file)
        connection.execute("PRAGMA journal_mode=WAL")  # which two at once may not


def _scour(connection: sqlite3.Connection) -> None:
    """Writes the file anew without what was deleted; on a full disk it stays as it is."""
    try:
        connection.execute("VACUUM")
    except sqlite3.OperationalError as error:
        log.warning(
            "What earlier versions deleted can still be found in the database's free pages: %s", error
        )


def look(file: Path, seconds: float = LOOK) -> None:
    """Looks whether a start could use the database, if there is one, and changes nothing.

    Args:
        file: where it lies.
        seconds: how long to look for damage at most; a start has as many as it has here.

    Raises:
        sqlite3.Error: it can't be read.
        Unusable: it is damaged, or of a newer version.
    """
    if not file.exists():
        return
    with damage_told(file), closing(sqlite3.connect(file, timeout=BUSY)) as connection:
        _refuse_newer(connection, file)
        check(connection, file, seconds)
        if not _due(connection):
            check_schema(connection, _made_anew(), file)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Waits until no other program does the same; the system lets go of whoever dies."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def newest() -> int:
    """The version that this program brings databases to."""
    return max(number for number, _ in _scripts())


def _refuse_newer(connection: sqlite3.Connection, file: Path) -> None:
    if (version := _version(connection)) > newest():
        raise Unusable(
            f"{file} is of a newer Lukis: its version is {version}, this one knows {newest()}."
            " Start that Lukis again, or choose another folder"
        )


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _due(connection: sqlite3.Connection) -> list[tuple[int, str]]:
    version = _version(connection)
    return [(number, sql) for number, sql in _scripts() if number > version]


def _apply(connection: sqlite3.Connection, file: Path, due: list[tuple[int, str]]) -> None:
    if version := _version(connection):
        log.info("The database goes from version %d to %d; this may take a minute.", version, due[-1][0])
        log.info("As it was it is kept: %s.", _back_up(file, version))
    for number, sql in due:
        for statement in _statements(sql):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version={number}")


def _made_anew() -> sqlite3.Connection:
    """A database of the newest version, in memory."""
    connection = sqlite3.connect(":memory:")
    for _, sql in _scripts():
        connection.executescript(sql)
    return connection


def _back_up(file: Path, version: int) -> Path:
    """Copies what is committed beside the file, whole or not at all; where to. Of earlier ones the oldest go."""
    backup = file.with_suffix(f".v{version}.backup")
    part = backup.with_suffix(".part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(part)) as copy:
        source.backup(copy)
    part.replace(backup)
    for earlier in backups(file)[MOST_BACKUPS:]:
        log.info("An older one goes: %s.", earlier)
        earlier.unlink(missing_ok=True)
    return backup


def _scripts() -> Iterator[tuple[int, str]]:
    for script in sorted(files(__name__).iterdir(), key=lambda f: f.name):
        if script.name.endswith(".sql"):
            yield int(script.name.split("_")[0]), script.read_text("utf-8")


def _statements(sql: str) -> Iterator[str]:
    """The statements of a script; each ends with a line."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
