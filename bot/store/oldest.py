"""What only buttons need: each person has the newest of it, so that no table of it grows for ever."""

from __future__ import annotations

from bot.store.db import Statement

MOST = 500
"""Rows of a table that somebody may have."""


def leave_newest(table: str, person: str) -> Statement:
    """Lets go of a person's oldest rows where there are too many. The table has an index on its person and `made`."""
    oldest = f"SELECT id FROM {table} WHERE person = ? ORDER BY made DESC LIMIT -1 OFFSET ?"
    return f"DELETE FROM {table} WHERE id IN ({oldest})", (person, MOST)
