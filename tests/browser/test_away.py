"""Where Lukis can't be reached: the browser shows a page of ours, in the person's language, until it can be again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, expect

from bot.locales import Locales
from tests.browser.people import someone
from tests.patience import PATIENCE
from tests.wire.web import house

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

KEPT = "navigator.serviceWorker.ready.then(() => caches.match('/page/away')).then((it) => it.text())"


@pytest.mark.parametrize("tag", ["en", "pt", "ar"])
async def test_out_of_reach_the_page_says_so_and_comes_back_by_itself(
    tmp_path: Path, chromium: Browser, tag: str
) -> None:
    say = Locales.load().say(tag)
    async with someone(chromium, locale=tag, service_workers="allow") as ann:
        async with house(tmp_path) as at:
            await ann.opens(at.url)
            assert say("page-offline") in await ann.page.evaluate(KEPT)
            await ann.page.reload()  # from here on it is the worker's
            await expect(ann.prompt).to_be_visible()
            port = int(at.origin.rpartition(":")[2])
        await ann.page.goto(at.url)
        await expect(ann.page.get_by_role("status")).to_have_text(say("page-offline"))
        assert await ann.page.locator("html").get_attribute("dir") == ("rtl" if tag == "ar" else "ltr")
        async with house(tmp_path, port=port) as at:
            await expect(ann.prompt).to_be_visible()
            ann.faults.clear()  # what a browser said of a server that was not there
            await ann.sends("a boat")
            await ann.sees_pictures(1)


async def test_behind_a_proxy_that_answers_in_its_place_the_page_says_so_too(
    tmp_path: Path, chromium: Browser
) -> None:
    offline = Locales.load().say("en")("page-offline")
    async with someone(chromium, service_workers="allow") as ann:
        async with house(tmp_path) as at:
            await ann.opens(at.url)
            await ann.page.evaluate(KEPT)
            await ann.page.reload()
            await expect(ann.prompt).to_be_visible()
            port = int(at.origin.rpartition(":")[2])
        async with proxy_of_nothing(port) as asked:
            await ann.page.goto(f"{at.url}#gallery")
            await ann.page.reload()
            await expect(ann.page.get_by_role("status")).to_have_text(offline)
            await asyncio.wait_for(asked.wait(), PATIENCE)
            await expect(ann.page.get_by_role("status")).to_have_text(offline)
        async with house(tmp_path, port=port):
            await expect(ann.page.locator("#gallery")).to_be_visible()
            ann.faults.clear()  # what a browser said of the proxy, which it may tell after the proxy has gone
            await ann.page.get_by_role("link", name=Locales.load().say("en")("page-chat")).first.click()
            await ann.sends("a boat")
            await ann.sees_pictures(1)


@asynccontextmanager
async def proxy_of_nothing(port: int) -> AsyncIterator[asyncio.Event]:
    """What stands before a server that is not there; whether the page that waits for that has asked."""
    asked = asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        if request.method == "HEAD":
            asked.set()
        return web.Response(status=502, text="Bad Gateway")

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    async with TestServer(app, host="127.0.0.1", port=port):
        yield asked


async def test_what_is_kept_is_in_the_language_of_now_and_holds_nothing_of_anybody(
    tmp_path: Path, chromium: Browser
) -> None:
    async with house(tmp_path) as at, someone(chromium, at, service_workers="allow") as ann:
        await ann.sends("a secret boat")
        await ann.sees_pictures(1)
        await ann.sends("/language pt")
        offline = Locales.load().say("pt")("page-offline")
        await ann.until(f"{KEPT}.then((it) => it.includes({offline!r}))")
        names = "caches.keys().then((all) => Promise.all(all.map((name) => caches.open(name).then((it) => it.keys()))))"
        urls = await ann.page.evaluate(
            f"{names}.then((all) => all.flat().map((it) => new URL(it.url).pathname))"
        )
        assert urls == ["/page/away"]
        assert "secret" not in await ann.page.evaluate(KEPT)
