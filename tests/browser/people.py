"""A person in front of the page: they read, type, click, drop and press keys."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, expect

from tests.patience import PATIENCE
from tests.wire.web import House

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 860}

NO_FAULTS = ("ERR_CONNECTION_REFUSED", "not used within a few seconds", "blocked by Playwright")
"""What a browser says of a server that is away, of a font that a busy machine comes to late, and of what tests keep
from it: most want no worker between the page and the server."""


@dataclass
class Someone:
    """One open tab, and what went wrong in it."""

    page: Page
    faults: list[str] = field(default_factory=list)

    async def opens(self, url: str) -> None:
        """Opens the page and waits until it can be used."""
        await _listening(url)
        await self.page.goto(url)
        await self.page.wait_for_selector("html:not(.loading)")

    async def sends(self, text: str) -> None:
        """Types and presses Enter."""
        await self.prompt.fill(text)
        await self.prompt.press("Enter")

    async def clicks(self, name: str, within: Locator | None = None) -> None:
        """Clicks the last button or link of that name."""
        await (within or self.page).get_by_role("button", name=name, exact=True).last.click()

    @property
    def prompt(self) -> Locator:
        """Where one types."""
        return self.page.locator("#prompt")

    @property
    def messages(self) -> Locator:
        """All messages of the chat."""
        return self.page.locator("#messages > .message")

    @property
    def last(self) -> Locator:
        """The newest message."""
        return self.messages.last

    async def sees(self, words: str) -> None:
        """Waits for words on the page."""
        await expect(self.page.get_by_text(words).last).to_be_visible(timeout=PATIENCE * 1000)

    async def sees_pictures(self, count: int, total: int | None = None) -> Locator:
        """Waits until the newest message has that many pictures, all of them loaded."""
        if total is not None:
            await expect(self.page.locator(".frame img")).to_have_count(total, timeout=PATIENCE * 1000)
        frames = self.last.locator(".frame img")
        await expect(frames).to_have_count(count, timeout=PATIENCE * 1000)
        for i in range(count):
            await expect(frames.nth(i)).to_have_js_property("complete", True)
            assert await frames.nth(i).evaluate("image => image.naturalWidth") > 0
        return frames

    async def until(self, true: str) -> None:
        """Waits for an expression to be true; Playwright's own way evaluates texts, which the page forbids."""
        async with asyncio.timeout(PATIENCE):
            while not await self.page.evaluate(true):
                await self.page.wait_for_timeout(50)

    async def x(self, selector: str) -> float:
        """Where the middle of something is, from the left, in pixels."""
        box = await self.page.locator(selector).first.bounding_box()
        assert box is not None
        return box["x"] + box["width"] / 2

    async def seed(self) -> str:
        """The newest picture's seed, as its label tells."""
        notes = await self.last.locator(".notes").inner_text()
        return notes.split("seed ")[1].split(" ")[0]


async def _listening(url: str) -> None:
    """Returns once somebody answers there: a program that was only just started may need a moment."""
    address = urlsplit(url)
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                _, writer = await asyncio.open_connection(address.hostname, address.port)
            except ConnectionRefusedError:
                await asyncio.sleep(0.1)
            else:
                return writer.close()


@asynccontextmanager
async def someone(
    chromium: Browser, house: House | None = None, *, context: BrowserContext | None = None, **about: Any
) -> AsyncIterator[Someone]:
    """A person with an English desktop browser, if not told otherwise, looking at the page."""
    own = context or await chromium.new_context(
        **{"locale": "en", "viewport": DESK, "reduced_motion": "reduce", "service_workers": "block", **about}
    )
    own.set_default_timeout(PATIENCE * 1000)
    person = Someone(await own.new_page())

    def heard(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not any(words in message.text for words in NO_FAULTS):
            person.faults.append(message.text)

    person.page.on("console", heard)
    person.page.on("pageerror", lambda error: person.faults.append(str(error)))
    try:
        if house:
            await person.opens(house.url)
        yield person
        assert person.faults == [], person.faults
    finally:
        await (person.page if context else own).close()
