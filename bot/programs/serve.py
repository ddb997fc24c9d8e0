"""`lukis run`: starts everything, says where to go, and stops cleanly."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
import threading
from typing import NoReturn

from bot.about import name_as_before
from bot.bootstrap import assemble
from bot.home import only_one
from bot.locales import Locales, Say, terminal_language
from bot.logs import start_log
from bot.programs.control import answering
from bot.programs.status import routes
from bot.settings import Settings
from bot.terminal import tell
from bot.usecases.runner import HAND_OVER

log = logging.getLogger("lukis")

PARTING = 1.0
"""Seconds that platforms get to confirm what they took and to close their connections."""

BEYOND = HAND_OVER + PARTING + 0.5
"""Seconds beyond the grace in which all has ended. With the default grace that is 7 s: containers kill after 10, and
on a busy machine the end of a process that holds a model takes one or two by itself."""


async def serve() -> NoReturn:
    """Runs until SIGTERM or Ctrl-C and ends the process; what is unfinished then goes on at the next start.

    Raises:
        BadSetting: a setting can't be used, or no platform is left.
    """
    settings = Settings.read()
    start_log(settings.log_level, settings.secrets(), settings.log_format)
    say = Locales.load(settings.language).say(terminal_language())
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    with only_one(settings.data_dir):
        name_as_before(settings.data_dir)
        tell(say("terminal-starting"))
        async with assemble(settings) as lukis, answering(settings.data_dir, routes(lukis)):
            tell(greeting(settings, say))
            running = asyncio.create_task(lukis.run())
            await _either(running, stop)
            if running.done():
                await running
            log.info(
                "Stopping: pictures under way get %.0f s, the rest goes on next time.",
                settings.shutdown_grace,
            )
            _end_within(settings.shutdown_grace + BEYOND)
            await lukis.service.close(settings.shutdown_grace)
            running.cancel()
            await asyncio.wait([running], timeout=PARTING)
    _end()


def _end_within(seconds: float) -> None:
    """Ends the process then at the latest, whatever still hangs: a device in a long step, a model that is loading,
    a connection that does not close. What is to outlive that is kept already."""
    timer = threading.Timer(seconds, _end)
    timer.daemon = True
    timer.start()


def _end() -> NoReturn:
    """Leaves at once: all is done, and Python would take seconds to take a model apart piece by piece."""
    logging.shutdown()
    sys.stdout.flush()
    os._exit(0)


async def _either(running: asyncio.Task[None], stop: asyncio.Event) -> None:
    waiting = asyncio.create_task(stop.wait())
    await asyncio.wait([running, waiting], return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()


def greeting(settings: Settings, say: Say) -> str:
    """What is on, who may use it, and what could be added."""
    lines = [say("terminal-ready")]
    if settings.web.on:
        lines.append(say("terminal-page", address=settings.page))
    for name, token in settings.tokens().items():
        setting, file = f"{name.upper()}_TOKEN=…", f"docs/{name.lower()}.md"
        on = say("terminal-on", platform=name)
        lines.append(on if token else say("terminal-off", platform=name, setting=setting, file=file))
    if settings.access.who == "open":
        lines.append(say("terminal-open", setting="ACCESS=allowlist ALLOWED=…"))
    else:
        lines.append(say("terminal-listed", count=len(settings.access.allowed), setting="ACCESS=open"))
    return "\n".join(["", *(f"  {line}" for line in lines), ""])
