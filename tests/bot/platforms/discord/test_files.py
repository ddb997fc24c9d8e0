"""What people send along on Discord: pictures are found wherever a message holds them, all else is not ignored."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import discord as library
import pytest

from tests.fakes import FakeEngine
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import town
from tests.wire.discord_stage import painting, running

FILM, PAPER, TEXT = ("film.mp4", b"a film"), ("paper.pdf", b"%PDF"), ("notes", b"words")
LOTTIE: dict[str, Any] = {"sticker_items": [{"id": "5", "name": "wave", "format_type": 3}]}
STILL: dict[str, Any] = {"sticker_items": [{"id": "6", "name": "fox", "format_type": 1}]}


@pytest.mark.parametrize("file", [FILM, PAPER, ("voice.ogg", b"OggS"), ("a.json", b"{}")], ids=lambda f: f[0])
@pytest.mark.parametrize("words", ["/imagine like this", "make it night"])
@pytest.mark.parametrize("answered", [False, True])
async def test_what_is_no_picture_is_not_passed_over_silently(
    discord: DiscordServer, tmp_path: Path, words: str, file: tuple[str, bytes], answered: bool
) -> None:
    _, (alice,) = town(discord, "alice")
    room, engine = alice.private(), FakeEngine()
    if answered and not words.startswith("/"):
        words = f"/imagine {words}"  # else they may be about anything
    async with running(discord, tmp_path, engine):
        if answered:
            earlier = await alice.send(room, files=[file], text="look")
            await room.until(lambda: room.said)
            await alice.send(room, words, reply_to=earlier)
        else:
            await alice.send(room, words, files=[file])
        await room.until(lambda: [m for m in room.said if "screenshot" in m.content])
    assert engine.jobs == [] and discord.fetched == []


async def test_an_option_and_a_menu_say_it_too(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path):
        await alice.slash(channel, "imagine", prompt="like this", image=FILM)
        await channel.until(lambda: [m for m in channel.said if "screenshot" in m.content])
        film = await alice.send(channel, "look", files=[FILM])
        await alice.menu(channel, "Imagine from this image", film)
        said = await channel.until(lambda: [m for m in channel.said if m.id > film.id])
        assert "screenshot" in said[0].content and said[0].is_ephemeral


async def test_a_picture_counts_among_other_files(discord: DiscordServer, tmp_path: Path) -> None:
    _, (alice,) = town(discord, "alice")
    room, engine = alice.private(), FakeEngine()
    async with running(discord, tmp_path, engine):
        await alice.send(room, "make it night", files=[PAPER, ("me.png", painting("red")), FILM])
        first = await room.result()
        film = await alice.send(room, "look", files=[FILM])
        await alice.send(room, "/imagine in snow", reply_to=film, files=[("me.png", painting("red"))])
        await room.result(after=first.id)
    assert [job.mode for job in engine.jobs] == ["image", "image"]


async def test_a_file_of_no_kind_is_looked_at(discord: DiscordServer, tmp_path: Path) -> None:
    _, (alice,) = town(discord, "alice")
    room, engine = alice.private(), FakeEngine()
    async with running(discord, tmp_path, engine):
        await alice.send(room, "/imagine like this", files=[TEXT])
        await room.until(lambda: [m for m in room.said if "can't read that file" in m.content])
        await alice.send(room, "/imagine like this", files=[("picture", painting("red"))])
        await room.result()
    assert [job.mode for job in engine.jobs] == ["image"]


async def test_stickers_are_pictures_where_they_stand_still(
    discord: DiscordServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library.Asset, "BASE", f"{discord.url}/cdn")
    discord.world.cdn.store_sticker(6, 1, painting("red"))
    _, (alice,) = town(discord, "alice")
    room, engine = alice.private(), FakeEngine()
    async with running(discord, tmp_path, engine):
        await alice.send(room, "/imagine like this", files=[FILM])
        await room.until(lambda: [m for m in room.said if "screenshot" in m.content])
        (came,) = [json.loads(e)["d"] for e in discord.gateway.told if '"MESSAGE_CREATE"' in e][:1]
        new = room.messages[-1].id + 1
        await discord.gateway.say("MESSAGE_CREATE", came | LOTTIE | {"id": str(new), "attachments": []})
        await room.until(lambda: len([m for m in room.said if "screenshot" in m.content]) == 2)
        await discord.gateway.say("MESSAGE_CREATE", came | STILL | {"id": str(new + 1), "attachments": []})
        await room.result()
    assert [job.mode for job in engine.jobs] == ["image"]
