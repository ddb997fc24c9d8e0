"""What helps whoever comes for the first time, or got nothing: pictures to click, help, words that come back, keys."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from bot.platforms.web.known import FIRSTS
from engine.api.errors import OutOfMemory
from engine.api.parameters import PARAMETERS
from tests.browser.people import PHONE, someone
from tests.browser.test_page import HAND_OVER, png
from tests.fakes import FakeEngine
from tests.wire.web import house

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@pytest.mark.parametrize(("language", "words"), [("en", "a rocket in space"), ("hi", "अंतरिक्ष में एक रॉकेट")])
async def test_six_pictures_in_ones_own_language_are_drawn_by_a_click(
    tmp_path: Path, chromium: Browser, language: str, words: str
) -> None:
    async with house(tmp_path) as at, someone(chromium, at, locale=language) as ann:
        pictures = ann.page.locator("#firsts img")
        await expect(pictures).to_have_count(len(FIRSTS))
        for i in range(len(FIRSTS)):
            await expect(pictures.nth(i)).to_have_js_property("naturalWidth", 240)
        await ann.clicks(words)
        await ann.sees_pictures(1)
        await expect(ann.page.locator(".mine .said p")).to_have_text(words)
        await expect(ann.page.locator("#hello")).to_be_hidden()


async def test_the_help_has_examples_that_draw_and_every_option(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        await ann.page.get_by_role("button", name="Help").click()
        box = ann.page.locator("#help")
        await expect(box).to_be_visible()
        told = await box.locator(".options code").all_inner_texts()
        assert [line.split()[0] for line in told] == [p.flag for p in PARAMETERS.values()]
        await box.get_by_role("button", name="a house at night").click()
        await expect(box).to_be_hidden()
        await ann.sees_pictures(1)
        assert at.engine.jobs[-1].prompt == "a house at night"


async def test_words_of_which_nothing_came_are_edited_and_tried_again(
    tmp_path: Path, chromium: Browser
) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, someone(chromium, at) as ann:
        engine.fault = lambda job: OutOfMemory()
        await ann.sends("a boat --steps 7")
        await ann.clicks("Edit and retry")
        await expect(ann.prompt).to_have_value("a boat --steps 7")
        await ann.page.reload()
        await ann.prompt.fill("")
        await ann.clicks("Edit and retry")
        engine.fault = lambda job: None
        await ann.prompt.press_sequentially(" --seed 3")
        await ann.prompt.press("Enter")
        await ann.sees_pictures(1)
        assert (engine.jobs[-1].recipe.steps, engine.jobs[-1].recipe.seed) == (7, 3)


async def test_refused_words_come_back_by_touch_as_often_as_one_likes(
    tmp_path: Path, chromium: Browser
) -> None:
    async with (
        house(tmp_path) as at,
        someone(chromium, at, viewport=PHONE, has_touch=True, is_mobile=True) as ann,
    ):
        await ann.sends("a boat --steps 999")
        await expect(ann.prompt).to_have_value("a boat --steps 999")
        await ann.prompt.fill("")
        await ann.page.get_by_role("button", name="Edit and retry").tap()
        await expect(ann.prompt).to_have_value("a boat --steps 999")
        await ann.sends("a ship --seed 4")
        await ann.sees_pictures(1)
        await ann.page.get_by_role("button", name="Write this again").last.tap()
        await expect(ann.prompt).to_have_value("a ship --seed 4")


async def test_words_come_back_with_the_picture_that_they_were_about(
    tmp_path: Path, chromium: Browser
) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        await ann.sends("a boat")
        await ann.sees_pictures(1)
        await ann.clicks("Change it")
        await ann.sends("at night")
        await ann.sees_pictures(1, total=2)
        await ann.clicks("Write this again")
        await expect(ann.prompt).to_have_value("at night")
        await expect(ann.page.locator("#context")).to_contain_text("Changing this picture")


async def test_earlier_words_come_by_the_arrow_keys(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        for number, words in enumerate(("one", "two", "two", "three"), 1):
            await ann.sends(words)
            await ann.sees_pictures(1, total=number)
        for key, words in (
            *(("ArrowUp", words) for words in ("three", "two", "one", "one")),
            *(("ArrowDown", words) for words in ("two", "three", "")),
        ):
            await ann.prompt.press(key)
            await expect(ann.prompt).to_have_value(words)
        await ann.prompt.fill("a new one")
        await ann.prompt.press("ArrowUp")
        await expect(ann.prompt).to_have_value("a new one")


async def test_keys_lead_about_and_are_silent_while_one_writes(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        keys, gallery = ann.page.keyboard, ann.page.locator("#gallery")
        await ann.sends("wag the dog ?")
        await ann.sees_pictures(1)
        assert at.engine.jobs[-1].prompt == "wag the dog ?"
        await ann.page.locator(".open").first.focus()
        await keys.press("g")
        await expect(gallery).to_be_visible()
        await keys.press("c")
        await expect(gallery).to_be_hidden()
        await keys.press("?")
        await expect(ann.page.locator("#help kbd").first).to_be_visible()
        await keys.press("g")
        await expect(gallery).to_be_hidden()
        await keys.press("Escape")
        await expect(ann.page.locator("#help")).to_be_hidden()
        await ann.page.locator(".open").first.click()
        await expect(ann.page.locator("#lightbox")).to_be_visible()
        await keys.press("Delete")
        await expect(ann.page.locator("[data-action=undo]")).to_be_visible()
        await ann.page.locator("#theme").focus()
        await keys.press("z")
        await ann.sees_pictures(1)
        await ann.page.locator("#theme").focus()
        await keys.press("w")
        await expect(ann.prompt).to_be_focused()
        await expect(ann.prompt).to_have_value("")
        await ann.page.locator("#theme").focus()
        await keys.press("/")
        await expect(ann.page.locator("#menu")).to_be_visible()


async def test_keys_of_a_single_sign_can_be_switched_off_for_good(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        keys, gallery, sheet = ann.page.keyboard, ann.page.locator("#gallery"), ann.page.locator("#help")
        await ann.sends("a boat")
        await ann.sees_pictures(1)
        switch = ann.page.get_by_label("Single letters and signs work as keys")
        await ann.page.locator("#theme").focus()
        await keys.press("?")
        await expect(switch).to_be_checked()
        await switch.press("Space")
        await keys.press("Escape")
        await expect(sheet).to_be_hidden()
        for again in (False, True):
            if again:
                await ann.page.reload()
                await ann.sees_pictures(1)
            await ann.page.locator("#theme").focus()
            for key in "gq?/h":
                await keys.press(key)
            await ann.page.locator(".open").first.click()
            await expect(ann.page.locator("#lightbox")).to_be_visible()
            await keys.press("i")
            await keys.press("Escape")
            await expect(ann.page.locator("#lightbox")).to_be_hidden()
            for hidden in (gallery, sheet, ann.page.locator("#earlier")):
                await expect(hidden).to_be_hidden()
            await expect(ann.page.locator("#menu")).to_be_hidden()
        await ann.page.locator(".open").first.click()
        await keys.press("Delete")
        await expect(ann.page.locator("[data-action=undo]")).to_be_visible()
        await ann.page.locator("#help-button").click()
        await expect(switch).not_to_be_checked()
        await switch.check()
        await keys.press("Escape")
        await expect(sheet).to_be_hidden()
        await ann.page.locator("#theme").focus()
        await keys.press("g")
        await expect(gallery).to_be_visible()


async def test_a_letter_is_a_key_by_its_place_in_any_alphabet(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        await ann.page.evaluate(
            """() => document.body.dispatchEvent(
              new KeyboardEvent("keydown", { key: "п", code: "KeyG", bubbles: true, cancelable: true }))"""
        )
        await expect(ann.page.locator("#gallery")).to_be_visible()


@pytest.mark.parametrize(("viewport", "across"), [({"width": 1280, "height": 860}, 4), (PHONE, 2)])
async def test_an_album_of_four_or_more_is_a_grid(
    tmp_path: Path, chromium: Browser, viewport: dict[str, int], across: int
) -> None:
    async with house(tmp_path) as at, someone(chromium, at, viewport=viewport) as ann:
        await ann.sends("a boat --n 5")
        frames = await ann.sees_pictures(5)
        tops = [await frames.nth(i).evaluate("image => image.getBoundingClientRect().top") for i in range(5)]
        assert tops.count(tops[0]) == across
        assert await ann.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_a_picture_dropped_in_tells_how_it_was_made_and_leaves_the_words(
    tmp_path: Path, chromium: Browser
) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        await ann.sends("a boat --steps 7 --seed 5")
        await ann.sees_pictures(1)
        src = await ann.page.locator(".frame img").get_attribute("src")
        data = await ann.page.evaluate(
            """async (src) => {
              const bytes = new Uint8Array(await (await fetch(src)).arrayBuffer());
              return btoa(String.fromCharCode(...bytes));
            }""",
            src,
        )
        await ann.prompt.fill("something else")
        await ann.page.evaluate(HAND_OVER, ["drop", data])
        await ann.clicks("How was it made?")
        await ann.last.locator("button.command").click()
        await expect(ann.prompt).to_have_value(re.compile("/imagine a boat .*--steps 7 .*--seed 5 "))
    assert base64.b64decode(data).startswith(png()[:8])


async def test_rare_settings_are_folded_away(tmp_path: Path, chromium: Browser) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, someone(chromium, at) as ann:
        await ann.clicks("Settings")
        seamless = ann.page.locator("#set-tile")
        await expect(seamless).to_be_hidden()
        await ann.page.get_by_text("Advanced").click()
        await seamless.select_option("both")
        await ann.page.keyboard.press("Escape")
        await ann.sends("a boat")
        await ann.sees_pictures(1)
        assert await ann.page.locator(".mine .said p").inner_text() == "a boat --tile both"
