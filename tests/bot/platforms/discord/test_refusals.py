"""What Discord refuses for good: the picture comes smaller or in words, and the status message ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.platforms.discord.errors import in_our_words
from tests.fakes import FakeEngine
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import buttons_of, town
from tests.wire.discord_stage import running


@pytest.mark.parametrize("late", [False, True])
async def test_where_every_size_is_refused_words_take_the_status_message_s_place(
    discord: DiscordServer, tmp_path: Path, late: bool
) -> None:
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        engine.hold(1)
        await alice.slash(channel, "imagine", prompt="a red fox")
        await channel.status()
        discord.most_bytes = 10
        if late:
            discord.world.advance_clock(16 * 60)
        await engine.release()
        await channel.until(lambda: [m for m in channel.messages if "/history" in m.content])
        await channel.until(lambda: len(channel.messages) == 1)
        assert buttons_of(channel.messages[0]) == []


async def test_an_original_that_can_not_be_read_is_said(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path):
        await alice.slash(channel, "imagine", prompt="a red fox")
        fox = await channel.result()
        (file,) = (tmp_path / "pictures").glob("*/*.png")
        file.unlink()
        file.mkdir()
        await alice.press(channel, fox, "Original")
        await channel.until(lambda: [m for m in channel.messages if "/history" in m.content])


def test_a_file_that_is_gone_is_none_of_discord_s(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), in_our_words():
        (tmp_path / "gone.png").read_bytes()


async def test_an_original_that_is_too_large_comes_smaller_or_is_said(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path):
        await alice.slash(channel, "imagine", prompt="a red fox")
        fox = await channel.result()
        discord.most_bytes = 10
        await alice.press(channel, fox, "Original")
        await channel.until(lambda: [m for m in channel.messages if "/history" in m.content])
