"""Every cell of the database, holding what it never should: that costs what it says, and nobody else anything."""

from __future__ import annotations

import asyncio
import json
import logging
import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.payloads import decode
from bot.store import DATABASE
from bot.usecases.buttons import TIMES
from engine.api.canvas import GROWTHS
from tests.bot.test_damage import started, waiting
from tests.cells import IN_CHARGE, columns, together
from tests.chat import FakePlatform, Message, Someone
from tests.patience import PATIENCE

log = logging.getLogger(__name__)

DEEP = "[" * 10_000
ANYTHING: tuple[object, ...] = ("abc", b"\xff\xfe", float("inf"), DEEP, None)
LEAVES: tuple[object, ...] = (None, "abc", 10**9, 1e308, [1])
ERRORS = (
    '{"code": "out-of-range", "facts": {"least": 1, "most": 2}}',
    '{"code": "out-of-range", "facts": {"least": [1], "most": {}, "unit": 3}}',
    '{"code": "too-many-jobs", "facts": {"limit": 1e999}}',
    '{"code": "too-many-jobs", "facts": {"limit": 1e308}}',
    '{"code": "unknown", "facts": [["incident", 1]]}',
    '{"code": "nosuch", "facts": {"message": "", "": 1}}',
    '{"code": 7, "facts": {}}',
    DEEP,
)

NOTICES = (
    '[{"code": "lora-in-part", "lora": "ink", "share": 1e308}]',
    '[{"code": "lora-in-part", "lora": ["ink"], "share": 0.5}]',
    '[{"code": "lora-in-part", "lora": "ink"}]',
    '[{"code": "nosuch", "lora": "ink", "share": 0.5}]',
    '{"code": "lora-in-part"}',
    DEEP,
)


def everything(folder: Path) -> None:
    """Puts something into the tables that nothing of what was asked for is in."""
    english = {
        "original": "a",
        "english": "b",
        "language": "en",
        "outcome": "translated",
        "provider": "google",
    }
    with closing(sqlite3.connect(folder / DATABASE)) as connection, connection:
        connection.executescript(
            "INSERT INTO moves VALUES ('fake', 'elsewhere', 'room');"
            "INSERT INTO promises (platform, event, asked) VALUES ('fake', 'e', '{}');"
            "INSERT INTO inputs SELECT id, 'image', 'pictures/ab/gone.png' FROM jobs WHERE prompt = 'a boat';"
            "INSERT INTO translations VALUES ('his', 'id', 'google', '', 'his', 1);"
            "INSERT INTO offers VALUES ('o', 'fake', 'room', '{}', 'fake:bob', 1);"
            "INSERT INTO codes VALUES ('fake:alice', 'ab', 1);"
            'INSERT INTO styles VALUES (\'fake:bob\', \'his\', \'{"name": "his", "prompt": "{prompt}, old"}\');'
            "INSERT INTO sessions VALUES ('ab', 'fake:bob', 'Bob', 'en', 'cd', 1e12);"
            "INSERT INTO parcels VALUES ('ab', 'fake:bob', 'exports/x/1.zip', 'lukis-1.zip', 1e12);"
            "INSERT INTO preferences VALUES ('fake:bob', 'steps', '7');"
            "INSERT INTO drafts VALUES"
            " ('d', 'fake:bob', 'fake', 'room', '1', unixepoch(), 1, '{\"values\": {\"steps\": 5}, \"index\": 0}');"
            "INSERT INTO farewells VALUES (1, 'fake', 'room', '7');"
            "INSERT INTO spent VALUES ('ab', 'fake', 'room', 1, 1, 1);"
            "INSERT INTO shares SELECT 'cd', id, 0, 1e12 FROM jobs WHERE prompt = 'a boat';"
            "INSERT INTO favourites SELECT 'fake:bob', id, 0, 1 FROM jobs WHERE prompt = 'a boat';"
            "INSERT INTO lists VALUES ('l', 'fake:bob', 'fake', 'room', '{\"stars\": true}', 1);"
            "INSERT INTO rules VALUES ('fake', 'room', 'report', '/fo+x/');"
            "INSERT INTO bans VALUES ('fake:eve', 'fake', 'room');"
            "INSERT INTO limits VALUES ('fake', 'room', 'fake:eve', 'day', 5);"
            "INSERT INTO pauses VALUES ('fake', 'hall');"
            "INSERT INTO acts VALUES (1, 1, 'fake:root', 'Root', '', '', 'broadcast', 'news');"
            "INSERT INTO reports (job, idx, person, line, at) SELECT id, 0, '', 'fox', 1 FROM jobs LIMIT 1;"
            "INSERT INTO posts VALUES (1, 1, 'fake', 'room', 'waiting');"
        )
        connection.execute("UPDATE jobs SET translation = ?", (json.dumps(english),))


