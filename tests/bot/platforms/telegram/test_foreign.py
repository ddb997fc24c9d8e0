"""Servers of other versions than the library's, and updates gone wrong: nothing that comes stops anything."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.bootstrap import assemble
from bot.platforms.telegram.platform import TelegramPlatform
from bot.platforms.telegram.requests import Requests
from bot.settings import Settings
from tests.chat import FakeTranslator
from tests.fakes import FakeEngine
from tests.patience import PATIENCE
from tests.wire.fuzz import MANY, spoilt
from tests.wire.telegram import Says, TelegramServer
from tests.wire.telegram_people import Group, Person
from tests.wire.telegram_shapes import Shapes
from tests.wire.telegram_stage import OnTelegram, lukis_on

UNKNOWN = Says(404, "Not Found: method not found")
"""What a server says of a method that is newer than itself."""

LONG = " ".join(["a very long red fox in the snow"] * 9)

POLL = {
    "id": "5", "question": "Fox or dog?", "options": [], "total_voter_count": 0, "is_closed": False,
    "is_anonymous": True, "type": "regular", "allows_multiple_answers": False,
}  # fmt: skip
"""As servers told it that knew of no `allows_revoting`."""


async def test_an_update_that_the_library_could_not_build_is_read(
    telegram: TelegramServer, on: OnTelegram, alice: Person
) -> None:
    """The poll of an older server in the message replied to, and beside it in every answer that we get."""
    asked = await alice.send("hello")
    await alice.expect_text()
    quoted = {"origin": {"type": "hidden_user", "date": 1, "sender_user_name": "Someone"}, "poll": POLL}
    telegram.judging = False
    message = await alice.send("/imagine a fox", answering=asked, poll=POLL, external_reply=quoted)
    assert (await alice.expect_photo(answering=message)).quote == "a fox"
    await alice.send("/imagine a dog")
    assert (await alice.expect_photo()).quote == "a dog"
    assert [job.prompt for job in on.engine.jobs] == ["a fox", "a dog"], "neither was sent twice"


@pytest.mark.parametrize("field", ["caption", "reply_to_message", "photo", "document", "media_group_id"])
async def test_what_a_server_tells_to_be_nothing_is_nothing(
    telegram: TelegramServer, on: OnTelegram, alice: Person, field: str
) -> None:
    body = telegram.world.post(
        alice.chat, {"from": {**alice.user(), "last_name": None}}, {"text": "/help"}
    ).body
    await telegram.world.pass_on(lambda update: update, "message", {**body, field: None})
    await alice.expect_text("/imagine")


@pytest.mark.parametrize(("opens", "closes"), [('{"a":', "}"), ("[", "]")])
def test_what_lies_too_deep_in_an_answer_costs_no_more_than_itself(opens: str, closes: str) -> None:
    deep = f"{opens * 3000}1{closes * 3000}"
    updates = f'[{{"update_id": 5, "message": {deep}, "x": "a\\"}}[b"}}, {{"update_id": 6}}]'
    answer = Requests.parse_json_payload(f'{{"ok": true, "result": {updates}}}'.encode())
    assert [u["update_id"] for u in answer["result"]] == [5, 6] and answer["result"][0]["x"] == 'a"}[b'


async def test_an_update_that_cannot_be_read_is_passed_over_with_one_line(
    telegram: TelegramServer, on: OnTelegram, alice: Person, caplog: Any
) -> None:
    caplog.set_level(logging.INFO)
    message = {"message_id": 5, "chat": {"id": "secret words"}, "text": "/imagine a secret"}
    await telegram.world.pass_on(lambda update: update, "message", message)
    await telegram.world.pass_on(lambda update: {"message": update["message"]}, "message", message)
    await alice.send("/imagine a fox")
    assert (await alice.expect_photo()).quote == "a fox"
    said = [r.getMessage() for r in caplog.records if "can't be read" in r.getMessage()]
    assert len(said) == 2 and all("\n" not in line for line in said)
    assert "secret" not in caplog.text and telegram.token not in caplog.text
    assert await telegram.world.until(lambda: not telegram.world.updates, PATIENCE), "both are confirmed"


async def test_a_server_that_cannot_delete_several_messages_deletes_them_one_by_one(
    telegram: TelegramServer, on: OnTelegram, alice: Person
) -> None:
    telegram.fail("deleteMessages", UNKNOWN, times=99)
    on.engine.hold(1)
    await alice.send("/imagine foxes --n 2")
    status = await alice.expect_status()
    await on.engine.release()
    photos, below = await alice.expect_album(2)
    await alice.expect_gone(status)
    await alice.press(below, "Delete")
    for message in (*photos, below):
        await alice.expect_gone(message)


async def test_a_server_that_knows_no_folded_quotes_gets_plain_words(
    telegram: TelegramServer, on: OnTelegram, alice: Person
) -> None:
    """In a status message, under a picture, in a page of the history that is turned, and in a sentence at the end."""
    telegram.methods.styles -= {"expandable_blockquote"}
    for prompt in (f"{LONG} one", f"{LONG} two"):
        on.engine.hold(1)
        await alice.send(f"/imagine {prompt}")
        status = await alice.expect_status()
        assert prompt in status.text
        await on.engine.release()
        assert prompt in (await alice.expect_photo()).text
        await alice.expect_gone(status)
    await alice.send("/history")
    page = await alice.expect_photo()
    await alice.press(page, "▶️")
    await alice.expect_change(page, lambda m: "one" in m.text and m.is_photo)
    on.engine.hold(1)
    await alice.send(f"/imagine {LONG} three")
    status = await alice.expect_status()
    await alice.press(status, "Cancel")
    await alice.expect_change(
        status, lambda m: any("Cancelled" in one.text and "three" in one.text for one in m.chat.log)
    )


@pytest.mark.parametrize(
    "method", ["deleteWebhook", "setMyCommands", "sendChatAction", "getMe", "getUpdates"]
)
async def test_a_method_that_a_server_does_not_know_is_no_wrong_token(
    telegram: TelegramServer, tmp_path: Path, alice: Person, method: str
) -> None:
    """Two of them nothing can do without: they are asked for until the server knows them."""
    telegram.fail(method, UNKNOWN, times=1 if method.startswith("get") else 99)
    async with lukis_on(telegram, tmp_path):
        await alice.send("/imagine a fox")
        assert (await alice.expect_photo()).quote == "a fox"


async def test_a_restart_of_polling_opens_its_connections_anew(
    telegram: TelegramServer, alice: Person, tmp_path: Path
) -> None:
    platform = TelegramPlatform(telegram.token, telegram.url)
    settings = Settings.read(env_file=None, data_dir=tmp_path)
    async with assemble(
        settings, engine=FakeEngine(), translator=FakeTranslator(), platforms=[platform]
    ) as lukis:
        for prompt in ("a fox", "a dog"):
            running = asyncio.create_task(platform.run(lukis.service))
            await alice.send(f"/imagine {prompt}")
            assert (await alice.expect_photo()).quote == prompt
            running.cancel()
            await asyncio.wait([running])


async def test_no_update_stops_the_bot(
    telegram: TelegramServer, on: OnTelegram, alice: Person, group: Group, bob: Person, caplog: Any
) -> None:
    """Updates of all types, most with fields left out, put in or retyped, through everything to the store."""
    random = Random(9)
    shapes = Shapes(random, [alice.user()], [alice.chat.body(), group.chat.body()])
    for start in range(0, MANY, 100):
        for _ in range(start, min(start + 100, MANY)):
            ((kind, body),) = shapes.update().items()
            changes = random.choice((0, 1, 1, 2, 3, 8))
            await telegram.world.pass_on(lambda u, n=changes: spoilt(random, u, n), kind, body)  # type: ignore[misc]
        assert await telegram.world.until(lambda: not telegram.world.updates, PATIENCE), "it has stopped"
    await bob.send("/imagine a fox after all")
    assert (await bob.expect_photo()).quote == "a fox after all"
    broken = [r for r in caplog.records if r.exc_info or "Traceback" in r.getMessage()]
    assert broken == []
