"""What can't be done with a picture, on every platform: one sentence each, nothing queued, and the picture is there."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PIL import Image

from engine.api.jobs import Job
from tests.bot.usecases.test_masks import png
from tests.fakes import FakeEngine
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import pictures_of, town
from tests.wire.discord_stage import running
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import HUMAN
from tests.wire.telegram_stage import lukis_on
from tests.wire.web import browser, house

FOX = "a fox --size 1100x1000"
SHAPE = (110, 100)
WRONG = (
    ("a hat", png(Image.new("L", SHAPE, 0)), "Nothing is marked in that mask"),
    ("a hat", png(Image.new("L", SHAPE, 255)), "All of the picture is marked"),
    ("/upscale 4", None, "I can go up to 16 megapixels"),
    (
        "/imagine {a,b,c,d,e} {f,g,h,i,j} hat --steps 1,2,3,4 --cfg 2,3,4,5,6",
        None,
        "That would be 500 pictures",
    ),
    ("/morph", None, "A morph needs two things to go between"),
)
"""Words in reply to the fox, perhaps with a picture, and what is said of them."""
STRIPE = Image.new("L", (200, 80))
STRIPE.paste(255, (0, 0, 60, 80))
OBLONG = png(STRIPE)
ANOTHER_SHAPE = "That mask has another shape than the picture"


def nothing_lost(jobs: Sequence[Job]) -> None:
    """That only the fox was drawn and, from it, the night."""
    assert [(job.mode, job.prompt) for job in jobs] == [("text", "a fox"), ("image", "a fox at night")]


async def test_on_telegram(tmp_path: Path) -> None:
    async with TelegramServer() as telegram, lukis_on(telegram, tmp_path) as on:
        alice = telegram.person("Alice")
        await alice.send(f"/imagine {FOX}")
        fox = await alice.expect_photo()
        before = len(alice.chat.log)
        await asyncio.sleep(HUMAN)
        for words, picture, told in WRONG:
            asked = await alice.send(words, answering=fox, photo=picture)
            assert told in (await alice.expect_text(answering=asked)).text
        assert len(alice.chat.log) == before + 2 * len(WRONG) and not fox.deleted
        await alice.send("at night", answering=fox)
        await alice.expect_photo()
    nothing_lost(on.engine.jobs)


async def test_on_discord(tmp_path: Path) -> None:
    engine = FakeEngine()
    async with DiscordServer() as discord:
        channel, (alice,) = town(discord, "alice")

        async def hears(told: str, after: int) -> None:
            """That this, and nothing else, is the answer."""
            await channel.until(lambda: told in "".join(m.content for m in channel.said if m.id > after))
            (answer,) = (m for m in channel.said if m.id > after)
            assert not pictures_of(answer)

        async with running(discord, tmp_path, engine):
            await alice.slash(channel, "imagine", prompt=FOX)
            fox = await channel.result()
            for words, picture, told in WRONG:
                files = [("a.png", picture)] if picture else []
                asked = await alice.send(channel, words, reply_to=fox, files=files)
                await hears(told, asked.id)
            last = channel.messages[-1].id
            pictures: dict[str, Any] = {"image": ("a.png", WRONG[1][1]), "mask": ("b.png", OBLONG)}
            await alice.slash(channel, "imagine", prompt="a hat", **pictures)
            await hears(ANOTHER_SHAPE, last)
            last = channel.messages[-1].id
            await alice.send(channel, "at night", reply_to=fox)
            await channel.result(after=last)
            assert fox in channel.messages and pictures_of(fox)
    nothing_lost(engine.jobs)


async def test_on_the_page(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as alice:
        await alice.send(FOX)
        fox = await alice.painted("a fox")
        (picture,) = fox["pictures"]
        for words, sent, told in WRONG:
            await alice.send(words, picture=sent, reply=picture["message"])
            await alice.said(told)
        await alice.send("a hat", pictures={"mask": OBLONG}, reply=picture["message"])
        await alice.said(ANOTHER_SHAPE)
        await alice.send("at night", reply=picture["message"])
        await alice.painted("at night")
        said = [m for m in alice.messages.values() if not m.get("mine") and not m.get("pictures")]
        assert len(said) == len(WRONG) + 1
        assert (await alice.picture(picture["src"]))[0] == 200
    nothing_lost(at.engine.jobs)
