"""Where the chats can be reached through a proxy alone: all goes by way of it, and it is waited for."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.bootstrap import platforms_of
from bot.platforms.discord import platform as discords
from bot.platforms.telegram import platform as telegrams
from bot.platforms.telegram import poll
from bot.settings import BadSetting, Settings
from tests.patience import until
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import town
from tests.wire.discord_stage import running
from tests.wire.forward import NAME, PASSWORD, Forward, forward
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import painting
from tests.wire.telegram_stage import lukis_on


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (discords, telegrams, poll):
        monkeypatch.setattr(module, "FIRST_PAUSE", 0.05)


@pytest.mark.parametrize("scheme", ["http", "socks5"])
async def test_telegram_by_way_of_a_proxy(
    tmp_path: Path, scheme: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with TelegramServer() as telegram, forward(telegram.url) as proxy:
        alice = telegram.person("Alice")
        telegram.url, proxy.dead = "http://telegram.test", True
        async with lukis_on(telegram, tmp_path, proxy=proxy.at(scheme)):
            await until(lambda: proxy.turned_away > 1)
            proxy.dead = False
            await alice.send("/imagine a fox", photo=painting())
            assert (await alice.expect_photo()).quote == "a fox"
    assert set(proxy.passed) == {"telegram.test"}
    assert "Telegram can't be reached" in caplog.text
    assert PASSWORD not in caplog.text and "Traceback" not in caplog.text


@pytest.mark.parametrize("scheme", ["http", "socks5"])
async def test_discord_by_way_of_a_proxy(
    tmp_path: Path, scheme: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with DiscordServer() as discord, forward(discord.url) as proxy:
        channel, (alice,) = town(discord, "alice")
        discord.gateway.url = "ws://discord.test/gateway"
        monkeypatch.setattr(DiscordServer, "url", "http://discord.test")
        proxy.dead = True
        comes = asyncio.create_task(_comes_to_life(proxy))
        async with running(discord, tmp_path, proxy=proxy.at(scheme)):
            await comes
            await alice.slash(channel, "imagine", prompt="a red fox", image=("a.png", painting()))
            assert await channel.result()
    assert set(proxy.passed) == {"discord.test"}
    assert "Discord can't be reached" in caplog.text
    assert PASSWORD not in caplog.text and "Traceback" not in caplog.text


async def _comes_to_life(proxy: Forward) -> None:
    await until(lambda: proxy.turned_away > 1)
    proxy.dead = False


def test_the_settings_name_them_or_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    def proxy(**chosen: str) -> str | None:
        settings = Settings.read(env_file=None, discord_token="MTIz.abc.def", web="false", **chosen)
        assert not {NAME, PASSWORD} & set(repr(settings).split(":@/'"))
        (platform,) = platforms_of(settings)
        return getattr(platform, "_proxy", None)

    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    assert proxy() is None
    monkeypatch.setenv("HTTPS_PROXY", "proxy.example:3128")
    assert proxy() == "http://proxy.example:3128"
    assert proxy(discord_api_url="http://127.0.0.1:8080") is None
    monkeypatch.setenv("NO_PROXY", "discord.com")
    assert proxy() is None
    named = f"socks5://{NAME}:{PASSWORD}@127.0.0.1:1080"
    assert proxy(discord_proxy=named) == named
    with pytest.raises(BadSetting, match="TELEGRAM_PROXY: it is no proxy; write it whole") as told:
        proxy(telegram_proxy=f"ftp://{PASSWORD}@proxy.example")
    assert PASSWORD not in str(told.value)
