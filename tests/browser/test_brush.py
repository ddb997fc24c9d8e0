"""A part of a picture, marked on the page to be painted anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.browser.people import someone
from tests.browser.test_page import png
from tests.fakes import FakeEngine
from tests.wire.web import house

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_what_a_picture_is_is_asked_only_where_there_is_a_choice(
    tmp_path: Path, chromium: Browser
) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, someone(chromium, at) as ann:
        context = ann.page.locator("#context")
        for name, colour in (("a.png", "red"), ("b.png", "white")):
            file = {"name": name, "mimeType": "image/png", "buffer": png(colour)}
            await expect(context.locator("select")).to_have_count(0)
            await ann.page.set_input_files("#file", file)  # type: ignore[arg-type]
            await ann.sees(name)
        kinds = context.locator("select")
        assert [await kinds.nth(i).input_value() for i in range(2)] == ["image", "mask"]
        await ann.page.get_by_role("button", name="Remove").first.click()
        await expect(context).to_contain_text("Starting from this picture")
        await ann.sends("in oil")
        await ann.sees_pictures(1)
    assert [(job.mode, {*job.inputs}) for job in engine.jobs] == [("image", {"image"})]
