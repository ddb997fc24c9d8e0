"""Transactions are whole whatever is cancelled, and nobody who reads waits for them."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Generator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import pytest

from bot.errors import NoStore, NotFound
from bot.messages import Card, Person, Receipt
from bot.store import DATABASE, Store, open_store
from bot.store.db import open_database
from bot.store.rows import ImageRow
from tests.bot.store.keeping import ask, draw
from tests.patience import PATIENCE

RECEIPT = Receipt(platform="fake", chat="room", messages=("1",))


class CancelledAt:
    """Awaits something, and cancels it at the await with that number."""

    def __init__(self, work: Awaitable[Any], number: int) -> None:
        self._work = work
        self._number = number
        self.reached = False

    def __await__(self) -> Generator[Any, None, None]:
        steps = self._work.__await__()
        waits = 0
        try:
            waited_for = next(steps)
            while True:
                waits += 1
                if waits == self._number:
                    self.reached = True
                    waited_for.cancel()
                    waited_for = steps.throw(asyncio.CancelledError())
                else:
                    yield waited_for
                    waited_for = next(steps)
        except (StopIteration, asyncio.CancelledError):
            return


async def add(store: Store) -> None:
    await ask(store, "new")


async def finish(store: Store) -> None:
    await store.jobs.finish("open", "done", [ImageRow(0, 1, 64, 64, "x"), ImageRow(1, 2, 64, 64, "y")])


async def sent(store: Store) -> None:
    await store.deliveries.sent("drawn", RECEIPT, Card(job="drawn"))


async def note(store: Store) -> None:
    await store.messages.note(RECEIPT, Card(job="drawn"))


async def state(store: Store) -> tuple[object, ...]:
    """What those four change."""
    try:
        new = (await store.jobs.get("new")).state
    except NotFound:
        new = None
    job = await store.jobs.get("open")
    return (
        new,
        (job.state, len(job.images), await store.deliveries.due(["fake"])),
        (await store.deliveries.receipt("drawn"), await store.messages.noted("fake", "room", "1")),
    )


@asynccontextmanager
async def prepared(folder: Path) -> AsyncIterator[Store]:
    """A store in which each of the four has something to do."""
    async with open_store(folder) as store:
        await ask(store, "open")
        await ask(store, "drawn")
        await draw(store, "drawn")
        await store.deliveries.sending("drawn")
        yield store


@pytest.mark.parametrize("work", [add, finish, sent, note])
async def test_what_is_cancelled_at_any_await_is_whole_or_absent(
    tmp_path: Path, work: Callable[[Store], Awaitable[None]]
) -> None:
    async with prepared(tmp_path / "whole") as store:
        before = await state(store)
        await work(store)
        whole = await state(store)
    number, reached = 0, True
    while reached:
        number += 1
        async with prepared(tmp_path / str(number)) as store, asyncio.timeout(PATIENCE):
            cancelled = CancelledAt(work(store), number)
            await cancelled
            await store.people.choose_language("fake:alice", "id")  # comes after what was under way
            reached = cancelled.reached
            assert await state(store) in ((before, whole) if reached else (whole,))
            async with store.db.transaction():
                pass
            await work(store)
            assert await state(store) == whole
    assert number > 3, "a transaction waits at least for its beginning, for what it does, and for its end"


async def test_a_commit_that_fails_leaves_nothing(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        await ask(store, "a")

        async def change() -> None:
            async with store.db.transaction() as connection:
                await connection.execute("PRAGMA defer_foreign_keys=ON")  # looked at by the commit
                await connection.execute("UPDATE jobs SET person = 'nobody'")

        with pytest.raises(sqlite3.IntegrityError):
            await change()
        assert (await store.jobs.get("a")).person == "fake:alice"
        await ask(store, "b")


async def test_a_note_that_will_never_be_taken_holds_no_other_up(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with open_store(tmp_path) as store:
        await store.db.connection.execute("PRAGMA busy_timeout=0")
        with closing(sqlite3.connect(tmp_path / DATABASE, isolation_level=None, timeout=PATIENCE)) as other:
            other.execute("BEGIN IMMEDIATE")
            await store.db.write_soon(("INSERT INTO nowhere VALUES (1)", ()))
            await store.db.write_soon(("INSERT INTO people (key, name) VALUES ('x', ?)", ("\ud800",)))
            await store.messages.note(RECEIPT, Card())
        await asyncio.wait_for(store.db.kept(), PATIENCE)
        assert await store.messages.noted("fake", "room", "1")
        await ask(store, "a")
    assert [m.partition(":")[0] for m in caplog.messages].count("a note can't be kept") == 2


async def test_who_reads_waits_for_no_writer(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        await ask(store, "a")
        await draw(store, "a")
        go_on = threading.Event()
        await store.db.connection.create_function("pause", 0, lambda: go_on.wait(PATIENCE))
        writing = asyncio.create_task(store.db.write("UPDATE images SET deleted = pause()"))
        async with asyncio.timeout(PATIENCE / 2):
            page = await store.history.page("fake:alice", 1)
            assert page and page.total == 1
            assert await store.jobs.unfinished_of("fake:alice") == []
            assert await store.people.meet(Person("fake", "alice")) is None
        assert not writing.done()
        go_on.set()
        await writing
        assert await store.history.page("fake:alice", 1) is None


async def test_a_page_is_read_at_one_moment(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        for job in "abc":
            await ask(store, job)
            await draw(store, job)

        async def delete_and_draw() -> None:
            for i in range(50):
                await ask(store, f"job{i}")
                await draw(store, f"job{i}", 4)
                await store.history.delete(f"job{i}")

        changing = asyncio.create_task(delete_and_draw())
        while not changing.done():
            for number in (1, 4, 7):
                page = await store.history.page("fake:alice", number)
                assert page and (page.total, len(page.job.shown)) in ((3, 1), (7, 4), (7, 1))
                assert page.index in {i.index for i in page.job.shown}
        await changing


async def test_who_stops_waiting_leaves_readers_that_read(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        await ask(store, "a")
        for _ in range(20):
            asking = [asyncio.create_task(store.jobs.get("a")) for _ in range(8)]
            await asyncio.sleep(0)
            for task in asking:
                task.cancel()
            await asyncio.gather(*asking, return_exceptions=True)
        assert (await store.jobs.get("a")).id == "a"
        await ask(store, "b")
        assert (await store.jobs.get("b")).id == "b"


async def test_who_looks_while_the_database_is_gone_makes_no_empty_one_in_its_place(tmp_path: Path) -> None:
    async with open_database(tmp_path / "a%20 ü?.sqlite") as db:
        (tmp_path / "a%20 ü?.sqlite").rename(tmp_path / "away")
        with pytest.raises(NoStore):
            await db.rows("SELECT 1 FROM jobs")
        assert not (tmp_path / "a%20 ü?.sqlite").exists()
        (tmp_path / "away").rename(tmp_path / "a%20 ü?.sqlite")
        assert await db.rows("SELECT 1 FROM jobs") == []
