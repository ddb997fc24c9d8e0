"""Lists to choose from as Discord lays them out, under the rules of its components v2."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import discord as library
import pytest
from simcord.backend.models import Message
from simcord.components import COMPONENTS_V2_FLAG, walk_components

from bot.locales import Locales
from bot.messages import Button, Card, Entry
from bot.platforms.discord import buttons
from bot.platforms.discord.layout import layout
from bot.platforms.discord.render import size
from bot.platforms.discord.uploads import draft
from bot.styles.folder import shipped
from bot.usecases.looks import around
from bot.usecases.samples import FOLDER
from tests.fakes import FakeEngine
from tests.patience import PATIENCE
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import Channel, buttons_of, town, words_of
from tests.wire.discord_stage import running

SECTION, TEXT, GALLERY = 9, 10, 12


async def said(channel: Channel, words: str, after: int = 0) -> Message:
    return await channel.until(
        lambda: next((m for m in channel.said if m.id > after and words in words_of(m)), None)
    )


def of(message: Message, kind: int) -> list[dict[str, Any]]:
    return [each for each in walk_components(message.components) if each["type"] == kind]


async def test_each_style_stands_beside_its_button_and_below_the_pictures(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path, FakeEngine(), samples=True) as lukis:
        samples = lukis.service.samples
        samples.quiet = samples.look = 0.01
        for _ in range(int(PATIENCE * 50)):
            if len([*(tmp_path / FOLDER).glob("*.png")]) > len(shipped()):
                break
            await asyncio.sleep(0.02)
        await alice.slash(channel, "style")
        page = await said(channel, "Styles, 1 of")
        assert page.is_ephemeral and page.flags & COMPONENTS_V2_FLAG and not page.content
        assert len(of(page, SECTION)) == 8 and "**Watercolor**" in words_of(page)
        (gallery,) = of(page, GALLERY)
        (item,) = gallery["items"]
        assert item["media"]["url"] == page.attachments[0]["url"]
        carried = [each["custom_id"] for each in buttons_of(page)]
        assert len({*carried}) == len(carried) == 9, "each style once, and the next page"
        first = page.attachments[0]["url"]
        await alice.press(channel, page, "▶️")
        await channel.until(lambda: "Styles, 2 of" in words_of(page))
        assert page.attachments[0]["url"] != first and len(buttons_of(page)) == 10
        await alice.press_payload(channel, page, buttons_of(page)[0]["custom_id"])
        ready = await said(channel, "Ready for your next prompt")
        assert ready.is_ephemeral and len(ready.attachments) == 1 and "--style" in words_of(ready)


async def test_a_list_of_an_earlier_version_turns_into_one_that_is_laid_out(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path):
        row = {"type": 2, "style": 2, "label": "▶️", "custom_id": "lukis:styles:all:2"}
        old = discord.world.create_message(
            channel.id,
            discord.world.bot_user.id,
            "Styles, 1 of 4.",
            components=[{"type": 1, "components": [row]}],
        )
        await alice.press(channel, old, "▶️")
        await channel.until(lambda: "Styles, 2 of" in words_of(old))
        assert old.flags & COMPONENTS_V2_FLAG and not old.content
        await alice.slash(channel, "models")
        models = await said(channel, "Models that can paint", old.id)
        await alice.press(channel, models, "Models")
        await channel.until(lambda: "1 of 1" in words_of(models))
        await alice.press(channel, models, "All kinds")
        await channel.until(lambda: "Models that can paint" in words_of(models))
        assert models.flags & COMPONENTS_V2_FLAG


@pytest.mark.parametrize("language", Locales.load().languages)
def test_every_page_fits_what_discord_takes(language: str) -> None:
    say = Locales.load().say(language)
    styles = [*shipped().values()]
    for first in range(0, len(styles), 8):
        entries = tuple(
            Entry(say(f"style-{s.name}"), around(s.style.prompt), Button(say("style-use"), f"wear:{i}"))
            for i, s in enumerate(styles[first : first + 8])
        )
        check(Card(text=say("style-choose", number=1, total=9, flag="--style"), entries=entries))


def test_the_longest_and_the_most_fit_and_mean_nothing_to_discord() -> None:
    entries = tuple(Entry("*_" * 200, "<@1>\n# x" * 200, Button("x" * 200, f"wear:{i}")) for i in range(20))
    rows = tuple((Button("x", f"put:{i}"), Button("y", f"wear:{i}")) for i in range(25))
    made = check(Card(text="🦊" * 4000, notes=("n" * 900,) * 3, entries=entries, buttons=rows))
    texts = [str(each["content"]) for each in made if each["type"] == TEXT]
    assert all("<@1>" not in text and "\n# " not in text for text in texts)
    assert not any(each["type"] == GALLERY for each in walk_components(made))


def parts_of(made: library.ui.LayoutView) -> list[dict[str, Any]]:
    return [*walk_components(made.to_components())]  # type: ignore[no-untyped-call]


def check(card: Card) -> list[dict[str, Any]]:
    made = layout(card, card.buttons, [])
    parts = parts_of(made)
    texts = [str(each["content"]) for each in parts if each["type"] == TEXT]
    assert len(parts) <= 40 and sum(map(size, texts)) <= 4000 and all(texts)
    carried = [str(each["custom_id"]) for each in parts if each["type"] == 2]
    assert len({*carried}) == len(carried) and all(each.startswith(buttons.PREFIX) for each in carried)
    return parts


def test_a_picture_that_hides_hides_there_too(tmp_path: Path) -> None:
    file = tmp_path / "sheet.png"
    file.write_bytes(b"x")
    upload = draft(Card(kind="models", document=file, file_name="sheet.png", spoiler=True, text="Styles"))
    shown = upload.parts()
    assert shown.keys() == {"view", "files"} and isinstance(shown["view"], library.ui.LayoutView)
    (gallery,) = (each for each in parts_of(shown["view"]) if each["type"] == GALLERY)
    (item,) = gallery["items"]
    assert item["spoiler"] and item["media"]["url"] == "attachment://SPOILER_sheet.png"
