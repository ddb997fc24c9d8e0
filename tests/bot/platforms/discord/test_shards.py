"""Many servers: over as many connections as Discord wants, of which each may break alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.platforms.discord import platform, shards
from bot.platforms.discord.shards import EVERY, Turns, may_begin
from tests.fakes import FakeEngine
from tests.patience import until
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import town
from tests.wire.discord_stage import platform_of, running


async def test_everybody_is_heard_whichever_shard_they_belong_to_and_one_that_is_cut_misses_nothing(
    discord: DiscordServer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    gateway = discord.gateway
    gateway.shards = gateway.at_once = 3
    towns = [town(discord, name, shard=i) for i, name in enumerate(("alice", "bob", "carol"))]
    (first, (alice,)), (second, (bob,)), _ = towns
    caplog.set_level("INFO")
    async with running(discord, tmp_path, FakeEngine()) as lukis:
        for channel, (someone,) in towns:
            await someone.slash(channel, "imagine", prompt="a red fox")
        red = [await channel.result() for channel, _ in towns]
        await alice.send(alice.private(), "/imagine a fox")
        assert await alice.private().result()
        await until(lambda: "in 3 servers over 3 connections" in caplog.text)
        client = platform_of(lukis)._client
        assert client and client.listens
        gateway.accept = False
        await gateway.drop(shard=1)
        await until(lambda: not client.listens)
        missed = await bob.send(second, "make it blue", reply_to=red[1])
        heard = await alice.send(first, "make it green", reply_to=red[0])
        assert "make it green" in (await first.result(after=heard.id)).content
        gateway.accept = True
        assert "make it blue" in (await second.result(after=missed.id)).content
        await until(lambda: client.listens)
        assert (gateway.sessions, gateway.resumed) == (3, 1)
    assert len(discord.asked("PUT", "/applications/*/commands")) == 1
    assert "Traceback" not in caplog.text


async def test_once_discord_wants_more_shards_it_gets_them(
    discord: DiscordServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "EVERY", 0.0)
    monkeypatch.setattr(platform, "FIRST_PAUSE", 0.05)
    gateway = discord.gateway
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path):
        gateway.shards = 2
        gateway.forget()
        await gateway.drop()
        await gateway.connected()
        assert gateway.sessions == 3, "one before, and both after"
        await alice.slash(channel, "imagine", prompt="a red fox")
        assert await channel.result()


def test_shards_begin_in_turns_as_many_at_once_as_discord_lets() -> None:
    now = 100.0
    turns = Turns(2, lambda: now)
    assert [turns.wait(shard) for shard in range(5)] == [0, 0, EVERY, EVERY, 2 * EVERY]
    now += EVERY
    assert [turns.wait(shard) for shard in (0, 1)] == [2 * EVERY, EVERY]
    now += 10 * EVERY
    assert turns.wait(0) == 0


async def test_no_more_sessions_begin_than_discord_allows_in_a_day(caplog: pytest.LogCaptureFixture) -> None:
    turns = await may_begin(2, {"remaining": 1, "reset_after": 1, "max_concurrency": 16})
    assert turns.at_once == 16
    assert "only 1 more connections may begin today, and it takes 2" in caplog.text
    caplog.clear()
    assert (await may_begin(2, {})).at_once == 1 and not caplog.text
