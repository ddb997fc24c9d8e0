"""What has been asked for of late, and what admins allow. What a job counts as stands in its own row."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from bot.errors import OverQuota, TooMuchAtOnce
from bot.quotas.price import price
from bot.quotas.windows import SECONDS, Allowance, Span
from bot.store.cells import UNREADABLE, number
from bot.store.db import Database, Statement
from bot.store.merging import ALL_OF
from bot.store.moderation import Act, Place
from bot.store.rows import JobRow

_WHOSE = {
    "person": "person = :person",
    "member": "person = :person AND place = :chat AND platform = :platform",
    "chat": "place = :chat AND platform = :platform",
}
_LATE = "pictures > 0 AND created > :since AND created <= :now"

COUNTS = {
    "done": "pictures = coalesce(min(pictures, :kept), 0),"
    " work = coalesce(work * min(1.0, 1.0 * :kept / max(pictures, 1)), 0)",
    "cancelled": "pictures = coalesce(pictures * (state = 'running'), 0),"
    " work = coalesce(work * (state = 'running'), 0)",
    "failed": "pictures = 0, work = 0",
}
"""What a job counts as once it is over: what was kept of it; what was begun before it was cancelled."""

_LIMITS = (
    "SELECT person, chat, span, pictures FROM limits WHERE platform IN ('', ?) AND chat IN ('', ?)"
    f" AND person IN (SELECT '' UNION ALL {ALL_OF})"
)
_LIMITS_THERE = (
    "SELECT person, span, pictures FROM limits WHERE platform = ? AND chat = ? ORDER BY person, span"
)


class QuotaStore:
    """Reads what counts, and keeps what admins allow."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def used(
        self, allowances: Sequence[Allowance], person: str, place: Place, now: float
    ) -> list[float]:
        """How much of each has been used by now."""

        def read(connection: sqlite3.Connection) -> list[float]:
            asked = (counted(each, person, place, now) for each in allowances)
            rows = (connection.execute(*each).fetchall() for each in asked)
            return [sum(n for _, n in amounts(of_it)) for of_it in rows]

        return await self._db.read(read)

    async def allowed(self, person: str, place: Place) -> list[Allowance]:
        """What admins allow somebody in a place, and all of the place together."""
        rows = await self._db.rows(_LIMITS, *place, person, person)
        return [
            Allowance(most, "pictures", row["span"], _whose(row["person"], row["chat"]))
            for row in rows
            if row["span"] in SECONDS and (most := _most(row["pictures"]))
        ]

    async def limits(self, place: Place) -> list[tuple[str, Span, int]]:
        """Each limit that admins have set in a place: whose, "" for all together, in which time, how many pictures."""
        rows = await self._db.rows(_LIMITS_THERE, *place)
        return [
            (row["person"], row["span"], most)
            for row in rows
            if row["span"] in SECONDS and isinstance(row["person"], str) and (most := _most(row["pictures"]))
        ]

    async def limit(self, act: Act, person: str, most: int, span: Span) -> None:
        """Sets a limit in the place, in place of one for the same time; "" is all of the chat together."""
        sql = (
            "INSERT INTO limits (platform, chat, person, span, pictures) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET pictures = excluded.pictures"
        )
        async with self._db.transaction() as connection:
            await connection.execute(sql, (*act.place, person, span, most))
            await connection.execute(*act.note)

    async def unlimit(self, act: Act, person: str) -> bool:
        """Takes limits away; False if there is none."""
        sql = "DELETE FROM limits WHERE platform = ? AND chat = ? AND person = ?"
        async with self._db.transaction() as connection:
            done = (await connection.execute(sql, (*act.place, person))).rowcount
            if done:
                await connection.execute(*act.note)
            return bool(done)


def counted(each: Allowance, person: str, place: Place, now: float) -> Statement:
    """Asks for what was used of an allowance, the newest first: when, and how much. No more than could fill it."""
    values = {"person": person, "platform": place[0], "chat": place[1], "rows": each.rows}
    asked = f"SELECT created, {each.what} FROM {{}} WHERE {_WHOSE[each.whose]} AND {_LATE}"
    sql = f"{asked.format('jobs')} UNION ALL {asked.format('spent')} ORDER BY created DESC LIMIT :rows"
    return sql, values | {"since": now - each.seconds, "now": now}


def amounts(rows: Iterable[Any]) -> Iterable[tuple[float, float]]:
    """What such rows say; one that can't be read counts as nothing."""
    for at, amount in rows:
        try:
            yield number(at), max(0.0, number(amount))
        except UNREADABLE:
            continue


def counted_for(job: JobRow, allowances: Iterable[Allowance], now: float) -> list[Statement]:
    """The same for what a job has to fit into."""
    return [counted(each, job.person, job.address.place, now) for each in allowances]


def check_room(
    job: JobRow, allowances: Sequence[Allowance], spent: Sequence[Iterable[Any]], now: float
) -> None:
    """Whether a job fits into what was spent of each allowance.

    Raises:
        TooMuchAtOnce: it never would.
        OverQuota: it does not now. It tells of the allowance that has no room for the longest time.
    """
    cost, longest = price(job.mode, job.recipe), (0.0, dict[str, Any]())
    for each, rows in zip(allowances, spent, strict=True):
        need = getattr(cost, each.what)
        facts = {"whose": each.whose, "what": each.what, "span": each.span, "limit": each.most}
        if not each.holds(need):
            raise TooMuchAtOnce(asked=round(need, 1), **facts)
        longest = max(longest, (each.wait(amounts(rows), need, now), facts), key=lambda wait: wait[0])
    if longest[0] > 0:
        raise OverQuota(after=longest[0], **longest[1])


def _whose(person: str, chat: str) -> Any:
    if not person:
        return "chat"
    return "member" if chat else "person"


def _most(kept: Any) -> int:
    try:
        return int(number(kept))
    except UNREADABLE:
        return 0
