"""`lukis run`: starts everything, says where to go, and stops cleanly."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal

from bot.bootstrap import assemble, only_one
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
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    with only_one(settings.data_dir):
        print("Starting…", flush=True)
        async with assemble(settings) as lukis:
            print(greeting(settings), flush=True)
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


def greeting(settings: Settings) -> str:
    """What is on, who may use it, and what could be added."""
    lines = ["", "  Lukis is ready."]
    if settings.web:
        lines.append(f"  Page:     http://{settings.web_host}:{settings.web_port}/")
    for name, token in (("Telegram", settings.telegram_token), ("Discord", settings.discord_token)):
        how = (
            "on"
            if token
            else f"off. To turn it on, put {name.upper()}_TOKEN=... into .env (see docs/{name.lower()}.md)."
        )
        lines.append(f"  {name + ':':9} {how}")
    who = (
        "anyone who finds the bot may draw. To change that: ACCESS=allowlist and ALLOWED=... in .env."
        if settings.access == "open"
        else f"only the {len(settings.allowed)} listed in ALLOWED may draw. To change that: ACCESS=open in .env."
    )
    return "\n".join([*lines, f"  Access:   {who}", ""])
