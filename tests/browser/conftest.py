"""Chromium without a window, and a page in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright, expect

from bot.usecases import deletions
from tests.patience import PATIENCE

FLAGS = (
    "--headless --font-render-hinting=none --no-sandbox --disable-gpu --disable-quic --no-first-run"
    " --disable-background-networking --disable-component-update --disable-sync"
).split()
WHOLE = ("chromium", "chromium-browser", "google-chrome")
SHELL = "chromium-headless-shell"
"""The same engine without all that stands around a page: one opens for a third of the processor's time."""

MISSING = (
    "needs {}: apt-get install chromium chromium-headless-shell fonts-noto-core fonts-noto-cjk,"
    " or its path in CHROMIUM"
)


def chromium_path(*names: str) -> str | None:
    """Where Chromium is, None where it is not; its path may stand in CHROMIUM."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names or (SHELL, *WHOLE))), None)


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is deleted can be brought back for as long as a browser on a busy machine may take."""
    monkeypatch.setattr(deletions, "GRACE", PATIENCE)


@asynccontextmanager
async def _started(path: str | None, missing: str) -> AsyncIterator[Browser]:
    expect.set_options(timeout=PATIENCE * 1000)
    if path is None:
        pytest.skip(MISSING.format(missing))
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield browser
        finally:
            await browser.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    """A browser with nothing in it, one for all tests: each opens a context of its own."""
    async with _started(chromium_path(), "Chromium") as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="session")
async def whole_chromium() -> AsyncIterator[Browser]:
    """One as people have it, which the shell of it is not where a page is to be installed."""
    async with _started(chromium_path(*WHOLE), "the whole Chromium") as browser:
        yield browser
