"""Discord over real HTTP and a real gateway: log-in, troubles of the wire, and results that arrive all the same."""

from __future__ import annotations

import asyncio
import io
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.bootstrap import Lukis, assemble
from bot.messages import Address, Button, Card, Receipt, Shown
from bot.platforms.discord import DiscordPlatform
from bot.ports import BadToken, Unavailable, Unreachable
from bot.settings import BadSetting, Settings
from tests.chat import FakeTranslator
from tests.fakes import FakeEngine
from tests.wire.discord import TOKEN, DiscordServer
from tests.wire.discord_people import Channel, Someone, buttons_of, pictures_of, town


@asynccontextmanager
async def running(
    discord: DiscordServer, folder: Path, engine: FakeEngine | None = None, **settings: Any
) -> AsyncIterator[Lukis]:
    """Lukis on that Discord, connected; leaving it is a clean stop without grace."""
    platform = DiscordPlatform(TOKEN, discord.url)
    chosen = Settings.read(_env_file=None, data_dir=folder, shutdown_grace=0, **settings)
    parts = {"engine": engine or FakeEngine(), "translator": FakeTranslator(), "platforms": [platform]}
    async with assemble(chosen, **parts) as lukis:
        task = asyncio.create_task(lukis.run())
        try:
            await discord.gateway.connected()
            yield lukis
        finally:
            task.cancel()
            await asyncio.wait([task])


@pytest.fixture
async def discord() -> AsyncIterator[DiscordServer]:
    async with DiscordServer() as server:
        yield server


def noise(folder: Path, side: int) -> Shown:
    """A picture that no PNG makes small."""
    file = folder / "noise.png"
    Image.frombytes("RGB", (side, side), os.urandom(3 * side * side)).save(file)
    return Shown(file, side, side, 7)


def here(channel: Channel, someone: Someone, **data: Any) -> Address:
    return Address(
        platform="discord", chat=str(channel.id), data={"person": str(someone.id), "name": "alice", **data}
    )


def platform_of(lukis: Lukis) -> DiscordPlatform:
    (platform,) = lukis.platforms
    assert isinstance(platform, DiscordPlatform)
    return platform


# log-in and the gateway


async def test_logs_in_beats_and_tells_its_commands(discord: DiscordServer, tmp_path: Path) -> None:
    discord.gateway.interval = 100
    async with running(discord, tmp_path):
        await discord.until(lambda: discord.gateway.beats >= 3)
        assert discord.requests[0].headers["Authorization"] == f"Bot {TOKEN}"
        (told,) = discord.asked("PUT", "/applications/*/commands")
        assert told.json[0]["name"] == "imagine"
        assert not discord.gateway.intents.message_content


async def test_a_wrong_token_is_named(discord: DiscordServer, tmp_path: Path) -> None:
    settings = Settings.read(_env_file=None, data_dir=tmp_path)
    platform = DiscordPlatform("MTA.wrong.token", discord.url)
    async with assemble(
        settings, engine=FakeEngine(), translator=FakeTranslator(), platforms=[platform]
    ) as lukis:
        with pytest.raises(BadSetting, match="DISCORD_TOKEN: Discord does not accept the token"):
            await lukis.run()


async def test_a_token_that_the_gateway_refuses_is_said(discord: DiscordServer, tmp_path: Path) -> None:
    async with running(discord, tmp_path) as lukis:
        discord.gateway.refuse = 4004
        with pytest.raises(BadToken):
            await DiscordPlatform(TOKEN, discord.url).run(lukis.service)


async def test_connects_once_discord_is_there(discord: DiscordServer, tmp_path: Path) -> None:
    discord.trouble("GET", "/users/@me", 0, drop=True)
    async with running(discord, tmp_path):
        assert len(discord.asked("GET", "/users/@me")) == 2


async def test_a_dropped_gateway_resumes_and_misses_nothing(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice, bob) = town(discord, "alice", "bob")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        engine.hold(2)
        await alice.slash(channel, "imagine", prompt="a red fox")
        discord.gateway.accept = False
        await discord.gateway.drop()
        await engine.release()
        fox = await channel.result()
        missed = await bob.send(channel, "make it blue", reply_to=fox)
        discord.gateway.accept = True
        blue = await channel.result(after=missed.id)
        assert "make it blue" in blue.content
        assert (discord.gateway.sessions, discord.gateway.resumed) == (1, 1)


