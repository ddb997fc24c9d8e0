"""Finding one's own pictures by what was said of them."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from functools import lru_cache

from bot.store.db import Database
from bot.store.jobs import jobs_of
from bot.store.lists import WHOLE, Leaf, Sought, leaf_at
from bot.store.rows import JobRow

_ENGLISH = "CASE WHEN json_valid(j.translation) THEN json_extract(j.translation, '$.english') END"
_MODEL = "CASE WHEN json_valid(j.recipe) THEN json_extract(j.recipe, '$.model') END"
_FIRST = "(SELECT i.idx FROM images i WHERE i.job = j.id AND NOT i.deleted ORDER BY i.idx LIMIT 1)"
_FOUND = (
    f"FROM jobs j WHERE j.person = ? AND j.shown > 0 AND j.created >= ? AND j.created < ?"
    f" AND fits(?, ?, j.prompt, {_ENGLISH}, {_MODEL})"
)

_SPACED = ("LATIN", "CYRILLIC", "GREEK")
"""Scripts in which a word is found where it begins; in others, which may leave no space before it, anywhere."""


class SearchStore:
    """Looks through a person's jobs, newest first, until it has found enough."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def leaf(
        self, person: str, sought: Sought, number: int | None, chat: tuple[str, str] | None = None
    ) -> Leaf | None:
        """The job with that number, or the nearest there is, older ones first; None where nothing is found.

        Args:
            person: whose.
            sought: what it was asked for by.
            number: None for the newest.
            chat: platform and chat where it was made, None for anywhere.
        """
        there = "" if chat is None else " AND j.platform = ? AND j.chat = ?"
        columns = f"SELECT j.number, j.id AS job, CASE WHEN j.moving THEN {WHOLE} ELSE {_FIRST} END AS idx"
        sql, values = f"{columns} {_FOUND}{there}", (*_values(person, sought), *(chat or ()))

        def read(connection: sqlite3.Connection) -> Leaf | None:
            _prepare(connection)
            return leaf_at(connection, sql, values, "j.number", number)

        return await self._db.read(read)

    async def found(self, person: str, sought: Sought, before: int | None, limit: int) -> list[JobRow]:
        """What is found, newest first, from after the job with the number `before` on."""
        sql = f"SELECT j.* {_FOUND} AND j.number < ? ORDER BY j.number DESC LIMIT ?"
        values = *_values(person, sought), 2**31 if before is None else before, limit

        def read(connection: sqlite3.Connection) -> list[JobRow]:
            _prepare(connection)
            return jobs_of(connection, sql, *values)

        return await self._db.read(read)


def _values(person: str, sought: Sought) -> tuple[object, ...]:
    return person, sought.since, sought.until, sought.words, sought.model


def _prepare(connection: sqlite3.Connection) -> None:
    connection.create_function("fits", 5, _fits, deterministic=True)


def _fits(words: str, model: str, *said: str | None) -> bool:
    """Whether all the words are in the prompt or its English, and the model's name is like that."""
    prompt, english, drawn = (folded(text) if isinstance(text, str) else "" for text in said)
    there = f"{prompt}\n{english}"
    return folded(model) in drawn and all(word.search(there) for word in _patterns(words))


@lru_cache(maxsize=64)
def _patterns(words: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(f"{_border(word)}{re.escape(word)}") for word in folded(words).split())


def _border(word: str) -> str:
    spaced = unicodedata.name(word[0], "").startswith(_SPACED) or word[0].isdecimal()
    return r"(?<![^\W_])" if spaced else ""


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """A text as it is compared: without case, accents of Latin letters, and other ways to write the same."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in plain if not "\u0300" <= c <= "\u036f")
