"""`lukis doctor` asks whoever has to answer, and says what puts right what is wrong."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from discord import Permissions
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.home import only_one
from bot.locales import Locales
from bot.programs import checks, doctor
from bot.programs.checks import Wrong
from bot.settings import Settings
from bot.store import DATABASE, open_store
from bot.store.damage import Unusable
from tests.patience import PATIENCE
from tests.wire.discord import TOKEN, DiscordServer
from tests.wire.discord_people import town
from tests.wire.telegram import Says, TelegramServer
from tests.wire.telegram_world import Hook

SAY = Locales.load().say("en")


def settings(folder: Path, **chosen: Any) -> Settings:
    usual = {"web": "false", "translation_timeout": 60}
    return Settings.read(env_file=None, data_dir=folder, **{**usual, **chosen})


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "PATIENCE", PATIENCE)


async def test_the_platforms_say_who_we_are_and_what_we_lack(tmp_path: Path) -> None:
    async with TelegramServer() as telegram, DiscordServer() as discord:
        alice = telegram.person("Alice")
        groups = [telegram.group(name, alice) for name in ("Fine", "Tight", "Away")]
        us = telegram.world.bot["id"]
        for group, status in zip(groups, ("member", "restricted"), strict=False):
            group.chat.members[us] = status
        channel, _ = town(discord, "bob")
        both = {
            "telegram_token": telegram.token,
            "telegram_api_url": telegram.url,
            "discord_token": TOKEN,
            "discord_api_url": discord.url,
        }
        fine = settings(
            tmp_path,
            **both,
            access="allowlist",
            allowed=f"telegram:{groups[0].chat.id},telegram:{alice.id},discord:{channel.id},discord:{channel.guild},"
            "discord:99",
        )
        assert await checks.tokens(fine, SAY) == "Telegram: I am @LukisBot · Discord: I am Lukis"
        assert await checks.clock(fine, SAY) == "as Telegram's"
        allowed = ",".join(f"telegram:{group.chat.id}" for group in groups)
        with pytest.raises(Wrong) as told:
            await checks.tokens(settings(tmp_path, **both, access="allowlist", allowed=allowed), SAY)
        said = str(told.value).splitlines()
        assert said[1].startswith(
            f"telegram:{groups[1].chat.id}: I lack rights there: Send photos. Give me those"
        )
        assert said[2].startswith(f"telegram:{groups[2].chat.id}: I am not in there") and "ALLOWED" in said[2]
        assert not {call.method.lower() for call in telegram.calls} - {"getme", "getchatmember"}
        telegram.fail("getMe", Says(401, "Unauthorized"), 5)
        wrong = settings(tmp_path, **{**both, "discord_token": "MTIz.abc.def"})
        with pytest.raises(Wrong) as told:
            await checks.tokens(wrong, SAY)
        first, second = str(told.value).splitlines()
        assert "Telegram does not accept the token" in first and "TELEGRAM_TOKEN (docs/telegram.md)" in first
        assert "Discord does not accept the token" in second and "DISCORD_TOKEN" in second
        assert TOKEN not in str(told.value) and telegram.token not in str(told.value)
    with pytest.raises(Wrong, match="Telegram gives no answer at http") as told:
        await checks.tokens(
            settings(tmp_path, telegram_token=telegram.token, telegram_api_url=telegram.url), SAY
        )
    assert telegram.token not in str(told.value) and str(told.value).endswith("Discord not set")
    assert await checks.tokens(settings(tmp_path), SAY) == "Telegram not set · Discord not set"
    assert await checks.clock(settings(tmp_path), SAY) == "nobody to compare it with"


async def test_what_telegram_can_not_send_is_told(tmp_path: Path) -> None:
    async with TelegramServer() as telegram:
        hooked = settings(
            tmp_path,
            telegram_token=telegram.token,
            telegram_api_url=telegram.url,
            telegram_webhook_url="https://paint.example.org/telegram",
        )
        telegram.world.hook = Hook("https://paint.example.org/telegram", failed=1, why="Connection refused")
        assert (await checks.tokens(hooked, SAY)).startswith("Telegram: I am @LukisBot"), "that is over"
        await telegram.person("Alice").send("/imagine a fox")
        with pytest.raises(Wrong) as told:
            await checks.tokens(hooked, SAY)
    (_, line, *_) = str(told.value).splitlines()
    assert line.startswith(
        "Telegram can't reach https://paint.example.org/telegram: Connection refused. Look"
    )
    assert "docs/many-servers.md" in line and line.endswith("Waiting: 1.")


async def test_rights_that_a_channel_withholds_are_named(tmp_path: Path) -> None:
    async with DiscordServer() as discord:
        channel, _ = town(discord, "bob")
        denied = Permissions(attach_files=True, send_messages_in_threads=True).value
        assert channel.guild
        discord.world.channels[channel.id].overwrites = [
            Overwrite(channel.guild, OverwriteType.ROLE, 0, denied)
        ]
        chosen = settings(
            tmp_path,
            discord_token=TOKEN,
            discord_api_url=discord.url,
            access="allowlist",
            allowed=f"discord:{channel.id}",
        )
        with pytest.raises(Wrong, match=f"discord:{channel.id}: I lack rights there: ") as told:
            await checks.tokens(chosen, SAY)
        assert "Attach Files" in str(told.value) and "View Channel" not in str(told.value)


async def test_a_clock_that_is_far_off_is_told(tmp_path: Path) -> None:
    async def late(request: web.Request) -> web.Response:
        return web.Response(headers={"Date": "Thu, 01 Jan 2026 00:00:00 GMT"})

    app = web.Application()
    app.router.add_get("/{path:.*}", late)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        with pytest.raises(Wrong, match=r"away from Telegram's.*NTP"):
            await checks.clock(settings(tmp_path, telegram_token="1:a", telegram_api_url=url), SAY)
    finally:
        await runner.cleanup()


async def test_the_page_has_its_port(tmp_path: Path) -> None:
    assert await checks.page(settings(tmp_path), SAY) == "off"
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        chosen = settings(tmp_path, web="true", web_port=port)
        with pytest.raises(Wrong, match=f"Another program listens on port {port}.*WEB_PORT"):
            await checks.page(chosen, SAY)
        with only_one(tmp_path):
            assert await checks.page(chosen, SAY) == f"http://127.0.0.1:{port}/"
    assert await checks.page(settings(tmp_path, web="true", web_port=0), SAY) == "http://127.0.0.1:0/"
    with pytest.raises(Wrong, match=r"can't listen on 192\.0\.2\.1"):
        await checks.page(settings(tmp_path, web="true", web_host="192.0.2.1"), SAY)


async def test_translators_are_asked_for_a_word(tmp_path: Path) -> None:
    assert await checks.translators(settings(tmp_path, translators="glossary"), SAY) == "glossary answers"
    dead = {"libretranslate_url": "http://127.0.0.1:9"}
    told = await checks.translators(settings(tmp_path, translators="libretranslate,glossary", **dead), SAY)
    assert told == "libretranslate gives no answer · glossary answers"
    with pytest.raises(Wrong, match="put glossary into TRANSLATORS"):
        await checks.translators(settings(tmp_path, translators="libretranslate", **dead), SAY)
    with pytest.raises(ValueError):
        await checks.translators(settings(tmp_path, translators="deepl"), SAY)


async def test_the_database_is_looked_at_whole_and_the_disk_has_room(tmp_path: Path) -> None:
    assert (
        await asyncio.to_thread(doctor._database, settings(tmp_path), SAY)
        == "not there yet; the first start makes it"
    )
    async with open_store(tmp_path) as store:
        for i in range(300):
            await store.db.write(
                "INSERT INTO people (key, name, seen) VALUES (?, ?, 1)", f"fake:{i}", "x" * 200
            )
    told = doctor._database(settings(tmp_path), SAY)
    assert told.startswith("version ") and "copies of before updates: 0" in told
    with pytest.raises(Wrong, match=r"only .* GB are left, less than MIN_FREE_MB"):
        doctor._data(settings(tmp_path, min_free_mb=10**9), SAY)
    assert "free" in doctor._data(settings(tmp_path), SAY)
    file = tmp_path / DATABASE
    whole = bytearray(file.read_bytes())
    place = whole.index(b"x" * 200) // 4096 * 4096
    whole[place : place + 4096] = b"\xff" * 4096
    file.write_bytes(whole)
    with pytest.raises(Unusable, match=r"is damaged .* put a backup in its place"):
        doctor._database(settings(tmp_path), SAY)
