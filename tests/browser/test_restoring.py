"""A PNG that says how it was made fills the box and the settings with that."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, expect

from tests.bot.pictures.made_elsewhere import A1111, ELSEWHERE
from tests.bot.pictures.made_elsewhere import png as written
from tests.browser.people import DESK, someone
from tests.browser.test_favourites import keep
from tests.browser.test_page import HAND_OVER, png
from tests.browser.test_phone import HAND
from tests.wire.web import house

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

LOOKS: dict[str, dict[str, Any]] = {
    "desk": {"viewport": DESK},
    "phone": HAND,
    "phone-night-ar": {**HAND, "color_scheme": "dark", "locale": "ar"},
}
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("look", LOOKS)
async def test_its_words_and_settings_are_used(tmp_path: Path, chromium: Browser, look: str) -> None:
    how = "paste" if look == "phone" else "drop"
    made = written({"parameters": A1111.replace("512x768", "128x192")})
    async with house(tmp_path) as at, someone(chromium, at, **LOOKS[look]) as ann:
        await ann.page.evaluate(HAND_OVER, [how, base64.b64encode(made).decode()])
        use = ann.page.locator("[data-action=restore]")
        await expect(use).to_be_visible()
        await keep(ann, f"restore-{look}")
        assert await ann.page.evaluate(SIDEWAYS) == 0
        await use.press("Enter")
        await expect(ann.prompt).to_have_value("a fox, forest")
        await expect(ann.prompt).to_be_focused()
        await expect(ann.page.locator("#context")).to_be_hidden()
        chosen = ann.page.locator("#chosen")
        for value in ("1234", "text, blurry", "20", "128x192"):
            await expect(chosen).to_contain_text(value)
        await keep(ann, f"restored-{look}")
        await ann.page.locator("#settings-button").click()
        await expect(ann.page.locator("#set-seed")).to_have_value("1234")
        await ann.page.keyboard.press("Escape")
        await ann.prompt.press("Enter")
        await ann.sees_pictures(1)
        (job,) = at.engine.jobs
        assert (job.recipe.seed, job.recipe.steps, job.recipe.negative) == (1234, 20, "text, blurry")
        assert job.mode == "text" and 3 * job.recipe.width == 2 * job.recipe.height


async def test_nothing_is_offered_of_what_says_nothing(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        await ann.page.evaluate(HAND_OVER, ["drop", base64.b64encode(png()).decode()])
        await expect(ann.page.locator("[data-action=how]")).to_be_visible()
        await expect(ann.page.locator("#context img")).to_be_visible()
        await expect(ann.page.locator("[data-action=restore]")).to_have_count(0)


async def test_of_all_programs_pngs_it_is_offered(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        for name, make in ELSEWHERE.items():
            if not (data := make()).startswith(b"\x89PNG") or "stealth" in name:  # in its pixels
                continue
            await ann.page.evaluate(HAND_OVER, ["drop", base64.b64encode(data).decode()])
            await expect(ann.page.locator("[data-action=restore]").last, name).to_be_visible()
            for cancel in await ann.page.locator("#context .icon-cancel").all():
                await cancel.click()
