"""Killed anywhere between a command and its job, Lukis answers after the next start: once, and in its place."""

from __future__ import annotations

import asyncio
import json
import signal
from pathlib import Path
from typing import Any

import pytest
from simcord.backend.models import Interaction

from bot.store import open_store
from bot.store.promises import PromiseStore
from tests.patience import PATIENCE
from tests.process import Forked
from tests.wire.discord import TOKEN, DiscordServer
from tests.wire.discord_people import Channel, Someone, town, words_of
from tests.wire.discord_stage import painting, running

DEFER = "discord.interactions:InteractionResponse.defer"
WINDOWS = {
    "noted, not promised": f"before {DEFER}",
    "promised": f"after {DEFER}",
    "fetching a picture": "before bot.platforms.discord.asked:_fetch",
    "fetched, no row": "before bot.store.jobs:JobStore.add",
    "a row, the promise not crossed out": "after bot.store.jobs:JobStore.add",
    "being crossed out": "before bot.store.promises:PromiseStore.kept",
    "shown, not noted": "before bot.store.jobs:JobStore.set_status",
}


CASES = [
    *((way, window) for way in ("words", "a picture") for window in WINDOWS),
    ("a form", "promised"),
    ("a form", "a row, the promise not crossed out"),
]
CASES.remove(("words", "fetching a picture"))


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize(("way", "window"), CASES)
async def test_a_job_survives_a_kill_anywhere_after_it_was_asked_for(
    tmp_path: Path, window: str, way: str
) -> None:
    async with DiscordServer() as discord:
        channel, (alice,) = town(discord, "alice")
        settings: dict[str, Any] = {"discord_token": TOKEN, "discord_api_url": discord.url}
        process = Forked(tmp_path, "run", dies=WINDOWS[window], **settings)
        await process.ready()
        asked = await ask(alice, channel, way)
        assert await process.end() == -signal.SIGKILL
        await discord.gateway.drop()
        process = Forked(tmp_path, "run", **settings)
        picture = await channel.result()
        assert await process.end(signal.SIGTERM) == 0
        assert [m.id for m in channel.said] == [picture.id], "nothing else is left, and nothing came twice"
        assert "a red circle" in picture.content
        if window == "noted, not promised":
            assert picture.ping_user_ids == [alice.id]
        else:
            assert picture.id == asked.message_id, "it stands where Discord said that it would"
        assert "Traceback" not in process.out + process.err


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("window", ["noted, not promised", "promised"])
@pytest.mark.parametrize("trouble", [{"status": 503}, {"status": 0, "drop": True}], ids=str)
async def test_a_promise_is_kept_though_discord_is_out_of_reach_right_after_the_start(
    tmp_path: Path, trouble: dict[str, Any], window: str
) -> None:
    async with DiscordServer() as discord:
        channel, (alice,) = town(discord, "alice")
        settings: dict[str, Any] = {"discord_token": TOKEN, "discord_api_url": discord.url}
        process = Forked(tmp_path, "run", dies=WINDOWS[window], **settings)
        await process.ready()
        asked = await ask(alice, channel, "words")
        assert await process.end() == -signal.SIGKILL
        await discord.gateway.drop()
        with discord.broken("GET", "/webhooks/*", **trouble):
            process = Forked(tmp_path, "run", **settings)
            picture = await channel.result()
            assert await process.end(signal.SIGTERM) == 0
        assert [m.id for m in channel.said] == [picture.id], "nothing else is left, and nothing came twice"
        assert (picture.id == asked.message_id) == (window == "promised")
        assert "Traceback" not in process.out + process.err


async def ask(alice: Someone, channel: Channel, way: str) -> Interaction:
    words = "a red circle --steps 2"
    match way:
        case "words":
            return await alice.slash_unanswered(channel, "imagine", prompt=words)
        case "a picture":
            mine = ("mine.png", painting("red"))
            return await alice.slash_unanswered(channel, "imagine", prompt=words, image=mine)
    photo = await alice.send(channel, "me", files=[("mine.png", painting("red"))])
    shown = await alice.menu(channel, "Imagine from this image", photo)
    return await alice.submit(channel, shown, words, wait=False)


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("window", [f"before {DEFER}", f"after {DEFER}"])
async def test_other_commands_are_answered_after_a_kill_for_the_person_alone(
    tmp_path: Path, window: str
) -> None:
    async with DiscordServer() as discord:
        channel, (alice,) = town(discord, "alice")
        settings: dict[str, Any] = {"discord_token": TOKEN, "discord_api_url": discord.url}
        process = Forked(tmp_path, "run", dies=window, **settings)
        await process.ready()
        await alice.slash_unanswered(channel, "models")
        assert await process.end() == -signal.SIGKILL
        await discord.gateway.drop()
        process = Forked(tmp_path, "run", **settings)
        room = alice.private() if window.startswith("before") else channel
        (said,) = await room.until(lambda: [m for m in room.said if "starter" in words_of(m)])
        assert said.is_ephemeral == (room is channel)
        assert [m for m in channel.said if not m.is_ephemeral] == []
        assert await process.end(signal.SIGTERM) == 0


async def test_what_was_answered_is_no_promise_any_more(tmp_path: Path) -> None:
    async with DiscordServer() as discord:
        channel, (alice,) = town(discord, "alice")
        async with running(discord, tmp_path) as lukis:
            await alice.slash(channel, "imagine", prompt="a red fox")
            await alice.press(channel, await channel.result(), "Original")
            await alice.slash(channel, "models")
            await alice.slash(channel, "imagine", prompt="--steps 9999")
            await channel.until(lambda: [m for m in channel.said if m.is_ephemeral and "9999" in m.content])
            await channel.until(
                lambda: [m for m in channel.said if m.is_ephemeral and "starter" in words_of(m)]
            )
            await until_none_is_left(lukis.store.promises)
        async with open_store(tmp_path) as store:
            assert await store.promises.left("discord") == []


async def until_none_is_left(promises: PromiseStore) -> None:
    """An answer can be seen before its promise has been crossed out."""
    for _ in range(int(PATIENCE * 20)):
        if not await promises.left("discord"):
            return
        await asyncio.sleep(0.05)
    raise AssertionError(await promises.left("discord"))


async def test_after_a_long_time_pictures_are_still_painted_and_the_rest_is_let_go(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with DiscordServer() as discord:
        channel, (alice,) = town(discord, "alice")
        data: dict[str, Any] = {"person": str(alice.id), "name": "alice", "token": "t", "until": 1.0}
        async with open_store(tmp_path) as store:
            for event, what in enumerate(("command", "press", "imagine", "nonsense")):
                asked = {
                    "what": what,
                    "name": "models",
                    "words": "a red fox" if what == "imagine" else "help",
                    "person": {"platform": "discord", "id": str(alice.id)},
                    "address": {
                        "platform": "discord",
                        "chat": str(channel.id),
                        "data": data | {"event": str(event)},
                    },
                }
                await store.promises.make("discord", str(event), json.dumps(asked))
        async with running(discord, tmp_path):
            picture = await channel.result()
            assert picture.content.startswith(f"<@{alice.id}>\n> a red fox")
            assert channel.said == [picture]
            assert alice.private().said == []
    assert "Traceback" not in caplog.text
