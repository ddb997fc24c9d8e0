"""What can go wrong between asking and answering: files that are gone, and answers whose interaction is over."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from bot.bootstrap import Lukis
from bot.messages import Card
from bot.platforms.discord.forms import PREFIX
from bot.ports import Unreachable
from bot.store import open_store
from tests.fakes import FakeEngine
from tests.patience import PATIENCE
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import town
from tests.wire.discord_stage import here, noise, painting, platform_of, running

OVER = {"token": "some-token", "until": 1.0, "event": "7"}
"""What an address of an interaction from long ago says."""


GONE: list[dict[str, Any]] = [{"status": 404}, {"status": 403}, {"status": 503}, {"status": 0, "drop": True}]


@pytest.mark.parametrize("gone", GONE, ids=str)
@pytest.mark.parametrize("way", ["option", "menu", "reply"])
async def test_a_picture_that_can_not_be_fetched_is_said(
    discord: DiscordServer, tmp_path: Path, caplog: pytest.LogCaptureFixture, gone: dict[str, Any], way: str
) -> None:
    channel, (alice,) = town(discord, "alice")
    room, mine, engine = alice.private(), ("mine.png", painting("red")), FakeEngine()
    async with running(discord, tmp_path, engine):
        with discord.broken("GET", "/cdn/*", **gone):
            match way:
                case "option":
                    room = channel
                    await alice.slash(channel, "imagine", prompt="in snow", image=mine)
                case "menu":
                    room = channel
                    photo = await alice.send(channel, "me", files=[mine])
                    shown = await alice.menu(channel, "Imagine from this image", photo)
                    await alice.submit(channel, shown, "in snow")
                case _:
                    await alice.send(room, "/imagine in snow", files=[mine])
            await room.until(lambda: [m for m in room.said if "couldn't fetch that picture" in m.content])
    assert engine.jobs == []
    assert "Traceback" not in caplog.text


async def test_a_form_that_is_open_over_a_restart_can_be_sent(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice, bob) = town(discord, "alice", "bob")
    async with running(discord, tmp_path):
        photo = await bob.send(channel, "my cat", files=[("cat.png", painting("blue"))])
        shown = await alice.menu(channel, "Imagine from this image", photo)
    await discord.gateway.drop()
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        await bob.submit(channel, shown, "in snow")
        (said,) = await channel.until(lambda: channel.said)
        assert said.is_ephemeral and said.content == "That is not here any more.", "it is not bob's"
        await alice.submit(channel, shown, "in snow")
        assert "in snow" in (await channel.result()).content
        await alice.submit(channel, shown, "in rain")
        await channel.until(lambda: channel.said[-1].content == "That is not here any more.")
    assert [(job.mode, job.prompt) for job in engine.jobs] == [("image", "in snow")]


async def test_a_form_that_was_never_sent_is_forgotten(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path):
        photo = await alice.send(channel, "my cat", files=[("cat.png", painting("blue"))])
        shown = await alice.menu(channel, "Imagine from this image", photo)
    await discord.gateway.drop()
    async with open_store(tmp_path) as store:
        ((event, asked),) = await store.promises.left("discord")
        data = json.loads(asked)
        data["address"]["data"]["until"] = 1.0
        await store.promises.kept("discord", event)
        await store.promises.make("discord", event, json.dumps(data))
    async with running(discord, tmp_path) as lukis:
        async with asyncio.timeout(PATIENCE):
            while True:
                if await lukis.store.promises.made("discord", event) is None:
                    break
                await asyncio.sleep(0.05)
        await alice.submit(channel, shown, "in snow")
        await channel.until(lambda: [m for m in channel.said if m.content == "That is not here any more."])


async def test_a_form_that_was_never_sent_makes_room_for_another(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path) as lukis:
        photo = await alice.send(channel, "my cat", files=[("cat.png", painting("blue"))])
        events = []
        for _ in range(3):
            shown = await alice.menu(channel, "Imagine from this image", photo)
            assert shown.modal is not None
            events.append(shown.modal["custom_id"].removeprefix(PREFIX))
            if len(events) == 1:
                await noted_otherwise(lukis, events[0], over=True)
        assert [event for event, _ in await lukis.store.promises.oldest("discord")] == events[1:]


async def noted_otherwise(lukis: Lukis, event: str, *, over: bool) -> None:
    """Turns the note of a form into one from long ago, or one of another version."""
    data = json.loads(await lukis.store.promises.made("discord", event) or "")
    if over:
        data["address"]["data"]["until"] = 1.0
    else:
        data["what"] = "nonsense"
    await lukis.store.promises.kept("discord", event)
    await lukis.store.promises.make("discord", event, json.dumps(data))


@pytest.mark.parametrize("noted", ["over", "of another version"])
async def test_a_form_that_can_not_be_taken_any_more_is_said(
    discord: DiscordServer, tmp_path: Path, caplog: pytest.LogCaptureFixture, noted: str
) -> None:
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine) as lukis:
        photo = await alice.send(channel, "my cat", files=[("cat.png", painting("blue"))])
        shown = await alice.menu(channel, "Imagine from this image", photo)
        assert shown.modal is not None
        event = shown.modal["custom_id"].removeprefix(PREFIX)
        await noted_otherwise(lukis, event, over=noted == "over")
        await alice.submit(channel, shown, "in snow")
        await channel.until(lambda: [m for m in channel.said if m.content == "That is not here any more."])
    assert engine.jobs == []
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize(
    ("about", "card"),
    [
        ({"hidden": 1}, Card(text="a secret")),
        ({}, Card(text="a secret", private=True)),
        ({}, Card(text="a secret", private=True, kind="page")),
    ],
)
async def test_what_is_for_one_person_never_goes_to_the_channel(
    discord: DiscordServer, tmp_path: Path, about: dict[str, Any], card: Card
) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path) as lukis:
        address = here(channel, alice, **OVER, **about)
        receipt = await platform_of(lukis).send(address, card)
        assert channel.messages == []
        assert [m.content for m in alice.private().messages] == ["a secret"]
        assert receipt.chat == str(alice.private().id)
        with discord.broken("POST", f"/channels/{alice.private().id}/*", 403, code=50007):
            with pytest.raises(Unreachable):
                await platform_of(lukis).send(address, card)
            await lukis.service.answer(address, card)
        assert channel.messages == []


async def test_a_history_whose_interaction_is_over_comes_privately(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path):
        await alice.slash(channel, "imagine", prompt="a red fox")
        fox = await channel.result()
        with discord.broken("*", "/webhooks/*", 404, code=10015):
            await alice.slash(channel, "history")
            page = await alice.private().result()
        assert "a red fox" in page.content
        assert [m.id for m in channel.messages if m.content] == [fox.id]


async def test_on_a_server_the_history_is_what_was_made_in_the_channel(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path):
        shown = 0
        for room, prompt in ((alice.private(), "a secret"), (channel, "one"), (channel, "two")):
            await alice.slash(room, "imagine", prompt=prompt)
            shown = (await room.result(after=shown)).id
        await alice.slash(channel, "history", page=9)
        page = await channel.until(lambda: next((m for m in channel.said if m.is_ephemeral), None))
        await channel.until(lambda: "2 of 2 from this chat" in page.content and "one" in page.content)
        await alice.press(channel, page, "◀")
        await channel.until(lambda: "1 of 2 from this chat" in page.content and "two" in page.content)
        await alice.slash(alice.private(), "history", page=9)
        await alice.private().until(lambda: [m for m in alice.private().said if "3 of 3" in m.content])


async def test_a_history_asked_for_in_words_comes_privately(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path):
        await alice.slash(channel, "imagine", prompt="a red fox")
        fox = await channel.result()
        await alice.send(channel, "/history", reply_to=fox)
        assert "a red fox" in (await alice.private().result()).content
        assert channel.said == [fox]


@pytest.mark.parametrize("late", ["not deferred", "over", "over after a press"])
async def test_an_answer_outside_the_interaction_names_the_person_and_nobody_else(
    discord: DiscordServer, tmp_path: Path, late: str
) -> None:
    channel, (alice, bob) = town(discord, "alice", "bob")
    async with running(discord, tmp_path) as lukis:
        about: dict[str, Any] = {"event": "7"} if late == "not deferred" else OVER
        address = here(channel, alice, **about)
        if late == "over after a press":
            question = await bob.send(channel, "hello")
            address = address.model_copy(update={"message": str(question.id)})
        card = Card(prompt=f"<@{bob.id}> @everyone", pictures=(noise(tmp_path, 16),))
        await platform_of(lukis).deliver(address, None, card, "job")
        message = channel.said[-1]
        assert message.content.startswith(f"<@{alice.id}>\n")
        assert message.ping_user_ids == [alice.id]
        assert not message.mention_everyone


async def test_a_command_that_was_not_deferred_is_answered_by_name(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path):
        discord.trouble("POST", "/interactions/*", 404, code=10062, times=1)
        await alice.slash_unanswered(channel, "imagine", prompt="a red fox")
        message = await channel.result()
        assert message.content.startswith(f"<@{alice.id}>\n> a red fox")
        assert message.ping_user_ids == [alice.id]
