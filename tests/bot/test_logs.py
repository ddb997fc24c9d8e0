"""The log: which lines tell whom they are about, and what stands in none of them."""

from __future__ import annotations

import asyncio
import io
import json
import logging
from pathlib import Path
from typing import Any

import pytest

from bot import about
from bot.about import name_as_before, pseudonym, work_for
from bot.bootstrap import assemble
from bot.logs import JsonLines, Redacted
from bot.platforms.discord.platform import DiscordPlatform
from bot.platforms.telegram.platform import TelegramPlatform
from bot.ports import Platform
from bot.settings import Settings
from engine.api.errors import DeviceLost
from engine.api.jobs import Job
from engine.failures import failed
from tests.chat import FakeTranslator
from tests.conftest import TOKENS
from tests.fakes import FakeEngine
from tests.wire.discord import TOKEN as discord_token
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import town
from tests.wire.telegram import TOKEN as telegram_token
from tests.wire.telegram import Says, TelegramServer, TooMany

SECRET = "12:ab"


def record(message: str, error: BaseException | None = None, **more: Any) -> logging.LogRecord:
    told = (type(error), error, error.__traceback__) if error else None
    made = logging.LogRecord("bot.x", logging.WARNING, __file__, 1, message, (), told)
    made.__dict__.update(more)
    return made


def test_each_line_tells_whom_it_is_about_and_no_secret() -> None:
    try:
        raise ValueError(f"at /bot{SECRET}/getMe\u202e")
    except ValueError as error:
        broken = record(f"POST /bot{SECRET}/\x1b[2J\nagain", error)
    text, lines = Redacted([SECRET]), JsonLines([SECRET])
    with work_for("telegram", "telegram:7", "job1"):
        with work_for("telegram", "", "job1"):
            said = json.loads(lines.format(broken))
        inside = text.format(record("it waits"))
        other = json.loads(lines.format(record("from the engine", job="job1")))
    who = {"job": "job1", "person": pseudonym("telegram:7"), "platform": "telegram"}
    assert {name: said[name] for name in who} == who == {name: other[name] for name in who}
    assert inside.endswith(f"WARNING bot.x: it waits [job=job1 person={who['person']} platform=telegram]")
    assert (said["level"], said["logger"]) == ("WARNING", "bot.x") and said["time"].endswith("+00:00")
    assert "<secret>" in said["message"] and "ValueError: at /bot<secret>/getMe" in said["traceback"]
    for written in (lines.format(broken), text.format(broken)):
        assert SECRET not in written and "\u202e" not in written and "\x1b" not in written
    assert "\n" not in lines.format(broken)
    assert text.format(record("nobody's")).endswith("bot.x: nobody's")
    assert about.told(about.of_job("job1")) == {"job": "job1"}, "nobody is at it any more"


def test_people_keep_their_names_in_the_log_of_one_installation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = []
    for folder, salt in (
        (tmp_path / "a", b"1" * 16),
        (tmp_path / "b", b"2" * 16),
        (tmp_path / "a", b"3" * 16),
    ):
        folder.mkdir(exist_ok=True)
        monkeypatch.setattr(about, "_salt", salt)
        name_as_before(folder)
        names.append(pseudonym("telegram:7"))
    assert names[0] == names[2] != names[1] and "7" * 2 not in names
    assert (tmp_path / "a" / ".salt").stat().st_mode & 0o777 == 0o600
    name_as_before(tmp_path / "nowhere")
    (tmp_path / "c" / ".salt").mkdir(parents=True)
    name_as_before(tmp_path / "c")  # where it can't be read, Lukis starts all the same
    assert pseudonym("telegram:7") == names[2]
    (tmp_path / "b" / ".salt").write_bytes(b"")  # as a full disk leaves it
    for salt in (b"4" * 16, b"5" * 16):
        monkeypatch.setattr(about, "_salt", salt)
        name_as_before(tmp_path / "b")
        names.append(pseudonym("telegram:7"))
    assert names[3] == names[4]


def test_the_whole_suite_looks_for_the_tokens_that_its_servers_take() -> None:
    assert (telegram_token, discord_token) == TOKENS


async def test_the_log_of_an_evening_holds_no_token_no_prompt_and_nobodys_name(tmp_path: Path) -> None:
    said = io.StringIO()
    handler = logging.StreamHandler(said)
    handler.setFormatter(JsonLines([]))  # nothing is blotted out: it is not there to begin with
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    try:
        async with TelegramServer() as telegram, DiscordServer() as discord:
            await _evening(telegram, discord, tmp_path)
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
    lines = [json.loads(line) for line in said.getvalue().splitlines()]
    ours = [line for line in lines if line["logger"].startswith(("bot", "engine"))]
    secrets = (telegram.token, discord.token, "sekretwort", "Alicia", "Boris")
    assert [
        line for line in ours for secret in secrets if secret in json.dumps(line, ensure_ascii=False)
    ] == []
    assert [line for line in lines for token in secrets[:2] if token in json.dumps(line)] == []
    of_jobs = [line for line in ours if "job " in line["message"]]
    assert {line["platform"] for line in of_jobs} == {"telegram", "discord"}
    assert all(line["job"] in line["message"] and len(line["person"]) == 12 for line in of_jobs)
    assert {what for what in ("Incident", "later", "declines") if what in said.getvalue()} == {
        "Incident",
        "later",
        "declines",
    }


def _lost(job: Job) -> DeviceLost:
    """As engines do it: with a line in the log, which comes from where nobody knows whom it is for."""
    error = DeviceLost()
    error.facts |= failed(job.id, error).facts
    return error


async def _evening(telegram: TelegramServer, discord: DiscordServer, folder: Path) -> None:
    """Pictures on two platforms, with a fault, a platform that asks to wait, and one that declines."""
    engine, translator = FakeEngine(), FakeTranslator(**{"sekretwort rubah": "a fox of sekretwort"})
    alice = telegram.person("Alicia")
    channel, (boris,) = town(discord, "Boris")
    platforms: list[Platform] = [
        TelegramPlatform(telegram.token, telegram.url),
        DiscordPlatform(discord.token, discord.url),
    ]
    settings = Settings.read(None, data_dir=folder, shutdown_grace=0)
    async with assemble(settings, engine=engine, translator=translator, platforms=platforms) as lukis:
        running = asyncio.create_task(lukis.run())
        await discord.gateway.connected()
        telegram.fail("sendPhoto", TooMany(1))
        await alice.send("/imagine sekretwort rubah")
        await alice.expect_photo()
        telegram.fail("sendPhoto", Says(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"))
        await alice.send("/imagine sekretwort rubah --seed 2")
        await alice.expect_document()
        engine.fault = _lost
        await boris.slash(channel, "imagine", prompt="sekretwort rubah")
        await channel.until(lambda: next((m for m in channel.messages if "went away" in m.content), None))
        running.cancel()
        await asyncio.wait([running])
