"""What people see and do on Discord, over the wire: pictures both ways, status, replies, private chats, refusals."""

from __future__ import annotations

import io
import os
from pathlib import Path

from PIL import Image

from bot.messages import Card
from bot.usecases.cards import otherwise
from bot.usecases.ladder import hand_over
from tests.fakes import FakeEngine
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import buttons_of, town
from tests.wire.discord_stage import here, noise, painting, platform_of, running


async def test_pictures_arrive_byte_for_byte(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path):
        await alice.slash(channel, "imagine", prompt="a red fox", count=3)
        message = await channel.result(3)
        kept = {f.read_bytes() for f in tmp_path.rglob("*.png")}
        assert {discord.file(a) for a in message.attachments} == kept
        upload = discord.asked("PATCH", "/webhooks/*")[-1]
        assert [name for name, _ in upload.files] == [a["filename"] for a in message.attachments]


async def test_a_picture_sent_along_is_where_it_starts(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        await alice.slash(channel, "imagine", prompt="make it snow", image=("mine.png", painting("red")))
        await channel.result()
        assert engine.jobs[0].mode == "image"
        with Image.open(io.BytesIO(engine.jobs[0].inputs.get("image", b""))) as source:
            assert source.getpixel((5, 5)) == (255, 0, 0)


async def test_others_pictures_are_changed_through_their_menu(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice, bob) = town(discord, "alice", "bob")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        photo = await bob.send(channel, "my cat", files=[("cat.jpg", painting("blue", "JPEG"))])
        shown = await alice.menu(channel, "Imagine from this image", photo)
        await alice.submit(channel, shown, "as an oil painting --steps 3")
        assert "as an oil painting" in (await channel.result(after=photo.id)).content
        assert (engine.jobs[0].mode, engine.jobs[0].recipe.steps) == ("image", 3)


async def test_pictures_that_are_too_large_are_not_fetched(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path, max_upload_mb=1):
        asked = await alice.slash(channel, "imagine", prompt="x", image=("big.png", os.urandom(1_200_000)))
        said = await channel.until(
            lambda: next((m for m in channel.messages if "too large" in m.content), None)
        )
        assert said.id != asked.message_id
        assert discord.fetched == []


async def test_a_size_that_lies_does_not_help(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path, max_upload_mb=1):
        discord.claims = 10
        await alice.slash(channel, "imagine", prompt="x", image=("big.png", os.urandom(1_200_000)))
        assert await channel.until(lambda: [m for m in channel.messages if "too large: 1 MB" in m.content])


async def test_files_too_large_for_the_channel_come_smaller(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    discord.most_bytes = 400_000
    async with running(discord, tmp_path) as lukis:
        said = otherwise(lukis.service.locales.say("en"))
        card = Card(prompt="noise", pictures=(noise(tmp_path, 1500),), notes=("seed 7",), otherwise=said)
        await hand_over(platform_of(lukis).send, here(channel, alice), card)
        (message,) = channel.messages
        (file,) = message.attachments
        assert file["filename"] == "lukis-a-red-fox-7.jpg"
        assert len(discord.file(file)) <= discord.most_bytes
        assert message.content.endswith("-# Sent smaller, as JPEG: the original is too large for this chat.")


async def test_a_status_message_becomes_the_picture(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        engine.hold(2)
        asked = await alice.slash(channel, "imagine", prompt="a red fox")
        status = await channel.status("Painting: 50%")
        assert "▰▰▰▰▰▰▱▱▱▱▱▱" in status.content
        assert [b["label"] for b in buttons_of(status)] == ["✋ Cancel"]
        await engine.release()
        assert (await channel.result()).id == asked.message_id
        assert len(channel.messages) == 1


async def test_cancel_stops_it(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice, bob) = town(discord, "alice", "bob")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        engine.hold(1)
        await alice.slash(channel, "imagine", prompt="a red fox")
        status = await channel.status()
        await bob.press(channel, status, "Cancel")
        await alice.press(channel, status, "Cancel")
        await channel.until(lambda: "Cancelled" in status.content)
        assert buttons_of(status) == []
        await channel.until(lambda: len([m for m in channel.messages if m.is_ephemeral]) == 2)
        toasts = [m.content for m in channel.messages if m.is_ephemeral]
        assert sorted(toasts) == ["Cancelled.", "That belongs to somebody else."]


async def test_a_preview_is_shown_and_goes(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path) as lukis:
        platform = platform_of(lukis)
        receipt = await platform.send(here(channel, alice), Card(text="Painting: 3%", progress=0.03))
        await platform.edit(
            receipt, Card(text="Painting: 50%", progress=0.5, preview=painting("red", "JPEG"))
        )
        await platform.edit(receipt, Card(text="Painting: 60%", progress=0.6))
        assert [a["filename"] for a in channel.messages[0].attachments] == ["preview.jpg"]
        done = await platform.deliver(
            here(channel, alice), receipt, Card(prompt="x", pictures=(noise(tmp_path, 16),)), "job"
        )
        assert [a["filename"] for a in channel.messages[0].attachments] == ["lukis-a-red-fox-7.png"]
        assert done == receipt


async def test_a_stranger_is_refused_for_their_eyes_alone(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice, bob) = town(discord, "alice", "bob")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine, access="allowlist", allowed=(f"discord:{alice.id}",)):
        await bob.slash(channel, "imagine", prompt="a red fox")
        (said,) = await channel.until(
            lambda: [m for m in channel.messages if f"discord:{bob.id}" in m.content]
        )
        assert said.is_ephemeral
        assert channel.messages == [said], "no public trace is left"
        await alice.slash(channel, "imagine", prompt="a red fox")
        assert await channel.result()
        assert len(engine.jobs) == 1


async def test_a_whole_server_may_be_let_in(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path, access="allowlist", allowed=(f"discord:{channel.guild}",)):
        await alice.slash(channel, "imagine", prompt="a red fox")
        assert await channel.result()


async def test_replies_change_pictures_where_they_ping(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice, bob) = town(discord, "alice", "bob")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        await alice.slash(channel, "imagine", prompt="a red fox")
        fox = await channel.result()
        await bob.send(channel, "lovely!", reply_to=fox, ping=False)
        reply = await bob.send(channel, "make it blue --strength 0.4", reply_to=fox)
        blue = await channel.result(after=reply.id)
        assert blue.reference and blue.reference["message_id"] == str(reply.id)
        assert blue.ping_user_ids == []
        assert [j.prompt for j in engine.jobs] == ["a red fox", "a blue fox"]
        assert engine.jobs[1].recipe.strength == 0.4


async def test_in_private_words_and_pictures_work_too(discord: DiscordServer, tmp_path: Path) -> None:
    _, (alice,) = town(discord, "alice")
    chat = alice.private()
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        await alice.send(chat, "/imagine a red fox --ar 1:1")
        fox = await chat.result()
        assert "a red fox" in fox.content
        await alice.send(chat, "/imagine in snow", files=[("mine.png", painting("red"))])
        snow = await chat.result(after=fox.id)
        assert engine.jobs[1].mode == "image"
        await alice.send(chat, "bluer", reply_to=snow, ping=False)
        assert "bluer" in (await chat.result(after=snow.id)).content


async def test_people_are_spoken_to_in_their_language(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    alice.locale = "id"
    async with running(discord, tmp_path):
        await alice.slash(channel, "cancel")
        (said,) = await channel.until(lambda: [m for m in channel.messages if m.content])
        assert said.is_ephemeral
        assert "tidak" in said.content.lower() or "belum" in said.content.lower()
