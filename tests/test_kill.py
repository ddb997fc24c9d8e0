"""Killed at any moment, `lukis run` loses nothing: each accepted job arrives, and none twice by our doing."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.patience import PATIENCE
from tests.process import Forked, lukis, says
from tests.windows import WINDOWS, Toll, Window, toll
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import Person
from tests.wire.telegram_world import Message

KILLS = 30
PEOPLE = 3
UNNOTED = "SELECT id FROM jobs WHERE status IS NULL AND state IN ('queued', 'running')"
"""Killed between posting a job's status message and noting it, nobody can know of the message any more."""


def rows(data: Path, sql: str) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(data / "lukis.sqlite")) as connection:
        return connection.execute(sql).fetchall()


def photos_answering(person: Person, message_id: int) -> int:
    return sum(m.is_photo and m.replies_to == message_id for m in person.chat.log)


def statuses(person: Person) -> list[Message]:
    """What is left in the chat besides the person's words and the pictures."""
    return [m for m in person.chat.log if m.from_bot and not m.deleted and not m.is_photo]


@pytest.mark.slow
@pytest.mark.timeout(900)
async def test_thirty_kills(tmp_path: Path) -> None:
    random, data, sent = Random(7), tmp_path / "data", 0
    caught_in_the_act: Counter[str] = Counter()
    unnoted: set[str] = set()
    async with TelegramServer() as server:
        people = [server.person(f"p{i}") for i in range(PEOPLE)]
        settings: dict[str, Any] = {
            "telegram_token": server.token,
            "telegram_api_url": server.url,
            "max_waiting_jobs": 100,
        }
        for _ in range(KILLS):
            process = Forked(tmp_path, "run", **settings)
            await process.ready()
            for _ in range(random.randint(0, 3)):
                await random.choice(people).send(f"/imagine a red circle --steps 6 --seed {sent}")
                sent += 1
            await asyncio.sleep(random.uniform(0, 1.5))
            await process.end(signal.SIGKILL)
            caught_in_the_act.update(
                job for (job,) in rows(data, "SELECT job FROM deliveries WHERE state = 'sending'")
            )
            unnoted |= {job for (job,) in rows(data, UNNOTED)}
        process = Forked(tmp_path, "run", **settings)
        await until_arrived(data, sent)
        assert await process.end(signal.SIGTERM) == 0
        told = {f"{json_chat}/{message}": job for job, json_chat, message in arrived(data)}
        assert len(told) == sent, "every command was accepted once"
        for person in people:
            for message in [m for m in person.chat.log if not m.from_bot]:
                photos = photos_answering(person, message.id)
                job = told[f"{person.chat.id}/{message.id}"]
                assert 1 <= photos <= 1 + caught_in_the_act[job], f"{photos} photos for {message}"
        left = [(person, m) for person in people for m in statuses(person)]
        if left:
            process = Forked(tmp_path, "run", **settings)
            await process.ready()
            for person, status in left:
                assert told[f"{person.chat.id}/{status.replies_to}"] in unnoted, status
                await person.press(status, "Cancel")
                assert status.deleted, "a leftover goes when it is pressed"
            await process.end(signal.SIGTERM)


def arrived(data: Path) -> list[tuple[str, ...]]:
    """Jobs whose result has been delivered, with chat and message of the command."""
    return rows(
        data,
        "SELECT j.id, json_extract(j.address, '$.chat'), json_extract(j.address, '$.message') FROM jobs j"
        " JOIN deliveries d ON d.job = j.id WHERE j.state = 'done' AND d.state = 'sent'",
    )


async def until_arrived(data: Path, count: int) -> None:
    """Returns once so many results have been delivered."""
    for _ in range(int(2 * PATIENCE / 0.3)):
        if len(arrived(data)) >= count:
            return
        await asyncio.sleep(0.3)
    raise AssertionError(
        f"only {len(arrived(data))} of {count} arrived: {rows(data, 'SELECT id, state FROM jobs')}"
    )


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("window", WINDOWS, ids=lambda w: w.about)
async def test_a_kill_in_this_window_loses_nothing_and_doubles_nothing(
    tmp_path: Path, window: Window
) -> None:
    kills = 2
    found = await toll(window, tmp_path, kills)
    assert found == Toll(
        kills,
        accepted=kills,
        lost=0,
        doubled=kills if window.told else 0,
        left=kills if window.posted else 0,
    )


@pytest.mark.slow
async def test_a_morph_killed_in_the_midst_of_its_frames_comes_whole_and_once(tmp_path: Path) -> None:
    async with TelegramServer() as server:
        alice = server.person("alice")
        settings: dict[str, Any] = {"telegram_token": server.token, "telegram_api_url": server.url}
        process = Forked(tmp_path, "run", dies="after bot.store.pictures:PictureFiles.keep once", **settings)
        asked = await alice.send("/morph a fox | an owl --frames 3 --steps 1 --seed 7,9")
        assert await process.end() == -signal.SIGKILL, process.out + process.err
        (kept,) = tmp_path.glob("data/pictures/**/*.png")  # one frame of three
        first = kept.read_bytes()
        process = Forked(tmp_path, "run", **settings)
        await until_arrived(tmp_path / "data", 1)
        assert await process.end(signal.SIGTERM) == 0
        films, strips = ([m for m in alice.chat.log if there(m)] for there in (_moves, lambda m: m.is_photo))
        assert [m.replies_to for m in films + strips] == [asked.id, asked.id]
        assert [m for m in statuses(alice) if not _moves(m)] == []
        frames = rows(tmp_path / "data", "SELECT file FROM images ORDER BY idx")
        assert len(frames) == 3 and kept.read_bytes() == first, "the same frame, drawn anew"


def _moves(message: Message) -> bool:
    return "animation" in message.body


@pytest.mark.slow
@pytest.mark.timeout(900)
async def test_a_clean_stop_finishes_what_is_nearly_done_and_keeps_the_rest(tmp_path: Path) -> None:
    data = tmp_path / "data"
    async with TelegramServer() as server:
        alice = server.person("alice")
        settings: dict[str, Any] = {
            "telegram_token": server.token,
            "telegram_api_url": server.url,
            "max_waiting_jobs": 100,
        }
        process = Forked(tmp_path, "run", **settings, shutdown_grace=1)
        await process.ready()
        for i in range(8):
            await alice.send(f"/imagine a red circle --steps 60 --n 4 --seed {i}")
        await alice.expect_status()
        assert await process.end(signal.SIGTERM) == 0
        before = len(arrived(data))
        process = Forked(tmp_path, "run", **settings)
        await until_arrived(data, 8)
        assert await process.end(signal.SIGTERM) == 0
        assert before < 8


async def test_a_wrong_token_is_said_and_the_exit_code_is_two(tmp_path: Path) -> None:
    async with TelegramServer() as server:
        wrong = {"telegram_token": "1:wrong", "telegram_api_url": server.url}
        async with lukis(tmp_path / "data", **wrong) as process:
            told = await says(process, "TELEGRAM_TOKEN")
            assert await asyncio.wait_for(process.wait(), PATIENCE) == 2
    assert "1:wrong" not in told


async def test_an_unwritable_data_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    async with lukis(tmp_path / "data", telegram_token="1:x") as process:
        await says(process, "DATA_DIR")
        assert await asyncio.wait_for(process.wait(), PATIENCE) == 2
