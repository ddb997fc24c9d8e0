"""A database of an earlier version is brought up to date: all of it or nothing, by one program."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path
from random import Random

import pytest

from benchmarks.million import fill
from bot.store import migrations, open_store
from bot.store.migrations import migrate
from tests.patience import PATIENCE

SCRIPTS = sorted(Path(migrations.__file__).parent.glob("*.sql"))
TABLES = ("people", "jobs", "images", "deliveries", "messages")


def old(file: Path, version: int = 2, jobs: int = 1000) -> None:
    """A database of that version with jobs of five people."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file)) as connection:
        for script in SCRIPTS[:version]:
            connection.executescript(script.read_text("utf-8"))
        connection.executemany(
            "INSERT INTO people (key, seen) VALUES (?, 1)", [(f"telegram:{i}",) for i in range(1, 6)]
        )
        fill(connection, jobs, 5, Random(1))
        connection.execute(f"PRAGMA user_version={version}")
        connection.commit()


def version(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def counts(file: Path) -> list[int]:
    with closing(sqlite3.connect(file)) as connection:
        return [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES]


def test_scripts_are_numbered_without_gaps() -> None:
    assert [int(script.name.split("_")[0]) for script in SCRIPTS] == list(range(1, len(SCRIPTS) + 1))


async def test_an_old_history_is_paged_as_it_was_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "lukis.sqlite"
    old(file)
    with closing(sqlite3.connect(file)) as connection:
        made = connection.execute(
            "SELECT j.id, i.idx FROM images i JOIN jobs j ON j.id = i.job"
            " WHERE j.person = 'telegram:1' AND NOT i.deleted ORDER BY j.rowid DESC, i.idx"
        ).fetchall()
        there = [
            (job, index)
            for job, index in made
            if "-1003" in connection.execute("SELECT address FROM jobs WHERE id = ?", (job,)).fetchone()[0]
        ]
    assert len(made) > 50 and there
    async with open_store(tmp_path) as store:
        for chat, pictures in ((None, made), ("-1003", there)):
            for number, picture in enumerate(pictures, 1):
                page = await store.history.page("telegram:1", number, chat)
                assert page and (page.total, page.job.id, page.index) == (len(pictures), *picture)
    assert version(tmp_path / "lukis.v2.backup") == 2
    assert counts(tmp_path / "lukis.v2.backup") == counts(file)


async def test_masks_leave_a_history_that_had_them(tmp_path: Path) -> None:
    file = tmp_path / "lukis.sqlite"
    old(file, version=13, jobs=100)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE jobs SET mode = 'find' WHERE rowid % 2")
        count = "SELECT count(*) FROM images i JOIN jobs j ON j.id = i.job WHERE person = 'telegram:1' AND NOT deleted"
        before, left = (
            connection.execute(f"{count}{only}").fetchone()[0] for only in ("", " AND mode <> 'find'")
        )
    assert before > left > 0
    async with open_store(tmp_path) as store:
        page = await store.history.page("telegram:1", left)
        assert page and (page.number, page.total, page.job.mode) == (left, left, "text")


async def test_morphs_are_counted_once_in_a_history_that_had_their_frames(tmp_path: Path) -> None:
    file = tmp_path / "lukis.sqlite"
    old(file, version=14, jobs=100)
    with closing(sqlite3.connect(file)) as connection, connection:
        morph = """json_set(recipe, '$.sweep', json('[{"place": 0}]'))"""
        connection.execute(f"UPDATE jobs SET recipe = CASE rowid WHEN 2 THEN '[' ELSE {morph} END")
        count = "SELECT count(*), sum(shown) FROM jobs WHERE person = 'telegram:1' AND shown"
        jobs, pictures = connection.execute(count).fetchone()
    assert jobs < pictures
    async with open_store(tmp_path) as store:
        page = await store.history.page("telegram:1", 1)
        assert page and page.total == jobs


async def test_a_job_whose_address_is_broken_stays_in_its_history(tmp_path: Path) -> None:
    file = tmp_path / "lukis.sqlite"
    old(file, jobs=20)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE jobs SET address = 'x' || address WHERE rowid = 3")
    migrate(file)
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT chat, number > 0 FROM jobs WHERE rowid = 3").fetchone() == (None, 1)


def test_a_script_that_fails_leaves_all_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "lukis.sqlite"
    old(file, 1)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE shelves (in_the_way)")
    before = counts(file)
    with pytest.raises(sqlite3.OperationalError, match="shelves"):
        migrate(file)
    assert (version(file), counts(file)) == (1, before)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TABLE shelves")
    migrate(file)
    assert (version(file), counts(file)) == (len(SCRIPTS), before)


def start(folders: list[Path], barrier: Barrier) -> None:
    """What a program does first, in one folder after the other, each at the same moment as the others."""

    async def opened(folder: Path) -> None:
        async with open_store(folder) as store:
            assert await store.db.row("PRAGMA user_version")

    for folder in folders:
        barrier.wait(PATIENCE)
        asyncio.run(opened(folder))


def test_programs_that_start_at_once_all_start(tmp_path: Path) -> None:
    folders = [tmp_path / str(i) for i in range(12)]
    for folder in folders[1::2]:  # the others have no database yet
        old(folder / "lukis.sqlite")
    context = get_context("spawn")
    barrier = context.Barrier(3)
    programs = [context.Process(target=start, args=(folders, barrier)) for _ in range(3)]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    assert [program.exitcode for program in programs] == [0, 0, 0]
    assert {version(folder / "lukis.sqlite") for folder in folders} == {len(SCRIPTS)}
    assert not list(tmp_path.rglob("*.part"))
