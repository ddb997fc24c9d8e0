"""`--format` on every platform: the picture's own file is of that format; a chat's photo stays a photo."""

from __future__ import annotations

import io
import json
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


def format_of(data: bytes) -> str | None:
    with Image.open(io.BytesIO(data)) as image:
        return image.format


async def test_on_telegram_a_photo_and_the_original_in_its_format(tmp_path: Path) -> None:
    async with TelegramServer() as telegram, lukis_on(telegram, tmp_path):
        alice = telegram.person("Alice")
        await alice.send("/imagine a fox --format webp")
        photo = await alice.expect_photo()
        await alice.press(photo, "Original file")
        document = await alice.expect_document()
        assert document.body["document"]["file_name"].endswith(".webp")
        file = telegram.world.files[document.body["document"]["file_id"]]
        assert format_of(file.data) == "WEBP"
        await alice.send("/imagine a fox --format gif")
        await alice.expect_text("--format can't be “gif”. Did you mean")


async def test_on_discord_what_is_attached_is_in_its_format(tmp_path: Path) -> None:
    engine = FakeEngine()
    async with DiscordServer() as discord:
        channel, (alice,) = town(discord, "alice")
        async with running(discord, tmp_path, engine):
            await alice.slash(channel, "imagine", prompt="a fox", format="jpg")
            (picture,) = pictures_of(await channel.result())
            assert picture["filename"].endswith(".jpg")
    assert engine.jobs[0].recipe.format == "jpeg"


async def test_on_the_page_the_download_is_in_its_format(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as alice:
        await alice.send("a fox --format avif")
        shown = (await alice.painted("a fox"))["pictures"][0]["src"]
        assert format_of((await alice.picture(shown))[1]) == "PNG"
        assert format_of((await alice.picture(f"{shown}?download"))[1]) == "AVIF"


async def test_on_the_command_line_the_name_or_the_flag_says_it(tmp_path: Path) -> None:
    for arguments, name in (
        (("-o", "out.webp"), "out.webp"),
        (("--format", "jpeg"), "lukis.jpg"),
    ):
        process = Forked(tmp_path, "imagine", "a red apple", "--steps", "2", "--json", *arguments)
        assert await process.end() == 0, process.err
        assert json.loads(process.out)["file"] == name
        with Image.open(tmp_path / name) as image:
            assert image.format == ("WEBP" if name.endswith("webp") else "JPEG")
