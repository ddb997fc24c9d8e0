"""Those in charge of a group on Telegram: what they are told, and what they can do."""

from __future__ import annotations

from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import Group, Person
from tests.wire.telegram_stage import OnTelegram


async def test_a_report_reaches_the_group_s_admins_in_private(
    on: OnTelegram, telegram: TelegramServer, alice: Person, bob: Person, group: Group
) -> None:
    carol = telegram.person("Carol")
    group.make_admin(carol)  # who has never written to us: Telegram lets nobody write to her
    carol.block()
    await alice.send("/start")
    await alice.expect_text("Hello!")
    await bob.send("/imagine a fox", to=group)
    photo = await bob.expect_photo(to=group)
    assert await bob.press(photo, "Report") == "Thank you. Those in charge here will look at it."
    report = await alice.expect_text("🚩 A picture was reported.")
    assert "a fox" in report.text
    await alice.press(report, "Show again")
    shown = await alice.expect_photo()
    assert await alice.press(report, "Ban") == "Banned, and the picture is taken away."
    await alice.expect_gone(shown)
    assert photo.deleted and "Alice banned its person" in report.text
    await bob.send("/imagine a boat", to=group)
    await bob.expect_text("I take nothing new from you here", to=group)


async def test_orders_are_for_a_group_s_admins(
    on: OnTelegram, telegram: TelegramServer, alice: Person, bob: Person, group: Group
) -> None:
    await bob.send("/moderate block fox", to=group)
    await bob.expect_text("This is for admins.", to=group)
    await alice.send("/moderate block fox", to=group)
    await alice.expect_text("On the list block now: fox", to=group)
    await bob.send("/imagine a Fox", to=group)
    await bob.expect_text("I don't paint this here.", to=group)
    await bob.send("/moderate pause")
    await bob.expect_text("This is for admins.")
