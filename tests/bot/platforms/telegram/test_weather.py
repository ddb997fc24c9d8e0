"""Telegram out of order: outages, floods, repeats, wrong tokens, chats that move or close."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import Any

import pytest

from bot.platforms.telegram.platform import TelegramPlatform
from bot.ports import BadToken
from tests.patience import PATIENCE
from tests.wire.telegram import Broken, Drop, Held, Says, TelegramServer, TooMany
from tests.wire.telegram_people import Person, painting
from tests.wire.telegram_stage import OnTelegram, lukis_on


async def test_an_update_that_comes_again_is_drawn_once(
    on: OnTelegram, telegram: TelegramServer, alice: Person
) -> None:
    await alice.send("/imagine a fox")
    photo = await alice.expect_photo()
    told = {"update_id": 700_001, "message": next(m.body for m in alice.chat.log if not m.from_bot)}
    telegram.world.updates.insert(0, told)
    telegram.world.updates.append(told | {"update_id": 700_900, "message": photo.body})
    await telegram.world.touch()
    await alice.send("/imagine a dog")
    assert (await alice.expect_photo()).quote == "a dog"
    assert [job.prompt for job in on.engine.jobs] == ["a fox", "a dog"]


async def test_what_was_sent_while_lukis_was_away_is_drawn_when_it_is_back(
    telegram: TelegramServer, alice: Person, tmp_path: Path
) -> None:
    async with lukis_on(telegram, tmp_path):
        await alice.send("/imagine a fox")
        await alice.expect_photo()
    await alice.send("/imagine a dog")
    async with lukis_on(telegram, tmp_path) as again:
        assert (await alice.expect_photo()).quote == "a dog"
        assert [job.prompt for job in again.engine.jobs] == ["a dog"]


@pytest.mark.parametrize("fault", [TooMany(1), Broken(502), Drop()])
async def test_a_delivery_outlives_bad_weather(
    on: OnTelegram, telegram: TelegramServer, alice: Person, fault: Any
) -> None:
    telegram.fail("sendPhoto", fault)
    await alice.send("/imagine a fox")
    await alice.expect_photo()
    assert len(alice.chat.log) == 3
    assert len(on.engine.jobs) == 1


async def test_a_bad_start_is_waited_out(
    telegram: TelegramServer, alice: Person, tmp_path: Path, caplog: Any
) -> None:
    telegram.fail("getMe", Broken(404))
    telegram.fail("getMe", Drop())
    telegram.fail("getUpdates", Broken(500), times=2)
    async with lukis_on(telegram, tmp_path):
        await alice.send("/imagine a fox")
        await alice.expect_photo()
    assert "can't be reached" in caplog.text


async def test_the_menu_is_tried_again(telegram: TelegramServer, tmp_path: Path) -> None:
    telegram.fail("setMyCommands", Broken(502))
    telegram.fail("setMyCommands", TooMany(1))
    async with lukis_on(telegram, tmp_path):
        assert await telegram.world.until(lambda: "es" in telegram.world.commands, PATIENCE)


async def test_another_program_with_the_same_token(
    on: OnTelegram, telegram: TelegramServer, alice: Person, caplog: Any
) -> None:
    conflict = Says(409, "Conflict: terminated by other getUpdates request")
    telegram.fail("getUpdates", conflict, times=2)
    await alice.send("/imagine a fox")
    await alice.send("/imagine a fox")
    await alice.expect_photo()
    assert caplog.text.count("another program uses the same token") == 1


@pytest.mark.parametrize(
    "token", ["4242:AAE-a_token_that_nobody_has_given_out", "no token at all", "42", "4:\n"]
)
async def test_a_wrong_token(telegram: TelegramServer, on: OnTelegram, caplog: Any, token: str) -> None:
    with pytest.raises(BadToken, match="BotFather") as told:
        await TelegramPlatform(token, telegram.url).run(on.lukis.service)
    shown = f"{told.value} {told.value.__cause__} {caplog.text}"
    assert token not in shown or token == "42"


async def test_a_token_that_is_revoked_later(telegram: TelegramServer, tmp_path: Path, alice: Person) -> None:
    async with lukis_on(telegram, tmp_path) as on:
        other = TelegramPlatform(telegram.token, telegram.url)
        running = asyncio.create_task(other.run(on.lukis.service))
        await telegram.world.until(lambda: telegram.count("getMe") == 2, PATIENCE)
        telegram.fail("getUpdates", Says(401, "Unauthorized"), times=10)
        await alice.send("hello")  # ends the polls under way, which wait for half a minute
        with pytest.raises(BadToken):
            await running


async def test_the_token_is_in_no_log(
    telegram: TelegramServer, alice: Person, tmp_path: Path, caplog: Any
) -> None:
    caplog.set_level(logging.INFO)
    telegram.fail("sendMessage", Drop())
    telegram.fail("getFile", Says(400, "Bad Request: gone"))
    telegram.fail("download", Drop(), times=9)
    async with lukis_on(telegram, tmp_path):
        await alice.send("/imagine a fox")
        await alice.expect_photo()
        await alice.send("/imagine a fox", photo=painting())
        await alice.expect_text("fetch that picture")
    secret = telegram.token.partition(":")[2]
    lines = [
        r for r in caplog.records if secret in r.getMessage() and not r.name.startswith(("aiohttp", "tests"))
    ]
    assert lines == []


async def test_a_group_that_moves_gets_its_picture(
    on: OnTelegram, telegram: TelegramServer, alice: Person
) -> None:
    group = telegram.group("Painters", alice, kind="group")
    on.engine.hold(1)
    await alice.send("/imagine a fox", to=group)
    await alice.expect_status(to=group)
    new = await group.become_supergroup()
    await on.engine.release()
    assert (await alice.expect_photo(to=new)).quote == "a fox"


async def test_who_blocks_the_bot_holds_up_nobody(on: OnTelegram, alice: Person, bob: Person) -> None:
    on.engine.hold(1)
    await alice.send("/imagine a fox")
    await alice.expect_status()
    alice.block()
    await on.engine.release()
    await bob.send("/imagine a dog")
    assert (await bob.expect_photo()).quote == "a dog"


async def test_a_slow_handler_holds_up_nobody(
    telegram: TelegramServer, tmp_path: Path, alice: Person, bob: Person
) -> None:
    async with lukis_on(telegram, tmp_path):
        telegram.fail("download", held := Held())
        await alice.send("/imagine a fox", photo=painting())
        await bob.send("/imagine a dog")
        assert (await bob.expect_photo()).quote == "a dog"
        assert len(alice.chat.log) == 1, "hers is not even read yet"
        held.until.set()
        await alice.expect_photo()
