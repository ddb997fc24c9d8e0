"""One Lukis that people meet on Telegram, on Discord and on its page, over their wires; only the painter is fake."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.bootstrap import Lukis, assemble
from bot.platforms.discord import inbox
from bot.platforms.discord.platform import DiscordPlatform
from bot.platforms.telegram.platform import TelegramPlatform
from bot.platforms.web.platform import WebPlatform
from bot.settings import Settings
from tests.fakes import FakeEngine
from tests.patience import PATIENCE
from tests.ports import free_port
from tests.wire.discord import TOKEN, DiscordServer
from tests.wire.telegram import TelegramServer


@dataclass
class Everywhere:
    """A running Lukis, and the ways to it.

    Attributes:
        url: of the page.
        folder: where it keeps everything.
    """

    telegram: TelegramServer
    discord: DiscordServer
    url: str
    folder: Path
    lukis: Lukis
    engine: FakeEngine


@asynccontextmanager
async def everywhere(folder: Path, **settings: Any) -> AsyncIterator[Everywhere]:
    """Lukis over a data folder, which translates without a network; leaving it is a clean stop."""
    told = {"samples": False, "translators": ("glossary",), "shutdown_grace": 0.5, **settings}
    engine, port = FakeEngine(), free_port()
    async with TelegramServer() as telegram, DiscordServer() as discord:
        talking = (
            TelegramPlatform(telegram.token, telegram.url),
            DiscordPlatform(TOKEN, discord.url),
            WebPlatform("127.0.0.1", port),
        )
        chosen = Settings.read(env_file=None, data_dir=folder, **told)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(inbox, "LONGEST_NOTE", PATIENCE)  # what is asked is noted, however busy the machine
            async with assemble(chosen, engine=engine, platforms=talking) as lukis:
                running = asyncio.create_task(lukis.run())
                try:
                    await discord.gateway.connected()
                    yield Everywhere(telegram, discord, f"http://127.0.0.1:{port}/", folder, lukis, engine)
                finally:
                    await lukis.service.close(0.5)
                    running.cancel()
                    await asyncio.wait([running])
