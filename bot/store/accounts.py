"""One person on several platforms: who belongs together, and the codes that join them."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import aiosqlite

from bot.errors import BadCode, OwnCode, TooManyJoined
from bot.messages import Person
from bot.store.cells import cell, text
from bot.store.db import Database, first
from bot.store.merging import ACCOUNT, ALL_OF, joining, parting

MOST_TOGETHER = 12
"""People, on one platform or several, that an account may have."""

_ACCOUNT = f"SELECT {ACCOUNT} AS account"
_MEMBERS = f"SELECT key, name, rowid AS place FROM people WHERE key IN ({ALL_OF})"
_OFFERED = "SELECT person FROM codes WHERE code = ? AND until > ?"


@dataclass(frozen=True)
class Member:
    """One of an account: their key, and what their platform calls them."""

    key: str
    name: str


class AccountStore:
    """Whose rows are whose: the column `account` of people, and the table of codes."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def key(self, person: Person) -> str:
        """The key that all rows of a person's have."""
        row = await self._db.row(_ACCOUNT, person.identity, person.identity)
        assert row is not None
        return str(row["account"])

    async def known(self, identity: str) -> str:
        """The key that all rows of whoever is called so have; "" where nobody is."""
        row = await self._db.row("SELECT coalesce(account, key) AS key FROM people WHERE key = ?", identity)
        return str(row["key"]) if row else ""

    async def members(self, account: str) -> list[Member]:
        """Everybody of an account, those whom we have known for the longest first."""
        rows = sorted(await self._db.rows(_MEMBERS, account, account), key=_met)
        return [Member(str(row["key"]), cell(row, "name", text, "", "people", "key")) for row in rows]

    async def offer(self, person: Person, code: str, seconds: float) -> None:
        """Lets whoever says this code within that time join the person's account; an earlier code is none any more."""
        sql = "INSERT OR REPLACE INTO codes (person, code, until) VALUES (?, ?, ?)"
        await self._db.write(sql, person.identity, _hashed(code), time.time() + seconds)

    async def offered(self, person: Person, code: str) -> Member:
        """Who was given a code that another person says.

        Raises:
            BadCode: nobody, or it is too old.
            OwnCode: somebody of that very account.
        """
        row = await self._db.row(_OFFERED, _hashed(code), time.time())
        if row is None:
            raise BadCode()
        giver = await self._db.row("SELECT key, name, account FROM people WHERE key = ?", row["person"])
        if giver is None:
            raise BadCode()
        if (giver["account"] or giver["key"]) == await self.key(person):
            raise OwnCode()
        return Member(str(giver["key"]), cell(giver, "name", text, "", "people", "key"))

    async def join(self, person: Person, code: str) -> None:
        """Makes one account of the person's and that of whoever was given the code, which is used up.

        The older one goes on, with what the newer one chose. Raises as `offered`, and TooManyJoined.
        """
        async with self._db.transaction() as connection:
            offered = await first(connection, _OFFERED, _hashed(code), time.time())
            if offered is None:
                raise BadCode()
            keys = person.identity, str(offered["person"])
            into, gone = await _by_age(connection, [await account_of(connection, key) for key in keys])
            together = [*await all_of(connection, into), *await all_of(connection, gone)]
            if len(together) > MOST_TOGETHER:
                raise TooManyJoined(limit=MOST_TOGETHER)
            await _carry_out(connection, joining(), {"into": into, "gone": gone})

    async def part(self, person: Person) -> bool:
        """Lets a person leave their account; False if they are alone in it. Each keeps what was asked for there."""
        async with self._db.transaction() as connection:
            account = await account_of(connection, person.identity)
            together = await all_of(connection, account)
            others = [key for key in together if key != person.identity]
            if not others:
                return False
            leaving = others if person.identity == account else [person.identity]
            lists = {"people": json.dumps(leaving), "all": json.dumps(together)}
            await _carry_out(connection, parting(), {"into": leaving[0], "gone": account, **lists})
            return True


def _met(row: sqlite3.Row) -> int:
    """A number that is larger for those whom we met later."""
    return int(row["place"])


def _hashed(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


async def account_of(connection: aiosqlite.Connection, key: str) -> str:
    """The account of whoever has a key, as this transaction sees it."""
    row = await first(connection, _ACCOUNT, key, key)
    assert row is not None
    return str(row["account"])


async def all_of(connection: aiosqlite.Connection, account: str) -> list[str]:
    """The keys of everybody of an account, those first whom we have known for the longest."""
    rows = await connection.execute_fetchall(_MEMBERS, (account, account))
    return [row["key"] for row in sorted(rows, key=_met)]


async def _by_age(connection: aiosqlite.Connection, accounts: list[str]) -> list[str]:
    """Two accounts, the one first that we have known for longer. Raises OwnCode where they are one."""
    sql = "SELECT key FROM people WHERE key IN (?, ?) ORDER BY rowid"
    found = [row["key"] for row in await connection.execute_fetchall(sql, accounts)]
    if len(found) < 2:
        raise OwnCode() if accounts[0] == accounts[1] else BadCode()
    return found


async def _carry_out(
    connection: aiosqlite.Connection, statements: Iterable[str], values: Mapping[str, str]
) -> None:
    for statement in statements:
        await connection.execute(statement, values)
