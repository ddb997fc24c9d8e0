"""Many pictures of the gallery at once, by mouse, by finger and by keys; and looking for some by words."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, expect

from tests.browser.people import DESK, PHONE, Someone, someone
from tests.browser.test_favourites import keep
from tests.wire.web import house

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

PROMPTS = ("a boat", "a cat", "a fox", "a boat at night")


async def gallery(ann: Someone) -> Locator:
    """Tiles of four pictures, the newest first."""
    for number, words in enumerate(PROMPTS, 1):
        await ann.sends(words)
        await ann.sees_pictures(1, total=number)
    await ann.page.locator(".bar nav a").last.click()
    tiles = ann.page.locator("#tiles li")
    await expect(tiles).to_have_count(len(PROMPTS))
    return tiles


async def test_chosen_with_the_mouse_kept_liked_deleted_and_brought_back(
    tmp_path: Path, chromium: Browser
) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        tiles, picked = await gallery(ann), ann.page.locator("#picked")
        await expect(picked).to_be_hidden()
        await tiles.nth(0).hover()
        await tiles.nth(0).get_by_role("checkbox").check()
        await expect(picked).to_contain_text("Selected: 1")
        await tiles.nth(2).get_by_role("checkbox").click(modifiers=["Shift"])
        await expect(picked).to_contain_text("Selected: 3")
        await tiles.nth(1).get_by_role("button").click()
        await expect(picked).to_contain_text("Selected: 2")
        await expect(ann.page.get_by_role("dialog")).to_be_hidden()
        await keep(ann, "picked-1280")
        async with ann.page.expect_download() as begun:
            await ann.clicks("Download as zip")
        file = tmp_path / "got.zip"
        await (await begun.value).save_as(file)
        assert [name[:8] for name in zipfile.ZipFile(file).namelist()] == ["00004-1-", "00002-1-"]
        await ann.clicks("Favourite")
        starred = tiles.and_(ann.page.locator(".starred"))
        await expect(starred).to_have_text(["a boat at night", "a cat"])
        await ann.clicks("Delete")
        await expect(ann.page.locator(".gap")).to_have_count(2)
        undo = picked.get_by_role("button", name="Undo")
        await expect(undo).to_be_focused()
        await keep(ann, "picked-deleted-1280")
        await undo.press("Enter")
        await expect(ann.page.locator(".gap")).to_have_count(0)
        await expect(tiles).to_have_text(["a boat at night", "a fox", "a cat", "a boat"])
        await ann.clicks("Done")
        await expect(picked).to_be_hidden()
        await tiles.nth(0).get_by_role("button").click()
        await expect(ann.page.get_by_role("dialog")).to_be_visible()


@pytest.mark.parametrize("locale", ["en", "ar"])
async def test_chosen_by_keys(tmp_path: Path, chromium: Browser, locale: str) -> None:
    async with house(tmp_path) as at, someone(chromium, at, locale=locale, color_scheme="dark") as ann:
        tiles, keys = await gallery(ann), ann.page.keyboard
        await ann.page.locator("#gallery-select").focus()
        await keys.press("x")
        await expect(ann.page.locator("#gallery-select")).to_have_attribute("aria-pressed", "true")
        for at_tile in (0, 1):
            await tiles.nth(at_tile).get_by_role("checkbox").focus()
            await keys.press("Space")
        await keep(ann, f"picked-keys-{locale}")
        await keys.press("Delete")
        await expect(ann.page.locator(".gap")).to_have_count(2)
        await keys.press("Enter")
        await expect(tiles.get_by_role("checkbox")).to_have_count(4)
        await tiles.nth(0).get_by_role("checkbox").focus()
        await keys.press("Space")
        await keys.press("Escape")
        await expect(ann.page.locator("#picked")).to_be_hidden()
        await expect(ann.page.locator("#gallery-select")).to_be_focused()
        assert await ann.page.locator(".pick:checked").count() == 0


LONG_PRESS = """(node, held) => new Promise((done) => {
  const at = { bubbles: true, pointerType: "touch", clientX: 5, clientY: 5 };
  node.dispatchEvent(new PointerEvent("pointerdown", at));
  setTimeout(() => {
    node.dispatchEvent(new PointerEvent("pointerup", at));
    node.click();
    done();
  }, held);
})"""


async def test_a_long_press_begins_to_choose_and_a_tap_goes_on(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at, viewport=PHONE, has_touch=True) as ann:
        tiles, picked = await gallery(ann), ann.page.locator("#picked")
        await tiles.nth(1).get_by_role("button").evaluate(LONG_PRESS, 900)
        await expect(picked).to_contain_text("Selected: 1")
        await expect(ann.page.get_by_role("dialog")).to_be_hidden()
        await tiles.nth(2).get_by_role("button").tap()
        await expect(picked).to_contain_text("Selected: 2")
        await keep(ann, "picked-390")
        await ann.clicks("Done")
        await tiles.nth(2).get_by_role("button").tap()
        await expect(ann.page.get_by_role("dialog")).to_be_visible()


@pytest.mark.parametrize("viewport", [PHONE, DESK])
async def test_pictures_are_found_by_words(
    tmp_path: Path, chromium: Browser, viewport: dict[str, int]
) -> None:
    async with house(tmp_path) as at, someone(chromium, at, viewport=viewport) as ann:
        tiles, search = await gallery(ann), ann.page.get_by_role("searchbox")
        await ann.page.locator("#gallery-select").focus()
        await ann.page.keyboard.press("f")
        await expect(search).to_be_focused()
        await search.fill("boat")
        await search.press("Enter")
        await expect(tiles).to_have_text(["a boat at night", "a boat"])
        await keep(ann, f"found-{viewport['width']}")
        await search.fill("giraffe")
        await search.press("Enter")
        await ann.sees("Nothing found.")
        await search.fill("")
        await expect(tiles).to_have_count(4)
