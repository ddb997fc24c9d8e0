"""What is made of a picture that is there, by buttons, replies and files: the same on every platform."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from simcord.backend.models import Message

from engine.api.jobs import Job
from tests.bot.usecases.test_masks import marked, mask_of, png, scribbled
from tests.fakes import FakeEngine
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import HUMAN, buttons_of, pictures_of, town
from tests.wire.discord_stage import running
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import painting
from tests.wire.telegram_stage import lukis_on
from tests.wire.web import browser, house

ASKED = "/imagine a fox --ar 3:2 --seed 7"
PHOTO = painting("blue", (96, 64))
BUTTONS = {
    "Vary (subtle)": "variation 0.2",
    "Vary (strong)": "variation 0.6",
    "Upscale ×4": "upscale 4",
    "Make square": "extend ",
    "Zoom out": "extend ",
}
"""Buttons of a picture, and what each says of what comes of it."""
FOUND = "I took your picture for the mask"


def copied(picture: bytes | Image.Image) -> bytes:
    """A picture with a scribble around a part of it."""
    image = picture if isinstance(picture, Image.Image) else Image.open(io.BytesIO(picture))
    return scribbled(image.convert("RGB"), "red")


def sides(job: Job) -> tuple[int, int]:
    """Of the picture that is delivered, in pixels."""
    recipe = job.recipe
    return recipe.delivered or (recipe.width * recipe.scale, recipe.height * recipe.scale)


def all_of_it(jobs: Sequence[Job]) -> None:
    """That each came to what it says, from the first picture or from the photo."""
    fox, subtle, strong, large, square, wide, twice, photo, part, other, again = jobs
    assert [job.recipe.seed for job in (fox, subtle, strong, large, twice)] == [7] * 5
    assert [[v.weight for v in job.recipe.variations] for job in (subtle, strong)] == [[0.2], [0.6]]
    width, height = size = sides(fox)
    for job, times, old in ((large, 4, size), (twice, 2, size), (photo, 3, (96, 64))):
        assert (job.mode, job.recipe.upscale) == ("upscale", times)
        assert sides(job) == tuple(side * times for side in old)
    assert [job.mode for job in (square, wide)] == ["outpaint"] * 2
    assert sides(square) == (width, width) and height < width < sides(wide)[0]
    assert [job.prompt for job in (twice, photo, part, other)] == ["a fox", "", "a hat", "a hat"]
    assert marked(part) and (mask_of(other) == ~mask_of(part)).all()
    assert part.recipe == other.recipe
    assert (again.mode, again.prompt, again.recipe) == ("text", "a fox", fox.recipe)


async def test_on_telegram(tmp_path: Path) -> None:
    async with TelegramServer() as telegram, lukis_on(telegram, tmp_path) as on:
        alice = telegram.person("Alice")
        await alice.send(ASKED)
        fox = await alice.expect_photo()
        for button, told in BUTTONS.items():
            await alice.press(fox, button)
            assert told in (await alice.expect_photo(answering=fox)).text
        await alice.reply(fox, "/upscale")
        assert "upscale 2" in (await alice.expect_photo()).text
        await alice.send("/upscale 3", photo=PHOTO)
        assert "upscale 3" in (await alice.expect_photo()).text
        await alice.reply(fox, "a hat", photo=copied(fox.image()))
        hat = await alice.expect_photo()
        assert FOUND in hat.text
        await alice.press(hat, "Other part")
        await alice.expect_photo(answering=hat)
        await alice.press(fox, "Original")
        file = (await alice.expect_document()).file
        assert file
        await alice.send(document=(file.name, file.data))
        await alice.press(await alice.expect_text("says how it was made"), "Paint it again")
        assert "seed 7 " in (await alice.expect_photo()).text
    all_of_it(on.engine.jobs)


async def test_on_discord(tmp_path: Path) -> None:
    engine = FakeEngine()
    async with DiscordServer() as discord:
        channel, (alice,) = town(discord, "alice")
        async with running(discord, tmp_path, engine):
            await alice.slash(channel, "imagine", prompt=ASKED.removeprefix("/imagine "))
            fox = await channel.result()
            seen = {fox.id}

            async def comes(told: str) -> Message:
                """The next result, which says that of itself."""
                found = await channel.until(
                    lambda: next((m for m in channel.said if m.id not in seen and pictures_of(m)), None)
                )
                seen.add(found.id)
                assert told in found.content and not found.is_ephemeral
                return found

            for button, told in BUTTONS.items():
                await alice.press(channel, fox, button)
                await comes(told)
            await alice.send(channel, "/upscale", reply_to=fox)
            await comes("upscale 2")
            await alice.slash(channel, "upscale", file=("a.png", PHOTO), upscale=3)
            await comes("upscale 3")
            drawn = discord.file(fox.attachments[0])
            await alice.send(channel, "a hat", reply_to=fox, files=[("copy.jpg", copied(drawn))])
            hat = await comes(FOUND)
            await channel.until(lambda: buttons_of(hat))
            await asyncio.sleep(HUMAN)
            await alice.press(channel, hat, "Other part")
            await comes("strength 1")
            await alice.press(channel, fox, "Original")
            (kept,) = (await comes("")).attachments
            mine = alice.private()
            await alice.send(mine, "", files=[(kept["filename"], discord.file(kept))])
            offer = await mine.until(lambda: next(filter(buttons_of, mine.messages), None))
            assert "--seed 7" in offer.content
            await alice.press(mine, offer, "Paint it again")
            assert "seed 7 " in (await mine.result()).content
            right = Image.new("L", (96, 64))
            right.paste(255, (48, 0, 96, 64))
            options = {"image": ("a.png", PHOTO), "mask": ("b.png", png(right))}
            await alice.slash(channel, "imagine", prompt="a hat", **options)
            await comes("strength 1")
    *before, masked = engine.jobs
    all_of_it(before)
    assert (mask_of(masked) == np.asarray(right, bool)).all()


async def test_on_the_page(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as alice:
        seen: set[str] = set()

        async def comes(told: str) -> dict[str, Any]:
            """The next result, which says that of itself."""
            found = await alice.until(lambda m: m.get("pictures") and m["id"] not in seen)
            seen.add(found["id"])
            assert any(told in note for note in found["notes"]), found["notes"]
            return found

        await alice.send(ASKED)
        fox = await comes("seed 7")
        picture = fox["pictures"][0]
        for button, told in BUTTONS.items():
            await alice.press(fox, button)
            await comes(told)
        await alice.send("/upscale", reply=picture["message"])
        await comes("upscale 2")
        await alice.send("/upscale 3", picture=PHOTO)
        await comes("upscale 3")
        _, drawn = await alice.picture(picture["src"])
        await alice.send("a hat", reply=picture["message"], picture=copied(drawn))
        hat = await comes(FOUND)
        await alice.press(hat, "Other part")
        await comes("strength 1")
        (original,) = (b for row in fox["buttons"] for b in row if b["action"] == "original")
        await alice.send("", picture=(await alice.picture(original["href"]))[1])
        await alice.press(await alice.said("says how it was made"), "Paint it again")
        await comes("seed 7")
    all_of_it(at.engine.jobs)
