"""Translations in SQLite."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store.db import Database, open_database
from bot.translation.cache import CORRECTIONS_EACH, Cached, SqliteCache
from tests.disks import no_more_files


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path / "lukis.db") as opened:
        yield opened


async def test_an_answer_is_found_by_text_language_and_provider(database: Database) -> None:
    cache = SqliteCache(database)
    await cache.put("kucing", "id", "google", "a cat")
    assert await cache.get("kucing", "id", ["google"]) == Cached("a cat", "google")
    assert await cache.get("kucing", "ms", ["google"]) is None
    assert await cache.get("kucing", "id", ["deepl"]) is None
    assert await cache.get("Kucing", "id", ["google"]) is None


async def test_the_first_of_the_providers_counts(database: Database) -> None:
    cache = SqliteCache(database)
    await cache.put("kucing", "id", "mymemory", "cats")
    await cache.put("kucing", "id", "google", "a cat")
    assert await cache.get("kucing", "id", ["google", "mymemory"]) == Cached("a cat", "google")
    assert await cache.get("kucing", "id", ["mymemory", "google"]) == Cached("cats", "mymemory")


async def test_it_outlives_the_program(tmp_path: Path) -> None:
    async with open_database(tmp_path / "x.db") as database:
        await SqliteCache(database).put("kucing", "id", "google", "a cat")
        await SqliteCache(database).correct("kucing", "a kitten", "ani")
    async with open_database(tmp_path / "x.db") as database:
        cache = SqliteCache(database)
        assert await cache.get("kucing", "id", ["google"]) == Cached("a cat", "google")
        assert await cache.correction("kucing", "ani") == "a kitten"


async def test_what_can_not_be_read_now_is_not_remembered(database: Database) -> None:
    cache = SqliteCache(database)
    await cache.put("kucing", "id", "google", "a cat")
    await cache.correct("kucing", "a kitten", "ani")
    with no_more_files():
        assert await cache.get("kucing", "id", ["google"]) is None
        assert await cache.correction("kucing", "ani") is None
    assert await cache.get("kucing", "id", ["google"]) == Cached("a cat", "google")
    assert await cache.correction("kucing", "ani") == "a kitten"


async def test_the_longest_unused_go_first(database: Database) -> None:
    cache = SqliteCache(database, size=10)
    for n in range(30):
        await cache.put(f"kucing {n}", "id", "google", f"cat {n}")
    kept = [n for n in range(30) if await cache.get(f"kucing {n}", "id", ["google"])]
    assert kept == list(range(20, 30))


async def test_corrections_are_never_swept_and_each_person_has_their_own(database: Database) -> None:
    cache = SqliteCache(database, size=5)
    await cache.correct("kucing", "a kitten", "ani")
    await cache.correct("kucing", "a cat", "")
    for n in range(100):
        await cache.put(f"anjing {n}", "id", "google", f"dog {n}")
    assert await cache.correction("kucing", "ani") == "a kitten"
    assert await cache.correction("kucing", "budi") == "a cat"
    assert await cache.correction("anjing 99", "ani") is None


async def test_a_flood_of_corrections_costs_only_their_maker(database: Database) -> None:
    cache = SqliteCache(database)
    await cache.correct("kucing", "a kitten", "ani")
    for n in range(CORRECTIONS_EACH + 20):
        await cache.correct(f"kucing {n}", "spam", "mallory")
    rows = await database.rows("SELECT count(*) AS n FROM translations WHERE person = 'mallory'")
    assert rows[0]["n"] == CORRECTIONS_EACH
    assert await cache.correction("kucing", "ani") == "a kitten"


async def test_size_zero_remembers_corrections_only(database: Database) -> None:
    cache = SqliteCache(database, size=0)
    await cache.put("kucing", "id", "google", "a cat")
    await cache.correct("kucing", "a kitten", "ani")
    assert await cache.get("kucing", "id", ["google"]) is None
    assert await cache.correction("kucing", "ani") == "a kitten"


async def test_quotes_and_zeros_are_text_like_any_other(database: Database) -> None:
    cache = SqliteCache(database)
    await cache.put("'; DROP TABLE translations; --\x00", "id", "google", "x'y\x00z")
    assert await cache.get("'; DROP TABLE translations; --\x00", "id", ["google"]) == Cached(
        "x'y\x00z", "google"
    )


async def test_halves_of_characters_do_not_break_it(database: Database) -> None:
    cache = SqliteCache(database)
    await cache.put("kucing \ud83d", "id", "google", "a cat \ude00")
    assert await cache.get("kucing \ud83d", "id", ["google"]) == Cached("a cat ", "google")
    await cache.correct("anjing \ud83d\ude00", "a dog \ud83d\ude00", "ani")
    assert await cache.correction("anjing \ud83d\ude00", "ani") == "a dog 😀"