HERS = ("hers", *(f"hers, number {number}" for number in range(2, 13)))
"""Jobs of Alice's that wait."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a row in every table, of jobs that are drawn and jobs that wait."""
    folder = tmp_path_factory.mktemp("whole") / "data"
    asyncio.run(waiting(folder, FakePlatform()))
    everything(folder)
    return folder


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with more of Alice's jobs: each may have another thing in it."""
    folder = tmp_path_factory.mktemp("crowded") / "data"
    asyncio.run(waiting(folder, FakePlatform(), HERS[1:]))
    everything(folder)
    return folder


def spoilt(value: Any) -> Iterator[Any]:
    """JSON with one thing in it that is something else, or missing."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from ({**value, name: other} for other in spoilt(inner))
            yield {other: kept for other, kept in value.items() if other != name}
    elif isinstance(value, list) and value:
        yield from ([other, *value[1:]] for other in spoilt(value[0]))
    else:
        yield from LEAVES


def put(folder: Path, table: str, column: str, value: object, where: str = "true") -> bool:
    """Changes a cell; False where SQLite itself refuses that value there."""
    with closing(sqlite3.connect(folder / DATABASE)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        try:
            values = value if isinstance(value, tuple) else (value,)
            marks = f"({', '.join('?' * len(values))})"
            assert connection.execute(f"UPDATE {table} SET {column} = {marks} WHERE {where}", values).rowcount
        except sqlite3.IntegrityError:
            return False
    return True


COMMANDS = (
    "/help",
    "/history",
    "/history 2",
    "/history boat",
    "/favourites",
    "/settings",
    "/style",
    "/imagine",
    "/imagine a fox",
    "/cancel",
)

OLD = {"list": "turn:l:1", "form": "form:d"}
"""By kinds of message: buttons for what was there before."""

ALIKE = {word: group[0] for group in (("subtle", "strong"), tuple(TIMES), tuple(GROWTHS)) for word in group}
"""Buttons that do one thing to another degree, by their actions."""


def pressed(platform: FakePlatform, but: str | None, chance: Random) -> Iterator[tuple[Message, str]]:
    """One by chance of all the buttons that do the same with the same thing, `but` with one job, whose row is sound;
    what deletes comes last."""
    found = defaultdict[tuple[bool, str, str], list[tuple[Message, str]]](list)
    for message in platform.messages.values():
        payloads = [button.payload for row in message.card.buttons for button in row]
        for payload in (*payloads, *filter(None, [OLD.get(message.card.kind)])):
            action, target = (told := decode(payload)).action, told.target.partition("-")[0]
            if target != but:
                found[action == "delete", ALIKE.get(action, action), target].append((message, payload))
    for same in sorted(found):
        yield chance.choice(found[same])


async def used(folder: Path, platform: FakePlatform, chance: Random) -> None:
    """Bob and Alice do what people do, and are answered; what Bob has waiting comes."""
    async with started(folder, platform) as on:
        sound = await platform.until(lambda m: m.card.prompt == "his" and m.card.pictures)
        for name in ("bob", "alice"):
            someone = Someone(on.service, platform, name)
            for words in COMMANDS:
                newest = platform.newest
                await someone.send(words)
                await platform.until(lambda m, newest=newest: int(m.id) > newest)  # type: ignore[misc]
            await on.service.gallery(someone.person)
            await on.service.chat(someone.person)
        bob = Someone(on.service, platform, "bob")
        for message, payload in [*pressed(platform, sound.card.job, chance)]:
            await bob.press_payload(message, payload)


Cell = tuple[str, str, object, str]
"""Table, column, what it holds instead, and what selects its row."""


async def tried(whole: Path, folder: Path, cells: Iterable[Cell]) -> None:
    """Each cell on its own."""
    for cell in cells:
        await tried_together(whole, folder, [cell])


async def tried_together(whole: Path, folder: Path, cells: Sequence[Cell]) -> None:
    """Cells of several people's rows at once; what SQLite refuses beside the others is tried on its own."""
    data = folder / "data"
    shutil.copytree(whole, data)
    refused = [cell for cell in cells if not put(data, *cell)]
    if len(refused) < len(cells):
        log.info("%s", [(cell[:2], repr(cell[2])[:80]) for cell in cells if cell not in refused])
        await asyncio.wait_for(used(data, FakePlatform(newest=1000), Random(repr(cells))), PATIENCE)
    shutil.rmtree(data)
    if len(cells) > 1:
        await tried(whole, folder, refused)


