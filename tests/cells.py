"""The columns of the database: which are tried together."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from itertools import zip_longest
from pathlib import Path

from bot.store.migrations import migrate

IN_CHARGE = {"rules", "bans", "pauses", "acts", "reports", "chats", "posts", "tallies"}
"""Tables of what admins do, which are all tried at once."""


def columns() -> Iterator[tuple[str, str]]:
    """All that the program has, by their tables."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for script in sorted(Path(migrate.__code__.co_filename).parent.glob("*.sql")):
            connection.executescript(script.read_text("utf-8"))
        tables = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        for table in tables:
            for column in connection.execute(f"PRAGMA table_info({table})").fetchall():
                yield table, column[1]


BESIDE = (("jobs",), ("images", "messages"), ("deliveries", "shelves"))
"""Tables of pictures, by which of them one bad cell keeps none of the others from being read; nor do all the rest."""


def together() -> Iterator[list[tuple[str, str]]]:
    """All columns, but for those of what admins do: with each one of a table others of those beside it."""
    of = defaultdict[str, list[tuple[str, str]]](list)
    for table, column in columns():
        if table not in IN_CHARGE:
            of[table].append((table, column))
    rest = [table for table in of if not any(table in tables for tables in BESIDE)]
    for tables in (*BESIDE, rest):
        for some in zip_longest(*(of[table] for table in tables)):
            yield [cell for cell in some if cell]
