"""The button beside the box for words, which opens the page inside Telegram."""

from __future__ import annotations

from pathlib import Path

from tests.patience import PATIENCE
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_stage import lukis_on

PAGE = "https://paint.example"


async def test_the_page_opens_from_the_chat_and_goes_when_its_address_does(
    telegram: TelegramServer, tmp_path: Path
) -> None:
    world = telegram.world
    for page, kind in ((PAGE, "web_app"), ("https://other.example", "web_app"), (None, "default")):
        async with lukis_on(telegram, tmp_path, page=page):
            assert await world.until(lambda kind=kind: world.menu_button["type"] == kind, PATIENCE)  # type: ignore[misc]
            if page:
                there = lambda page=page: world.menu_button["web_app"]["url"] == page  # noqa: E731
                assert await world.until(there, PATIENCE)


async def test_a_button_of_the_operators_own_stays(telegram: TelegramServer, tmp_path: Path) -> None:
    own = {"type": "web_app", "text": "Shop", "web_app": {"url": "https://shop.example"}}
    telegram.world.menu_button = own
    async with lukis_on(telegram, tmp_path) as on:
        await telegram.person("Alice").send("/help")
        assert await telegram.world.until(
            lambda: any(c.method == "getchatmenubutton" for c in telegram.calls), PATIENCE
        )
        assert on.platform.connected and telegram.world.menu_button == own