async def test_a_session_that_discord_forgot_starts_anew(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path):
        discord.gateway.forget()
        await discord.gateway.drop()
        await discord.gateway.connected()
        await alice.slash(channel, "imagine", prompt="a red fox")
        assert await channel.result()
        assert discord.gateway.sessions == 2


# pictures


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
        with Image.open(io.BytesIO(engine.jobs[0].image or b"")) as source:
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
        card = Card(prompt="noise", pictures=(noise(tmp_path, 1500),), notes=("seed 7",))
        await platform_of(lukis).deliver(here(channel, alice), None, card, "job")
        (message,) = channel.messages
        (file,) = message.attachments
        assert file["filename"] == "lukis-7.jpg"
        assert len(discord.file(file)) <= discord.most_bytes
        assert message.content.endswith(
            "-# Sent smaller, as JPEG: the original is too large for this channel."
        )


# troubles


async def test_a_rate_limit_is_waited_for(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path):
        discord.trouble("PATCH", "/webhooks/*", 429, times=2)
        await alice.slash(channel, "imagine", prompt="a red fox")
        assert await channel.result()


async def test_a_long_rate_limit_says_when_to_come_again(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path) as lukis:
        limit = {"retry_after": 321.5, "global": True}
        discord.trouble("POST", "/channels/*/messages", 429, body=limit)
        with pytest.raises(Unavailable) as refused:
            await platform_of(lukis).say(here(channel, alice), Card(text="hello"))
        assert refused.value.after == 321.5


async def test_an_error_of_discords_is_tried_again_or_for_later(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path) as lukis:
        discord.trouble("POST", "/channels/*/messages", 500)
        await platform_of(lukis).say(here(channel, alice), Card(text="hello"))
        assert [m.content for m in channel.messages] == ["hello"]
        discord.trouble("POST", "/channels/*/messages", 503)
        with pytest.raises(Unavailable):
            await platform_of(lukis).say(here(channel, alice), Card(text="hello again"))


