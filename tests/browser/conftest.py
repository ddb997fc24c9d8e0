"""Chromium without a window, and a page in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright, expect

from bot.usecases import deletions
from tests.patience import PATIENCE

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run"
    " --disable-background-networking --disable-component-update --disable-sync"
).split()
NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = "needs Chromium: apt-get install chromium fonts-noto-core fonts-noto-cjk, or its path in CHROMIUM"


def chromium_path() -> str | None:
    """Where Chromium is, None where it is not."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is deleted can be brought back for as long as a browser on a busy machine may take."""
    monkeypatch.setattr(deletions, "GRACE", PATIENCE)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    """A browser with nothing in it, one for all tests: each opens a context of its own."""
    expect.set_options(timeout=PATIENCE * 1000)
    path = chromium_path()
    if path is None:
        pytest.skip(MISSING)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield browser
        finally:
            await browser.close()
