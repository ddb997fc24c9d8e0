"""Buttons on Telegram: whose they are, how old they may be, and that each is answered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.platforms.telegram import inbox
from tests.wire.telegram import Broken, Drop, Fault, Held, Says, TelegramServer, TooMany
from tests.wire.telegram_people import Group, Person
from tests.wire.telegram_stage import OnTelegram, lukis_on


async def test_only_the_owner_and_admins_may_delete(
    on: OnTelegram, telegram: TelegramServer, alice: Person, bob: Person, group: Group
) -> None:
    for owner, other, may in ((alice, bob, False), (bob, alice, True)):
        await owner.send("/imagine a fox", to=group)
        photo = await alice.expect_photo(to=group)
        assert await other.press(photo, "Reroll") is None, "rerolling is everybody's"
        await alice.expect_photo(to=group)
        toast = await other.press(photo, "Delete")
        assert (photo.deleted, toast) == (may, "Deleted." if may else "That belongs to somebody else.")
        await owner.press(photo, "Delete")


async def test_who_is_made_an_admin_or_is_none_any_more_is_known_for_it(
    on: OnTelegram,
    telegram: TelegramServer,
    alice: Person,
    bob: Person,
    group: Group,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(inbox, "_ADMIN_LASTS", 600.0)
    await alice.send("/imagine foxes --n 2", to=group)
    _, below = await alice.expect_album(2, to=group)
    assert await bob.press(below, "Delete") == "That belongs to somebody else."
    group.make_admin(bob)
    await alice.send("/history", to=group)
    page = await alice.expect_photo(to=group)
    for label in ("▶️", "◀️", "▶️"):
        await bob.press(page, label)
    assert telegram.count("getChatMember") == 2, "an admin is asked about once in a while"
    carol = telegram.person("Carol")
    monkeypatch.setattr(inbox, "_ADMIN_LASTS", 0.0)
    group.make_admin(carol)
    assert await carol.press(page, "◀️") is None
    group.chat.members[carol.id] = "member"
    assert await carol.press(below, "Delete") == "That belongs to somebody else."


async def test_an_admin_whom_telegram_could_not_tell_for_one_is_asked_about_again(
    on: OnTelegram, telegram: TelegramServer, alice: Person, bob: Person, group: Group
) -> None:
    await bob.send("/imagine a fox", to=group)
    photo = await bob.expect_photo(to=group)
    telegram.fail("getChatMember", Broken(502), times=9)
    assert await alice.press(photo, "Delete") == "That belongs to somebody else."
    telegram.mend()
    assert await alice.press(photo, "Delete") == "Deleted."


@pytest.mark.parametrize(
    "payload",
    [
        "",
        "reroll",
        "reroll:nope",
        "delete:../../etc",
        "🦊",
        "page:x:999999",
        "original:" + "f" * 50,
        "language:xx",
    ],
)
async def test_forged_buttons(on: OnTelegram, alice: Person, caplog: Any, payload: str) -> None:
    await alice.send("/start")
    message = await alice.expect_text()
    toast = await alice.press_payload(message, payload)
    assert toast is None or (0 < len(toast) <= 200)
    assert "Traceback" not in caplog.text


async def test_deleted_is_deleted_wherever_it_was_shown(
    on: OnTelegram, alice: Person, bob: Person, group: Group
) -> None:
    """The picture, a page of the history, the picture shown again, its file, the question for words; here and there."""
    await alice.send("/imagine a fox", to=group)
    photo = await alice.expect_photo(to=group)
    await alice.send("/history", to=group)
    page = await alice.expect_photo(to=group)
    await alice.press(page, "Show again")
    again = await alice.expect_photo(to=group)
    await alice.press(again, "Original")
    file = await alice.expect_document(to=group)
    await alice.send("/history")
    private = await alice.expect_photo()
    copies = (photo, page, again, file, private)
    payloads = {message: dict(message.buttons) for message in copies}
    assert await alice.press(again, "Delete") == "Deleted."
    for message in copies:
        await alice.expect_gone(message)
    for message in (page, again, photo):
        for payload in payloads[message].values():
            if not payload.startswith(("page", "delete")):
                assert await bob.press_payload(message, payload) == "That is not here any more."
    assert len(on.engine.jobs) == 1


async def test_what_telegram_keeps_of_a_deleted_picture_says_so_and_does_nothing(
    on: OnTelegram, telegram: TelegramServer, alice: Person, bob: Person, group: Group
) -> None:
    await alice.send("/imagine a fox", to=group)
    photo = await alice.expect_photo(to=group)
    await alice.send("/history", to=group)
    page = await alice.expect_photo(to=group)
    reroll = photo.buttons["🎲 Reroll"]
    for method in ("deleteMessages", "deleteMessage"):
        telegram.fail(method, Says(400, "Bad Request: message can't be deleted"), times=9)
    await alice.press(photo, "Delete")
    for message in (photo, page):
        await alice.expect_change(message, lambda m: "Deleted" in m.text and not m.buttons)
        assert await bob.press_payload(message, reroll) == "That is not here any more."
        await bob.reply(message, "how sad")
    await alice.send("/imagine a dog", to=group)
    await alice.expect(lambda m: m.quote == "a dog" and m.is_photo, to=group)
    assert [job.prompt for job in on.engine.jobs] == ["a fox", "a dog"]


async def test_buttons_that_carry_nothing_are_answered_too(on: OnTelegram, alice: Person) -> None:
    await alice.send("/start")
    message = await alice.expect_text()
    assert await alice.press_payload(message, None) is None


async def test_buttons_of_messages_so_old_that_telegram_forgot_them(on: OnTelegram, alice: Person) -> None:
    await alice.send("/imagine a fox")
    photo = await alice.expect_photo()
    await alice.press(photo, "Reroll", old=True)
    assert (await alice.expect_photo()).quote == "a fox"
    await alice.press(photo, "Delete", old=True)
    assert photo.deleted


async def test_a_button_is_answered_though_everything_breaks(
    telegram: TelegramServer, alice: Person, tmp_path: Path, caplog: Any
) -> None:
    async with lukis_on(telegram, tmp_path) as on:
        await alice.send("/imagine a fox")
        photo = await alice.expect_photo()
        await on.lukis.store.db.connection.close()
        await alice.press(photo, "Reroll")


async def test_a_status_message_that_nobody_noted_goes_when_it_is_pressed(
    on: OnTelegram, alice: Person
) -> None:
    on.engine.hold(1)
    await alice.send("/imagine a fox")
    status = await alice.expect_status()
    await alice.expect_change(status, lambda m: "25%" in m.text)  # it has been noted
    await on.lukis.store.db.write("UPDATE jobs SET status = NULL")  # as a kill right after posting leaves it
    await on.engine.release()
    photo = await alice.expect_photo()
    assert not status.deleted
    assert await alice.press(status, "Cancel") == "Too late: it is finished already."
    assert (status.deleted, photo.deleted) == (True, False)


async def test_a_slow_button_stops_turning_and_goes_on(
    on: OnTelegram, telegram: TelegramServer, alice: Person
) -> None:
    await alice.send("/imagine a fox")
    photo = await alice.expect_photo()
    telegram.fail("sendDocument", held := Held())
    await alice.press(photo, "Original")
    assert telegram.count("sendDocument") == 0
    held.until.set()
    await alice.expect_document()


@pytest.mark.parametrize("fault", [TooMany(1), Broken(502), Drop()], ids=str)
async def test_a_button_is_answered_in_bad_weather(
    on: OnTelegram, telegram: TelegramServer, alice: Person, bob: Person, group: Group, fault: Fault
) -> None:
    await alice.send("/imagine a fox", to=group)
    photo = await alice.expect_photo(to=group)
    telegram.fail("answerCallbackQuery", fault, times=2)
    assert await bob.press(photo, "Delete") == "That belongs to somebody else."


async def test_a_button_that_can_not_be_answered_in_time_is_given_up(
    on: OnTelegram, telegram: TelegramServer, alice: Person
) -> None:
    await alice.send("/imagine a fox")
    photo = await alice.expect_photo()
    telegram.fail("answerCallbackQuery", TooMany(3600))
    with pytest.raises(AssertionError, match="never answered"):
        await alice.press(photo, "Reroll", seconds=3)
    assert (await alice.expect_photo()).quote == "a fox"
    assert telegram.count("answerCallbackQuery") == 1


async def test_cancel_by_button_and_by_command(on: OnTelegram, alice: Person) -> None:
    on.engine.hold(1)
    await alice.send("/imagine a fox")
    status = await alice.expect_status()
    await alice.expect_change(status, lambda m: "25%" in m.text)
    assert await alice.press(status, "Cancel") == "Cancelled."
    assert not (await alice.expect_text("Cancelled")).buttons
    await alice.expect_gone(status)
    await alice.send("/imagine a cat")
    await alice.expect_status()
    await alice.send("/cancel")
    await alice.expect_text("Stopped 1 picture")
