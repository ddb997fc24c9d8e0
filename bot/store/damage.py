"""A database that is damaged: what says so, and what can be done."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

LOOK = 2.0
"""Seconds that a start looks for damage; more than a gigabyte is not looked at whole."""

LONGEST_WHY = 120
"""Characters of what SQLite says, which may be a whole table's."""

_ONE_VALUE = re.compile(r"CHECK constraint|(?<![A-Z-])[A-Z-]++ value in|\bnon-[A-Za-z]++ value in")
"""What is said of one value that is not as it should be: that costs its row, not the start."""


class Unusable(Exception):
    """The database can't be used; the message says why and what to do."""


@contextmanager
def damage_told(file: Path) -> Iterator[None]:
    """Around work on the database.

    Raises:
        Unusable: it is damaged.
    """
    try:
        yield
    except sqlite3.OperationalError as error:
        if (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF != sqlite3.SQLITE_ERROR:
            raise
        raise _damaged(file, str(error)) from error
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # names are bytes like all else
        raise _damaged(file, str(error)) from error


def check(connection: sqlite3.Connection, file: Path, seconds: float = LOOK) -> None:
    """Looks for damage, for so long at most.

    Raises:
        Unusable: there is some.
    """
    until = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > until, 10_000)
    try:
        with damage_told(file):
            found = [str(line) for (line,) in connection.execute("PRAGMA integrity_check")]
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
        return
    finally:
        connection.set_progress_handler(None, 0)
    if bad := [line for line in found if line != "ok" and not _ONE_VALUE.match(line)]:
        raise _damaged(file, bad[0].splitlines()[-1])


def check_schema(connection: sqlite3.Connection, sound: sqlite3.Connection, file: Path) -> None:
    """Raises Unusable where a table, an index or a trigger is not as in a sound database."""
    with damage_told(file), closing(sound):
        there = _schema(connection)
        for name, sql in _schema(sound).items():
            if there.get(name) != sql:
                raise _damaged(file, f"{name} is not as it was made")


def _schema(connection: sqlite3.Connection) -> dict[str, str]:
    """What each thing was made with, but for comments, spaces and quotes, which versions of SQLite may change."""
    things = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: re.sub(r'--[^\n]*|[\s"]', "", sql) for name, sql in things}


def backups(file: Path) -> list[Path]:
    """What an update has kept of the database as it was, newest first."""
    found = file.parent.glob(f"{file.stem}.v*.backup")
    return sorted(found, key=lambda backup: backup.stat().st_mtime, reverse=True)


def _damaged(file: Path, why: str) -> Unusable:
    kept = backups(file)
    why = "".join(filter(str.isprintable, " ".join(why.split())))[:LONGEST_WHY]
    instead = f"put {kept[0]}, the last backup, or one of yours" if kept else "put a backup"
    return Unusable(f"{file} is damaged ({why}). Move it away and {instead} in its place")
