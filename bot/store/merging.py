"""What becomes of everything that is a person's where two accounts are joined, where they part, and where they are
forgotten.

Each table that names a person stands in `TABLES`, so that whoever adds one decides. In all statements `:into` is the
account that goes on, `:gone` the one that ends in it (joining) or that some leave (parting: then those in the list
`:people` go to `:into`). Who is forgotten stands in the object `:names`, by their keys, each with a pseudonym.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

ACCOUNT = "coalesce((SELECT a.key FROM people p JOIN people a ON a.key = p.account WHERE p.key = ?), ?)"
"""The account of whoever has a key, their own where it is nobody's; the key is given twice."""

ALL_OF = "SELECT ? UNION ALL SELECT key FROM people WHERE account = ?"
"""Everybody of an account; its key is given twice."""

_PEOPLE = "SELECT value FROM json_each(:people)"
_FORGOTTEN = "SELECT key FROM json_each(:names)"


@dataclass(frozen=True)
class Kept:
    """What becomes of a table's rows; joining and parting change nothing where they name whoever did something, on
    whichever platform.

    Attributes:
        joined, parted, forgotten: statements.
    """

    joined: tuple[str, ...] = ()
    parted: tuple[str, ...] = ()
    forgotten: tuple[str, ...] = ()


def gone(table: str) -> tuple[str, ...]:
    """Forgets by deleting."""
    return (f"DELETE FROM {table} WHERE person IN ({_FORGOTTEN})",)


def hidden(table: str) -> tuple[str, ...]:
    """Forgets whose it is, and finds it again should they come back (`returning`)."""
    name = f"(SELECT value FROM json_each(:names) WHERE key = {table}.person)"
    return f"UPDATE OR IGNORE {table} SET person = {name} WHERE person IN ({_FORGOTTEN})", *gone(table)


def pseudonym(key: str) -> str:
    """What stands for somebody who is forgotten: whoever knows the key knows whom it stands for, nobody else does."""
    return f"forgotten:{hashlib.sha256(f'lukis {key}'.encode()).hexdigest()}"


def chosen(table: str, columns: str, which: str = "true") -> Kept:
    """What somebody chose or wrote: the newer account's holds, and both have it once they part.

    Args:
        table: its name.
        columns: all of its columns but `person`.
        which: the rows that are somebody's.
    """
    copied = f"INSERT OR IGNORE INTO {table} (person, {columns}) SELECT :into, {columns} FROM {table}"
    return Kept(
        (f"UPDATE OR REPLACE {table} SET person = :into WHERE {which} AND person = :gone",),
        (f"{copied} WHERE {which} AND person = :gone",),
        gone(table),
    )


def held(table: str, columns: str) -> Kept:
    """What admins hold against one of an account counts for all of it, and goes on to for whoever leaves it."""
    copied = f"INSERT OR IGNORE INTO {table} (person, {columns})"
    return Kept(
        parted=(
            f"{copied} SELECT p.value, {columns}"
            f" FROM {table}, json_each(:all) p WHERE person IN (SELECT value FROM json_each(:all))",
        ),
        forgotten=(
            f"{copied} SELECT n.key, {columns}"
            f" FROM {table}, json_each(:names) n WHERE person IN ({_FORGOTTEN})",
            *hidden(table),
        ),
    )


_STAYING = "SELECT value FROM json_each(:all) EXCEPT SELECT value FROM json_each(:people)"


def placed(table: str, chat: str = "chat", forgotten: tuple[str, ...] = ()) -> Kept:
    """What works in one chat alone, for its account: who leaves takes along what is in chats of theirs, and all of a
    platform on which nobody stays."""
    on = f"SELECT substr(value, 1, instr(value, ':') - 1) FROM ({_STAYING})"
    theirs = f"platform || ':' || {chat} IN ({_PEOPLE}) OR {chat} IN ({_PEOPLE}) OR platform NOT IN ({on})"
    return Kept(
        (f"UPDATE {table} SET person = :into WHERE person = :gone",),
        (f"UPDATE {table} SET person = :into WHERE person = :gone AND ({theirs})",),
        forgotten or gone(table),
    )