def rows(table: str) -> tuple[str, ...]:
    """What selects the rows of a table that are tried: of jobs one that is drawn, and one of Alice's that waits."""
    return {"jobs": ("prompt = 'a boat'", "prompt = 'hers'"), "people": ("key = 'fake:alice'",)}.get(
        table, ("true",)
    )


def kept(folder: Path, table: str, column: str, where: str) -> Any:
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        found = connection.execute(f"SELECT {column} FROM {table} WHERE {where}").fetchone()
        return found[0] if found else None


@pytest.mark.parametrize("column", ["address", "recipe", "status", "translation"])
async def test_json_with_anything_in_it_costs_only_what_it_says(
    crowded: Path, tmp_path: Path, column: str, caplog: pytest.LogCaptureFixture
) -> None:
    rows = [f"prompt = '{words}'" for words in HERS]
    values = list(spoilt(json.loads(kept(crowded, "jobs", column, rows[0]))))
    for first in range(0, len(values), len(rows)):
        some = zip(values[first : first + len(rows)], rows, strict=False)
        await tried_together(crowded, tmp_path, [("jobs", column, json.dumps(v), row) for v, row in some])
    assert not [r.getMessage() for r in caplog.records if r.exc_info]


@pytest.mark.parametrize("value", ANYTHING)
async def test_what_admins_do_may_hold_anything(
    whole: Path, tmp_path: Path, value: object, caplog: pytest.LogCaptureFixture
) -> None:
    data = tmp_path / "data"
    shutil.copytree(whole, data)
    assert {table for table, _ in columns()} >= IN_CHARGE
    for table, column in columns():
        if table in IN_CHARGE:
            put(data, table, column, value)
    platform = FakePlatform(newest=1000)
    await asyncio.wait_for(used(data, platform, Random(repr(value))), PATIENCE)
    async with started(data, platform) as on:
        carol = Someone(on.service, platform, "carol", group=True, admin=True)
        for order in ("lists", "log", "stats", "block fox", "test a fox", "drop fox"):
            newest = platform.newest
            await carol.send(f"/moderate {order}")
            await platform.until(lambda m, newest=newest: int(m.id) > newest)  # type: ignore[misc]
    assert not [r.getMessage() for r in caplog.records if r.exc_info]


@pytest.mark.parametrize("some", [*together()], ids=lambda some: " ".join(map(".".join, some)))
async def test_a_cell_that_holds_anything_costs_only_what_it_says(
    whole: Path, tmp_path: Path, some: Sequence[tuple[str, str]], caplog: pytest.LogCaptureFixture
) -> None:
    for value in ANYTHING:
        cells = [(table, column, value, where) for table, column in some for where in rows(table)]
        await tried_together(whole, tmp_path, cells)
    assert not [r.getMessage() for r in caplog.records if r.exc_info]


@pytest.mark.parametrize("notice", NOTICES)
async def test_notices_with_anything_in_them_cost_only_what_they_say(
    whole: Path, tmp_path: Path, notice: str, caplog: pytest.LogCaptureFixture
) -> None:
    await tried(whole, tmp_path, iter([("jobs", "notices", notice, rows("jobs")[0])]))
    assert not [r.getMessage() for r in caplog.records if r.exc_info]


@pytest.mark.parametrize("error", ERRORS)
async def test_an_error_with_other_facts_than_its_sentence_has_is_told(
    whole: Path, tmp_path: Path, error: str, caplog: pytest.LogCaptureFixture
) -> None:
    where = rows("jobs")[0]
    await tried(whole, tmp_path, iter([("jobs", "(state, error)", ("failed", error), where)]))
    assert not [r.getMessage() for r in caplog.records if r.exc_info]
