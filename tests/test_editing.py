"""Pictures done with as people say, or kept in their depth or lines: what a person sees of it on every platform."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from engine.api.jobs import Job
from tests.bot.usecases.test_editing import DEEP, EDITOR
from tests.fakes import FAKE_CARD, NAMED, FakeEngine
from tests.test_controlling import NETS
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import town
from tests.wire.discord_stage import running
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import painting
from tests.wire.telegram_stage import lukis_on
from tests.wire.web import browser, house


def engine() -> FakeEngine:
    return FakeEngine((FAKE_CARD, EDITOR, DEEP), addons=replace(NAMED, controls=NETS))


def shown(jobs: Sequence[Job]) -> list[tuple[str, str, str, bool]]:
    return [(job.mode, job.recipe.model, job.prompt, job.recipe.show_map) for job in jobs]


EDITED = ("edit", "instruct", "make it night", False)
AGAIN = ("edit", "instruct", "add a moon", False)
DEPTH = ("depth", "deep", "a robot", False)
MAP = ("depth", "deep", "a fox", True)


async def test_on_telegram(tmp_path: Path) -> None:
    async with TelegramServer() as telegram, lukis_on(telegram, tmp_path, engine=engine()) as on:
        alice = telegram.person("Alice")
        await alice.send("/imagine a fox")
        fox = await alice.expect_photo()
        await alice.reply(fox, "make it night --model instruct")
        night = await alice.expect_photo()
        assert "instruct" in night.text and "picture guidance 1.8" in night.text
        await alice.reply(night, "add a moon")
        assert "instruct" in (await alice.expect_photo()).text
        await alice.reply(fox, "--depth --show-map")
        assert "deep" in (await alice.expect_photo()).text
    assert shown(on.engine.jobs)[1:] == [EDITED, AGAIN, MAP]


async def test_on_discord(tmp_path: Path) -> None:
    drawn = engine()
    async with DiscordServer() as discord:
        channel, (alice,) = town(discord, "alice")
        async with running(discord, tmp_path, drawn):
            await alice.slash(channel, "imagine", prompt="a fox")
            fox = await channel.result()
            await alice.send(channel, "make it night --model instruct", reply_to=fox)
            night = await channel.result(after=fox.id)
            assert "instruct" in night.content and "picture guidance 1.8" in night.content
            own = {"image": ("a.png", painting("red"))}
            await alice.slash(channel, "imagine", prompt="a robot --depth", **own)
            robot = await channel.result(after=night.id)
            await alice.slash(channel, "imagine", prompt="a robot --control canny --show-map", **own)
            lines = await channel.result(after=robot.id)
            assert "control canny" in lines.content
    traced = ("control", FAKE_CARD.name, "a robot", True)
    assert shown(drawn.jobs)[1:] == [EDITED, DEPTH, traced]


async def test_on_the_page(tmp_path: Path) -> None:
    drawn = engine()
    async with house(tmp_path, engine=drawn) as at, browser(at) as alice:
        await alice.send("a fox")
        fox = (await alice.painted("a fox"))["pictures"][0]["message"]
        await alice.send("make it night --model instruct", reply=fox)
        night = await alice.painted("make it night")
        assert any("picture guidance 1.8" in note for note in night["notes"])
        await alice.send("add a moon", reply=night["pictures"][0]["message"])
        moon = await alice.painted("add a moon")
        assert any("instruct" in note for note in moon["notes"])
        await alice.send("a robot --depth", reply=fox)
        await alice.painted("a robot")
        await alice.send("a lake --control canny --show-map", reply=fox)
        lake = await alice.painted("a lake")
        assert any("control canny" in note for note in lake["notes"])
    traced = ("control", FAKE_CARD.name, "a lake", True)
    assert shown(drawn.jobs)[1:] == [EDITED, AGAIN, DEPTH, traced]
