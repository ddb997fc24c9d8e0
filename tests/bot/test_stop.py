"""SIGTERM: the program ends in the time that a container gives it, whatever hangs, and loses nothing."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from bot.programs.serve import BEYOND
from bot.settings import Settings
from tests.patience import PATIENCE
from tests.process import lukis, says, stop
from tests.wire.telegram import Slow, TelegramServer

CONTAINERS_KILL_AFTER = 10.0
"""Seconds."""


def test_a_stop_fits_what_containers_allow() -> None:
    assert Settings.read(env_file=None).shutdown_grace + BEYOND <= CONTAINERS_KILL_AFTER - 2.0


@pytest.mark.slow
async def test_a_stop_ends_though_everything_hangs_and_nothing_is_lost(tmp_path: Path) -> None:
    """An upload, an answer and a long poll that never end, while a picture is drawn and another person waits."""
    async with TelegramServer() as telegram:
        alice, bob = telegram.person("Alice"), telegram.person("Bob")
        chosen = {"telegram_token": telegram.token, "telegram_api_url": telegram.url}
        async with lukis(tmp_path / "data", **chosen, shutdown_grace=1) as process:
            await says(process, "I am @")
            telegram.fail("sendPhoto", Slow(9000), times=9)
            await alice.send("/imagine a fox")
            assert await telegram.world.until(lambda: not telegram.spared("sendPhoto"), PATIENCE)
            telegram.fail("sendMessage", Slow(9000), times=99)
            await bob.send("/imagine a dog --steps 150")
            assert await telegram.world.until(lambda: not telegram.spared("sendMessage"), PATIENCE)
            assert await stop(process, signal.SIGTERM) == 0
        telegram.mend()
        async with lukis(tmp_path / "data", **chosen) as process:
            assert (await alice.expect_photo()).quote == "a fox"
            assert (await bob.expect_photo()).quote == "a dog"
            await stop(process)
        assert sum(m.is_photo for m in alice.chat.log) == sum(m.is_photo for m in bob.chat.log) == 1
