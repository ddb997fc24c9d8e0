"""Those in charge of a server on Discord: what they are told, and what they can do."""

from __future__ import annotations

from pathlib import Path

from tests.wire.discord import DiscordServer
from tests.wire.discord_people import town
from tests.wire.discord_stage import running


async def test_a_report_reaches_the_server_s_owner_in_private(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice, bob, olga) = town(discord, "alice", "bob", "olga")
    assert channel.guild
    discord.world.guilds[channel.guild].owner_id = olga.id
    async with running(discord, tmp_path):
        await alice.slash(channel, "imagine", prompt="a red fox")
        fox = await channel.result()
        asked = await bob.press(channel, fox, "Report")
        told = await channel.until(
            lambda: next((m for m in olga.private().said if "A picture was reported" in m.content), None)
        )
        assert "a red fox" in told.content and asked.responded
        await olga.press(olga.private(), told, "Remove")
        await channel.until(lambda: fox.id not in discord.world.messages[channel.id] or None)
        await channel.until(lambda: "olga took the picture away" in olga.private().said[0].content or None)
        await alice.slash(channel, "moderate", order="ban")
        await channel.until(
            lambda: next((m for m in channel.messages if "This is for admins" in m.content), None)
        )
        await olga.slash(channel, "moderate", order=f"ban <@{alice.id}>")
        await channel.until(lambda: next((m for m in channel.messages if "in this chat" in m.content), None))
        await alice.slash(channel, "imagine", prompt="a boat")
        await channel.until(
            lambda: next((m for m in channel.messages if "nothing new from you here" in m.content), None)
        )
