"""Cells of the database, each read as what it has to be: disks break, people edit, and it may hold anything.

One that can't be read costs no more than what it says: the log tells once, and something stands in for it.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from typing import Any, TypeVar

log = logging.getLogger(__name__)

T = TypeVar("T")

UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError)
"""What reading raises where a cell holds something else."""

MOST = 2**53
"""Beyond it no number of ours lies: not a seed, not a size, not a second since 1970, whole or not."""


def cell(
    row: sqlite3.Row,
    name: str,
    read: Callable[[Any], T],
    otherwise: T,
    table: str = "jobs",
    key: str = "id",
) -> T:
    """What a cell of a row says, or what stands in for it; `key` is the column that says which row it is."""
    try:
        return read(row[name])
    except UNREADABLE:
        unreadable(table, row[key], name)
        return otherwise


def text(value: Any) -> str:
    """Text, as it is."""
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def number(value: Any) -> float:
    """A number that can be reckoned with: not infinite, nor anything near."""
    value = float(value)
    if not abs(value) < MOST:
        raise ValueError(value)
    return float(value)


def whole(value: Any) -> int:
    """A whole number from 0 on."""
    if not 0 <= number(value) == int(value):
        raise ValueError(value)
    return int(value)


def maybe(read: Callable[[Any], T]) -> Callable[[Any], T | None]:
    """The same, of a cell that may be empty."""
    return lambda value: None if value is None else read(value)


_told: set[tuple[str, object]] = set()


def unreadable(table: str, key: object, what: str) -> None:
    """Says in the log, once for a row, that it can't be read."""
    if (table, key) not in _told:
        log.error(
            "DATA_DIR: in the table %s, of %s, “%s” can't be read; it is passed over.", table, key, what
        )
    _told.add((table, key))
