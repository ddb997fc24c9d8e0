"""A picture without words, and `/info`, on every platform: how it was made, and a button that makes it again."""

from __future__ import annotations

from pathlib import Path

from tests.bot.pictures.made_elsewhere import ELSEWHERE, png
from tests.fakes import FakeEngine
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import buttons_of, town
from tests.wire.discord_stage import running
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_stage import lukis_on
from tests.wire.web import browser, house

THEIRS = ELSEWHERE["A1111, JPEG"]()
TOLD = "/imagine a fox, forest --size 512x768 --steps 20 --cfg 6.5 --sampler dpmpp_2m_karras --seed 1234"


async def test_on_telegram_a_file_without_words_and_info_in_reply(tmp_path: Path) -> None:
    async with TelegramServer() as telegram, lukis_on(telegram, tmp_path) as on:
        alice, bob = telegram.person("Alice"), telegram.person("Bob")
        await alice.send(document=("fox.jpg", THEIRS))
        offer = await alice.expect_text("says how it was made")
        assert TOLD in offer.text and "mine will be alike" in offer.text
        await alice.press(offer, "Paint it again")
        photo = await alice.expect_photo()
        await alice.reply(photo, "/info")
        await alice.expect_text("--seed 1234")
        group = telegram.group("Painters", alice, bob)
        sent = await bob.send(to=group, document=("fox.jpg", THEIRS))
        await alice.reply(sent, "/info")
        there = await alice.expect_text("says how it was made", to=group)
        await bob.press(there, "Paint it again")
        await bob.expect_photo(to=group)
        await alice.send(photo=png({}))
        await alice.expect_text("doesn't say how it was made")
    assert [job.recipe.seed for job in on.engine.jobs] == [1234, 1234]
    assert len({job.tenant for job in on.engine.jobs}) == 2


async def test_on_discord_an_option_a_menu_a_reply_and_a_file_in_private(tmp_path: Path) -> None:
    engine = FakeEngine()
    async with DiscordServer() as discord:
        channel, (alice,) = town(discord, "alice")
        async with running(discord, tmp_path, engine):
            await alice.slash(channel, "info", file=("fox.jpg", THEIRS))
            offer = await channel.until(lambda: next((m for m in channel.messages if buttons_of(m)), None))
            assert "--seed 1234" in offer.content
            await alice.press(channel, offer, "Paint it again")
            result = await channel.result()
            before = len(channel.messages)
            await alice.menu(channel, "How was this made?", result)
            told = await channel.until(lambda: next(iter(channel.messages[before:]), None))
            await channel.until(lambda: "--seed 1234" in told.content)
            await alice.send(channel, "/info", reply_to=result)
            await channel.until(lambda: sum("--seed 1234" in m.content for m in channel.messages) == 3)
            mine = alice.private()
            await alice.send(mine, "", files=[("fox.jpg", THEIRS)])
            await mine.until(lambda: any("--seed 1234" in m.content for m in mine.messages))
    assert [job.recipe.seed for job in engine.jobs] == [1234]


async def test_on_the_page_a_picture_alone_and_no_other_browser_s_button(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as alice, browser(at) as bob:
        await alice.send("", picture=THEIRS)
        offer = await alice.said("says how it was made")
        assert TOLD in offer["text"]
        payload = offer["buttons"][0][0]["payload"]
        assert "not here" in (await bob.press(None, payload=payload))["toast"]
        await alice.press(offer, "Paint it again")
        picture = await alice.painted("a fox, forest")
        await alice.send("/info", reply=picture["pictures"][0]["message"])
        await alice.until(lambda m: "--model starter" in m.get("text", ""))
    assert len(at.engine.jobs) == 1
