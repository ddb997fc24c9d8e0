"""What a chat waits for is found through an index, however many rows there are."""

from __future__ import annotations

import asyncio
import inspect
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import get_type_hints

import pytest

from benchmarks.questions import READS, WRITES, Asker, Question
from bot.messages import Person
from bot.store import Store, open_store
from bot.store.db import Database
from bot.store.history import SHELF
from bot.store.pictures import PictureFiles
from bot.store.readers import COUNT
from bot.translation.cache import SqliteCache
from tests.bot.store.keeping import ask, draw
from tests.patience import PATIENCE

AT_START = {"unfinished", "due", "left", "abandon", "left_over", "elsewhere"}
"""Asked once, before anybody can ask for anything; they walk over what is open, which is little."""

NOW_AND_THEN = {"open_now", "still_out"}
"""Asked by whoever collects metrics, in nobody's way; it walks over what is open, too."""

NO_QUERY = {"settled"}
ONCE_A_GROUP = {"moved"}
"""When a group becomes a supergroup, which it does once."""

ONCE_A_PERSON = {"offered", "join", "part", "files", "words", "forget", "leave", "taken", "whom", "scour"}
"""When two accounts become one or part again, and a history is numbered anew; when somebody is forgotten."""

TO_ALL = {"broadcast", "stop"}
"""What is about all chats walks over them all, once."""


@pytest.fixture
async def asker(tmp_path: Path) -> AsyncIterator[Asker]:
    async with open_store(tmp_path) as store:
        for i in range(3):
            await ask(store, f"job{i}")
            await draw(store, f"job{i}")
        alice = Person("fake", "alice")
        yield Asker(store, SqliteCache(store.db), alice, "room", 3, 3, ["job1"], [2], [("room", "1")])


async def everywhere(db: Database, do: Callable[[sqlite3.Connection], None]) -> None:
    """Does something with every connection; the readers meet here, so that none does it for another."""
    meeting = threading.Barrier(COUNT)

    def once(connection: sqlite3.Connection) -> None:
        meeting.wait(PATIENCE)
        do(connection)

    await asyncio.gather(*(db.read(once) for _ in range(COUNT)))
    await db.connection._execute(do, db.connection._conn)  # type: ignore[no-untyped-call]


async def statements(db: Database, name: str, asker: Asker) -> set[str]:
    """All SQL that a question runs, on whichever connection."""
    seen: list[str] = []
    await everywhere(db, lambda connection: connection.set_trace_callback(seen.append))
    await {**READS, **WRITES}[name](asker)
    await everywhere(db, lambda connection: connection.set_trace_callback(None))
    return {sql for sql in seen if sql.split()[0] in ("SELECT", "INSERT", "UPDATE", "DELETE")}


async def test_every_query_has_an_index_and_sorts_nothing(asker: Asker) -> None:
    db = asker.store.db
    for name in (*READS, *WRITES):
        found = await statements(db, name, asker)
        assert found, f"{name} asks nothing"
        for sql in found:
            for row in await db.rows(f"EXPLAIN QUERY PLAN {sql}"):
                plan = row["detail"]
                assert not plan.startswith("SCAN") or "CONSTANT ROW" in plan, f"{name}: {plan} in {sql}"
                assert "TEMP B-TREE" not in plan, f"{name}: {plan} in {sql}"


def methods(store: type) -> set[str]:
    return {n for n, f in vars(store).items() if inspect.iscoroutinefunction(f) and not n.startswith("_")}


def test_every_method_of_the_store_is_among_the_questions() -> None:
    questions = (*READS.values(), *WRITES.values())
    asked = {name for question in questions for name in question.__code__.co_names}
    stores = set(get_type_hints(Store).values()) - {Path, Database, PictureFiles} | {SqliteCache}
    there = set().union(*map(methods, stores))
    assert {"page", "add", "sent", "meet", "put"} <= there
    assert there - AT_START - NOW_AND_THEN - NO_QUERY - ONCE_A_GROUP - ONCE_A_PERSON - TO_ALL <= asked, (
        "benchmarks/questions.py asks all that a chat may wait for"
    )


async def most_steps(asker: Asker, question: Question) -> int:
    """The most steps that SQLite's machine takes for a question, of several askings."""
    count, most = 0, 0

    def step() -> None:
        nonlocal count
        count += 1

    await everywhere(asker.store.db, lambda connection: connection.set_progress_handler(step, 1))
    for _ in range(20):
        count = 0
        await question(asker)
        most = max(most, count)
    await everywhere(asker.store.db, lambda connection: connection.set_progress_handler(None, 1))
    return most


async def steps_with(folder: Path, jobs: int) -> dict[str, int]:
    """The steps for each question of somebody with so many jobs, every second of them made in a group."""
    async with open_store(folder) as store:
        await store.db.connection.execute("PRAGMA synchronous=OFF")
        for i in range(jobs):
            await ask(store, f"job{i}", chat=("room", "alice")[i % 2])
            await draw(store, f"job{i}")
        alice, some = Person("fake", "alice"), range(jobs // 4, jobs, jobs // 16)
        ids, numbers, messages = [f"job{i}" for i in some], [i + 1 for i in some], [("room", "1")]
        asker = Asker(store, SqliteCache(store.db), alice, "room", jobs, jobs // 2, ids, numbers, messages)
        return {name: await most_steps(asker, question) for name, question in READS.items()}


async def test_no_question_takes_more_steps_where_a_person_has_more(tmp_path: Path) -> None:
    few = await steps_with(tmp_path / "few", SHELF)
    many = await steps_with(tmp_path / "many", 3 * SHELF)
    for name in READS:
        assert 0 < many[name] < 2 * few[name] + 100, name
