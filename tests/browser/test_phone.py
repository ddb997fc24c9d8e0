"""What people do with a phone in the hand: Back, a swipe, a picture handed over; and what is said where that fails."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, expect

from tests.browser.people import PHONE, Someone, someone
from tests.browser.test_page import HAND_OVER, png
from tests.fakes import FakeEngine
from tests.wire.web import house

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

HAND: dict[str, Any] = {"viewport": PHONE, "has_touch": True, "is_mobile": True}

PAINTED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""What is in the page is on the screen: before that, a finger touches what was there."""


async def swipes(ann: Someone, by: int, down: int = 0) -> None:
    """A finger goes over the picture, so far to the right and down."""
    session = await ann.page.context.new_cdp_session(ann.page)
    x, y = PHONE["width"] // 2 - by // 2, 300
    for kind, share in (("touchStart", 0.0), ("touchMove", 0.5), ("touchMove", 1.0), ("touchEnd", None)):
        points = [] if share is None else [{"x": x + by * share, "y": y + down * share}]
        await session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


@pytest.mark.parametrize("where", ["chat", "gallery"])
async def test_back_closes_the_picture_and_nothing_else(
    tmp_path: Path, chromium: Browser, where: str
) -> None:
    async with house(tmp_path) as at, someone(chromium, at, **HAND) as ann:
        await ann.sends("a boat --n 2")
        await ann.sees_pictures(2)
        opener = ann.page.locator(".open").first
        if where == "gallery":
            await ann.page.get_by_role("link", name="Gallery").click()
            opener = ann.page.locator("#tiles button").first
        box = ann.page.get_by_role("dialog")
        for how in ("back", "Escape", "back", "Close", "back"):
            await opener.click()
            await expect(box).to_be_visible()
            if how == "back":
                await ann.page.go_back()
            elif how == "Escape":
                await ann.page.keyboard.press(how)
            else:
                await ann.clicks(how, box)
            await expect(box).to_be_hidden()
            await expect(ann.page.locator(f"#{where}")).to_be_visible()
            await ann.until("!history.state?.over")
        if where == "gallery":
            await opener.click()
            await ann.clicks("Show again", box)
            await ann.sees_pictures(1, total=3)
            await ann.page.go_back()
            await expect(ann.page.locator("#gallery")).to_be_visible()
            await ann.page.go_back()
        await expect(ann.page.locator("#chat")).to_be_visible()


