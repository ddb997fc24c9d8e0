"""A connection to Discord that is closed, at whatever moment: nobody finds a traceback in the log."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.platforms.discord.platform import DiscordPlatform
from tests.patience import PATIENCE, until
from tests.wire.discord import TOKEN, DiscordServer
from tests.wire.discord_people import town
from tests.wire.discord_stage import platform_of, running


async def test_closed_while_it_waits_for_its_servers_it_is_ready_for_nothing(
    discord: DiscordServer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    town(discord, "alice")
    async with running(discord, tmp_path) as lukis:
        caplog.set_level("INFO")
        client = DiscordPlatform(TOKEN, discord.url).client(lukis.service)
        waits = client._connection
        waits.guild_ready_timeout = PATIENCE
        connecting = asyncio.create_task(client.start(TOKEN))
        await until(lambda: waits._ready_task)
        ready = waits._ready_task
        assert ready
        connecting.cancel()
        await asyncio.wait([connecting])
        await client.close()
        caplog.clear()
        waits.guild_ready_timeout = 0
        waits._ready_states[0].put_nowait(*waits.guilds)
        await ready
    assert "I am" not in caplog.text


async def test_a_stop_in_the_midst_of_closing_leaves_nothing_open(
    discord: DiscordServer, tmp_path: Path
) -> None:
    async with running(discord, tmp_path) as lukis:
        client = platform_of(lukis)._client
        assert client
        closing = asyncio.create_task(client.close())
        for _ in range(2):
            await asyncio.sleep(0)
        assert client.is_closed() and not client.http.connector.closed
        closing.cancel()
        await asyncio.wait([closing])
        assert closing.cancelled() and client.http.connector.closed
