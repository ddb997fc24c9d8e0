"""The picture on its way, on Telegram: it takes the place of the words that told of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes import FakeEngine
from tests.patience import PATIENCE
from tests.wire.telegram import Says, TelegramServer
from tests.wire.telegram_people import Group, Person
from tests.wire.telegram_stage import OnTelegram, lukis_on
from tests.wire.telegram_world import Message


async def on_its_way(on: OnTelegram, alice: Person) -> Message:
    """The message that shows the first step of a fox."""
    on.engine.hold(1)
    await alice.send("/imagine a fox")
    status = await alice.expect_status()
    await alice.expect_change(status, lambda m: m.is_pictured and "25%" in m.text)
    return status


async def test_a_picture_on_its_way_is_shown_in_place_and_goes_with_its_message(
    on: OnTelegram, alice: Person
) -> None:
    status = await on_its_way(on, alice)
    shown = status.body["photo"]
    await on.engine.release(3)
    await alice.expect_change(status, lambda m: "75%" in m.text)
    assert status.body["photo"] == shown, "words alone have changed"
    assert status.quote == "a fox" and "Cancel" in " ".join(status.buttons)
    await on.engine.release()
    photo = await alice.expect_photo()
    assert photo.quote == "a fox"
    await alice.expect_gone(status)


async def test_of_one_that_is_cancelled_no_half_picture_is_left(on: OnTelegram, alice: Person) -> None:
    status = await on_its_way(on, alice)
    assert await alice.press(status, "Cancel") == "Cancelled."
    await alice.expect_text("Cancelled")
    await alice.expect_gone(status)


@pytest.mark.parametrize(
    "says",
    [
        "Bad Request: there is no media in the message to edit",
        "Bad Request: not enough rights to send photos to the chat",
    ],
)
async def test_where_words_can_t_become_a_picture_they_stay_words(
    telegram: TelegramServer, on: OnTelegram, alice: Person, group: Group, says: str
) -> None:
    telegram.fail("editMessageMedia", Says(400, says), times=100)
    on.engine.hold(3)
    await alice.send("/imagine a fox", to=group)
    status = await alice.expect_status(to=group)
    await alice.expect_change(status, lambda m: "75%" in m.text)
    assert "text" in status.body
    assert telegram.count("editMessageMedia") == 1, "it is not tried again for this message"
    await on.engine.release()
    await alice.expect_photo(to=group)


async def test_after_a_restart_words_come_under_the_picture_that_is_there(
    telegram: TelegramServer, alice: Person, tmp_path: Path
) -> None:
    async with lukis_on(telegram, tmp_path) as on:
        status = await on_its_way(on, alice)
    assert status.is_pictured
    engine, before = FakeEngine(), telegram.count("editMessageCaption")
    engine.hold()
    async with lukis_on(telegram, tmp_path, engine=engine):
        assert await telegram.world.until(lambda: telegram.count("editMessageCaption") > before, PATIENCE)
        assert status.is_pictured
        await engine.release()
        await alice.expect_photo()
        await alice.expect_gone(status)
