"""What Telegram refuses for good: the picture comes in another form or in words, and the status message ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.patience import PATIENCE
from tests.wire.telegram import Broken, Drop, Fault, Says, TelegramServer, TooMany
from tests.wire.telegram_people import Group, Person
from tests.wire.telegram_stage import OnTelegram, lukis_on
from tests.wire.telegram_world import Message


def no(words: str) -> Says:
    return Says(400, f"Bad Request: {words}")


PHOTO, FILE, WORDS = "photo", "file", "words"
FORMS: dict[str, Callable[[Message], object]] = {
    PHOTO: lambda m: m.is_photo,
    FILE: lambda m: m.file and not m.is_photo,
    WORDS: lambda m: "/history" in m.text,
}

REFUSALS: list[tuple[dict[str, tuple[Fault, int]], str]] = [
    ({"sendPhoto": (no("message to be replied not found"), 1)}, PHOTO),
    ({"sendPhoto": (no("TOPIC_CLOSED"), 1)}, PHOTO),
    ({"sendPhoto": (no("MESSAGE_ID_INVALID"), 1)}, PHOTO),
    ({"sendPhoto": (no("something brand-new"), 2)}, FILE),
    ({"sendPhoto": (no("PHOTO_INVALID_DIMENSIONS"), 9)}, FILE),
    ({"sendPhoto": (no("not enough rights to send photos to the chat"), 9)}, FILE),
    ({"sendPhoto": (no("IMAGE_PROCESS_FAILED"), 9), "sendDocument": (no("file is too big"), 2)}, FILE),
    (
        {
            "sendPhoto": (no("not enough rights to send photos to the chat"), 9),
            "sendDocument": (no("not enough rights to send documents to the chat"), 9),
        },
        WORDS,
    ),
    ({"sendPhoto": (no("TOPIC_CLOSED"), 99), "sendDocument": (no("TOPIC_CLOSED"), 99)}, WORDS),
    ({"sendPhoto": (Says(403, "Forbidden: CHAT_SEND_PHOTOS"), 99)}, WORDS),
    ({"sendPhoto": (Says(413, "Request Entity Too Large"), 2)}, PHOTO),
    ({"sendPhoto": (Broken(413), 99)}, WORDS),
    ({"sendPhoto": (Says(413, "Payload is too large"), 99)}, WORDS),
]


@pytest.mark.parametrize(("refused", "form"), REFUSALS, ids=str)
async def test_a_refused_picture_comes_in_another_form_and_the_status_ends(
    on: OnTelegram, telegram: TelegramServer, alice: Person, refused: dict[str, tuple[Fault, int]], form: str
) -> None:
    on.engine.hold(1)
    await alice.send("/imagine a fox")
    status = await alice.expect_status()
    for method, (fault, times) in refused.items():
        telegram.fail(method, fault, times)
    await on.engine.release()
    assert await telegram.world.until(lambda: any(FORMS[form](m) for m in standing(alice)), PATIENCE)
    assert await telegram.world.until(
        lambda: not any("Cancel" in str(m.buttons) for m in standing(alice)), PATIENCE
    )
    (only,) = standing(alice)
    assert (only is status) == (form == WORDS)


def standing(alice: Person) -> list[Message]:
    """What the bot said that is still there."""
    return [m for m in alice.chat.log if m.from_bot and not m.deleted]


async def test_a_refused_album_comes_as_files(
    on: OnTelegram, telegram: TelegramServer, alice: Person
) -> None:
    telegram.fail("sendMediaGroup", no("not enough rights to send photos to the chat"))
    await alice.send("/imagine a fox --n 2")
    await alice.expect_text(
        "a fox",
    )
    assert await telegram.world.until(
        lambda: [bool(m.file) for m in standing(alice)] == [True, True, False], PATIENCE
    ), alice.chat.log


async def test_a_held_status_message_is_still_cleared_away(
    on: OnTelegram, telegram: TelegramServer, alice: Person
) -> None:
    on.engine.hold(1)
    await alice.send("/imagine a fox")
    seen = await alice.expect_status()
    telegram.fail("deleteMessages", TooMany(1))
    await on.engine.release()
    await alice.expect_photo()
    await alice.expect_gone(seen)


@pytest.mark.parametrize("how", ["the next start", "a late Cancel"])
@pytest.mark.parametrize("where", ["private", "group"])
async def test_a_status_that_was_out_of_reach_ends_once_it_is_not(
    telegram: TelegramServer, tmp_path: Path, alice: Person, group: Group, where: str, how: str
) -> None:
    """Who blocks the bot while it draws, or puts it out of a group, may change their mind."""
    chat = group.chat if where == "group" else alice.chat
    async with lukis_on(telegram, tmp_path) as on:
        on.engine.hold(1)
        await alice.send("/imagine a fox", to=group if where == "group" else None)
        status = await alice.expect_status(to=group if where == "group" else None)
        group.kick_bot() if where == "group" else alice.block()
        await on.engine.release()
        await on.lukis.service.runner.settle(PATIENCE)
        chat.refuses = None
        assert "Cancel" in str(status.buttons)
        if how == "a late Cancel":
            assert await alice.press(status, "Cancel") == "Too late: it is finished already."
            await alice.expect_change(status, lambda m: "/history" in m.text and not m.buttons)
    if how == "the next start":
        async with lukis_on(telegram, tmp_path):
            await alice.expect_change(status, lambda m: "/history" in m.text and not m.buttons)


async def test_a_status_that_telegram_keeps_says_that_it_is_over(
    on: OnTelegram, telegram: TelegramServer, alice: Person
) -> None:
    """Messages that are older than 48 hours can't be deleted: a later start meets them."""
    for method in ("deleteMessages", "deleteMessage"):
        telegram.fail(method, no("message can't be deleted for everyone"), 99)
    on.engine.hold(1)
    await alice.send("/imagine a fox")
    status = await alice.expect_status()
    await on.engine.release()
    await alice.expect_photo()
    await alice.expect_change(status, lambda m: "It is finished" in m.text and not m.buttons)
    await on.lukis.service.runner.settle(PATIENCE)
    assert await on.lukis.store.messages.left_over(["telegram"]) == []


BAD_WEATHER = [TooMany(1), Broken(502), Drop()]


@pytest.mark.parametrize("fault", BAD_WEATHER, ids=str)
@pytest.mark.parametrize("asked", ["/help", "/models", "/history", "/imagine a fox --stepz 3"])
async def test_an_answer_outlives_bad_weather(
    on: OnTelegram, telegram: TelegramServer, alice: Person, asked: str, fault: Fault
) -> None:
    telegram.fail("sendMessage", fault)
    await alice.send(asked)
    assert await telegram.world.until(lambda: standing(alice), PATIENCE)


@pytest.mark.parametrize("fault", BAD_WEATHER, ids=str)
async def test_an_original_outlives_bad_weather(
    on: OnTelegram, telegram: TelegramServer, alice: Person, fault: Fault
) -> None:
    await alice.send("/imagine a fox")
    photo = await alice.expect_photo()
    telegram.fail("sendDocument", fault)
    await alice.press(photo, "Original")
    await alice.expect_document()


async def test_an_answer_that_may_have_arrived_comes_twice_at_most(
    on: OnTelegram, telegram: TelegramServer, alice: Person
) -> None:
    telegram.fail("sendMessage", Drop(after=True), times=9)
    await alice.send("/help")
    assert await telegram.world.until(lambda: len(standing(alice)) == 2, PATIENCE)
    assert not await telegram.world.until(lambda: len(standing(alice)) > 2, 4)
