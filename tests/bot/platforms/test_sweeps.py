"""Sweeps on every platform: the number of pictures first, one sheet, and each picture at its number."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from tests.fakes import FakeEngine
from tests.process import Forked
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import pictures_of, town
from tests.wire.discord_stage import running
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_stage import lukis_on
from tests.wire.web import browser, house


async def test_on_telegram(tmp_path: Path) -> None:
    async with TelegramServer() as telegram, lukis_on(telegram, tmp_path):
        alice = telegram.person("Alice")
        await alice.send("/imagine a {red,blue} ball --steps 2,3 --seed 7")
        sheet = await alice.expect_photo()
        assert sheet.quote == "a {red,blue} ball"
        assert "1 red, steps 2 · 2 red, steps 3 · 3 blue, steps 2 · 4 blue, steps 3" in sheet.text
        await alice.press(sheet, "🖼 3")
        third = await alice.expect(lambda m: m.is_photo and m.quote == "a blue ball")
        assert "2 steps" in third.text
        await alice.send("/imagine a fox --steps 1..50/50")
        await alice.expect_text("at most 16")


async def test_on_discord(tmp_path: Path) -> None:
    engine = FakeEngine()
    async with DiscordServer() as discord:
        channel, (alice,) = town(discord, "alice")
        async with running(discord, tmp_path, engine):
            await alice.slash(channel, "imagine", prompt="a {red,blue} ball --cfg 2..8", seed=7)
            sheet = await channel.result()
            assert len(pictures_of(sheet)) == 1
            await alice.press(channel, sheet, "🖼 8")
            eighth = await channel.until(
                lambda: next((m for m in channel.messages if "> a blue ball" in m.content), None)
            )
            assert "cfg 8" in eighth.content
    (job,) = engine.jobs
    assert [(one.prompt, one.recipe.cfg) for one in job.each()] == [
        (f"a {colour} ball", cfg) for colour in ("red", "blue") for cfg in (2, 4, 6, 8)
    ]


async def test_on_the_page(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as alice:
        await alice.send("a {red,blue} ball --seed 7")
        message = await alice.painted("a {red,blue} ball")
        (sheet,) = message["pictures"]
        with Image.open(io.BytesIO((await alice.picture(sheet["src"]))[1])) as picture:
            assert picture.size == (sheet["width"], sheet["height"])
        assert (await alice.picture(sheet["thumb"]))[0] == 200
        assert [b["label"] for b in message["buttons"][0]] == ["🖼 1", "🖼 2"]
        assert {*sheet} == {"src", "thumb", "width", "height", "message"}  # nothing can be changed in it
        await alice.press(message, "🖼 2")
        await alice.painted("a blue ball")


async def test_on_the_command_line_the_sheet_and_each_picture(tmp_path: Path) -> None:
    process = Forked(tmp_path, "imagine", "a {red,blue} apple", "--steps", "2", "-o", "out.png")
    assert await process.end() == 0, process.err
    assert process.out.split() == ["out.png", "out-1.png", "out-2.png"]
    assert "1 red · 2 blue" in process.err
    for name, words in (("out-1.png", "a red apple"), ("out-2.png", "a blue apple")):
        with Image.open(tmp_path / name) as image:
            assert words in str(image.info["parameters"])