async def test_a_result_that_got_lost_on_the_way_comes_again_and_once(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        engine.hold(1)
        await alice.slash(channel, "imagine", prompt="a red fox")
        await channel.until(lambda: [m for m in channel.messages if "Painting" in m.content])
        with discord.broken("PATCH", "/webhooks/*", drop=True):
            await engine.release()
            await discord.until(lambda: discord.asked("PATCH", "/webhooks/*")[-1].files)
        assert await channel.result()
        assert len(channel.messages) == 1


async def test_a_result_that_discord_took_without_saying_so_stays_one(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path) as lukis:
        platform, card = platform_of(lukis), Card(prompt="fox", pictures=(noise(tmp_path, 32),))
        discord.trouble("POST", "/channels/*/messages", 0, drop=True, after=True)
        with pytest.raises(Unavailable):
            await platform.deliver(here(channel, alice), None, card, "job-1")
        receipt = await platform.deliver(here(channel, alice), None, card, "job-1")
        assert [str(m.id) for m in channel.messages] == [receipt.messages[0]]


async def test_after_fifteen_minutes_the_result_goes_to_the_channel(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        engine.hold(1)
        asked = await alice.slash(channel, "imagine", prompt="a red fox @everyone")
        await channel.until(lambda: [m for m in channel.messages if "Painting" in m.content])
        discord.world.advance_clock(16 * 60)
        await engine.release()
        message = await channel.result()
        assert message.id != asked.message_id
        assert message.content.startswith(f"<@{alice.id}>\n> a red fox")
        assert message.ping_user_ids == [alice.id]
        assert not message.mention_everyone
        await channel.until(lambda: [m.id for m in channel.messages] == [message.id])
        again = await alice.press(channel, message, "Reroll")
        assert (await channel.result(after=message.id)).interaction_metadata["id"] == str(again.id)


async def test_where_the_bot_may_not_write_the_person_gets_it(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path) as lukis:
        discord.trouble("POST", f"/channels/{channel.id}/messages", 403, code=50013)
        receipt = await platform_of(lukis).deliver(
            here(channel, alice), None, Card(text="your picture"), "job"
        )
        assert receipt.chat == str(alice.private().id)
        assert [m.content for m in alice.private().messages] == ["your picture"]


async def test_who_takes_no_private_messages_can_not_be_reached(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path) as lukis:
        with discord.broken("POST", "/channels/*/messages", 403, code=50007), pytest.raises(Unreachable):
            await platform_of(lukis).say(here(channel, alice), Card(text="hello"))


async def test_without_the_right_to_read_history_it_does_not_reply(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice,) = town(discord, "alice")
    question = await alice.send(channel, "hello")
    async with running(discord, tmp_path) as lukis:
        discord.trouble("POST", f"/channels/{channel.id}/messages", 400, code=160002)
        address = here(channel, alice).model_copy(update={"message": str(question.id)})
        await platform_of(lukis).say(address, Card(text="hello yourself"))
        assert channel.messages[-1].content == "hello yourself"
        assert channel.messages[-1].reference is None


async def test_messages_that_are_gone_are_no_error(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path) as lukis:
        platform = platform_of(lukis)
        receipt = await platform.say(here(channel, alice), Card(text="hello"))
        await platform.remove(receipt)
        await platform.remove(receipt)
        await platform.edit(receipt, Card(text="changed"))
        assert channel.messages == []


async def test_before_it_is_connected_everything_is_for_later(tmp_path: Path) -> None:
    platform = DiscordPlatform(TOKEN)
    with pytest.raises(Unavailable):
        await platform.say(Address(platform="discord", chat="1", data={"person": "2"}), Card(text="hello"))
    with pytest.raises(Unavailable):
        await platform.remove(Receipt(platform="discord", chat="1", messages=("2",)))


# what people see


async def test_a_status_message_becomes_the_picture(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        engine.hold(2)
        asked = await alice.slash(channel, "imagine", prompt="a red fox")
        status = await channel.until(lambda: [m for m in channel.messages if "Painting: 50%" in m.content])
        assert "▰▰▰▰▰▰▱▱▱▱▱▱" in status[0].content
        assert [b["label"] for b in buttons_of(status[0])] == ["✋ Cancel"]
        await engine.release()
        assert (await channel.result()).id == asked.message_id
        assert len(channel.messages) == 1


async def test_cancel_stops_it(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice, bob) = town(discord, "alice", "bob")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        engine.hold(1)
        await alice.slash(channel, "imagine", prompt="a red fox")
        (status,) = await channel.until(lambda: [m for m in channel.messages if "Painting" in m.content])
        await bob.press(channel, status, "Cancel")
        await alice.press(channel, status, "Cancel")
        await channel.until(lambda: "Cancelled" in status.content)
        assert buttons_of(status) == []
        toasts = [m.content for m in channel.messages if m.is_ephemeral]
        assert toasts == ["That belongs to somebody else.", "Cancelled."]


async def test_a_preview_is_shown_and_goes(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path) as lukis:
        platform = platform_of(lukis)
        receipt = await platform.say(here(channel, alice), Card(text="Painting: 3%", progress=0.03))
        await platform.edit(
            receipt, Card(text="Painting: 50%", progress=0.5, preview=painting("red", "JPEG"))
        )
        assert [a["filename"] for a in channel.messages[0].attachments] == ["preview.jpg"]
        done = await platform.deliver(
            here(channel, alice), receipt, Card(prompt="x", pictures=(noise(tmp_path, 16),)), "job"
        )
        assert [a["filename"] for a in channel.messages[0].attachments] == ["lukis-7.png"]
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
        assert blue.reference["message_id"] == str(reply.id)
        assert blue.ping_user_ids == []
        assert [j.prompt for j in engine.jobs] == ["a red fox", "make it blue"]
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


async def test_an_event_that_comes_twice_is_accepted_once(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        await alice.slash(channel, "imagine", prompt="a red fox")
        await channel.result()
        await discord.gateway.repeat("INTERACTION_CREATE")
        await alice.slash(channel, "imagine", prompt="a blue fox")
        await channel.until(lambda: len([m for m in channel.messages if pictures_of(m)]) == 2)
        assert [j.prompt for j in engine.jobs] == ["a red fox", "a blue fox"]


async def test_no_token_is_ever_logged(
    discord: DiscordServer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    channel, (alice,) = town(discord, "alice")
    caplog.set_level("INFO")
    async with running(discord, tmp_path) as lukis:
        discord.trouble("PATCH", "/webhooks/*", 429, times=1)
        asked = await alice.slash(channel, "imagine", prompt="a red fox")
        await channel.result()
        with discord.broken("*", "*", drop=True), pytest.raises(Unavailable):
            await platform_of(lukis).say(
                here(channel, alice), Card(text="x", buttons=((Button("a", "help"),),))
            )
    said = [r.getMessage() for r in caplog.records if not r.name.startswith("aiohttp.access")]
    assert not [line for line in said if TOKEN in line or asked.token in line]


def painting(colour: str, form: str = "PNG") -> bytes:
    """A plain picture to send."""
    out = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(out, form)
    return out.getvalue()
