"""Rows that can't be read, and databases: people and whoever runs Lukis get a sentence, nobody a traceback."""

from __future__ import annotations

import asyncio
import logging
import shutil
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.bootstrap import Lukis, assemble
from bot.messages import Address, Card
from bot.settings import BadSetting, Settings
from bot.store import DATABASE
from bot.store.db import Database
from bot.store.rows import JobRow
from bot.usecases.endings import Endings
from tests.chat import FakePlatform, FakeTranslator, Someone, stage
from tests.fakes import FakeEngine
from tests.patience import PATIENCE

FLIPS = 120
"""Damaged databases that are tried."""


@asynccontextmanager
async def started(folder: Path, platform: FakePlatform) -> AsyncIterator[Lukis]:
    """Lukis as it is after its start. Raises BadSetting where that is not to be."""
    settings = Settings.read(env_file=None, data_dir=folder, shutdown_grace=0, min_free_mb=0)
    async with assemble(
        settings, engine=FakeEngine(), translator=FakeTranslator(), platforms=[platform]
    ) as on:
        await on.resume()
        yield on


def change(folder: Path, sql: str, *values: Any) -> None:
    with closing(sqlite3.connect(folder / DATABASE)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        assert connection.execute(sql, values).rowcount


async def waiting(folder: Path, platform: FakePlatform, also: Sequence[str] = ()) -> None:
    """One job of Bob's that is drawn, one of Alice's and one of Bob's that wait; `also` are further ones of hers."""
    async with stage(folder, platform=platform, max_waiting_jobs=1 + len(also)) as on:
        await on.someone("bob").send("/imagine a boat --n 2")
        await on.someone("bob").pictures(2)
        on.engine.hold(2)
        await on.someone("alice").send("/imagine hers")
        for words in also:
            await on.someone("alice").send(f"/imagine {words}")
        await on.someone("bob").send("/imagine his")
        await on.someone("alice").told("50%")


BROKEN: dict[str, list[str | bytes]] = {
    "recipe": ["{", '{"model": 3}', "", "null", b"\xff\xfe"],
    "mode": ["nosuch"],
    "address": ["{", '{"platform": "other", "chat": "room"}', b"\xff"],
    "status": ["{", "[]", b"\xff"],
    "translation": ["{", "[]", '{"original": "x"}', b"\xff"],
}


@pytest.mark.parametrize(("column", "value"), [(c, v) for c, values in BROKEN.items() for v in values])
async def test_a_cell_of_a_job_that_cannot_be_read_costs_nobody_elses_job(
    tmp_path: Path, column: str, value: object, caplog: pytest.LogCaptureFixture
) -> None:
    platform = FakePlatform()
    await waiting(tmp_path, platform)
    change(tmp_path, f"UPDATE jobs SET {column} = ? WHERE prompt = 'hers'", value)
    async with started(tmp_path, platform):
        await platform.until(lambda m: m.card.prompt == "his" and m.card.pictures)
        if column in ("recipe", "mode"):
            await platform.until(lambda m: m.card.prompt == "hers" and "the number" in m.card.text)
        elif column != "address":
            await platform.until(lambda m: m.card.prompt == "hers" and m.card.pictures)
    said = [r for r in caplog.records if r.levelno >= logging.ERROR]
    assert not any(r.exc_info for r in said) and len(said) == 1, [r.getMessage() for r in said]
    assert f"“{column}”" in said[0].getMessage()
    async with started(tmp_path, FakePlatform()):
        await asyncio.sleep(0.1)
    assert len([r for r in caplog.records if r.levelno >= logging.ERROR]) == 1, "it is over"


@pytest.mark.parametrize(
    "broken",
    [
        "UPDATE jobs SET recipe = '{' WHERE prompt = 'a boat'",
        "UPDATE jobs SET translation = '{' WHERE prompt = 'a boat'",
        "UPDATE jobs SET prompt = CAST(x'ff41' AS TEXT) WHERE prompt = 'a boat'",
        "UPDATE images SET width = 'wide' WHERE idx = 0",
        "UPDATE images SET file = CAST(x'ff' AS TEXT) WHERE idx = 0",
        "UPDATE deliveries SET receipt = '{'",
        "UPDATE shelves SET pictures = 7",
        "UPDATE people SET name = CAST(x'ff' AS TEXT), language = 'x!'",
    ],
)
async def test_what_is_left_of_a_row_is_shown(
    tmp_path: Path, broken: str, caplog: pytest.LogCaptureFixture
) -> None:
    platform = FakePlatform()
    await waiting(tmp_path, platform)
    change(tmp_path, broken)
    async with started(tmp_path, platform) as on:
        bob = Someone(on.service, platform, "bob")
        for number in range(1, 8):
            await bob.send(f"/history {number}")
        photo = await platform.until(lambda m: len(m.card.pictures) == 2)
        for label in ("🎲", "📄", "🗑"):
            await bob.press(photo, label)
        await on.service.gallery(bob.person)
        await on.service.chat(bob.person)
    assert not [r.getMessage() for r in caplog.records if r.exc_info]


@asynccontextmanager
async def unreadable(folder: Path, db: Database) -> AsyncIterator[None]:
    """Nothing but its first page can be read of a database meanwhile."""
    file = folder / DATABASE
    await db.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + bytes(len(whole) - 4096))
    try:
        yield
    finally:
        file.write_bytes(whole)
        await db.write("UPDATE people SET seen = seen + 1")  # not to what it is: whoever reads looks anew


