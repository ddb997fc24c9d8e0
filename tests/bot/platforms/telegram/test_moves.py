"""Groups that become supergroups: message ids begin anew there, and what is on its way follows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.messages import Address
from bot.platforms.telegram.moves import Moves
from tests.patience import PATIENCE
from tests.wire.telegram import Broken, TelegramServer
from tests.wire.telegram_people import Group, Person, painting
from tests.wire.telegram_stage import OnTelegram, lukis_on


@pytest.fixture
def small(telegram: TelegramServer, alice: Person, bob: Person) -> Group:
    return telegram.group("Painters", alice, bob, kind="group")


async def untouched(new: Group) -> bool:
    """Whether everything that was said in it still stands as it was said."""
    return not any(m.deleted or m.versions for m in new.chat.log)


@pytest.mark.parametrize("told", [True, False])
async def test_old_ids_touch_nothing_after_a_migration(
    on: OnTelegram, telegram: TelegramServer, alice: Person, bob: Person, small: Group, told: bool
) -> None:
    """The picture comes once, and neither it nor anybody's message under the old status id is edited or deleted."""
    on.engine.hold(1)
    await alice.send("/imagine a fox", to=small)
    status = await alice.expect_status(to=small)
    new = await small.become_supergroup(told)
    while new.chat.log[-1].id < status.id + 1:
        await bob.send("we have moved", to=new)
    await on.engine.release()
    photo = await alice.expect_photo(to=new)
    assert (photo.quote, photo.replies_to) == ("a fox", None)
    await alice.send("/imagine a dog", to=new)
    assert (await alice.expect_photo(to=new)).quote == "a dog"
    assert not any(m.deleted for m in new.chat.log if m.id <= photo.id) and not photo.versions
    assert sum(m.quote == "a fox" and m.is_photo for m in new.chat.log) == 1


async def test_a_sentence_at_the_end_comes_to_where_the_group_is_now(
    on: OnTelegram, alice: Person, bob: Person, small: Group
) -> None:
    on.engine.hold(1)
    await alice.send("/imagine a fox", to=small)
    status = await alice.expect_status(to=small)
    new = await small.become_supergroup()
    while new.chat.log[-1].id < status.id:
        await bob.send("we have moved", to=new)
    await alice.press(status, "Cancel")
    await alice.expect_text("Cancelled", to=new)
    assert await untouched(new)


@pytest.mark.parametrize("told", [True, False])
async def test_what_waits_follows_across_a_restart(
    telegram: TelegramServer, alice: Person, small: Group, tmp_path: Path, told: bool
) -> None:
    """A job that is drawn and one that waits to be delivered, while the group moves and Lukis is away."""
    telegram.fail("sendPhoto", Broken(502), times=1000)
    async with lukis_on(telegram, tmp_path) as on:
        await alice.send("/imagine a fox", to=small)
        assert await telegram.world.until(lambda: telegram.count("sendPhoto"), PATIENCE)
        on.engine.hold(1)
        await alice.send("/imagine a dog", to=small)
        await alice.expect(lambda m: "dog" in m.quote, to=small)
    telegram.mend()
    new = await small.become_supergroup(told)
    async with lukis_on(telegram, tmp_path):
        found = {(await alice.expect_photo(to=new)).quote for _ in range(2)}
        assert found == {"a fox", "a dog"}
        assert await telegram.world.until(lambda: not telegram.world.updates, PATIENCE)
    before = len(telegram.calls)
    async with lukis_on(telegram, tmp_path):
        await alice.send("/imagine a cat", to=new)
        await alice.expect_photo(to=new)
    asked = {str(c.params.get("chat_id")) for c in telegram.calls[before:]}
    assert str(small.id) not in asked, "the store has followed"


async def test_the_history_of_a_group_follows(
    on: OnTelegram, alice: Person, bob: Person, small: Group
) -> None:
    await alice.send("/imagine a fox", to=small)
    photo = await alice.expect_photo(to=small)
    new = await small.become_supergroup()
    await alice.send("/history", to=new)
    page = await alice.expect_photo(to=new)
    assert page.quote == "a fox"
    await bob.send("hello", to=new, photo=painting())
    await alice.press(page, "Delete")
    await alice.expect_gone(page)
    assert not photo.deleted, "messages of the old group are out of reach"
    assert [m.deleted for m in new.chat.log if m is not page] == [False] * (len(new.chat.log) - 1)


async def test_what_is_asked_from_before_the_move_is_of_the_new_group(
    on: OnTelegram, telegram: TelegramServer, alice: Person, small: Group
) -> None:
    """By a button of an old message, and by words that had not been read yet."""
    await alice.send("/imagine a fox", to=small)
    photo = await alice.expect_photo(to=small)
    new = await small.become_supergroup()
    assert await telegram.world.until(lambda: not telegram.world.updates, PATIENCE)
    await alice.press(photo, "Reroll")
    assert (await alice.expect_photo(to=new)).quote == "a fox"
    await alice.reply(photo, "/imagine a dog")
    assert (await alice.expect_photo(to=new)).quote == "a dog"
    await alice.send("/history", to=new)
    assert "1 of 3" in (await alice.expect_photo(to=new)).text


async def test_a_group_that_is_let_in_stays_so_when_it_moves(
    telegram: TelegramServer,
    alice: Person,
    bob: Person,
    small: Group,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    others = telegram.group("Others", bob, kind="group")
    access: dict[str, Any] = {"access": "allowlist", "allowed": (f"telegram:{small.id}",)}
    async with lukis_on(telegram, tmp_path, **access):
        await alice.send("/imagine a fox", to=small)
        await alice.expect_photo(to=small)
        caplog.clear()
        new, elsewhere = await small.become_supergroup(), await others.become_supergroup()
        await alice.send("/imagine a dog", to=new)
        dog = await alice.expect_photo(to=new)
        await bob.send("/imagine a cow", to=elsewhere)
        await bob.expect_text("invited", to=elsewhere)
    named = f"the group telegram:{small.id} is telegram:{new.id} now. It stays let in; write its new id, too."
    assert [m for m in caplog.messages if "ALLOWED" in m] == [f"ALLOWED: {named}"]
    async with lukis_on(telegram, tmp_path, **access):
        await alice.press(dog, "Reroll")
        await alice.expect_photo(to=new)
        await alice.send("/imagine a cow")
        await alice.expect_text("invited")
    async with lukis_on(telegram, tmp_path, access="allowlist", allowed=("telegram:-1",)):
        await alice.send("/imagine a cow", to=new)
        await alice.expect_text("invited", to=new)


async def test_moves_that_lead_back_are_not_believed() -> None:
    moves = Moves()
    for chat, new in (("-1", "-1001"), ("-1001", "-1"), ("-1", "-1"), ("-1001", "-1002"), ("-1002", "-1")):
        await moves.note(chat, new)
    assert moves.now(Address(platform="telegram", chat="-1")).chat == "-1002"
    assert not moves.gone("-1002")
