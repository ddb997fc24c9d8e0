"""Words to the bot by its name: in a channel, with a picture, in reply to one, as a forum's post; and alone."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.fakes import FakeEngine
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import Channel, town
from tests.wire.discord_stage import painting, running


def name(discord: DiscordServer) -> str:
    return f"<@{discord.world.bot_user.id}>"


async def heard(channel: Channel, words: str) -> None:
    """Returns once that has been said there."""
    await channel.until(lambda: any(words in m.content for m in channel.said) or None)


def colour(picture: bytes | None) -> object:
    with Image.open(io.BytesIO(picture or b"")) as source:
        return source.convert("RGB").getpixel((5, 5))


async def test_words_after_the_name_are_drawn_and_answered(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        asked = await alice.send(channel, f"{name(discord)} a red fox --steps 7")
        fox = await channel.result()
        assert fox.reference and fox.reference["message_id"] == str(asked.id)
        assert "a red fox" in fox.content
        await alice.send(channel, f"a white owl {name(discord)}")
        assert "a white owl" in (await channel.result(after=fox.id)).content
        assert [(j.prompt, j.mode) for j in engine.jobs] == [("a red fox", "text"), ("a white owl", "text")]
        assert engine.jobs[0].recipe.steps == 7
        assert not discord.gateway.intents.message_content, "it works without the privileged intent"


async def test_a_picture_that_comes_with_the_name_is_changed(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        await alice.send(channel, f"{name(discord)} in snow", files=[("mine.png", painting("red"))])
        await channel.result()
        assert (engine.jobs[0].mode, engine.jobs[0].prompt) == ("image", "in snow")
        assert colour(engine.jobs[0].inputs.get("image")) == (255, 0, 0)


async def test_the_name_in_reply_to_our_picture_changes_it(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice, bob) = town(discord, "alice", "bob")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        await alice.send(channel, f"{name(discord)} a red fox")
        fox = await channel.result()
        await bob.send(channel, f"{name(discord)} in snow", reply_to=fox, ping=False)
        await channel.result(after=fox.id)
        assert [(j.mode, j.prompt) for j in engine.jobs] == [
            ("text", "a red fox"),
            ("image", "a red fox in snow"),
        ]
        assert engine.jobs[1].tenant == f"discord:{bob.id}"


async def test_a_picture_that_discord_does_not_show_us_is_not_guessed(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice, bob) = town(discord, "alice", "bob")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        photo = await bob.send(channel, "my cat", files=[("cat.png", painting("blue"))])
        await alice.send(channel, f"{name(discord)} in snow", reply_to=photo)
        await heard(channel, "I can't see the message that you reply to")
        assert engine.jobs == []
        shown = await bob.send(channel, f"{name(discord)}", files=[("cat.png", painting("blue"))])
        await alice.send(channel, f"{name(discord)} in snow", reply_to=shown)
        await channel.result()
        assert colour(engine.jobs[0].inputs.get("image")) == (0, 0, 255), "one that was sent to us is seen"


async def test_the_name_alone_says_how(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        await alice.send(channel, name(discord))
        await heard(channel, "right before or after my name")
        assert engine.jobs == []


@pytest.mark.parametrize("words", ["I asked {} and it was slow", "hello", "@Lukis a fox", "<@1> a fox"])
async def test_talk_about_the_bot_is_none_of_its_business(
    discord: DiscordServer, tmp_path: Path, words: str
) -> None:
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        await alice.send(channel, words.format(name(discord)))
        await alice.send(channel, f"{name(discord)} a red fox")
        await channel.result()
        assert [j.prompt for j in engine.jobs] == ["a red fox"]
        assert len(channel.said) == 1


async def test_whoever_is_not_let_in_is_told_so(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine, access="allowlist", allowed=("discord:1",)):
        for words in ("a red fox", ""):
            await alice.send(channel, f"{name(discord)} {words}")
        await channel.until(lambda: len([m for m in channel.said if f"discord:{alice.id}" in m.content]) == 2)
        assert engine.jobs == []


async def test_a_forum_s_post_is_drawn_and_answered_in_its_thread(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice,) = town(discord, "alice")
    world = discord.world
    assert channel.guild
    forum = world.create_channel(channel.guild, "pictures", type=15)
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        for title, words in (("help", f"{name(discord)} a red fox"), ("a white owl", name(discord))):
            post = world.create_thread(forum.id, title, alice.id)
            begins = world.prepare_message(post.id, alice.id, words)
            begins.id = post.id
            world.commit_message(begins)
            await Channel(discord, post.id, channel.guild).result()
        assert [j.prompt for j in engine.jobs] == ["a red fox", "a white owl"]
        assert channel.said == []
