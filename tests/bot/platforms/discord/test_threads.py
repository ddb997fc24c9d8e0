"""Threads and forums: what is asked there is answered there, and what holds in their channel holds in them."""

from __future__ import annotations

from pathlib import Path

import discord as discord_py
import pytest

from tests.fakes import FakeEngine
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import Channel, Someone, town
from tests.wire.discord_stage import running

MANAGE = discord_py.Permissions(manage_messages=True).value
FORUM = 15


async def heard(channel: Channel, words: str) -> None:
    """Returns once that has been said there."""
    await channel.until(lambda: any(words in m.content for m in channel.said) or None)


def thread_of(channel: Channel, someone: Someone, name: str = "aside") -> Channel:
    world = channel.discord.world
    return Channel(channel.discord, world.create_thread(channel.id, name, someone.id).id, channel.guild)


def in_charge(channel: Channel, someone: Someone) -> None:
    assert channel.guild
    role = channel.discord.world.create_role(channel.guild, "mods", permissions=MANAGE)
    channel.discord.world.add_member_role(channel.guild, someone.id, role.id)


@pytest.mark.parametrize("said_in", ["channel", "thread"])
async def test_what_is_ordered_in_one_of_them_holds_in_all(
    discord: DiscordServer, tmp_path: Path, said_in: str
) -> None:
    channel, (alice, mod) = town(discord, "alice", "mod")
    in_charge(channel, mod)
    thread, other = thread_of(channel, alice), thread_of(channel, alice, "another")
    there = channel if said_in == "channel" else thread
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        await mod.slash(there, "moderate", order="pause")
        for place in (channel, thread, other):
            await alice.slash(place, "imagine", prompt="a red fox")
            await heard(place, "nothing new just now")
        await mod.slash(other, "moderate", order="resume")
        await mod.slash(there, "moderate", order=f"ban <@{alice.id}>")
        await heard(there, "any more in this chat")
        for place in (channel, thread, other):
            await alice.slash(place, "imagine", prompt="a red fox")
            await alice.send(place, f"<@{discord.world.bot_user.id}> a red fox")
            await heard(place, "nothing new from you here")
        await mod.slash(channel, "moderate", order=f"unban <@{alice.id}>")
        await mod.slash(there, "moderate", order="block dragon")
        for place in (channel, thread, other):
            await alice.slash(place, "imagine", prompt="a dragon")
            await heard(place, "I don't paint this here")
        assert engine.jobs == []


async def test_a_channel_s_limit_counts_what_its_threads_ask_for(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice, mod) = town(discord, "alice", "mod")
    in_charge(channel, mod)
    engine = FakeEngine()
    async with running(discord, tmp_path, engine) as lukis:
        await mod.slash(channel, "moderate", order="limit 2 a day")
        for _ in range(2):
            thread = thread_of(channel, alice)
            await alice.slash(thread, "imagine", prompt="a red fox")
            await thread.result()
        thread = thread_of(channel, alice)
        await alice.slash(thread, "imagine", prompt="a red fox")
        await heard(thread, "This chat has had as much")
        assert len(engine.jobs) == 2
        rows = await lukis.store.db.rows("SELECT chat, pictures FROM tallies WHERE platform = 'discord'")
        assert [tuple(row) for row in rows] == [(str(channel.id), 2)], "a channel's statistics have them"


async def test_a_forum_s_posts_are_one_chat_and_its_admins_hear_of_them(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice, bob, olga) = town(discord, "alice", "bob", "olga")
    assert channel.guild
    discord.world.guilds[channel.guild].owner_id = olga.id
    forum = Channel(discord, discord.world.create_channel(channel.guild, "art", type=FORUM).id, channel.guild)
    post, second = thread_of(forum, alice), thread_of(forum, bob)
    async with running(discord, tmp_path):
        await alice.slash(post, "imagine", prompt="a red fox")
        fox = await post.result()
        await bob.press(post, fox, "Report")
        await heard(olga.private(), "A picture was reported")
        (told,) = olga.private().said
        await olga.press(olga.private(), told, "Ban")
        await post.until(lambda: fox.id not in discord.world.messages[post.id] or None)
        await alice.slash(second, "imagine", prompt="a boat")
        await heard(second, "nothing new from you here")


async def test_the_allow_list_lets_a_channel_s_threads_in(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    thread = thread_of(channel, alice)
    async with running(discord, tmp_path, access="allowlist", allowed=(f"discord:{channel.id}",)):
        await alice.slash(thread, "imagine", prompt="a red fox")
        await thread.result()


async def test_an_archived_thread_costs_nobody_their_picture(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    thread = thread_of(channel, alice)
    engine = FakeEngine()
    engine.hold(1)
    async with running(discord, tmp_path, engine):
        asked = await alice.send(thread, f"<@{discord.world.bot_user.id}> a red fox")
        await thread.status("Painting")
        with discord.broken("*", f"/channels/{thread.id}/*", status=400, code=160005):
            await engine.release()
            await alice.private().result()
        assert asked in thread.messages
