"""The first answer to an interaction, whatever becomes of it on the way: what was asked for comes, in its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.store import open_store
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import buttons_of, town
from tests.wire.discord_stage import painting, running

CUT: list[dict[str, Any]] = [
    {"drop": True},
    {"drop": True, "after": True},
    {"drop": True, "after": True, "times": 2},
]
"""What can happen to a connection: broken before Discord has taken the answer, after it, and then once more."""

NEVER: list[dict[str, Any]] = [{"status": 404, "code": 10062}, {"status": 400, "code": 50035}]
"""What Discord says where it will not take it."""

FIRST = "/interactions/*/callback"


def status(trouble: dict[str, Any]) -> dict[str, Any]:
    return {"status": 0} | trouble


@pytest.mark.parametrize("trouble", CUT, ids=str)
@pytest.mark.parametrize("way", ["imagine", "help", "form"])
async def test_a_deferral_that_was_cut_leaves_the_answer_in_its_place(
    discord: DiscordServer, tmp_path: Path, way: str, trouble: dict[str, Any]
) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path):
        photo = await alice.send(channel, "me", files=[("me.png", painting("red"))])
        shown = await alice.menu(channel, "Imagine from this image", photo)
        discord.trouble("POST", FIRST, **status(trouble))
        match way:
            case "imagine":
                asked = await alice.slash_unanswered(channel, "imagine", prompt="a red fox")
            case "help":
                asked = await alice.slash_unanswered(channel, "help")
            case _:
                asked = await alice.submit(channel, shown, "in snow", wait=False)
        said = await channel.until(lambda: next((m for m in channel.said if buttons_of(m)), None))
        if way != "help":
            said = await channel.result(after=photo.id)
        assert said.id == asked.message_id, "it stands where Discord said that it would"
        assert said.is_ephemeral == (way == "help")
        assert channel.said == [said], "nothing else is left, and nothing came twice"
        assert alice.private().said == []


@pytest.mark.parametrize("trouble", [*CUT, *NEVER], ids=str)
async def test_what_is_said_of_a_button_is_said_whatever_became_of_its_deferral(
    discord: DiscordServer, tmp_path: Path, trouble: dict[str, Any]
) -> None:
    channel, (alice, bob) = town(discord, "alice", "bob")
    async with running(discord, tmp_path):
        await alice.slash(channel, "imagine", prompt="a red fox")
        fox = await channel.result()
        discord.trouble("POST", FIRST, **status(trouble))
        (delete,) = [b["custom_id"] for b in buttons_of(fox) if "Delete" in b["label"]]
        await bob.press_payload(channel, fox, delete, wait=False)
        room = bob.private() if trouble in NEVER else channel
        (said,) = await room.until(lambda: [m for m in room.said if "somebody else" in m.content])
        assert said.is_ephemeral == (room is channel)
        assert fox in channel.messages


@pytest.mark.parametrize(
    "trouble", [{"drop": True}, {"drop": True, "after": True}, {"status": 403}, {"status": 429}], ids=str
)
async def test_what_is_said_of_a_button_arrives_though_its_first_way_does_not(
    discord: DiscordServer, tmp_path: Path, trouble: dict[str, Any]
) -> None:
    channel, (alice, bob) = town(discord, "alice", "bob")
    async with running(discord, tmp_path):
        await alice.slash(channel, "imagine", prompt="a red fox")
        fox = await channel.result()
        discord.trouble("POST", "/webhooks/*", **status(trouble))
        await bob.press(channel, fox, "Delete")
        said = await channel.until(
            lambda: [m for m in (*channel.said, *bob.private().said) if "somebody else" in m.content]
        )
        assert [m for m in said if m in channel.said and not m.is_ephemeral] == []


async def test_what_is_said_of_a_button_is_said_after_a_restart(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice, bob) = town(discord, "alice", "bob")
    async with running(discord, tmp_path):
        await alice.slash(channel, "imagine", prompt="a red fox")
        fox = await channel.result()
    await discord.gateway.drop()
    (delete,) = [b["custom_id"] for b in buttons_of(fox) if "Delete" in b["label"]]
    asked = {
        "what": "press",
        "words": delete.partition(":")[2],
        "person": {"platform": "discord", "id": str(bob.id)},
        "address": {
            "platform": "discord",
            "chat": str(channel.id),
            "message": str(fox.id),
            "data": {"person": str(bob.id), "name": "bob", "event": "7", "token": "t", "until": 4e9},
        },
    }
    async with open_store(tmp_path) as store:
        await store.promises.make("discord", "7", json.dumps(asked))
    async with running(discord, tmp_path):
        await bob.private().until(lambda: [m for m in bob.private().said if "somebody else" in m.content])
        assert channel.said == [fox]


@pytest.mark.parametrize("trouble", CUT[:2], ids=str)
async def test_a_form_is_shown_though_the_connection_breaks(
    discord: DiscordServer, tmp_path: Path, trouble: dict[str, Any]
) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path):
        photo = await alice.send(channel, "me", files=[("me.png", painting("red"))])
        discord.trouble("POST", FIRST, **status(trouble))
        shown = await alice.menu(channel, "Imagine from this image", photo)
        await alice.submit(channel, shown, "in snow")
        assert "in snow" in (await channel.result(after=photo.id)).content
        assert alice.private().said == []


@pytest.mark.parametrize("trouble", [*NEVER, {"status": 503, "times": 9}], ids=str)
async def test_a_form_that_can_not_be_shown_is_said(
    discord: DiscordServer, tmp_path: Path, trouble: dict[str, Any]
) -> None:
    channel, (alice,) = town(discord, "alice")
    room = alice.private()
    async with running(discord, tmp_path):
        photo = await alice.send(channel, "me", files=[("me.png", painting("red"))])
        discord.trouble("POST", FIRST, **status(trouble))
        await alice.menu(channel, "Imagine from this image", photo, wait=False)
        await room.until(lambda: [m for m in room.said if "“Imagine from this image” once more" in m.content])
        assert channel.messages == [photo]


@pytest.mark.parametrize("trouble", [*CUT[:2], *NEVER], ids=str)
@pytest.mark.parametrize("way", ["menu", "form"])
async def test_a_refusal_is_said_though_discord_does_not_take_it_at_once(
    discord: DiscordServer, tmp_path: Path, way: str, trouble: dict[str, Any]
) -> None:
    channel, (alice, bob) = town(discord, "alice", "bob")
    async with running(discord, tmp_path):
        photo = await alice.send(channel, "me", files=[("me.png", painting("red"))])
        shown = await alice.menu(channel, "Imagine from this image", photo)
        discord.trouble("POST", FIRST, **status(trouble))
        if way == "menu":
            text, sentence = await alice.send(channel, "no picture"), "This needs a picture"
            await bob.menu(channel, "Imagine from this image", text, wait=False)
        else:
            sentence = "That is not here any more"
            await bob.submit(channel, shown, "in snow", wait=False)
        room = bob.private() if trouble in NEVER else channel
        (said,) = await room.until(lambda: [m for m in room.said if sentence in m.content])
        assert said.is_ephemeral == (room is channel)
