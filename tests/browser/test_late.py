"""What comes late, on a slow line, opens for whoever still waits for it, and over nothing else."""

from __future__ import annotations

import asyncio
import base64
from pathlib import Path

import pytest
from playwright.async_api import Browser, Route, expect

from tests.browser.people import Someone, someone
from tests.browser.test_page import HAND_OVER, png
from tests.wire.web import house

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

LATE = {
    "panel": ("#settings-button", "#settings"),
    "earlier": ("#earlier-button", "#earlier"),
    "help": ("#help-button", "#help"),
    "lightbox": ("#chat .open", "#lightbox"),
    "easel": ("[data-tool=brush], [data-action=part]", "#easel"),
}
"""By the script that brings it: what opens it, and what is open then."""

SOON = 500
"""Milliseconds in which what has come would have opened."""


async def escape(ann: Someone) -> None:
    await ann.page.keyboard.press("Escape")


async def gallery(ann: Someone) -> None:
    await ann.page.get_by_role("link", name="Gallery").click()
    await expect(ann.page.locator("#gallery")).to_be_visible()


async def paste(ann: Someone) -> None:
    await ann.page.evaluate(HAND_OVER, ["paste", base64.b64encode(png()).decode()])
    await ann.sees("Starting from this picture")


@pytest.mark.parametrize("turned", [escape, gallery, paste, None])
@pytest.mark.parametrize("script", LATE)
async def test_what_comes_late_opens_for_whoever_waits(
    tmp_path: Path, chromium: Browser, script: str, turned: object
) -> None:
    opener, opened = LATE[script]
    asked, let_go = asyncio.Event(), asyncio.Event()

    async def slowly(route: Route) -> None:
        asked.set()
        await let_go.wait()
        await route.continue_()

    async with house(tmp_path) as at, someone(chromium, at) as ann:
        await ann.sends("a boat")
        await ann.sees_pictures(1)
        await ann.page.evaluate("import('/page/lazy.js').then(({ worded }) => worded())")
        await ann.page.route(f"**/page/{script}.js*", slowly)
        await ann.page.locator(opener).first.click()
        await asked.wait()
        if callable(turned):
            await turned(ann)
        let_go.set()
        if not turned:
            await expect(ann.page.locator(opened)).to_be_visible()
            return
        await ann.page.evaluate(f"import('/page/{script}.js')")
        await ann.page.wait_for_timeout(SOON)
        await expect(ann.page.locator(opened)).to_be_hidden()
