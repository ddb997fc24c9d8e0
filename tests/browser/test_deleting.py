"""A delete can be taken back for a moment, wherever it was pressed: in the chat, on an album, in the gallery."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, expect

from bot.usecases import deletions
from tests.browser.people import DESK, PHONE, Someone, someone
from tests.patience import until
from tests.wire.web import house

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def loaded(ann: Someone, count: int) -> None:
    """So many pictures are there in the chat, and can be seen."""
    frames = ann.page.locator(".frame img")
    await expect(frames).to_have_count(count)
    for i in range(count):
        await expect(frames.nth(i)).to_have_js_property("complete", True)
        assert await frames.nth(i).evaluate("image => image.naturalWidth") > 0


async def test_a_deleted_picture_comes_back_to_its_place(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        for number, words in enumerate(("a boat", "a cat"), 1):
            await ann.sends(words)
            await ann.sees_pictures(1, total=number)
        await ann.page.get_by_role("button", name="Delete", exact=True).first.click()
        await loaded(ann, 1)
        await ann.page.reload()
        await ann.clicks("Undo")
        await ann.sees("It is back.")
        await loaded(ann, 2)
        assert await ann.page.locator(".title").all_inner_texts() == ["a boat", "a cat"]
        await expect(ann.page.get_by_role("button", name="Undo")).to_have_count(0)


async def test_a_picture_that_nobody_wants_back_leaves_nothing(
    tmp_path: Path, chromium: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deletions, "GRACE", 10)
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        await ann.sends("a boat")
        await ann.sees_pictures(1)
        await ann.clicks("Delete")
        await expect(ann.page.get_by_role("button", name="Undo")).to_be_visible()
        await expect(ann.page.get_by_role("button", name="Undo")).to_have_count(0)
        await until(lambda: not list(tmp_path.rglob("*.png")))


@pytest.mark.parametrize("way", ["album", "lightbox"])
async def test_one_picture_of_an_album_is_deleted_and_comes_back(
    tmp_path: Path, chromium: Browser, way: str
) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        await ann.sends("a boat --n 3 --seed 10")
        await ann.sees_pictures(3)
        if way == "lightbox":
            await ann.page.locator(".open").nth(1).click()
            await ann.clicks("Delete this one", ann.page.get_by_role("dialog"))
        else:
            await ann.clicks("Delete this one", ann.page.locator(".frame").nth(1))
        await loaded(ann, 2)
        seeds = [src.split("-")[1].split("/")[0] for src in await sources(ann)]
        assert seeds == ["10", "12"]
        await ann.clicks("Undo")
        await loaded(ann, 3)


async def sources(ann: Someone) -> list[str]:
    found: list[str] = await ann.page.locator(".frame img").evaluate_all(
        "images => images.map((i) => i.getAttribute('src'))"
    )
    return found


@pytest.mark.parametrize("viewport", [PHONE, DESK])
async def test_pictures_of_the_gallery_are_deleted_and_come_back(
    tmp_path: Path, chromium: Browser, viewport: dict[str, int]
) -> None:
    async with house(tmp_path) as at, someone(chromium, at, viewport=viewport) as ann:
        await ann.sends("a boat --n 2")
        await ann.sees_pictures(2)
        await ann.sends("a cat")
        await ann.sees_pictures(1, total=3)
        await ann.page.get_by_role("link", name="Gallery").click()
        tiles = ann.page.locator("#tiles li")
        await expect(tiles).to_have_count(3)
        await tiles.nth(1).get_by_role("button").click()
        await ann.clicks("Delete this one", ann.page.get_by_role("dialog"))
        undo = ann.page.get_by_role("button", name="Undo")
        await expect(undo).to_be_visible()
        await undo.click()
        await expect(undo).to_have_count(0)
        assert [t.strip() for t in await tiles.all_inner_texts()] == ["a cat", "a boat", "a boat"]
        await tiles.first.get_by_role("button", name="Picture").click()
        await ann.page.clock.install()
        await ann.clicks("Delete this one", ann.page.get_by_role("dialog"))
        await expect(tiles.first.get_by_role("button", name="Undo")).to_be_visible()
        await ann.page.clock.fast_forward(10_000)
        await expect(tiles).to_have_count(2)
        await ann.page.get_by_role("link", name="Chat").click()
        await loaded(ann, 2)


async def test_an_undo_that_is_refused_brings_nothing_back(
    tmp_path: Path, chromium: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deletions, "GRACE", 0.05)
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        tiles = await in_gallery(ann, "a boat", "a cat")
        await tiles.first.get_by_role("button").click()
        await ann.clicks("Delete this one", ann.page.get_by_role("dialog"))
        undo = ann.page.get_by_role("button", name="Undo")
        await expect(undo).to_be_visible()
        await until(lambda: len(list(tmp_path.rglob("*.png"))) == 1)
        await undo.click()
        await ann.sees("That is not here any more.")
        await expect(tiles).to_have_count(1)
        assert [t.strip() for t in await tiles.all_inner_texts()] == ["a boat"]
        await tiles.first.get_by_role("button").click()
        await expect(ann.page.locator("[data-tool=forward]")).to_be_disabled()


async def test_an_undo_that_is_not_heard_can_be_pressed_again(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        tiles = await in_gallery(ann, "a boat", "a cat")
        await tiles.first.get_by_role("button").click()
        await ann.clicks("Delete this one", ann.page.get_by_role("dialog"))
        undo = ann.page.get_by_role("button", name="Undo")
        await ann.page.route("**/press", lambda route: route.abort())
        await undo.click()
        await ann.sees("That could not be sent.")
        await expect(undo).to_be_visible()
        await ann.page.unroute("**/press")
        await undo.click()
        await expect(undo).to_have_count(0)
        assert [t.strip() for t in await tiles.all_inner_texts()] == ["a cat", "a boat"]
        ann.faults.clear()  # the browser's own words on what was not sent


async def test_pictures_deleted_one_after_the_other_come_back_where_they_were(
    tmp_path: Path, chromium: Browser
) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        words = ["a fox", "a hat", "a boat", "a cat"]
        tiles, undo = await in_gallery(ann, *words), ann.page.get_by_role("button", name="Undo")
        for number in (0, 1):
            await tiles.nth(number).get_by_role("button").click()
            await ann.clicks("Delete this one", ann.page.get_by_role("dialog"))
            await expect(undo).to_have_count(number + 1)
        for left in (1, 0):
            await undo.first.click()
            await expect(undo).to_have_count(left)
        box, seen = ann.page.get_by_role("dialog"), []
        await tiles.first.get_by_role("button").click()
        for _ in words:
            seen.append(await box.locator(".title").inner_text())
            await ann.page.keyboard.press("ArrowRight")
        assert seen == words[::-1]


async def in_gallery(ann: Someone, *words: str) -> Locator:
    """The tiles of the gallery, once these are painted."""
    for number, one in enumerate(words, 1):
        await ann.sends(one)
        await ann.sees_pictures(1, total=number)
    await ann.page.get_by_role("link", name="Gallery").click()
    tiles = ann.page.locator("#tiles li")
    await expect(tiles).to_have_count(len(words))
    return tiles
