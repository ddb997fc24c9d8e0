"""A whole evening on the page, as a person would spend it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image
from playwright.async_api import Browser, expect

from tests.browser.people import Someone, someone
from tests.chat import FakeTranslator
from tests.fakes import FakeEngine
from tests.wire.web import house

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_an_evening_and_the_next_morning(tmp_path: Path, chromium: Browser) -> None:
    async with someone(chromium) as minji:
        engine = FakeEngine()
        translator = FakeTranslator(**{"눈 속의 빨간 여우": "a red fox in the snow"})
        async with house(tmp_path / "data", engine=engine, translator=translator) as at:
            port = urlsplit(at.url).port
            await minji.opens(at.url)
            await imagines_in_korean(minji, engine)
            await rerolls_and_changes(minji, engine)
            await makes_an_album_and_keeps_one(minji, tmp_path / "original.png")
            await leafs_through_history(minji)
            await cancels_one_and_leaves_one(minji, engine)
        await minji.sees("Lukis doesn't answer. Trying again…")
        async with house(tmp_path / "data", port=port):
            await finds_all_of_it(minji)


async def imagines_in_korean(minji: Someone, engine: FakeEngine) -> None:
    await minji.sees("What shall we paint?")
    engine.hold(2)
    await minji.sends("눈 속의 빨간 여우")
    await minji.sees("Painting: 50%")
    await expect(minji.page.get_by_role("progressbar")).to_have_attribute("aria-valuenow", "50")
    await expect(minji.page).to_have_title("(1) Lukis")
    await engine.release()
    await minji.sees_pictures(1, total=1)
    await minji.sees("In English: a red fox in the snow")
    await expect(minji.page).to_have_title("Lukis")


async def rerolls_and_changes(minji: Someone, engine: FakeEngine) -> None:
    first = await minji.seed()
    await minji.clicks("Reroll")
    await minji.sees_pictures(1, total=2)
    assert await minji.seed() != first
    await minji.clicks("Change it")
    await minji.sees("Changing this picture")
    await minji.sends("at night")
    await minji.sees_pictures(1, total=3)
    assert engine.jobs[-1].mode == "image"
    assert await minji.messages.nth(-2).locator(".source").evaluate("image => image.naturalWidth") > 0


async def makes_an_album_and_keeps_one(minji: Someone, file: Path) -> None:
    await minji.sends("three boats --n 4")
    await minji.sees_pictures(4, total=7)
    async with minji.page.expect_download() as download:
        await minji.last.get_by_role("link", name="Download original").nth(2).click()
    await (await download.value).save_as(file)
    with Image.open(file) as image:
        assert "three boats" in image.text["parameters"]  # type: ignore[attr-defined]


async def leafs_through_history(minji: Someone) -> None:
    await minji.sends("/history")
    await minji.sees("1 of 7")
    await minji.clicks("Older", minji.last)
    await minji.sees("2 of 7")
    await minji.clicks("Newer", minji.last)
    await minji.sees("1 of 7")


async def cancels_one_and_leaves_one(minji: Someone, engine: FakeEngine) -> None:
    engine.hold(1)
    await minji.sends("something slow")
    await minji.sees("Painting: 25%")
    await minji.clicks("Cancel")
    await minji.sees("Cancelled.")
    await minji.sends("left at midnight")
    await minji.sees("Painting: 25%")


async def finds_all_of_it(minji: Someone) -> None:
    """The page is back by itself; what was under way is painted; old buttons, replies and words are there."""
    await expect(minji.page.get_by_text("Lukis doesn't answer")).to_be_hidden(timeout=20_000)
    await expect(minji.page.locator(".message", has_text="left at midnight").locator(".frame")).to_have_count(
        1
    )
    await expect(minji.page.locator(".frame")).to_have_count(8)
    await expect(minji.page.locator(".mine").first).to_have_text("눈 속의 빨간 여우")
    await minji.page.get_by_role("button", name="Reroll", exact=True).first.click()
    await minji.sees_pictures(1, total=9)
    await expect(minji.last.locator(".title")).to_have_text("눈 속의 빨간 여우")
