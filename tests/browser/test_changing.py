"""What is made of a picture by its buttons, on a phone: each is in reach, and what comes of it fits."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.browser.people import PHONE, someone
from tests.browser.test_phone import HAND
from tests.wire.web import house

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

MADE = {
    "Vary (subtle)": "variation 0.2",
    "Upscale ×2": "upscale 2",
    "Make square": "extend top=",
}
"""Buttons of a picture, and what each says of what comes of it."""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


async def test_a_picture_is_varied_made_larger_and_squared_and_swept(
    tmp_path: Path, chromium: Browser
) -> None:
    async with house(tmp_path) as at, someone(chromium, at, **HAND) as ann:
        await ann.sends("a fox --ar 3:2")
        await ann.sees_pictures(1)
        for total, (button, told) in enumerate(MADE.items(), 2):
            await ann.page.get_by_role("button", name=button, exact=True).first.tap()
            (frame,) = await (await ann.sees_pictures(1, total=total)).all()
            await expect(ann.last.locator(".notes")).to_contain_text(told)
            box = await frame.bounding_box()
            assert box and box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]
        await ann.sends("a {red,blue} ball --seed 7")
        await ann.sees_pictures(1, total=5)
        await ann.clicks("2", ann.last)
        await ann.sees_pictures(1, total=6)
        await expect(ann.last.locator(".title")).to_have_text("a blue ball")
        await ann.sends("/morph a fox | an owl --frames 2")
        await ann.sees_pictures(1, total=7)
        assert await ann.page.evaluate(SIDEWAYS) == 0
    modes = [job.mode for job in at.engine.jobs]
    assert modes == ["text", "text", "upscale", "outpaint", "text", "morph"]
