"""The page in a frame of another site, behind a proxy that passes no WebSocket on, with no cookie."""

from __future__ import annotations

from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, expect

from tests.browser.people import someone
from tests.wire.proxy import proxy
from tests.wire.web import house

EXPECTED = ("Blocked autofocusing", "WebSocket connection to")
"""What the browser complains of in such a place."""

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_picture_is_painted_in_a_notebooks_frame(tmp_path: Path, chromium: Browser) -> None:
    async def index(request: web.Request) -> web.Response:
        frame = f'<iframe src="{request.query["at"]}" width="900" height="700"></iframe>'
        return web.Response(text=f'<link rel="icon" href="data:,"><body>{frame}', content_type="text/html")

    app = web.Application()
    app.router.add_get("/", index)
    async with TestServer(app) as notebook:
        site = str(notebook.make_url("")).rstrip("/")
        async with (
            house(tmp_path, shared=True, frames=(site,)) as at,
            proxy(at.url, keeps_host=True) as url,
            someone(chromium) as ann,
        ):
            await ann.page.goto(f"{site}/?at={url}")
            frame = ann.page.frame_locator("iframe")
            await frame.locator("#prompt").fill("a boat")
            await frame.locator("#prompt").press("Enter")
            picture = frame.locator(".frame img")
            await expect(picture).to_have_count(1)
            await expect(picture).to_have_js_property("complete", True)
            assert await picture.evaluate("image => image.naturalWidth") > 0
            await expect(frame.locator("#offline")).to_be_hidden()
            assert await ann.page.context.cookies() == []
            ann.faults = [fault for fault in ann.faults if not fault.startswith(EXPECTED)]
