"""Quotas on Telegram: a group's admins have more, and say how much the group has."""

from __future__ import annotations

from pathlib import Path

from tests.fakes import FakeEngine
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import Group, Person
from tests.wire.telegram_stage import lukis_on


async def test_a_group_s_admins_have_more_and_say_how_much_the_group_has(
    telegram: TelegramServer, alice: Person, bob: Person, group: Group, tmp_path: Path
) -> None:
    file = tmp_path / "quotas.toml"
    file.write_text(
        f"[[class]]\nname = 'admins'\nadmins = true\nchats = ['telegram:{group.id}']\n"
        "[[class]]\nname = 'all'\npictures_a_day = 1\n"
    )
    said = (
        "You have had as much as you may for now (pictures in 24 hours: 1). There is room for this again in "
    )
    data = tmp_path / "data"
    async with lukis_on(telegram, data, quotas=file) as on:
        await bob.send("/imagine a fox", to=group)
        fox = await bob.expect_photo(to=group)
        await bob.send("/imagine a boat", to=group)
        await bob.expect_text(f"{said}24 hours.", to=group)
        assert f"{said}24 hours." in (await bob.press(fox, "Reroll") or "")
        for _ in range(2):
            await alice.press(fox, "Reroll")
            await alice.expect_photo(to=group)
        assert len(on.engine.jobs) == 3
        await alice.send("/moderate limit 1 an hour", to=group)
        await alice.expect_text("all of this chat together – pictures in an hour: 1", to=group)
    async with lukis_on(telegram, data, engine=FakeEngine(), quotas=file) as on:
        await on.lukis.store.db.write("UPDATE jobs SET created = created - 45000")
        await bob.send("/imagine a boat", to=group)
        await bob.expect_text(f"{said}12 hours.", to=group)
        await on.lukis.store.db.write("UPDATE jobs SET created = created - 43200")
        await bob.send("/imagine a boat", to=group)
        await bob.expect_photo(to=group)
        await alice.send("/imagine a cat", to=group)
        await alice.expect_text(
            "This chat has had as much as it may for now (pictures in an hour: 1)", to=group
        )
