"""The words of one's pictures on the page, to take into the box again: by mouse, finger and keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.browser.people import DESK, PHONE, someone
from tests.browser.test_favourites import keep
from tests.browser.test_keyboard import comes_to
from tests.wire.web import house

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@pytest.mark.parametrize("viewport", [PHONE, DESK])
async def test_each_is_there_once_newest_first_and_goes_into_the_box(
    tmp_path: Path, chromium: Browser, viewport: dict[str, int]
) -> None:
    phone = viewport is PHONE
    async with (
        house(tmp_path) as at,
        someone(chromium, at, viewport=viewport, has_touch=phone) as ann,
        someone(chromium, at) as eve,
    ):
        button, earlier = ann.page.locator("#earlier-button"), ann.page.locator("#earlier")
        await button.click()
        await expect(earlier).to_contain_text("The words of your pictures stand here")
        await button.click()
        await expect(earlier).to_be_hidden()
        await eve.sends("a secret fox")
        await eve.sees_pictures(1)
        words = ("a boat", "a <b>red</b> fox", "a boat", "a cat --seed 3")
        for number, each in enumerate(words, 1):
            await ann.sends(each)
            await ann.sees_pictures(1, total=number)
        await ann.page.locator("[data-action=delete]").last.click()
        await expect(ann.page.locator("[data-action=undo]")).to_be_visible()
        await button.click()
        rows = earlier.get_by_role("button")
        await expect(rows).to_have_text(["a boat", "a <b>red</b> fox"])
        await expect(rows.first.locator("img")).to_have_js_property("complete", True)
        await keep(ann, f"earlier-{viewport['width']}")
        await (rows.last.tap() if phone else rows.last.click())
        await expect(earlier).to_be_hidden()
        await expect(ann.prompt).to_have_value("a <b>red</b> fox")
        await expect(ann.prompt).to_be_focused()
        assert len(at.engine.jobs) == 5


async def test_it_opens_by_a_key_and_whoever_turns_away_closes_it(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        keys, earlier = ann.page.keyboard, ann.page.locator("#earlier")
        await ann.sends("a boat")
        await ann.sees_pictures(1)
        await ann.page.get_by_role("link", name="Gallery").press("Enter")
        await keys.press("h")
        await expect(earlier.get_by_role("button")).to_be_focused()
        await keys.press("Escape")
        await expect(earlier).to_be_hidden()
        await comes_to(ann, "earlier-button")
        await keys.press("Enter")
        await expect(earlier.get_by_role("button")).to_be_focused()
        await keys.press("Enter")
        await expect(ann.prompt).to_have_value("a boat")
        await ann.page.locator("#earlier-button").click()
        await expect(earlier).to_be_visible()
        await ann.page.locator("#settings-button").click()
        await expect(ann.page.locator("#settings")).to_be_visible()
        await expect(earlier).to_be_hidden()


async def test_older_ones_come_as_one_scrolls_also_of_another_run(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        person = await ann.page.evaluate(
            "fetch('/start').then((told) => told.json()).then((told) => told.person)"
        )
        for number in range(60):  # one by one: only so many may wait, and what is listed is painted
            await at.imagine(person, f"a boat {number}")
            (job,) = await at.lukis.store.db.rows("SELECT id FROM jobs ORDER BY number DESC LIMIT 1")
            await at.lukis.service.runner.finished(job["id"])
        await ann.page.reload()
        await ann.page.locator("#earlier-button").click()
        rows = ann.page.locator("#earlier li")
        await expect(rows.first).to_have_text("a boat 59")
        assert await rows.count() < 60
        while (count := await rows.count()) < 60:
            await rows.last.scroll_into_view_if_needed()
            await expect(rows).not_to_have_count(count)
        await expect(rows).to_have_text([f"a boat {number}" for number in reversed(range(60))])
        await ann.page.wait_for_timeout(300)
        await expect(rows).to_have_count(60)
