"""What admins do: the lists of chats, bans and pauses; each noted in the audit log in the same transaction."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from bot.messages import Person
from bot.moderation.rules import LISTS, List
from bot.store.cells import cell, maybe, number, text, whole
from bot.store.db import Database, Statement
from bot.store.merging import ACCOUNT, ALL_OF, pseudonym

What = Literal[
    "add",
    "drop",
    "ban",
    "unban",
    "limit",
    "unlimit",
    "pause",
    "resume",
    "say",
    "broadcast",
    "stop",
    "remove",
    "warn",
    "dismiss",
]
"""What an admin can do that is noted."""

Place = tuple[str, str]
"""A platform and a chat of it; two empty strings are everywhere."""

EVERYWHERE: Place = "", ""

LAST = 253_402_300_799
"""The last second of the year 9999."""

_NOTE = "INSERT INTO acts (at, person, name, platform, chat, what, about) VALUES (?, ?, ?, ?, ?, ?, ?)"

_FOLLOWING = ("rules", "bans", "pauses", "limits", "chats", "tallies")
FOLLOW = (
    *(
        f"UPDATE OR IGNORE {table} SET chat = :new WHERE platform = :platform AND chat = :chat"
        for table in _FOLLOWING
    ),
    *(f"DELETE FROM {table} WHERE platform = :platform AND chat = :chat" for table in _FOLLOWING),
    "UPDATE acts SET chat = :new WHERE platform = :platform AND chat = :chat",
)
"""What holds in a chat holds in the one that it has become."""


@dataclass(frozen=True)
class Act:
    """Something that an admin does.

    Attributes:
        by: who.
        place: the place that it is about.
        what: what it is.
        about: with whom or what, in a few words.
        at: when, in seconds since 1970.
    """

    by: Person
    place: Place
    what: What
    about: str = ""
    at: float = 0.0

    @property
    def note(self) -> Statement:
        """Writes it into the log."""
        values = self.by.identity, self.by.name, *self.place, self.what, self.about
        return _NOTE, (self.at or time.time(), *values)


class ModerationStore:
    """The tables of lists, bans and pauses, and the log."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def lines(self, place: Place) -> tuple[tuple[List, str], ...]:
        """Each line of a chat's lists, with the list that it is in."""
        sql = "SELECT list, line FROM rules WHERE platform = ? AND chat = ? ORDER BY list, line"
        rows = await self._db.rows(sql, *place)
        return tuple(
            (row["list"], line)
            for row in rows
            if row["list"] in LISTS and (line := cell(row, "line", text, "", "rules", "chat"))
        )

    async def add(self, act: Act, name: List, line: str) -> bool:
        """Puts a line into a list of the place; False if it is there."""
        sql = "INSERT OR IGNORE INTO rules (platform, chat, list, line) VALUES (?, ?, ?, ?)"
        return await self._done(act, sql, (*act.place, name, line))

    async def drop(self, act: Act, line: str) -> bool:
        """Takes a line out of all lists of the place; False if it is in none."""
        sql = (
            "DELETE FROM rules WHERE platform = ? AND chat = ?"
            " AND list IN ('allow', 'block', 'spoiler', 'report') AND line = ?"
        )
        return await self._done(act, sql, (*act.place, line))

    async def ban(self, act: Act, person: str) -> bool:
        """Takes nothing new from a person in the place; False if that is so."""
        return await self._done(act, *banning(person, act.place))

    async def unban(self, act: Act, person: str) -> bool:
        """Lets a person in again; False if nobody kept them out of the place."""
        sql = f"DELETE FROM bans WHERE person IN (SELECT ? UNION ALL {ALL_OF}) AND platform = ? AND chat = ?"
        account = await self._db.row(f"SELECT {ACCOUNT} AS key", person, person)
        key = str(account["key"]) if account else person
        return await self._done(act, sql, (pseudonym(person), key, key, *act.place))

    async def pause(self, act: Act) -> bool:
        """Takes nothing new from anybody in the place; False if that is so."""
        sql = "INSERT OR IGNORE INTO pauses (platform, chat) VALUES (?, ?)"
        return await self._done(act, sql, act.place)

    async def resume(self, act: Act) -> bool:
        """Ends that; False if it is not so."""
        return await self._done(act, "DELETE FROM pauses WHERE platform = ? AND chat = ?", act.place)

    async def note(self, act: Act) -> int:
        """Writes an act down that changes nothing here; its number in the log."""
        async with self._db.transaction() as connection:
            cursor = await connection.execute(*act.note)
            return cursor.lastrowid or 0

    async def log(self, place: Place, number: int, most: int) -> list[Act]:
        """A page of the log, newest first, `number` from 1 on: of what was done in a place, or all of it."""
        there = "id > 0" if place == EVERYWHERE else "platform = ? AND chat = ?"
        sql = f"SELECT * FROM acts WHERE {there} ORDER BY id DESC LIMIT ? OFFSET ?"
        chat = () if place == EVERYWHERE else place
        return [_act(row) for row in await self._db.rows(sql, *chat, most, (number - 1) * most)]

    async def most(self, place: Place, day: int) -> list[tuple[str, str, int, int]]:
        """Who has asked for something in a place since a day: key, name, jobs and pictures of each, the most first."""
        sql = (
            "SELECT t.person, p.name, t.jobs, t.pictures FROM tallies t LEFT JOIN people p ON p.key = t.person"
            " WHERE t.platform = ? AND t.chat = ? AND t.day >= ?"
        )
        return _summed(await self._db.rows(sql, *place, day))

    async def _done(self, act: Act, sql: str, values: Sequence[str]) -> bool:
        """Does something and notes it, or neither where there is nothing to be done."""
        async with self._db.transaction() as connection:
            done = (await connection.execute(sql, values)).rowcount
            if done:
                await connection.execute(*act.note)
            return bool(done)


def banning(person: str, place: Place) -> tuple[str, Sequence[str]]:
    """Takes nothing new from a person in a place."""
    return "INSERT OR IGNORE INTO bans (person, platform, chat) VALUES (?, ?, ?)", (person, *place)


def _act(row: sqlite3.Row) -> Act:
    platform, _, identity = cell(row, "person", text, "", "acts").partition(":")
    by = Person(platform or "?", identity or "?", cell(row, "name", text, "", "acts"))
    place = cell(row, "platform", text, "", "acts"), cell(row, "chat", text, "", "acts")
    what, about = (cell(row, name, text, "", "acts") for name in ("what", "about"))
    at = cell(row, "at", _moment, 0.0, "acts")
    return Act(by, place, cast(What, what), about, at)


def _moment(value: Any) -> float:
    """A time that calendars have, in seconds since 1970."""
    if not 0 <= number(value) < LAST:
        raise ValueError(value)
    return number(value)


def _summed(rows: Sequence[sqlite3.Row]) -> list[tuple[str, str, int, int]]:
    sums = dict[str, tuple[str, int, int]]()
    for row in (row for row in rows if isinstance(row["person"], str)):
        _, jobs, pictures = sums.get(row["person"], ("", 0, 0))
        more = [cell(row, which, whole, 0, "tallies", "person") for which in ("jobs", "pictures")]
        name = cell(row, "name", maybe(text), None, "people", "person")
        sums[row["person"]] = name or "", jobs + more[0], pictures + more[1]
    return sorted(
        ((key, *told) for key, told in sums.items()), key=lambda each: (-each[3], -each[2], each[0])
    )
