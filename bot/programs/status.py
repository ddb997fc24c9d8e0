"""`lukis status`: what a running Lukis is at, live in a terminal, or once, or as JSON."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import time
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from aiohttp import web
from pydantic import TypeAdapter

from bot.extras import version
from bot.locales import Locales, Say, terminal_language
from bot.programs.control import NotRunning, ask
from bot.settings import Settings
from bot.terminal import shown, tell
from bot.usecases.underway import Stage, Work
from bot.usecases.waiting import state
from engine.api.devices import DeviceState
from engine.api.events import Queued

if TYPE_CHECKING:
    from bot.bootstrap import Lukis

EVERY = 1.0
"""Seconds between two looks."""

AGAIN = "\x1b[H\x1b[J"
"""What takes a terminal back to its first line, and clears it."""


@dataclass(frozen=True)
class Report:
    """What a running Lukis says of itself.

    Attributes:
        lukis: its version.
        pid: the number of its process.
        started, now: moments in seconds since 1970.
        platforms: the names of those that it serves.
        free: bytes that are free where it keeps what it keeps.
        counts: how many jobs there are at each stage.
        devices: what it draws on; none while it is starting.
        work: the first jobs of each stage.
    """

    lukis: str
    pid: int
    started: float
    now: float
    platforms: tuple[str, ...]
    free: int
    counts: dict[Stage, int]
    devices: tuple[DeviceState, ...]
    work: tuple[Work, ...]


_REPORT = TypeAdapter(Report)


def routes(lukis: Lukis) -> list[web.RouteDef]:
    """What a running Lukis answers to whoever runs it."""
    started = time.time()

    async def status(request: web.Request) -> web.Response:
        free = (await asyncio.to_thread(shutil.disk_usage, lukis.store.root)).free
        report = _report(lukis, started, free)
        return web.Response(body=_REPORT.dump_json(report), content_type="application/json")

    return [web.get("/status", status)]


def _report(lukis: Lukis, started: float, free: int) -> Report:
    underway = lukis.service.runner.underway
    return Report(
        version(),
        os.getpid(),
        started,
        time.time(),
        tuple(platform.title for platform in lukis.platforms),
        free,
        underway.counts(),
        tuple(lukis.engine.devices()),
        tuple(underway.first()),
    )


async def status(once: bool, as_json: bool) -> int:
    """Shows what the Lukis on DATA_DIR is at, until it ends or somebody presses Ctrl-C; once outside of a terminal.

    Returns 0, or 1 where none runs.

    Raises:
        BadSetting: it can't be asked, and why.
    """
    settings = Settings.read()
    say = Locales.load(settings.language).say(terminal_language())
    live = sys.stdout.isatty() and not once and not as_json
    try:
        while True:
            answer = await ask(settings.data_dir, "status")
            if as_json:
                tell(answer.decode())
            elif not live:
                tell("\n".join(lines(say, _REPORT.validate_json(answer))))
            else:
                _show(say, _REPORT.validate_json(answer))
            if not live:
                return 0
            await asyncio.sleep(EVERY)
    except NotRunning:
        tell(
            f"lukis: {say('terminal-status-none', folder=str(settings.data_dir), command='lukis run')}",
            sys.stderr,
        )
        return 1


def _show(say: Say, report: Report) -> None:
    """Draws it over what stands in the terminal, as much of it as there is room for."""
    columns, rows = shutil.get_terminal_size()
    fitting = [_cut(shown(line), columns) for line in lines(say, report)][: max(1, rows - 1)]
    sys.stdout.write(AGAIN + "\n".join(fitting) + "\n")
    sys.stdout.flush()


def lines(say: Say, report: Report) -> Iterator[str]:
    """The report in words."""
    time_up = timedelta(seconds=max(1, round(report.now - report.started)))
    yield say("terminal-status", version=report.lukis, time=time_up, platforms=", ".join(report.platforms))
    yield say(
        "terminal-status-work",
        waiting=report.counts["waiting"],
        drawing=report.counts["drawing"],
        delivering=report.counts["delivering"],
        space=report.free / 1e9,
    )
    yield ""
    for device in report.devices:
        yield _device(say, device)
    if not report.devices:
        yield say("terminal-status-starting")
    if report.work:
        yield ""
        yield from _table([_work(say, work) for work in report.work])
    if more := sum(report.counts.values()) - len(report.work):
        yield say("terminal-status-more", count=more)


def _device(say: Say, device: DeviceState) -> str:
    if not device.ready:
        return say("terminal-status-device-away", device=device.device)
    return say(
        "terminal-status-device",
        device=device.device,
        lanes=device.lanes,
        rows=device.rows,
        forwards=sum(device.forwards),
        loads=device.loads,
    )


def _work(say: Say, work: Work) -> tuple[str, ...]:
    return work.job, work.platform, work.mode, work.model, f"×{work.pictures}", _how(say, work)


def _how(say: Say, work: Work) -> str:
    """How far a job is; where it waits, not in the words that its person is told."""
    match work.event:
        case _ if work.stage == "delivering":
            return say("terminal-status-delivering")
        case Queued(position, None):
            return say("terminal-status-queued", position=position)
        case Queued(position, float() | int() as wait):
            time_left = timedelta(seconds=max(1, round(wait)))
            return say("terminal-status-queued-wait", position=position, wait=time_left)
    return state(say, work.event)


def _table(rows: list[tuple[str, ...]]) -> Iterator[str]:
    """Rows with their columns below each other."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()


def _width(text: str) -> int:
    """The columns that a text takes in a terminal."""
    return sum(map(_columns, text))


def _columns(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _cut(line: str, columns: int) -> str:
    """As much of a line as fits into one of the terminal."""
    kept, left = "", columns
    for sign in line:
        left -= _columns(sign)
        if left < 0:
            return kept
        kept += sign
    return kept
