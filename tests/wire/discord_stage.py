"""Lukis with a fake engine on the loopback Discord, and what tests put before it."""

from __future__ import annotations

import asyncio
import io
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.bootstrap import Lukis, assemble
from bot.messages import Address, Shown
from bot.platforms.discord import inbox
from bot.platforms.discord.platform import DiscordPlatform
from bot.settings import Settings
from tests.chat import FakeTranslator
from tests.fakes import FakeEngine
from tests.patience import PATIENCE
from tests.wire.discord import TOKEN, DiscordServer
from tests.wire.discord_people import Channel, Someone


@asynccontextmanager
async def running(
    discord: DiscordServer,
    folder: Path,
    engine: FakeEngine | None = None,
    *,
    proxy: str | None = None,
    translator: FakeTranslator | None = None,
    **settings: Any,
) -> AsyncIterator[Lukis]:
    """Lukis on that Discord, connected, by way of a proxy if need be; leaving it is a clean stop without grace.

    Where the settings name `translators`, these translate.
    """
    platform = DiscordPlatform(TOKEN, discord.url, proxy)
    chosen = Settings.read(
        env_file=None, data_dir=folder, shutdown_grace=0, **({"samples": False} | settings)
    )
    translator = translator or (None if "translators" in settings else FakeTranslator())
    parts: dict[str, Any] = {"engine": engine or FakeEngine(), "platforms": [platform]}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inbox, "LONGEST_NOTE", PATIENCE)  # what is asked is noted, however busy the machine
        async with assemble(chosen, translator=translator, **parts) as lukis:
            task = asyncio.create_task(lukis.run())
            try:
                await discord.gateway.connected()
                yield lukis
            finally:
                task.cancel()
                await asyncio.wait([task])


def noise(folder: Path, side: int) -> Shown:
    """A picture that no PNG makes small."""
    file = folder / "noise.png"
    Image.frombytes("RGB", (side, side), os.urandom(3 * side * side)).save(file)
    return Shown(file, side, side, 7, name="lukis-a-red-fox-7.png")


def here(channel: Channel, someone: Someone, **data: Any) -> Address:
    return Address(
        platform="discord", chat=str(channel.id), data={"person": str(someone.id), "name": "alice", **data}
    )


def platform_of(lukis: Lukis) -> DiscordPlatform:
    (platform,) = lukis.platforms
    assert isinstance(platform, DiscordPlatform)
    return platform


def painting(colour: str, form: str = "PNG") -> bytes:
    """A plain picture to send."""
    out = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(out, form)
    return out.getvalue()