_TALLIED = "count(*), sum((SELECT count(*) FROM images WHERE job = jobs.id)) FROM jobs WHERE person IN (:into, :gone)"
_DAY = "CAST(created / 86400 AS INTEGER)"
_TALLIES = (
    "DELETE FROM tallies WHERE person IN (:into, :gone)",
    f"INSERT INTO tallies (platform, chat, day, person, jobs, pictures) SELECT '', '', {_DAY}, person, {_TALLIED}"
    f" GROUP BY person, {_DAY}",
    f"INSERT INTO tallies (platform, chat, day, person, jobs, pictures) SELECT platform, place, {_DAY}, person,"
    f" {_TALLIED} AND place <> '' GROUP BY person, platform, place, {_DAY}",
)
_SHELVES = "DELETE FROM shelves WHERE person IN (:into, :gone)"
_SHELVED = (
    "INSERT INTO shelves SELECT person, '', number / 512, sum(shown) FROM jobs"
    " WHERE shown > 0 AND typeof(number) = 'integer' AND person IN (:into, :gone) GROUP BY person, number / 512",
    "INSERT INTO shelves SELECT person, chat, number / 512, sum(shown) FROM jobs"
    " WHERE shown > 0 AND typeof(number) = 'integer' AND person IN (:into, :gone) AND chat <> ''"
    " GROUP BY person, chat, number / 512",
)
_JOBS = Kept(
    (
        "UPDATE jobs SET person = :into, asker = CASE asker WHEN '' THEN person ELSE asker END, number = NULL"
        " WHERE person = :gone",
        "UPDATE jobs SET number = NULL WHERE person = :into",
        "UPDATE jobs SET number = n.number FROM ("
        "SELECT rowid AS place, row_number() OVER (ORDER BY rowid) AS number FROM jobs WHERE person = :into"
        ") n WHERE jobs.rowid = n.place",
    ),
    (f"UPDATE jobs SET person = :into WHERE person = :gone AND asker IN ({_PEOPLE})",),
    gone("jobs"),
)
"""A history is one, in the order in which all of it was asked for; who parts takes along what they asked for."""

TABLES: Mapping[str, Kept] = {
    "jobs": _JOBS,
    "shelves": Kept((_SHELVES, *_SHELVED), (_SHELVES, *_SHELVED), gone("shelves")),
    "translations": chosen(
        "translations", "text, language, provider, english, used_at", "(provider = 'person') = 1"
    ),
    "styles": chosen("styles", "name, said"),
    "favourites": Kept(
        (
            "UPDATE OR IGNORE favourites SET person = :into, number = number"
            " + (SELECT coalesce(max(number), 0) FROM favourites WHERE person = :into) WHERE person = :gone",
            "DELETE FROM favourites WHERE person = :gone",
        ),
        (
            "INSERT OR IGNORE INTO favourites"
            " SELECT :into, job, idx, number FROM favourites WHERE person = :gone",
        ),
        gone("favourites"),
    ),
    "lists": placed("lists"),
    "tallies": Kept(
        (
            "INSERT INTO tallies (platform, chat, day, person, jobs, pictures)"
            " SELECT platform, chat, day, :into, jobs, pictures FROM tallies WHERE person = :gone"
            " ON CONFLICT DO UPDATE SET jobs = jobs + excluded.jobs, pictures = pictures + excluded.pictures",
            "DELETE FROM tallies WHERE person = :gone",
        ),
        _TALLIES,
        forgotten=gone("tallies"),
    ),
    "preferences": Kept(
        ("UPDATE OR REPLACE preferences SET owner = :into WHERE owner = :gone",),
        ("INSERT OR IGNORE INTO preferences SELECT :into, name, value FROM preferences WHERE owner = :gone",),
        (
            f"DELETE FROM preferences WHERE owner IN ({_FORGOTTEN})",
            "DELETE FROM preferences WHERE owner IN (SELECT 'chat:' || json_extract(value, '$[0]') || ':'"
            " || json_extract(value, '$[1]') FROM json_each(:places))",
        ),
    ),
    "drafts": placed("drafts"),
    "sessions": Kept(forgotten=gone("sessions")),
    "parcels": Kept(forgotten=gone("parcels")),
    "spent": placed("spent", "place", hidden("spent")),
    "offers": placed("offers"),
    "bans": held("bans", "platform, chat"),
    "limits": held("limits", "platform, chat, span, pictures"),
    "codes": Kept(("DELETE FROM codes WHERE person IN (:into, :gone)",), forgotten=gone("codes")),
    "acts": Kept(
        forgotten=(
            f"UPDATE acts SET name = '' WHERE person IN ({_FORGOTTEN})",
            *hidden("acts"),
            "UPDATE acts SET about = n.value || substr(about, length(n.key) + 1) FROM json_each(:names) n"
            " WHERE about = n.key OR substr(about, 1, length(n.key) + 1) = n.key || ' '",
        )
    ),
    "reports": Kept(forgotten=hidden("reports")),
}
"""By the table's name, in the order in which it is done."""

RETURNING = ("bans", "limits", "spent")
"""What was hidden and holds again for whoever comes back."""


def returning() -> Iterator[str]:
    """Gives somebody who comes back what was kept under their pseudonym: `:name` is that, `:key` theirs."""
    for table in RETURNING:
        yield f"UPDATE OR IGNORE {table} SET person = :key WHERE person = :name"


_LANGUAGE = "SELECT language FROM people WHERE key = :gone"


def joining() -> Iterator[str]:
    """Makes one of two accounts."""
    yield f"UPDATE people SET language = coalesce(({_LANGUAGE}), language) WHERE key = :into"
    for kept in TABLES.values():
        yield from kept.joined
    yield "UPDATE people SET account = :into WHERE account = :gone OR key = :gone"


def parting() -> Iterator[str]:
    """Lets some leave an account."""
    yield f"UPDATE people SET language = ({_LANGUAGE}) WHERE key = :into"
    yield f"UPDATE people SET account = nullif(:into, key) WHERE key IN ({_PEOPLE})"
    for kept in TABLES.values():
        yield from kept.parted
