"""The page inside Telegram, as the apps on phones show it: whose it is, how it looks, what the two tell each other."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.async_api import Browser, expect
from pydantic import SecretStr

from bot.platforms.web.miniapp import TelegramDoor
from tests.browser.people import PHONE, someone
from tests.wire.telegram_app import TOKEN, init_data
from tests.wire.web import house

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

APP = """
window.told = [];
window.TelegramWebviewProxy = {postEvent: (type, data) => window.told.push([type, data])};
"""
MEI = {"id": 7003, "first_name": "芽衣", "language_code": "ja"}


def opened(url: str, told: str, ground: str = "#17212b") -> str:
    """The address that Telegram opens."""
    theme = json.dumps({"bg_color": ground})
    return f"{url}#" + urlencode(
        {"tgWebAppData": told, "tgWebAppVersion": "9.1", "tgWebAppThemeParams": theme}
    )


async def test_it_opens_as_them_in_their_language_and_their_theme(tmp_path: Path, chromium: Browser) -> None:
    doors = (TelegramDoor(SecretStr(TOKEN)),)
    async with house(tmp_path, doors=doors) as at, someone(chromium, viewport=PHONE) as mei:
        page = mei.page
        await page.add_init_script(APP)
        await page.goto(opened(at.url, init_data(MEI)))
        await expect(page.locator("html")).to_have_attribute("lang", "ja")
        await expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        await expect(page.locator("#prompt")).to_be_visible()
        assert "tgWebApp" not in page.url
        assert [type for type, _ in await page.evaluate("window.told")] == ["web_app_ready", "web_app_expand"]
        await page.fill("#prompt", "赤い狐")
        await page.click("#send")
        await expect(page.locator(".frame img")).to_have_count(1)
        assert await at.lukis.store.history.page("telegram:7003", 1)
        await page.screenshot(path=tmp_path / "miniapp.png")
        await page.evaluate(
            "Telegram.WebView.receiveEvent('theme_changed', {theme_params: {bg_color: '#ffffff'}})"
        )
        await expect(page.locator("html")).to_have_attribute("data-theme", "light")
        await page.reload()
        await expect(page.locator("html")).to_have_attribute("data-theme", "light")
        await expect(page.locator(".frame img")).to_have_count(1)


async def test_what_telegram_did_not_say_lets_nobody_in(tmp_path: Path, chromium: Browser) -> None:
    doors = (TelegramDoor(SecretStr(TOKEN)),)
    async with house(tmp_path, doors=doors) as at, someone(chromium, viewport=PHONE) as mallory:
        page = mallory.page
        await page.goto(
            opened(at.url, init_data(MEI))
        )  # a link that somebody sent, in a browser of one's own
        await expect(page.locator("#prompt")).to_be_visible()
        assert "signed" not in await page.evaluate("fetch('/start').then(told => told.json())")
        await page.add_init_script(APP)
        await page.goto("about:blank")
        await page.goto(opened(at.url, init_data(MEI, ago=9999)))
        await expect(page.locator("#toasts")).to_contain_text("could not tell who you are")
        assert "signed" not in await page.evaluate("fetch('/start').then(told => told.json())")
        mallory.faults = [fault for fault in mallory.faults if "401" not in fault]


async def test_who_is_forgotten_is_signed_in_no_more_and_the_page_goes_on(
    tmp_path: Path, chromium: Browser
) -> None:
    doors = (TelegramDoor(SecretStr(TOKEN)),)
    async with house(tmp_path, doors=doors) as at, someone(chromium, at) as mei:
        told = json.dumps(init_data(MEI))
        await mei.page.evaluate(f"fetch('/signin/telegram', {{method: 'POST', body: {told}}})")
        await mei.page.reload()
        signed = mei.page.locator("#whose p")
        await expect(signed).to_contain_text("芽衣")
        await mei.sends("/forget")
        await mei.page.locator("[data-action=forget]").click()
        await expect(signed).to_have_count(0)
        await mei.sends("a boat")
        await mei.sees_pictures(1)
