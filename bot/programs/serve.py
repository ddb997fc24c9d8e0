"""`lukis run`: starts everything, says where to go, and stops cleanly."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal

from bot.bootstrap import assemble, only_one
from bot.locales import Locales, Say, terminal_language
from bot.logs import start_log
from bot.settings import Settings

log = logging.getLogger("lukis")


async def serve() -> int:
    """Runs until SIGTERM or Ctrl-C; what is unfinished then goes on at the next start.

    Raises:
        BadSetting: a setting can't be used, or no platform is left.
    """
    settings = Settings.read()
    start_log(settings.log_level, settings.secrets())
    say = Locales.load(settings.language).say(terminal_language())
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    with only_one(settings.data_dir):
        print(say("terminal-starting"), flush=True)
        async with assemble(settings) as lukis:
            print(greeting(settings, say), flush=True)
            running = asyncio.create_task(lukis.run())
            await _either(running, stop)
            if running.done():
                await running
            log.info(
                "Stopping: pictures under way get %.0f s, the rest goes on next time.",
                settings.shutdown_grace,
            )
            await lukis.service.close(settings.shutdown_grace)
            running.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await running
    return 0


async def _either(running: asyncio.Task[None], stop: asyncio.Event) -> None:
    waiting = asyncio.create_task(stop.wait())
    await asyncio.wait([running, waiting], return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()


def greeting(settings: Settings, say: Say) -> str:
    """What is on, who may use it, and what could be added."""
    lines = [say("terminal-ready")]
    if settings.web.on:
        lines.append(say("terminal-page", address=f"http://{settings.web.host}:{settings.web.port}/"))
    for name, token in (("Telegram", settings.telegram.token), ("Discord", settings.discord.token)):
        setting, file = f"{name.upper()}_TOKEN=…", f"docs/{name.lower()}.md"
        on = say("terminal-on", platform=name)
        lines.append(on if token else say("terminal-off", platform=name, setting=setting, file=file))
    if settings.access.who == "open":
        lines.append(say("terminal-open", setting="ACCESS=allowlist ALLOWED=…"))
    else:
        lines.append(say("terminal-listed", count=len(settings.access.allowed), setting="ACCESS=open"))
    return "\n".join(["", *(f"  {line}" for line in lines), ""])
