"""`/style` over the wire: the pictures that Lukis drew of styles, pages that turn, and one that is worn."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from bot.styles.folder import shipped
from bot.usecases.samples import FOLDER, SEED, SUBJECT, Sample
from engine.api.parameters import Parameters
from tests.fakes import FAKE_CARD, FakeEngine
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import buttons_of, town, words_of
from tests.wire.discord_stage import running
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_stage import lukis_on


def drawn(folder: Path) -> None:
    """As if every style had been drawn in a quiet hour."""
    (folder / FOLDER).mkdir(parents=True)
    for each in shipped().values():
        sample = Sample(each.name, SUBJECT, Parameters(seed=SEED, style=each.style), FAKE_CARD)
        Image.new("RGB", (64, 64), "teal").save(folder / FOLDER / sample.file)


async def test_on_telegram_a_sheet_is_turned_and_a_style_is_worn(tmp_path: Path) -> None:
    drawn(tmp_path)
    engine = FakeEngine()
    async with TelegramServer() as telegram, lukis_on(telegram, tmp_path, engine=engine):
        alice = telegram.person("Alice")
        await alice.send("/style")
        page = await alice.expect(lambda m: m.is_photo and "Styles, 1 of 4" in m.text)
        first = page.body["photo"]
        await alice.press(page, "▶️")
        await alice.expect_change(page, lambda m: "Styles, 2 of 4" in m.text)
        assert page.body["photo"] != first
        await alice.press(page, "Pencil sketch")
        one = await alice.expect(lambda m: m.is_photo and "--style sketch" in m.text)
        assert "Pencil sketch: …, pencil sketch" in one.text
        await alice.send("/imagine a fox --estilo Boceto-a-lápiz")
        await alice.expect(lambda m: m.is_photo and "style Pencil sketch" in m.text)
    assert engine.jobs[-1].prompt.startswith("a fox, pencil sketch")


async def test_on_discord_a_sheet_is_turned_and_a_style_is_worn(tmp_path: Path) -> None:
    drawn(tmp_path)
    engine = FakeEngine()
    async with DiscordServer() as discord:
        channel, (alice,) = town(discord, "alice")
        async with running(discord, tmp_path, engine):
            await alice.slash(channel, "style")
            page = await channel.until(
                lambda: next((m for m in channel.said if "Styles, 1" in words_of(m)), None)
            )
            assert page.attachments
            await alice.press(channel, page, "▶️")
            await channel.until(lambda: "Styles, 2 of 4" in words_of(page))
            names = [line for line in words_of(page).splitlines() if line.startswith("**")]
            worn = buttons_of(page)[names.index("**Pencil sketch**")]
            await alice.press_payload(channel, page, worn["custom_id"])
            await channel.until(lambda: any("--style sketch" in words_of(m) for m in channel.said))
            await alice.slash(channel, "imagine", prompt="a fox", style="sketch")
            await channel.result()
            await alice.slash(channel, "style", style="save dusk in the fog")
            await channel.until(lambda: any("Kept as" in words_of(m) for m in channel.said))
    assert engine.jobs[-1].prompt.startswith("a fox, pencil sketch")
