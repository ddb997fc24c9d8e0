"""Forgetting somebody: every row of theirs goes, and no byte of it stays in the database's files."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import aiosqlite

from bot.messages import Person, Receipt
from bot.quotas.windows import SECONDS
from bot.store.accounts import account_of, all_of
from bot.store.cells import cell, text
from bot.store.db import Database
from bot.store.merging import TABLES, pseudonym
from bot.store.moderation import Place
from bot.store.pictures import made_of

_THEIRS = "(SELECT id FROM jobs WHERE person = :account)"
_FILES = "SELECT file FROM images WHERE job = ? UNION ALL SELECT file FROM inputs WHERE job = ?"
_WORDS = (
    "SELECT prompt, negative, CASE WHEN json_valid(recipe) THEN json_extract(recipe, '$.negative') END,"
    " CASE WHEN json_valid(recipe) THEN json_extract(recipe, '$.only') END,"
    " CASE WHEN json_valid(translation) THEN json_extract(translation, '$.english') END"
    " FROM jobs WHERE person = ?"
)

_BEFORE = (
    "INSERT INTO farewells (platform, chat, message) SELECT platform, chat, message FROM messages"
    f" WHERE job IN {_THEIRS}",
    "DELETE FROM spent WHERE created <= :since",
    "INSERT INTO spent (person, platform, place, created, pictures, work)"
    " SELECT CASE asker WHEN '' THEN person ELSE asker END, platform, place, created, pictures, work FROM jobs"
    " WHERE person = :account AND pictures > 0 AND created > :since AND place <> ''",
)
_CHILDREN = (
    'SELECT m.name AS child, f."from" AS by FROM sqlite_master m, pragma_foreign_key_list(m.name) f'
    " WHERE m.type = 'table' AND f.\"table\" = 'jobs'"
)
OF_PLACES = ("messages", "offers", "lists", "drafts", "tallies", "chats", "rules", "pauses", "posts")
"""Of a private chat nothing is left, either."""

_OWN = (
    "SELECT DISTINCT platform, chat FROM jobs WHERE person = ? AND chat <> ''"
    " AND CASE WHEN json_valid(address) THEN json_extract(address, '$.data.own') END"
)
"""The chats in which nobody else can have asked for anything."""

_PLACES = "(SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(:places))"


@dataclass(frozen=True)
class Leaving:
    """Who is to be forgotten: an account, and the keys of all who are in it."""

    account: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Farewell:
    """A message of ours that is to be taken away."""

    id: int
    message: Receipt


class ForgettingStore:
    """What there is of somebody, and how it goes."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def whom(self, person: Person) -> Leaving:
        """Who is forgotten with a person. Their codes go at once, so that nobody joins them any more."""
        async with self._db.transaction() as connection:
            who = await _leaving(connection, person.identity)
            sql = "DELETE FROM codes WHERE person IN (SELECT value FROM json_each(?))"
            await connection.execute(sql, (json.dumps(who.keys),))
            return who

    async def files(self, account: str) -> list[str]:
        """All files of an account's, also those of pictures that are deleted and what was put together of some."""

        def read(connection: sqlite3.Connection) -> list[str]:
            jobs = [
                str(row[0]) for row in connection.execute("SELECT id FROM jobs WHERE person = ?", (account,))
            ]
            kept = [row[0] for job in jobs for row in connection.execute(_FILES, (job, job))]
            return [*(str(file) for file in kept), *(file for job in jobs for file in made_of(job))]

        return await self._db.read(read)

    async def words(self, account: str) -> list[str]:
        """All that an account's pictures were asked for in, and its English."""
        rows = await self._db.rows(_WORDS, account)
        return [words for row in rows for words in row if isinstance(words, str) and words]

    async def forget(self, who: Leaving, places: Collection[Place]) -> bool:
        """Deletes every row of an account, and those of its private chats; False where they are others by now, who have
        joined or parted meanwhile.

        What is held against them is kept under a pseudonym, as is what they have used up of the last day.
        """
        async with self._db.transaction() as connection:
            if await _leaving(connection, who.account) != who:
                return False
            own = [tuple(row) for row in await connection.execute_fetchall(_OWN, (who.account,))]
            values = {
                "account": who.account,
                "names": json.dumps({key: pseudonym(key) for key in who.keys}),
                "places": json.dumps([*places, *own]),
                "since": time.time() - SECONDS["day"],
            }
            for statement in [*_BEFORE, *await _orphaning(connection), *_forgetting()]:
                await connection.execute(statement, values)
            return True

    async def leave(self, places: Collection[Place]) -> None:
        """Deletes what has been noted of private chats since."""
        sql = f"DELETE FROM messages WHERE (platform, chat) IN {_PLACES}"
        async with self._db.transaction() as connection:
            await connection.execute(sql, {"places": json.dumps([*places])})

    async def next(self, platform: str) -> Farewell | None:
        """The next message that is to be taken away on a platform."""
        row = await self._db.row("SELECT * FROM farewells WHERE platform = ? ORDER BY id LIMIT 1", platform)
        if row is None:
            return None
        chat, message = (cell(row, name, text, "", "farewells") for name in ("chat", "message"))
        return Farewell(row["id"], Receipt(platform=platform, chat=chat, messages=(message,)))

    async def taken(self, farewell: Farewell) -> None:
        """Says that it is gone, or never will be."""
        await self._db.write_soon(("DELETE FROM farewells WHERE id = ?", (farewell.id,)))


async def _leaving(connection: aiosqlite.Connection, key: str) -> Leaving:
    account = await account_of(connection, key)
    return Leaving(account, tuple(await all_of(connection, account)) or (account,))


async def _orphaning(connection: aiosqlite.Connection) -> list[str]:
    """Lets go of what belongs to jobs. A picture that somebody else has made of one of theirs stays."""
    children = [(row["child"], row["by"]) for row in await connection.execute_fetchall(_CHILDREN)]
    return [
        f"UPDATE jobs SET parent = NULL WHERE parent IN {_THEIRS}"
        if table == "jobs"
        else f"DELETE FROM {table} WHERE {column} IN {_THEIRS}"
        for table, column in children
    ]


def _forgetting() -> Iterator[str]:
    for kept in TABLES.values():
        yield from kept.forgotten
    for table in OF_PLACES:
        yield f"DELETE FROM {table} WHERE (platform, chat) IN {_PLACES}"
    yield "DELETE FROM people WHERE key IN (SELECT key FROM json_each(:names))"
