"""A link to a picture, for whoever gets it: made, copied or handed on, looked at by somebody else, and ended."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Locator, expect

from bot.locales import Locales
from tests.browser.people import Someone, someone
from tests.browser.test_phone import HAND
from tests.wire.web import house

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

HANDS_ON = "navigator.share = async ({ url }) => { window.handed = url; }"
NO_CLIPBOARD = (
    "Object.defineProperty(navigator, 'clipboard', { value: { write: () => Promise.reject(Error()) } })"
)


async def large(ann: Someone) -> Locator:
    """A picture, large."""
    await ann.sends("a red fox in the snow")
    await ann.sees_pictures(1)
    await ann.page.locator(".open").last.click()
    box = ann.page.get_by_role("dialog")
    await expect(box).to_be_visible()
    return box


async def test_it_is_copied_seen_by_somebody_else_and_ended(tmp_path: Path, chromium: Browser) -> None:
    say = Locales.load().say("en")
    about: dict[str, Any] = {"permissions": ["clipboard-read", "clipboard-write"]}
    async with (
        house(tmp_path) as at,
        someone(chromium, at, **about) as ann,
        someone(chromium, locale="ar") as bob,
    ):
        box = await large(ann)
        await box.locator("[data-tool=share]").click()
        await expect(ann.page.locator("#toasts")).to_contain_text(say("page-copied"))
        await expect(ann.page.locator("#toasts")).to_contain_text("7 days")
        link = await ann.page.evaluate("navigator.clipboard.readText()")
        assert link.startswith(f"{at.origin}/shared?key=")
        await bob.page.goto(link)
        await expect(bob.page.get_by_role("heading")).to_have_text("a red fox in the snow")
        await expect(bob.page.locator("html")).to_have_attribute("dir", "rtl")
        assert (
            await bob.page.get_by_role("img").evaluate("(it) => it.decode().then(() => it.naturalWidth)") > 0
        )
        await box.locator("[data-tool=info]").click()
        await expect(box.get_by_role("textbox")).to_have_value(link)
        await box.locator("[data-tool=unshare]").click()
        await expect(ann.page.locator("#toasts")).to_have_text(say("shared-ended"))
        await expect(box.locator("[data-tool=unshare]")).to_have_count(0)
        await bob.page.reload()
        await expect(bob.page.get_by_role("heading")).to_have_text(Locales.load().say("ar")("shared-over"))
        bob.faults.clear()  # what a browser says of an answer that there is none
        await bob.page.get_by_role("link").click()
        await expect(bob.prompt).to_be_visible()


async def test_in_a_hand_it_is_handed_on(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, **HAND) as ann:
        await ann.page.add_init_script(HANDS_ON)
        await ann.opens(at.url)
        box = await large(ann)
        await box.locator("[data-tool=share]").click()
        await expect(ann.page.locator("#toasts")).to_contain_text("7 days")
        await expect(ann.page.locator("#toasts")).not_to_contain_text("Copied")
        assert (await ann.page.evaluate("window.handed")).startswith(f"{at.origin}/shared?key=")


async def test_where_nothing_can_be_copied_the_link_is_there_to_take(
    tmp_path: Path, chromium: Browser
) -> None:
    async with house(tmp_path) as at, someone(chromium) as ann:
        await ann.page.add_init_script(NO_CLIPBOARD)
        await ann.opens(at.url)
        box = await large(ann)
        await box.locator("[data-tool=share]").click()
        field = box.get_by_role("textbox")
        await expect(field).to_be_visible()
        assert (await field.input_value()).startswith(f"{at.origin}/shared?key=")
        await field.focus()
        assert await ann.page.evaluate("getSelection().toString()") == await field.input_value()
