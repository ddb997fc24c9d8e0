"""Lukis on the Bot API server: the real adapter, service and store, with a fake engine unless told otherwise."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.platforms.telegram import TelegramPlatform
from tests.chat import Stage, stage
from tests.wire.telegram import TelegramServer


@asynccontextmanager
async def lukis_on(telegram: TelegramServer, folder: Path, **how: Any) -> AsyncIterator[Stage]:
    """Lukis over a data folder until the end of the block; `how` goes to `tests.chat.stage`."""
    async with stage(folder, platform=TelegramPlatform(telegram.token, telegram.url), **how) as on:
        yield on
