"""`lukis status` shows what a running Lukis is at, to whoever may read its data folder and to nobody else."""

from __future__ import annotations

import json
import os
import socket
import stat
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.locales import Locales
from bot.ports import Unavailable
from bot.programs import control
from bot.programs import status as programs
from bot.programs.control import NAME, NotRunning, answering, ask
from bot.programs.status import Report, lines, routes, status
from bot.store.rows import JobRow
from bot.terminal import tell
from bot.usecases.underway import MOST_SHOWN, Underway
from engine.api.devices import DeviceState
from engine.api.events import Progress, Queued, Started
from tests.bot.store.keeping import RECIPE
from tests.chat import FakePlatform, Stage, stage
from tests.patience import PATIENCE, until


@asynccontextmanager
async def running(folder: Path, **settings: Any) -> AsyncIterator[Stage]:
    async with stage(folder, **settings) as on, answering(folder, routes(on.lukis)):
        yield on


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(control, "PATIENCE", PATIENCE)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, value in {"DATA_DIR": str(tmp_path / "data"), "LC_ALL": "C.UTF-8", "LANG": ""}.items():
        monkeypatch.setenv(name, value)
    return tmp_path / "data"


async def test_what_is_under_way_is_shown(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert await status(True, False) == 1
    assert capsys.readouterr().err == f"lukis: No Lukis is running on {here}. To start it: lukis run\n"
    async with running(here) as on:
        assert stat.S_IMODE((here / NAME).stat().st_mode) == 0o600
        on.engine.hold(1)
        alice = on.someone()
        await alice.send("/imagine a secret boat --n 2")
        await alice.told("%")
        await on.someone("bob").send("/imagine a whale")
        await on.someone("bob").told("in line")
        assert await status(True, False) == 0
        told = capsys.readouterr().out.splitlines()
        assert "Lukis" in told[0] and "Fake" in told[0]
        assert told[1].startswith("Waiting: 1 · painting: 1 · being delivered: 0")
        drawing, waiting = (line for line in told if "fake  text  starter" in line)
        assert "×2" in drawing and "🎨 Painting:" in drawing
        assert "×1" in waiting and "⏳ Number 2 in line" in waiting
        assert await status(False, True) == 0
        out = capsys.readouterr().out
        report = json.loads(out)
        assert report["counts"] == {"drawing": 1, "delivering": 0, "waiting": 1}
        assert report["pid"] == os.getpid() and report["devices"]
        assert not any(word in out for word in ("alice", "boat", "whale", "bob"))
        await on.engine.release()
        await alice.pictures(2)
        await on.someone("bob").pictures()
        await until(lambda: not any(on.lukis.service.runner.underway.counts().values()))
    assert not (here / NAME).exists()
    with pytest.raises(NotRunning):
        await ask(here, "status")


async def test_what_an_earlier_run_could_not_deliver_counts(here: Path) -> None:
    platform = FakePlatform()
    async with stage(here, platform=platform) as on:
        on.engine.hold(1)
        alice = on.someone()
        await alice.send("/imagine a boat")
        await alice.told("%")
        platform.down = Unavailable("down")
        await on.engine.release()
        await until(lambda: on.lukis.service.runner.underway.counts()["delivering"] == 1)
    async with running(here, platform=platform) as on:
        underway = on.lukis.service.runner.underway
        await until(lambda: underway.counts() == {"drawing": 0, "delivering": 1, "waiting": 0})
        report = json.loads(await ask(here, "status"))
        assert [work["stage"] for work in report["work"]] == ["delivering"]
        platform.down = None
        await until(lambda: not any(underway.counts().values()))
    assert len(platform.delivered) == 1


async def test_what_a_kill_has_left_is_replaced_and_a_long_name_is_no_trouble(tmp_path: Path) -> None:
    folder = tmp_path / ("a folder of a long name " * 8).strip()
    folder.mkdir()
    with socket.socket(socket.AF_UNIX) as left:
        os.chdir(folder)
        try:
            left.bind(NAME)
        finally:
            os.chdir("/")
    with pytest.raises(NotRunning):
        await ask(folder, "status")
    async with running(folder):
        assert json.loads(await ask(folder, "status"))["platforms"] == ["Fake"]


async def test_a_folder_that_can_have_no_socket_keeps_nobody_from_running(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with answering(tmp_path / "gone", []):
        pass
    (line,) = caplog.messages
    assert "commands can't ask this program anything" in line and str(tmp_path / "gone") in line


async def test_a_terminal_is_drawn_over_and_holds_its_lines(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(programs, "EVERY", 0.01)
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("LINES", "5")
    looks = 0
    asked = ask

    async def twice(folder: Path, what: str) -> bytes:
        nonlocal looks
        looks += 1
        if looks > 2:
            raise NotRunning
        return await asked(folder, what)

    monkeypatch.setattr(programs, "ask", twice)
    async with running(here) as on:
        on.engine.hold()
        for i in range(10):
            await on.someone(f"p{i}").send("/imagine 여우")
        assert await status(False, False) == 1
    _, *screens = capsys.readouterr().out.split(programs.AGAIN)
    assert len(screens) == 2
    for screen in screens:
        assert len(screen.splitlines()) <= 4
        assert all(programs._width(line) <= 40 for line in screen.splitlines())


def row(number: int) -> JobRow:
    from bot.messages import Address

    return JobRow(f"{number:016x}", "fake:alice", Address(platform="fake", chat="a"), "text", "x", RECIPE)


def test_a_crowd_is_counted_and_the_first_are_named() -> None:
    underway = Underway()
    for number in range(MOST_SHOWN * 3):
        underway.begin(row(number))
    for number in range(3):
        underway.hear(f"{number:016x}", Started())
        underway.hear(f"{number:016x}", Progress(number, 4, b"preview"))
    underway.hear("0" * 16, Queued(7, 30.0))
    underway.deliver(f"{1:016x}")
    underway.hear("unknown", Started())
    underway.end("unknown")
    assert underway.counts() == {"drawing": 1, "delivering": 1, "waiting": 3 * MOST_SHOWN - 2}
    first = list(underway.first())
    assert [work.job[-1] for work in first[:2]] == ["2", "1"] and len(first) == MOST_SHOWN + 2
    begun = time.time()
    for tag in Locales.load().languages:
        say = Locales.load().say(tag)
        devices = (DeviceState("cuda:0", rows=5, lanes=2, loads=1), DeviceState("cuda:1", ready=False))
        report = Report(
            "1", 1, begun - 7200, begun, ("Fake",), 10**9, underway.counts(), devices, tuple(first)
        )
        told = list(lines(say, report))
        assert f"{2 * MOST_SHOWN - 2}" in told[-1], tag
        assert "cuda:1" in told[4] and "5" in told[3], tag
    tell(told[0])
    for number in range(MOST_SHOWN * 3):
        underway.end(f"{number:016x}")
    assert sum(underway.counts().values()) == 0 and not list(underway.first())
