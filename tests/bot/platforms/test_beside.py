"""A name in what `/models` lists, pressed on Telegram: what is answered goes into the next prompt."""

from __future__ import annotations

from pathlib import Path

from engine.api.names import Addon, Addons
from tests.fakes import FakeEngine
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_stage import lukis_on

INK = Addons((Addon("ink", triggers=("inkstyle",)),))
READY, ASKED = "Ready for your next prompt", "inkstyle <lora:ink:0.8>"


async def test_on_telegram_a_loras_name_is_pressed(tmp_path: Path) -> None:
    engine = FakeEngine(addons=INK)
    async with TelegramServer() as telegram, lukis_on(telegram, tmp_path, engine=engine):
        alice = telegram.person("Alice")
        await alice.send("/models")
        models = await alice.expect_text("Models that can paint")
        await alice.press(models, "LoRAs")
        await alice.expect_change(models, lambda m: "ink" in m.buttons)
        await alice.press(models, "ink")
        ready = await alice.expect_text(READY)
        assert ASKED in ready.text and "Words that call it up: inkstyle" in ready.text
