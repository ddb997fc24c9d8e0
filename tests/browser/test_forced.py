"""With a contrast theme, where the system chooses the colours, what is chosen can be told from what is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Locator, expect

from tests.browser.people import someone
from tests.wire.web import house

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

LOOK = """(node) => {
  const { backgroundColor, color, borderTopColor } = getComputedStyle(node);
  return [backgroundColor, color, borderTopColor].join();
}"""


async def look(node: Locator) -> str:
    found: str = await node.evaluate(LOOK)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_forced_colours_show_what_is_chosen(tmp_path: Path, chromium: Browser, scheme: str) -> None:
    about: dict[str, Any] = {"forced_colors": "active", "color_scheme": scheme}
    async with house(tmp_path) as at, someone(chromium, at, **about) as ann:
        tabs = ann.page.locator(".bar nav a")
        assert await look(tabs.nth(0)) != await look(tabs.nth(1))
        await ann.prompt.press_sequentially("/")
        offered = ann.page.locator("#menu li")
        assert await look(offered.nth(0)) != await look(offered.nth(1))
        await ann.prompt.fill("")
        quiet = await look(ann.page.locator("#settings-button"))
        await ann.clicks("Settings")
        ratios = ann.page.locator(".ratios label")
        chosen, other = await look(ratios.nth(0)), await look(ratios.nth(1))
        assert chosen != other
        await ann.page.get_by_role("radio", name="16:9").check()
        assert await look(ratios.nth(0)) == other
        await ann.page.keyboard.press("Escape")
        await ann.page.mouse.move(5, 400)
        assert await look(ann.page.locator("#settings-button")) != quiet
        await ann.page.locator("#draw").click()
        tools, swatches = ann.page.locator("#easel .choices label"), ann.page.locator(".colours label")
        assert await look(tools.nth(0)) != await look(tools.nth(1))
        assert await look(swatches.nth(0)) != await look(swatches.nth(1))
        inks = {await look(swatches.nth(i).locator("i")) for i in range(await swatches.count())}
        assert len(inks) == await swatches.count()
        await ann.page.keyboard.press("Escape")
        at.engine.hold(2)
        await ann.sends("a boat")
        await expect(ann.page.locator(".preview")).to_be_visible()
        rail = ann.page.locator(".rail")
        assert await look(rail) != await look(rail.locator("i"))