async def test_words_that_nobody_can_look_up_get_a_sentence_in_private_and_none_in_a_group(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(), on.someone("bob", group=True)
        await alice.send("/imagine a boat")
        photo = await alice.pictures()
        async with unreadable(tmp_path, on.lukis.store.db):
            newest = on.platform.newest
            await bob.send("how nice", reply_to=photo)
            assert on.platform.newest == newest
            await alice.send("at night", reply_to=photo)
            await alice.told("my store can't be used")
        await bob.send("at night", reply_to=photo)
        await on.platform.until(lambda m: m.card.prompt == "at night" and m.card.pictures)
    assert not [r for r in caplog.records if r.exc_info]


async def nothing_to_say(job: JobRow) -> Card:
    raise AssertionError("the result has arrived")


async def nothing_more(job: JobRow) -> Card:
    return Card(text="It is finished.")


async def test_a_status_message_ends_once_the_store_can_be_read(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with stage(tmp_path) as on:
        store, alice = on.lukis.store, on.someone()
        await alice.send("/imagine a boat")
        job = (await alice.pictures()).card.job or ""
        status = Card(text="Painting…", job=job, kind="status")
        left = await on.platform.send(Address(platform="fake", chat="room"), status)
        await store.messages.note(left, status)
        endings = Endings(store, {"fake": on.platform}, nothing_to_say, nothing_more)
        async with unreadable(tmp_path, store.db):
            ending = asyncio.create_task(endings.end(job))
            await asyncio.sleep(0.3)
        await asyncio.wait_for(ending, PATIENCE)
        assert not set(left.messages) & set(on.platform.messages)
        assert not await store.messages.statuses(job)
    assert not [r for r in caplog.records if r.exc_info]


async def test_a_database_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    async with stage(tmp_path):
        pass
    with closing(sqlite3.connect(tmp_path / DATABASE)) as connection:
        connection.execute("PRAGMA user_version=99")
    with pytest.raises(BadSetting, match=r"newer Lukis.*99"):
        async with started(tmp_path, FakePlatform()):
            pass


@pytest.mark.parametrize("backup", [False, True])
async def test_a_database_that_is_none_names_the_backup(tmp_path: Path, backup: bool) -> None:
    (tmp_path / DATABASE).write_bytes(b"not a database " * 1000)
    if backup:
        (tmp_path / "lukis.v4.backup").write_bytes(b"")
    with pytest.raises(BadSetting) as told:
        async with started(tmp_path, FakePlatform()):
            pass
    assert "is damaged" in str(told.value)
    assert ("lukis.v4.backup" in str(told.value)) == backup


async def test_flipped_bytes_end_in_a_sentence_or_in_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    refused = await flip(tmp_path, FLIPS, 7, caplog)
    assert 0 < refused < FLIPS


async def flip(folder: Path, count: int, seed: int, caplog: pytest.LogCaptureFixture) -> int:
    """Damages a database so many times, each time anew, and uses it; how many were refused."""
    await waiting(folder / "whole", FakePlatform())
    whole, random, refused = (folder / "whole" / DATABASE).read_bytes(), Random(seed), 0
    for number in range(count):
        broken, data = folder / f"broken{number}", bytearray(whole)
        for _ in range(random.choice((1, 1, 10, 200))):
            data[random.randrange(len(data))] = random.randrange(256)
        shutil.copytree(folder / "whole", broken)
        (broken / DATABASE).write_bytes(data)
        caplog.clear()
        try:
            await asyncio.wait_for(used(broken), PATIENCE)
        except BadSetting as error:
            refused += str(error).startswith("DATA_DIR: ") or pytest.fail(str(error))
        bad = [r for r in caplog.records if r.exc_info]
        assert not bad, (number, caplog.text)
        shutil.rmtree(broken)
    return refused


async def used(folder: Path) -> None:
    """Does what people do; everything is answered."""
    platform = FakePlatform(newest=1000)
    async with started(folder, platform) as on:
        bob = Someone(on.service, platform, "bob")
        for text in ("/help", "/history", "/history 2", "/models", "/imagine a fox"):
            newest = platform.newest
            await bob.send(text)
            await platform.until(lambda m, newest=newest: int(m.id) > newest)  # type: ignore[misc]
