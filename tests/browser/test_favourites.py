"""Favourites on the page: chosen in the chat and in the large picture, seen in the gallery, shown alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.browser.people import DESK, PHONE, Someone, someone
from tests.wire.web import house

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def keep(ann: Someone, name: str) -> None:
    """A picture of what there is to see, where somebody wants to look at it."""
    if folder := os.environ.get("SHOTS"):
        await ann.page.screenshot(path=f"{folder}/{name}.png")


@pytest.mark.parametrize("viewport", [PHONE, DESK])
async def test_favourites_are_chosen_and_shown_alone(
    tmp_path: Path, chromium: Browser, viewport: dict[str, int]
) -> None:
    width = viewport["width"]
    async with house(tmp_path) as at, someone(chromium, at, viewport=viewport) as ann:
        for number, words in enumerate(("a boat", "a cat", "a fox"), 1):
            await ann.sends(words)
            await ann.sees_pictures(1, total=number)
        star = ann.last.get_by_role("button", name="Favourite")
        await star.click()
        await expect(star).to_have_attribute("aria-pressed", "true")
        await keep(ann, f"chat-{width}")
        await ann.page.get_by_role("link", name="Gallery").click()
        tiles = ann.page.locator("#tiles li")
        await expect(tiles).to_have_count(3)
        await expect(tiles.and_(ann.page.locator(".starred"))).to_have_text(["a fox"])
        await tiles.nth(2).get_by_role("button").click()
        box = ann.page.get_by_role("dialog")
        await box.get_by_role("button", name="Favourite").click()
        await expect(box.get_by_role("button", name="Favourite")).to_have_attribute("aria-pressed", "true")
        await keep(ann, f"large-{width}")
        await ann.page.keyboard.press("Escape")
        await keep(ann, f"gallery-{width}")
        alone = ann.page.get_by_role("button", name="Favourites")
        await alone.focus()
        await ann.page.keyboard.press("Enter")
        await expect(alone).to_have_attribute("aria-pressed", "true")
        await expect(tiles).to_have_text(["a boat", "a fox"])
        await keep(ann, f"alone-{width}")
        await tiles.first.get_by_role("button").click()
        await box.get_by_role("button", name="Favourite").click()
        await expect(box.get_by_role("button", name="Favourite")).to_have_attribute("aria-pressed", "false")
        await ann.page.keyboard.press("Escape")
        await alone.click()
        await expect(tiles).to_have_count(3)
        await alone.click()
        await expect(tiles).to_have_text(["a fox"])
