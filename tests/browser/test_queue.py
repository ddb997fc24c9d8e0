"""What of a person's waits or is drawn, in one place of the page: seen, followed, let be, by mouse, finger and keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, expect

from tests.browser.people import DESK, PHONE, Someone, someone
from tests.browser.test_favourites import keep
from tests.browser.test_keyboard import comes_to
from tests.fakes import FakeEngine
from tests.wire.web import house

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

WORDS = ("a red fox in the snow", "a boat", "a cat")


async def asked(ann: Someone, *words: str) -> Locator:
    """The rows of what waits once these do, with the list open."""
    for each in words:
        await ann.sends(each)
    await expect(ann.page.locator("#queue-count")).to_have_text(str(len(words)))
    await ann.page.locator("#queue-button").click()
    rows = ann.page.locator("#queue li")
    await expect(rows).to_have_count(len(words))
    return rows


@pytest.mark.parametrize("viewport", [PHONE, DESK])
async def test_what_waits_is_listed_followed_and_cancelled(
    tmp_path: Path, chromium: Browser, viewport: dict[str, int]
) -> None:
    engine, phone = FakeEngine(), viewport is PHONE
    async with (
        house(tmp_path, engine=engine) as at,
        someone(chromium, at, viewport=viewport, has_touch=phone) as ann,
    ):
        button, queue = ann.page.locator("#queue-button"), ann.page.locator("#queue")
        await expect(button).to_be_hidden()
        engine.hold(2)
        rows = await asked(ann, *WORDS)
        await expect(rows.locator(".words")).to_have_text(WORDS)
        await expect(rows.nth(0)).to_contain_text("Painting: 50%")
        await expect(rows.nth(0).locator("img")).to_be_visible()
        await expect(rows.nth(2)).to_contain_text("Number 3 in line")
        await keep(ann, f"queue-{viewport['width']}")
        boat = queue.get_by_role("button", name="Cancel: a boat")
        await (boat.tap() if phone else boat.click())
        await expect(rows.locator(".words")).to_have_text(["a red fox in the snow", "a cat"])
        await expect(rows.nth(1)).to_contain_text("Number 2 in line")
        await expect(button).to_have_accessible_name("Under way: 2")
        await ann.sees("Cancelled.")
        everything = queue.get_by_role("button", name="Cancel all")
        await (everything.tap() if phone else everything.click())
        await expect(queue).to_be_hidden()
        await expect(button).to_be_hidden()
        assert await ann.page.title() == "Lukis"
        assert [job.prompt for job in engine.jobs] == [*WORDS]
        await engine.release()
        await expect(ann.page.locator("#messages img")).to_have_count(0)


async def test_it_opens_by_a_key_leads_to_what_is_far_away_and_ends_with_the_last(
    tmp_path: Path, chromium: Browser
) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, someone(chromium, at) as ann:
        keys, queue = ann.page.keyboard, ann.page.locator("#queue")
        engine.hold(2)
        await ann.sends("a fox")
        for number in range(6):
            await ann.sends(f"/help {number}")
        await expect(ann.messages).to_have_count(14)
        fox = ann.page.locator(".progress")
        await expect(fox).not_to_be_in_viewport()
        await ann.page.get_by_role("link", name="Gallery").press("Enter")
        await keys.press("q")
        await expect(queue).to_be_visible()
        await expect(queue.locator(".shown")).to_be_focused()
        await keys.press("Escape")
        await expect(queue).to_be_hidden()
        await comes_to(ann, "Gallery")
        await keys.press("q")
        await expect(queue.locator(".shown")).to_be_focused()
        await keys.press("Enter")
        await expect(queue).to_be_hidden()
        await expect(fox).to_be_in_viewport()
        await expect(ann.page.locator(".message").filter(has=fox)).to_be_focused()
        await keys.press("q")
        await expect(queue.locator(".shown")).to_be_focused()
        await keys.press("Tab")
        await keys.press("Enter")
        await expect(queue).to_be_hidden()
        await comes_to(ann, "Chat")


async def test_it_is_there_after_a_reload_and_goes_when_all_is_drawn(
    tmp_path: Path, chromium: Browser
) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, someone(chromium, at) as ann:
        engine.hold()
        await asked(ann, "a fox", "a boat")
        await ann.page.reload()
        await ann.page.locator("#queue-button").click()
        rows = ann.page.locator("#queue li")
        await expect(rows.locator(".words")).to_have_text(["a fox", "a boat"])
        await expect(rows.nth(1)).to_contain_text("Number 2 in line")
        await engine.release()
        await expect(ann.page.locator("#queue")).to_be_hidden()
        await ann.sees_pictures(1, total=2)
        await expect(ann.page.locator("#queue-button")).to_be_hidden()


async def test_strangers_count_and_nothing_is_said_of_them(tmp_path: Path, chromium: Browser) -> None:
    engine = FakeEngine()
    async with (
        house(tmp_path, engine=engine) as at,
        someone(chromium, at) as ann,
        someone(chromium, at) as eve,
    ):
        engine.hold()
        await asked(eve, "a secret fox", "a secret boat")
        await expect(ann.page.locator("#queue-button")).to_be_hidden()
        rows = await asked(ann, "a cat")
        await expect(rows).to_contain_text("Number 3 in line")
        assert "secret" not in await ann.page.content()
        await expect(ann.page.locator("#queue").get_by_role("button", name="Cancel all")).to_have_count(0)


async def test_where_it_can_not_come_that_is_said_and_it_comes_the_next_time(
    tmp_path: Path, chromium: Browser
) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, someone(chromium, at) as ann:
        engine.hold()
        await ann.sends("a fox")
        await ann.page.route("**/page/queue.css", lambda route: route.abort())
        await ann.page.locator("#queue-button").click()
        await ann.sees("This part of the page could not be fetched.")
        await ann.until("!document.querySelector('#queue').matches(':popover-open')")
        await ann.page.unroute("**/page/queue.css")
        await ann.page.locator("#queue-button").click()
        await expect(ann.page.locator("#queue li")).to_have_count(1)
        ann.faults.clear()  # the browser's own words on what was kept from it
