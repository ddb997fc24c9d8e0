"""Promises: made once, told once to the next start, forgotten when there is a job or an answer, given up in the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import NoStore
from bot.store import DATABASE, open_store
from bot.store.promises import MOST_TRIES
from tests.bot.store.keeping import ask
from tests.disks import limited


async def test_what_was_not_kept_is_told_to_the_next_start_once(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        for event in ("2", "1", "2", "3"):
            await store.promises.make("discord", event, f"asked in {event}")
        await store.promises.kept("discord", "3")
    async with open_store(tmp_path) as store:
        assert await store.promises.left("telegram") == []
        assert await store.promises.left("discord") == [("2", "asked in 2"), ("1", "asked in 1")]
        assert await store.promises.left("discord") == []


async def test_a_store_that_fails_as_they_are_read_is_asked_again(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        await store.promises.make("discord", "1", "asked")
    async with open_store(tmp_path) as store:
        file = tmp_path / DATABASE
        whole = file.read_bytes()
        file.write_bytes(bytes(100) + whole[100:])
        with pytest.raises(NoStore):
            await store.promises.left("discord")
        file.write_bytes(whole)
        assert await store.promises.left("discord") == [("1", "asked")]


async def test_they_are_told_on_a_disk_that_is_full(tmp_path: Path) -> None:
    with limited(tmp_path / "disk") as disk:
        async with open_store(disk.folder) as store:
            await store.promises.make("discord", "1", "asked")
        async with open_store(disk.folder) as store:
            disk.fill()
            assert await store.promises.left("discord") == [("1", "asked")]
            disk.clear()


async def test_what_has_become_a_job_is_no_promise_any_more(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        await store.promises.make("discord", "1", "asked")
        await ask(store, "1", platform="discord")
    async with open_store(tmp_path) as store:
        assert await store.promises.left("discord") == []


async def test_one_that_ends_the_program_every_time_is_given_up(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        await store.promises.make("discord", "1", "asked")
    for start in range(MOST_TRIES + 1):
        async with open_store(tmp_path) as store:
            assert bool(await store.promises.left("discord")) == (start < MOST_TRIES)
