"""SIGTERM: the program ends in the time that a container gives it, whatever hangs, and loses nothing."""

from __future__ import annotations

import signal
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import aiohttp
import pytest

from bot.programs.serve import BEYOND
from bot.settings import Settings
from tests.bot.test_cli import page
from tests.patience import PATIENCE
from tests.ports import free_port
from tests.process import SLOW_FLAGS, Forked
from tests.wire.telegram import Slow, TelegramServer
from tests.wire.web import House, browser

CONTAINERS_KILL_AFTER = 10.0
"""Seconds."""


def test_a_stop_fits_what_containers_allow() -> None:
    assert Settings.read(env_file=None).shutdown_grace + BEYOND <= CONTAINERS_KILL_AFTER - 2.0


@pytest.mark.slow
async def test_a_stop_ends_though_everything_hangs_and_nothing_is_lost(tmp_path: Path) -> None:
    """An upload, an answer and a long poll that never end, while a picture is drawn and another person waits."""
    async with TelegramServer() as telegram:
        alice, bob = telegram.person("Alice"), telegram.person("Bob")
        chosen: dict[str, Any] = {"telegram_token": telegram.token, "telegram_api_url": telegram.url}
        async with Forked(tmp_path, "run", **chosen, shutdown_grace=1) as process:
            await process.says("I am @")
            telegram.fail("sendPhoto", Slow(9000), times=9)
            await alice.send("/imagine a fox")
            assert await telegram.world.until(lambda: not telegram.spared("sendPhoto"), PATIENCE)
            telegram.fail("sendMessage", Slow(9000), times=99)
            await bob.send("/imagine a dog --steps 150")
            assert await telegram.world.until(lambda: not telegram.spared("sendMessage"), PATIENCE)
            assert await process.end(signal.SIGTERM) == 0
        telegram.mend()
        async with Forked(tmp_path, "run", **chosen) as process:
            assert (await alice.expect_photo()).quote == "a fox"
            assert (await bob.expect_photo()).quote == "a dog"
            await process.end(signal.SIGTERM)
        assert sum(m.is_photo for m in alice.chat.log) == sum(m.is_photo for m in bob.chat.log) == 1


@pytest.mark.slow
async def test_a_stop_ends_the_page_though_a_tab_is_open_and_uploads_never_end(tmp_path: Path) -> None:
    """A picture under way, a tab that listens, and uploads that stand still in the words and in the picture."""
    words, jar = f"a fox {SLOW_FLAGS}", aiohttp.CookieJar(unsafe=True)
    port = free_port()
    at = cast(House, SimpleNamespace(origin=f"http://127.0.0.1:{port}"))
    async with Forked(tmp_path, "run", web="true", web_port=port) as process:
        await page(at.origin)
        async with browser(at, jar=jar) as alice:
            await alice.send(words)
            await alice.until(lambda m: m.get("preview"))
            uploads = [await alice.begin("/send", field) for field in ("text", "picture")]
            assert await process.end(signal.SIGTERM) == 0
        for upload in uploads:
            upload.close()
    async with Forked(tmp_path, "run", web="true", web_port=port) as process:
        await page(at.origin)
        async with browser(at, jar=jar) as alice:
            await alice.until(lambda m: m.get("preview"))
            asked = [m["text"] for m in alice.messages.values() if m.get("mine")]
            assert asked[0] == words and set(asked[1:]) <= {"half a fox"}
            await process.end(signal.SIGTERM)
