"""Lukis on the Bot API server: the real adapter, service and store, with a fake engine unless told otherwise."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.bootstrap import Lukis, assemble
from bot.platforms.telegram.platform import TelegramPlatform
from bot.platforms.telegram.webhook import Hook
from bot.settings import Settings
from tests.chat import FakeTranslator
from tests.fakes import FakeEngine
from tests.wire.telegram import TelegramServer

GRACE = 0.5
"""Seconds: enough to note what has just arrived."""


@dataclass
class OnTelegram:
    """A running Lukis."""

    lukis: Lukis
    platform: TelegramPlatform
    engine: FakeEngine
    translator: FakeTranslator
    running: asyncio.Task[None]

    def stop(self) -> None:
        """Ends the platforms in the midst of what they do, with no grace for anything."""
        self.running.cancel()


@asynccontextmanager
async def lukis_on(
    telegram: TelegramServer,
    folder: Path,
    *,
    engine: Any = None,
    translator: FakeTranslator | None = None,
    hook: Hook | None = None,
    proxy: str | None = None,
    page: str | None = None,
    **settings: Any,
) -> AsyncIterator[OnTelegram]:
    """Lukis over a data folder; leaving it is a clean stop with little grace.

    Where the settings name `translators`, these translate. With a `hook` updates are sent there, with a
    `proxy` all goes through that.
    """
    chosen = Settings.read(
        env_file=None, data_dir=folder, shutdown_grace=GRACE, **({"samples": False} | settings)
    )
    engine, translator = engine or FakeEngine(), translator or FakeTranslator()
    platform = TelegramPlatform(telegram.token, telegram.url, hook=hook, proxy=proxy, page=page)
    chain = None if "translators" in settings else translator
    async with assemble(chosen, engine=engine, translator=chain, platforms=[platform]) as lukis:
        running = asyncio.create_task(lukis.run())
        try:
            yield OnTelegram(lukis, platform, engine, translator, running)
        finally:
            await lukis.service.close(GRACE)
            running.cancel()
            await asyncio.wait([running])
