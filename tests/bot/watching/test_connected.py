"""Whether a platform hears people is told as it is."""

from __future__ import annotations

from pathlib import Path

from tests.patience import until
from tests.wire.discord import DiscordServer
from tests.wire.discord_stage import running
from tests.wire.telegram import Broken, TelegramServer
from tests.wire.telegram_stage import lukis_on


async def test_telegram(tmp_path: Path) -> None:
    async with TelegramServer() as telegram:
        telegram.fail("getMe", Broken())
        async with lukis_on(telegram, tmp_path) as on:
            (platform,) = on.lukis.platforms
            await until(lambda: telegram.count("getMe"))
            assert not platform.connected, "nobody has answered yet"
            await until(lambda: platform.connected)
            telegram.fail("getUpdates", Broken(), times=10_000)
            await telegram.person("Alice").send("/imagine a fox")
            await until(lambda: not platform.connected)
            telegram.mend()
            await until(lambda: platform.connected)
        assert not platform.connected


async def test_discord(tmp_path: Path) -> None:
    async with DiscordServer() as discord, running(discord, tmp_path) as lukis:
        (platform,) = lukis.platforms
        await until(lambda: platform.connected)
    await until(lambda: not platform.connected)
