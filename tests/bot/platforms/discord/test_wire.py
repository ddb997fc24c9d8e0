"""Discord over real HTTP and a real gateway: log-in, troubles of the wire, and results that arrive all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.bootstrap import assemble
from bot.messages import Address, Button, Card, Receipt
from bot.platforms.discord import shards
from bot.platforms.discord.platform import DiscordPlatform
from bot.ports import BadToken, Unavailable, Unreachable
from bot.settings import BadSetting, Settings
from bot.usecases.ladder import hand_over
from tests.chat import FakeTranslator
from tests.fakes import FakeEngine
from tests.wire.discord import TOKEN, DiscordServer
from tests.wire.discord_people import pictures_of, town
from tests.wire.discord_stage import here, noise, platform_of, running

DELETED = Card(text="Deleted.")


async def test_logs_in_beats_and_tells_its_commands(discord: DiscordServer, tmp_path: Path) -> None:
    discord.gateway.interval = 100
    async with running(discord, tmp_path):
        await discord.until(lambda: discord.gateway.beats >= 3)
        assert discord.requests[0].headers["Authorization"] == f"Bot {TOKEN}"
        (told,) = await discord.until(lambda: discord.asked("PUT", "/applications/*/commands"))
        assert told.json[0]["name"] == "imagine"
        assert not discord.gateway.intents.message_content


async def test_commands_show_where_the_application_may_be_added(
    discord: DiscordServer, tmp_path: Path
) -> None:
    discord.application = {"integration_types_config": {"0": {}}}
    async with running(discord, tmp_path):
        (told,) = await discord.until(lambda: discord.asked("PUT", "/applications/*/commands"))
        assert {tuple(c["integration_types"]) for c in told.json} == {(0,)}
        assert {tuple(c["contexts"]) for c in told.json} == {(0, 1)}


async def test_says_who_it_is_and_how_to_add_it(
    discord: DiscordServer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    discord.gateway.interval = 100
    async with running(discord, tmp_path):
        await discord.until(lambda: "To add me" in caplog.text)
    assert f"client_id={discord.world.application_id}" in caplog.text
    assert "scope=bot+applications.commands" in caplog.text


async def test_a_wrong_token_is_named(discord: DiscordServer, tmp_path: Path) -> None:
    settings = Settings.read(env_file=None, data_dir=tmp_path)
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


async def test_a_session_that_discord_forgot_starts_anew(
    discord: DiscordServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "EVERY", 0.0)
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path):
        discord.gateway.forget()
        await discord.gateway.drop()
        await discord.gateway.connected()
        await alice.slash(channel, "imagine", prompt="a red fox")
        assert await channel.result()
        assert discord.gateway.sessions == 2


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
            await platform_of(lukis).send(here(channel, alice), Card(text="hello"))
        assert refused.value.after == 321.5


async def test_an_error_of_discords_is_tried_again_or_for_later(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path) as lukis:
        discord.trouble("POST", "/channels/*/messages", 500)
        await platform_of(lukis).send(here(channel, alice), Card(text="hello"))
        assert [m.content for m in channel.messages] == ["hello"]
        discord.trouble("POST", "/channels/*/messages", 503)
        with pytest.raises(Unavailable):
            await platform_of(lukis).send(here(channel, alice), Card(text="hello again"))


async def test_a_result_that_got_lost_on_the_way_comes_again_and_once(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        engine.hold(1)
        await alice.slash(channel, "imagine", prompt="a red fox")
        await channel.status()
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
        await channel.status()
        discord.world.advance_clock(16 * 60)
        await engine.release()
        message = await channel.result()
        assert message.id != asked.message_id
        assert message.content.startswith(f"<@{alice.id}>\n> a red fox")
        assert message.ping_user_ids == [alice.id]
        assert not message.mention_everyone
        await channel.until(lambda: [m.id for m in channel.messages] == [message.id])
        again = await alice.press(channel, message, "Reroll")
        answered = (await channel.result(after=message.id)).interaction_metadata
        assert answered and answered["id"] == str(again.id)


async def test_what_may_not_stand_in_the_answer_goes_to_the_channel(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        engine.hold(1)
        asked = await alice.slash(channel, "imagine", prompt="a red fox")
        await channel.status()
        with discord.broken("*", "/webhooks/*", 400, code=200000):
            await engine.release()
            message = await channel.result()
        assert message.id != asked.message_id
        assert message.ping_user_ids == [alice.id]


async def test_a_word_that_does_not_arrive_breaks_nothing(
    discord: DiscordServer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    channel, (alice, bob) = town(discord, "alice", "bob")
    async with running(discord, tmp_path):
        await alice.slash(channel, "imagine", prompt="a red fox")
        fox = await channel.result()
        with discord.broken("POST", "/webhooks/*", 400):
            await bob.press(channel, fox, "Delete")
            await discord.until(lambda: discord.asked("POST", "/webhooks/*"))
        await alice.press(channel, fox, "Delete")
        await channel.until(lambda: fox not in channel.messages)
    assert "Traceback" not in caplog.text


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
            await platform_of(lukis).send(here(channel, alice), Card(text="hello"))


async def test_without_the_right_to_read_history_it_does_not_reply(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice,) = town(discord, "alice")
    question = await alice.send(channel, "hello")
    async with running(discord, tmp_path) as lukis:
        discord.trouble("POST", f"/channels/{channel.id}/messages", 400, code=160002)
        address = here(channel, alice).model_copy(update={"message": str(question.id)})
        await hand_over(platform_of(lukis).send, address, Card(text="hello yourself"))
        assert channel.messages[-1].content == "hello yourself"
        assert channel.messages[-1].reference is None


async def test_messages_that_are_gone_are_no_error(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path) as lukis:
        platform = platform_of(lukis)
        receipt = await platform.send(here(channel, alice), Card(text="hello"))
        await platform.remove(receipt, DELETED)
        await platform.remove(receipt, DELETED)
        await platform.edit(receipt, Card(text="changed"))
        assert channel.messages == []


async def test_before_it_is_connected_everything_is_for_later(tmp_path: Path) -> None:
    platform = DiscordPlatform(TOKEN)
    with pytest.raises(Unavailable):
        await platform.send(Address(platform="discord", chat="1", data={"person": "2"}), Card(text="hello"))
    with pytest.raises(Unavailable):
        await platform.remove(Receipt(platform="discord", chat="1", messages=("2",)), DELETED)


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
            await platform_of(lukis).send(
                here(channel, alice), Card(text="x", buttons=((Button("a", "help"),),))
            )
    said = [r.getMessage() for r in caplog.records if not r.name.startswith("aiohttp.access")]
    assert not [line for line in said if TOKEN in line or asked.token in line]
