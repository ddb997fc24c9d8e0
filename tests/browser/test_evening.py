"""A whole evening on the page, from the first picture to the morning after a crash, as a person would spend it."""

from __future__ import annotations

import asyncio
import re
import signal
from pathlib import Path

import pytest
from PIL import Image
from playwright.async_api import Browser, expect

from tests.browser.people import Someone, someone
from tests.patience import PATIENCE
from tests.ports import free_port
from tests.process import SLOW_FLAGS, Forked

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.asyncio(loop_scope="session")]

APPLE = "파란 배경에 빨간 사과"


@pytest.mark.timeout(1800)
async def test_a_whole_evening(tmp_path: Path, chromium: Browser) -> None:
    port = free_port()
    async with someone(chromium) as minji:
        async with Forked(tmp_path, "run", web=True, web_port=port) as process:
            await minji.opens(f"http://127.0.0.1:{port}/")
            await imagines_in_korean(minji)
            await rerolls_and_changes(minji)
            await makes_an_album_and_keeps_one(minji, tmp_path / "original.png")
            await leafs_through_history(minji)
            await cancels(minji)
            await minji.sends(f"left at midnight {SLOW_FLAGS}")
            await watches(minji)
            await process.end(signal.SIGKILL)
        await minji.sees("Lukis doesn't answer. Trying again…")
        async with Forked(tmp_path, "run", web=True, web_port=port):
            await finds_all_of_it(minji)


async def imagines_in_korean(minji: Someone) -> None:
    await minji.sees("What shall we paint?")
    await minji.sends(APPLE)
    await minji.sees_pictures(1, total=1)
    await minji.sees("In English: a red apple on a blue background")
    await expect(minji.page).to_have_title("Lukis")


async def watches(minji: Someone) -> None:
    """All at once, as eyes do: the job may end while a busy machine looks at one thing after the other."""
    preview = minji.last.locator(".preview")
    await asyncio.gather(
        is_painting(minji),
        expect(minji.page).to_have_title("(1) Lukis", timeout=PATIENCE * 1000),
        expect(preview).to_be_visible(timeout=PATIENCE * 1000),
    )
    assert await preview.evaluate("image => image.decode().then(() => image.naturalWidth)") >= 8


async def is_painting(minji: Someone) -> None:
    await expect(minji.last.get_by_text(re.compile(r"Painting: \d+%"))).to_be_visible(timeout=PATIENCE * 1000)
    await expect(minji.last.get_by_role("progressbar")).to_have_attribute("aria-valuenow", re.compile(r"\d+"))


async def rerolls_and_changes(minji: Someone) -> None:
    first = await minji.seed()
    await minji.clicks("Reroll")
    await minji.sees_pictures(1, total=2)
    assert await minji.seed() != first
    await minji.clicks("Change it")
    await minji.sees("Changing this picture")
    await minji.sends("at night --steps 6")
    await minji.sees_pictures(1, total=3)
    await expect(minji.last.locator(".notes")).to_contain_text("strength")
    assert await minji.messages.nth(-2).locator(".source").evaluate("image => image.naturalWidth") > 0


async def makes_an_album_and_keeps_one(minji: Someone, file: Path) -> None:
    await minji.sends("three boats --n 4 --steps 2")
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


async def cancels(minji: Someone) -> None:
    await minji.sends(f"something slow {SLOW_FLAGS}")
    await is_painting(minji)
    await minji.clicks("Cancel")
    await minji.sees("Cancelled.")


async def finds_all_of_it(minji: Someone) -> None:
    """The page is back by itself; what was under way is painted; old buttons and words are there."""
    await expect(minji.page.get_by_text("Lukis doesn't answer")).to_be_hidden(timeout=PATIENCE * 1000)
    left = minji.page.locator(".message", has_text="left at midnight")
    await expect(left.locator(".frame")).to_have_count(8, timeout=3 * PATIENCE * 1000)
    await expect(minji.page.locator(".frame")).to_have_count(7 + 8)
    await expect(minji.page.locator(".mine .said p").first).to_have_text(APPLE)
    await minji.page.get_by_role("button", name="Reroll", exact=True).first.click()
    await minji.sees_pictures(1, total=7 + 8 + 1)
    await expect(minji.last.locator(".title")).to_have_text(APPLE)
