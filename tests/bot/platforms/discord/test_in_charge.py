"""Those in charge of a server on Discord: what they are told, and what they can do."""

from __future__ import annotations

from pathlib import Path

import discord as discord_py

from tests.wire.discord import DiscordServer
from tests.wire.discord_people import Channel, town
from tests.wire.discord_stage import running

MANAGE = discord_py.Permissions(manage_messages=True).value


async def heard(channel: Channel, words: str) -> None:
    """Returns once that has been said there."""
    await channel.until(lambda: any(words in m.content for m in channel.said) or None)


async def test_a_report_reaches_a_server_s_owner_and_moderators(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice, bob, olga, mod) = town(discord, "alice", "bob", "olga", "mod")
    assert channel.guild
    discord.world.guilds[channel.guild].owner_id = olga.id
    role = discord.world.create_role(channel.guild, "mods", permissions=MANAGE)
    discord.world.add_member_role(channel.guild, mod.id, role.id)
    async with running(
        discord, tmp_path, admins=("discord:somebody",)
    ):  # a name is no id, and costs nobody else
        await alice.slash(channel, "imagine", prompt="a red fox")
        fox = await channel.result()
        await bob.press(channel, fox, "Report")
        await heard(olga.private(), "A picture was reported")
        await mod.slash(channel, "moderate", order="reports")
        await heard(mod.private(), "A picture was reported")
        (told,) = mod.private().said
        assert "a red fox" in told.content
        discord.world.remove_member_role(channel.guild, mod.id, role.id)
        await mod.press(mod.private(), told, "Remove")
        await heard(mod.private(), "That belongs to somebody else.")
        discord.world.add_member_role(channel.guild, mod.id, role.id)
        await mod.press(mod.private(), told, "Remove")
        await channel.until(lambda: fox.id not in discord.world.messages[channel.id] or None)
        await heard(olga.private(), "mod took the picture away")
        await heard(bob.private(), "the picture is gone. Thank you.")
        await alice.slash(channel, "moderate", order="ban")
        await heard(channel, "This is for admins.")
        await mod.slash(channel, "moderate", order=f"ban <@{alice.id}>")
        await heard(channel, "any more in this chat")
        await alice.slash(channel, "imagine", prompt="a boat")
        await heard(channel, "nothing new from you here")
