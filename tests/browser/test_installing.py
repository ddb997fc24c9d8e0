"""The page as an app of its own: what Chromium says of its manifest, and of whether it can be installed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.browser.people import someone
from tests.wire.web import house

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

INCOGNITO = "in-incognito"
"""Every context of these tests is one, from which nothing is installed: all that there is to say of it."""


async def test_the_page_can_be_installed(tmp_path: Path, whole_chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(whole_chromium, at) as ann:
        session = await ann.page.context.new_cdp_session(ann.page)
        found = await session.send("Page.getAppManifest")
        assert found["url"] == f"{at.origin}/page/manifest.webmanifest" and found["errors"] == []
        manifest = json.loads(found["data"])
        for icon in manifest["icons"]:
            answer = await ann.page.request.get(at.origin + icon["src"])
            assert answer.ok and answer.headers["content-type"].startswith(icon["type"])
        trouble = await session.send("Page.getInstallabilityErrors")
        assert {error["errorId"] for error in trouble["installabilityErrors"]} == {INCOGNITO}


async def test_it_opens_where_its_icon_leads(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        answer = await ann.page.request.get(f"{at.origin}/page/manifest.webmanifest")
        assert answer.headers["content-type"].startswith("application/manifest+json")
        await ann.opens(at.origin + (await answer.json())["start_url"])
        await expect(ann.prompt).to_be_visible()
