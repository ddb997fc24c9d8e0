"""Updates that Telegram sends, in place of those that it is asked for: people notice no difference, whatever ends."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.platforms.telegram import webhook
from bot.platforms.telegram.poll import KINDS
from bot.platforms.telegram.webhook import SECRET, Hook, secret_of
from bot.settings import BadSetting
from tests.patience import until
from tests.wire.telegram import Held, TelegramServer
from tests.wire.telegram_people import Group, Person, painting
from tests.wire.telegram_stage import OnTelegram, lukis_on
from tests.wire.telegram_world import Hook as Sent

HOOK = Hook("https://lukis.example/telegram", port=0)


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook, "LOOK", 0.05)
    monkeypatch.setattr(webhook, "FIRST_PAUSE", 0.05)
    monkeypatch.setattr(webhook, "SAY_AGAIN", 1e6)


@asynccontextmanager
async def hooked(telegram: TelegramServer, folder: Path, **more: Any) -> AsyncIterator[OnTelegram]:
    """Lukis behind a proxy that passes on what comes to its address."""
    async with lukis_on(telegram, folder, hook=HOOK, **more) as on:
        await until(lambda: port_of(on))
        telegram.world.proxied[HOOK.url] = f"http://127.0.0.1:{port_of(on)}/telegram"
        yield on


def port_of(on: OnTelegram) -> int | None:
    return getattr(on.platform.news, "port", None)


@pytest.mark.parametrize("way", [lukis_on, hooked], ids=["polling", "webhook"])
async def test_a_chat_goes_the_same_way_over_both(
    telegram: TelegramServer, alice: Person, bob: Person, group: Group, tmp_path: Path, way: Any
) -> None:
    async with way(telegram, tmp_path) as on:
        await alice.send("/imagine a fox", photo=painting())
        await bob.send("/imagine an owl", to=group)
        fox, owl = await alice.expect_photo(), await bob.expect_photo(to=group)
        assert (fox.quote, owl.quote) == ("a fox", "an owl")
        await bob.press(owl, "Reroll")
        await bob.expect_photo(to=group)
        for colour, words in (("white", ""), ("black", "/imagine a cat")):
            await alice.send(words, photo=painting(colour), media_group_id="771")
        await alice.expect_photo()
        assert sorted(job.mode for job in on.engine.jobs) == ["image", "image", "text", "text"]
        assert not any("reply to it with words" in m.text for m in alice.chat.log), "an album is one message"
        await alice.send("hello")
        await alice.expect_text("I draw what you write")
        assert on.platform.connected and bool(telegram.count("getUpdates")) == (way is lukis_on)


async def test_what_has_been_taken_outlives_a_kill_and_is_drawn_once(
    telegram: TelegramServer, alice: Person, tmp_path: Path
) -> None:
    async with hooked(telegram, tmp_path) as on:
        telegram.fail("getFile", held := Held())
        there = telegram.world.proxied.pop(HOOK.url)
        await alice.send("/imagine a fox", photo=painting())
        (update,) = telegram.world.updates
        telegram.world.proxied[HOOK.url] = there
        await until(lambda: not telegram.world.updates)
        await until(lambda: not telegram.spared("getFile"))  # one that is not begun is asked to come again
        assert on.engine.jobs == [], "Telegram heard that it has come, and it is still being read"
        on.stop()
    held.until.set()
    telegram.mend()
    async with hooked(telegram, tmp_path) as again:
        assert (await alice.expect_photo()).quote == "a fox"
        telegram.world.updates.append(update)
        await alice.send("/imagine a dog")
        assert (await alice.expect_photo()).quote == "a dog"
        assert [job.prompt for job in again.engine.jobs] == ["a fox", "a dog"]


async def test_what_another_bot_had_taken_is_left_alone(
    telegram: TelegramServer, alice: Person, tmp_path: Path
) -> None:
    async with hooked(telegram, tmp_path) as on:
        await alice.send("/imagine a fox")
        await alice.expect_photo()
        sent = {"message_id": 7, "text": "/imagine a cat", "chat": {"id": alice.chat.id, "type": "private"}}
        sent["from"] = {"id": alice.chat.id, "is_bot": False, "first_name": "Alice"}
        for bot, number in ((telegram.token.split(":")[0], 9001), ("1", 9002)):
            told = json.dumps({"update_id": number, "message": sent | {"message_id": number}})
            await on.lukis.store.promises.make("telegram", f"{bot}:{number}", told)
    async with hooked(telegram, tmp_path) as again:
        assert (await alice.expect_photo()).quote == "a cat"
        await alice.send("/imagine a dog")
        assert (await alice.expect_photo()).quote == "a dog"
        assert [job.prompt for job in again.engine.jobs] == ["a cat", "a dog"]
        assert "1:9002" not in dict(await again.lukis.store.promises.oldest("telegram"))


async def test_nobody_else_is_let_in(
    telegram: TelegramServer, alice: Person, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with hooked(telegram, tmp_path) as on, aiohttp.ClientSession() as session:
        await until(lambda: telegram.world.hook.url)
        sent = telegram.world.hook
        secret = secret_of(telegram.token)
        assert (sent.url, sent.secret_token, telegram.world.allowed) == (HOOK.url, secret, KINDS)
        assert not set(telegram.token.split(":")) & {sent.url, sent.secret_token}
        told = json.dumps({"update_id": 5, "message": {"message_id": 1, "chat": {"id": 1}, "text": "x"}})
        known, as_json = {SECRET: secret}, {"Content-Type": "application/json"}
        for status, headers, body in (
            (403, as_json, told),
            (403, as_json | {SECRET: "wrong"}, told),
            (415, known, told),
            (400, known | as_json, "no JSON"),
            (400, known | as_json, "[" * 100_000),
            (413, known | as_json, " " * 2_000_000),
            (200, known | as_json, "[]"),
            (200, known | as_json, '{"update_id": 6, "message": "none"}'),
        ):
            url = f"http://127.0.0.1:{port_of(on)}/telegram"
            async with session.post(url, data=body, headers=headers) as answer:
                assert answer.status == status, body[:50]
        async with session.get(url, headers=known) as answer:
            assert answer.status == 405
        await alice.send("/imagine a fox")
        await alice.expect_photo()
        assert len(on.engine.jobs) == 1
    assert (
        caplog.text.count("called 1 times without its secret") == 1 == caplog.text.count("without its secret")
    )
    assert secret not in caplog.text and telegram.token not in caplog.text


async def test_updates_are_taken_back_and_it_is_told_when_they_can_not_come(
    telegram: TelegramServer, alice: Person, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with hooked(telegram, tmp_path) as on:
        await until(lambda: on.platform.connected)
        telegram.world.hook = Sent("https://elsewhere.example")
        await until(lambda: telegram.world.hook.url == HOOK.url)
        assert caplog.text.count("I take them back") == 1
        there = telegram.world.proxied.pop(HOOK.url)
        await alice.send("/imagine a fox")
        await until(lambda: not on.platform.connected)
        assert f"Telegram can't reach {HOOK.url}: Connection refused; 1 updates wait" in caplog.text
        telegram.world.proxied[HOOK.url] = there
        assert (await alice.expect_photo()).quote == "a fox"
        await until(lambda: on.platform.connected)
    async with lukis_on(telegram, tmp_path):
        await alice.send("/imagine a dog")
        assert (await alice.expect_photo()).quote == "a dog"
        telegram.world.hook = Sent("https://elsewhere.example")
        await alice.send("/imagine an owl")
        assert (await alice.expect_photo()).quote == "an owl"
    assert caplog.text.count("(a webhook); I take them back") == 1


async def test_an_address_that_telegram_does_not_take_is_told_and_tried_again(
    telegram: TelegramServer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with lukis_on(telegram, tmp_path, hook=Hook("https://nowhere.example", port=0)) as on:
        await until(lambda: telegram.count("setWebhook") > 1)
        assert not on.platform.connected
    lost = Hook(HOOK.url, port=0, certificate=(file := tmp_path / "lost.pem"))
    async with lukis_on(telegram, tmp_path, hook=lost) as on:
        with pytest.raises(BadSetting, match=r"TELEGRAM_WEBHOOK_CERTIFICATE: .*lost\.pem: No such file"):
            await on.running
    file.write_text("-----BEGIN CERTIFICATE-----")
    async with lukis_on(telegram, tmp_path, hook=lost) as on:
        await until(lambda: telegram.world.hook.certificate)
    assert (
        caplog.text.count("TELEGRAM_WEBHOOK_URL: Telegram does not take it: Bad webhook: failed to resolve")
        == 1
    )
