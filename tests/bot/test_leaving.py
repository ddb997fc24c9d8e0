"""The terminal comes back at once, though libraries are being imported, which can't be broken off."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import pytest

from tests.bot.test_cli import states, until_states
from tests.patience import PATIENCE, until
from tests.process import lukis, stop

FOR_EVER = "import time, bot.engines; bot.engines.make_engine = lambda _: time.sleep(86_400)"
"""An engine that is never there, as if torch took a day to be imported."""


async def test_an_interrupt_waits_for_no_engine_that_is_being_made(tmp_path: Path) -> None:
    async with lukis(tmp_path / "data", "imagine", "a fox", first=FOR_EVER) as process:
        await until_states(tmp_path, ["queued"])
        assert await stop(process, signal.SIGINT) == 130
        assert process.stdout
        assert b"Traceback" not in await process.stdout.read()
    assert states(tmp_path) == ["cancelled"]


async def test_an_interrupt_waits_for_no_model_that_is_being_loaded(tmp_path: Path) -> None:
    loads = "import time, engine.models.library as l; "
    loads += "l.ModelLibrary.load = lambda *_, **__: open('loads', 'w').close() or time.sleep(86_400)"
    async with lukis(tmp_path / "data", "imagine", "a fox", first=loads) as process:
        await until((tmp_path / "loads").exists)
        assert await stop(process, signal.SIGINT) == 130
    assert states(tmp_path) == ["cancelled"]


REFUSES = """
import asyncio, pathlib, bot.errors, bot.usecases.reception as reception
async def refuse(*_):
    pathlib.Path("asked").touch()
    while not pathlib.Path("answered").exists():
        await asyncio.sleep(0.01)
    raise bot.errors.EmptyPrompt()
reception.Reception.accept_text = refuse
"""
"""Whoever asks is refused, but not at once."""


async def test_an_interrupt_is_one_though_what_was_asked_is_just_being_refused(tmp_path: Path) -> None:
    async with lukis(tmp_path / "data", "imagine", "a fox", first=f"{FOR_EVER}\n{REFUSES}") as process:
        await until((tmp_path / "asked").exists)
        process.send_signal(signal.SIGINT)
        (tmp_path / "answered").touch()
        assert await asyncio.wait_for(process.wait(), PATIENCE) == 130


async def test_what_is_refused_waits_for_no_engine(tmp_path: Path) -> None:
    async with lukis(tmp_path / "data", "imagine", "a fox --stps 3", first=FOR_EVER) as process:
        out, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
        assert process.returncode == 1
        assert b"--steps" in out


@pytest.mark.parametrize(
    "chosen",
    [
        {"web": "true", "web_host": "203.0.113.1", "web_port": 0},
        {"web": "true", "web_host": "no.such.invalid"},
    ],
)
async def test_a_page_that_cannot_listen_ends_the_start_at_once(
    tmp_path: Path, chosen: dict[str, object]
) -> None:
    async with lukis(tmp_path / "data", first=FOR_EVER, **chosen) as process:
        out, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
        assert process.returncode == 2, out.decode()
        assert b"lukis: WEB_HOST" in out and b"Traceback" not in out
