"""The database and the picture files: whole or not at all."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest

from bot.errors import NoStore, NotFound, TooManyJobs
from bot.messages import Card, Receipt
from bot.store import open_store
from bot.store.messages import Note
from bot.store.migrations import migrate
from bot.store.rows import ImageRow
from tests.bot.store.keeping import RECIPE, ask


async def test_a_job_comes_back_as_it_went_in(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        await ask(store, "a")
        await store.jobs.set_status("a", Receipt(platform="fake", chat="room", messages=("5",)))
        assert await store.jobs.finish(
            "a", "done", [ImageRow(0, 1, 64, 64, "pictures/a/a-0.png")], seconds=1.5
        )
    async with open_store(tmp_path) as store:
        job = await store.jobs.get("a")
        assert (job.prompt, job.recipe, job.state, job.seconds) == ("prompt of a", RECIPE, "done", 1.5)
        assert job.status == Receipt(platform="fake", chat="room", messages=("5",))
        assert await store.deliveries.due(["fake"]) == ["a"]
        with pytest.raises(NotFound):
            await store.jobs.get("b")


async def test_a_job_ends_once(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        await ask(store, "a")
        ends = await asyncio.gather(
            *(store.jobs.finish("a", state) for state in ("done", "cancelled", "failed"))
        )
        assert sorted(ends) == [False, False, True]


async def test_the_limit_holds_under_a_flood(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        results = await asyncio.gather(
            *(ask(store, str(i), limit=3) for i in range(20)), return_exceptions=True
        )
        assert sum(isinstance(r, TooManyJobs) for r in results) == 17
        assert len(await store.jobs.unfinished_of("fake:alice")) == 3


async def test_a_delivery_arrives_once(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        await ask(store, "a")
        await store.jobs.finish("a", "done")
        assert await store.deliveries.sending("a")
        await store.deliveries.waiting("a")
        assert await store.deliveries.sending("a")
        card = Card(job="a", kind="picture")
        await store.deliveries.sent("a", Receipt(platform="fake", chat="room", messages=("7", "8")), card)
        assert not await store.deliveries.sending("a")
        assert await store.messages.noted("fake", "room", "8") == Note("picture", "a", 0, "fake:alice")
        assert await store.messages.noted("other", "room", "8") is None


async def test_a_failed_transaction_leaves_nothing(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        await ask(store, "a")
        with pytest.raises(sqlite3.IntegrityError):
            await store.jobs.finish("a", "done", [ImageRow(0, 1, 64, 64, "x"), ImageRow(0, 2, 64, 64, "y")])
        assert (await store.jobs.get("a")).state == "queued"


def test_migrating_keeps_a_backup(tmp_path: Path) -> None:
    file = tmp_path / "lukis.sqlite"
    migrate(file)
    newest = sqlite3.connect(file).execute("PRAGMA user_version").fetchone()[0]
    assert newest >= 2
    old = tmp_path / "old.sqlite"
    with sqlite3.connect(old) as connection:
        first = next((Path(__file__).parents[2] / "bot/store/migrations").glob("0001_*.sql"))
        connection.executescript(first.read_text("utf-8") + "PRAGMA user_version=1;")
        connection.execute("INSERT INTO people (key, seen) VALUES ('fake:alice', 1)")
    migrate(old)
    assert (tmp_path / "old.v1.backup").exists()
    with sqlite3.connect(old) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == newest
        assert connection.execute("SELECT key FROM people").fetchall() == [("fake:alice",)]


async def test_messages_of_earlier_versions_get_their_kinds(tmp_path: Path) -> None:
    scripts = sorted((Path(__file__).parents[2] / "bot/store/migrations").glob("000[12]_*.sql"))
    receipt, status = (
        Receipt(platform="fake", chat="room", messages=(m,)).model_dump_json() for m in ("5", "4")
    )
    with sqlite3.connect(tmp_path / "lukis.sqlite") as connection:
        connection.executescript("".join(s.read_text("utf-8") for s in scripts) + "PRAGMA user_version=2;")
        connection.execute("INSERT INTO people (key, seen) VALUES ('fake:alice', 1)")
        job = "INSERT INTO jobs (id, person, address, platform, status, mode, prompt, recipe, created)"
        for name, told in (("a", status), ("b", "{broken")):
            connection.execute(
                f"{job} VALUES (?, 'fake:alice', '', 'fake', ?, 'text', '', '', 1)", (name, told)
            )
        connection.execute("INSERT INTO deliveries VALUES ('a', 'sent', 1, ?, 1)", (receipt,))
        connection.executemany(
            "INSERT INTO messages VALUES ('fake', 'room', ?, 'a', ?, ?)",
            [("5", 0, "picture"), ("6", 0, "edit"), ("7", 1, "picture")],
        )
    async with open_store(tmp_path) as store:
        kinds = {m: await store.messages.noted("fake", "room", m) for m in "45678"}
    assert kinds == {
        "4": Note("status", "a", 0, "fake:alice"),
        "5": Note("picture", "a", 0, "fake:alice"),
        "6": Note("edit", "a", 0, "fake:alice"),
        "7": Note("page", "a", 1, "fake:alice"),
        "8": None,
    }


async def test_files_are_whole_or_absent(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        name = await store.files.keep("ab12", 0, b"picture")
        assert await store.files.read(name) == b"picture"
        blocked = tmp_path / "pictures" / "cd"
        blocked.write_text("in the way")
        with pytest.raises(NoStore):
            await store.files.keep("cd34", 0, b"picture")
        assert [p.name for p in (tmp_path / "pictures").rglob(".part-*")] == []