@pytest.mark.parametrize(("language", "forward"), [("en", -150), ("ar", 150)])
async def test_a_swipe_turns_the_picture(
    tmp_path: Path, chromium: Browser, language: str, forward: int
) -> None:
    async with house(tmp_path) as at, someone(chromium, at, locale=language, **HAND) as ann:
        await ann.sends("a boat --n 3 --seed 10")
        await ann.sees_pictures(3)
        await ann.page.locator(".open").first.click()
        await expect(ann.page.get_by_role("dialog")).to_be_visible()
        await ann.page.evaluate(PAINTED)
        shown = ann.page.locator("#lightbox .stage img")
        for by, down, seed in (
            (forward, 10, 11),
            (forward, 0, 12),
            (forward, 0, 12),
            (-forward, 0, 11),
            (forward // 10, 0, 11),
            (forward, 200, 11),
        ):
            await swipes(ann, by, down)
            await expect(shown).to_have_attribute("src", f"/picture/1-{seed}/{seed - 10}")
        await expect(ann.page.get_by_role("dialog")).to_be_visible()


@pytest.mark.parametrize("where", ["gallery", "lightbox"])
@pytest.mark.parametrize("how", ["drop", "paste"])
async def test_a_picture_handed_over_anywhere_opens_the_chat(
    tmp_path: Path, chromium: Browser, where: str, how: str
) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        await ann.sends("a boat")
        await ann.sees_pictures(1)
        await ann.page.get_by_role("link", name="Gallery").click()
        await expect(ann.page.locator("#tiles li")).to_have_count(1)
        if where == "lightbox":
            await ann.page.locator("#tiles button").click()
        await ann.page.evaluate(HAND_OVER, [how, base64.b64encode(png()).decode()])
        await ann.sees("Starting from this picture")
        await expect(ann.page.get_by_role("dialog")).to_be_hidden()
        await expect(ann.prompt).to_be_focused()
        await ann.page.keyboard.type("in oil")
        await ann.page.keyboard.press("Enter")
        await ann.sees_pictures(1, total=2)


async def test_a_picture_without_words_is_asked_how_it_was_made_and_a_change_says_what_is_missing(
    tmp_path: Path, chromium: Browser
) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, someone(chromium, at, **HAND) as ann:
        file = {"name": "mine.png", "mimeType": "image/png", "buffer": png()}
        await ann.page.set_input_files("#file", file)  # type: ignore[arg-type]
        await ann.page.locator("#send").click()
        await ann.sees("This picture doesn't say how it was made")
        await expect(ann.page.locator("#context")).to_contain_text("mine.png")
        await ann.sends("in oil")
        await ann.sees_pictures(1)
        await ann.clicks("Change it")
        await ann.page.locator("#send").click()
        await ann.sees("Say in words what to do with the picture.")
        assert len(engine.jobs) == 1


@pytest.mark.parametrize("seed", ["-1", "99999999999", "1.5"])
async def test_a_seed_out_of_range_is_said(tmp_path: Path, chromium: Browser, seed: str) -> None:
    async with house(tmp_path) as at, someone(chromium, at, **HAND) as ann:
        await ann.clicks("Settings")
        field = ann.page.get_by_label("Seed")
        await field.fill(seed)
        wrong = ann.page.locator(".wrong:not(:empty)")
        await expect(wrong).to_have_text("This must be between 0 and 4294967295.")
        await expect(field).to_have_attribute("aria-invalid", "true")
        await expect(ann.page.locator("#chosen")).to_be_hidden()
        await field.fill("7")
        await expect(wrong).to_have_count(0)
        await expect(ann.page.locator("#chosen")).to_contain_text("7")


@pytest.mark.parametrize("language", ["ar", "hi", "pt"])
async def test_the_way_to_the_newest_is_never_covered(
    tmp_path: Path, chromium: Browser, language: str
) -> None:
    async with house(tmp_path) as at, someone(chromium, at, locale=language, viewport=PHONE) as ann:
        for number in (1, 2, 3):
            await ann.sends("a boat")
            await ann.sees_pictures(1, total=number)
        for words in ("", "x " * 300):
            await ann.prompt.fill(words)
            await ann.page.mouse.move(200, 300)
            await ann.page.mouse.wheel(0, -1500)
            await expect(ann.page.locator("#newest")).to_be_visible()
            await ann.page.locator("#newest").click()
            await expect(ann.page.locator("#newest")).to_be_hidden()


async def test_numbers_are_written_as_in_the_persons_language(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at, locale="pt") as ann:
        await ann.page.locator("#settings-button").click()
        guidance = ann.page.locator("output[for=set-cfg]")
        await expect(guidance).to_have_text("Automático · 2,5")
        await ann.page.locator("#set-cfg").press("ArrowRight")
        await expect(guidance).to_have_text("3")
        await ann.page.locator("#set-cfg").press("ArrowRight")
        await expect(guidance).to_have_text("3,5")


async def test_no_line_ends_within_a_flag(tmp_path: Path, chromium: Browser) -> None:
    """A sentence with a flag in its middle, at widths that would part it everywhere."""
    async with house(tmp_path) as at, someone(chromium, at, **HAND) as ann:
        await ann.sends("a boat --steps 999")
        await ann.sees("--steps can't be 999")
        told = ann.last.locator(".text p")
        parted = "(told) => [...told.querySelectorAll('.whole')].map((flag) => flag.getClientRects().length)"
        for width in range(30, 120, 3):
            await told.evaluate(f"(told) => (told.style.width = '{width}px')")
            assert await told.evaluate(parted) == [1]
