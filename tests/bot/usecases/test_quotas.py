"""How much each may ask for: what is refused, when there is room again, and what counts."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.settings import BadSetting
from engine.api.errors import EngineError
from engine.api.jobs import Job
from tests.chat import FakePlatform, Someone, Stage, stage
from tests.fakes import FakeEngine

FILE = """
[[class]]
name = "supporters"
people = ["fake:sue"]
chats = ["fake:hall"]
share = 3
waiting = 9

[[class]]
name = "admins"
admins = true
chats = ["fake:room"]
pictures_an_hour = 5

[[class]]
name = "everybody"
pictures_a_day = 3
work_an_hour = 3.6
megapixels = 0.5
models = ["start*"]
waiting = 2

[[chat]]
pictures_a_day = 7
"""
HOUR = 3600
FULL = "You have had as much as you may for now (pictures in 24 hours: 3). There is room for this again in "


def quotas(folder: Path, text: str = FILE) -> Path:
    file = folder / "quotas.toml"
    file.write_text(text, "utf-8")
    return file


async def later(on: Stage, seconds: float) -> None:
    """So much time goes by: all that was asked for was asked for earlier."""
    await on.lukis.store.db.write("UPDATE jobs SET created = created - ?", seconds)


async def jobs(on: Stage) -> int:
    (row,) = await on.lukis.store.db.rows("SELECT count(*) AS n FROM jobs")
    return int(row["n"])


async def refused(on: Stage, who: Someone, text: str, words: str) -> None:
    """They ask for something and hear why there is none."""
    asked = await jobs(on)
    await who.send(text)
    message = await who.told(words)
    assert message.card.refused and await jobs(on) == asked
    del on.platform.messages[message.id]


async def test_there_is_so_much_in_an_hour_and_more_as_soon_as_is_told(tmp_path: Path) -> None:
    async with stage(tmp_path / "data", quotas=quotas(tmp_path)) as on:
        alice, sue = on.someone(), on.someone("sue")
        await alice.send("/imagine a fox --count 2")
        await alice.pictures(2)
        await later(on, 20.5 * HOUR)
        await alice.send("/imagine a boat")
        boat = await alice.pictures()
        assert on.engine.jobs[-1].share == 1
        await refused(on, alice, "/imagine a cat", FULL + "4 hours.")
        await refused(on, alice, "/imagine a cat --count 4", "too much at once: 4, and at most 3 fit")
        assert FULL + "4 hours." in (await alice.press(boat, "Reroll") or "")
        await alice.send("/info")
        told = (await alice.told("Reply to a picture")).card.notes
        assert told[0] == "📊 You, pictures in 24 hours: 3 of 3" and "work in an hour" in told[1]
        await sue.send("/imagine a cat --count 4")
        await sue.pictures(4)
        assert on.engine.jobs[-1].share == 3
        await later(on, 2 * HOUR)
        await refused(on, alice, "/imagine a cat", FULL + "2 hours.")
        await later(on, 1.5 * HOUR)
        await alice.press(boat, "Reroll")
        await alice.pictures()
        await refused(on, alice, "/imagine a cat --size 704x704 --steps 150", "work in an hour: 3.6")
        await refused(on, alice, "/imagine a cat --size 1024x1024", "1.05 megapixels, and 0.5 is the most")


async def test_what_is_not_drawn_counts_as_nothing_and_a_restart_forgets_nothing(tmp_path: Path) -> None:
    def fault(job: Job) -> EngineError | None:
        return EngineError(incident="0badf00d") if job.prompt == "a fault" else None

    file, data = quotas(tmp_path), tmp_path / "data"
    async with stage(data, engine=FakeEngine(fault=fault), quotas=file) as on:
        alice = on.someone()
        await alice.send("/imagine a fault --count 3")
        await alice.told("0badf00d")
        on.engine.hold()
        for _ in range(2):
            await alice.send("/imagine a fox")
        await on.platform.until(lambda m: m.card.kind == "status")
        await refused(on, alice, "/imagine a boat", "You have 2 pictures waiting")
        await alice.send("/cancel")
        await alice.told("topped")
    async with stage(data, platform=FakePlatform(newest=100), quotas=file) as on:
        alice = on.someone()
        on.engine.hold()
        await alice.send("/imagine a boat --count 3")
        await on.platform.until(lambda m: m.card.kind == "status")
    async with stage(data, platform=FakePlatform(newest=200), quotas=file) as on:
        alice = on.someone()
        await refused(on, alice, "/imagine a cat", FULL)
        await alice.pictures(3)
        await refused(on, alice, "/imagine a cat", FULL)


async def test_all_that_is_asked_for_in_one_moment_counts(tmp_path: Path) -> None:
    file = quotas(tmp_path, '[[class]]\nname = "all"\npictures_an_hour = 2\nwaiting = 9')
    async with stage(tmp_path / "data", quotas=file) as on:
        alice = on.someone()
        await asyncio.gather(*(alice.send(f"/imagine fox {n}") for n in range(6)))
        assert await jobs(on) == 2


async def test_a_sum_that_just_fits_is_not_too_much_at_once(tmp_path: Path) -> None:
    """Three tenths are more than 0.3 where they are added up."""
    file = quotas(tmp_path, '[[class]]\nname = "all"\nwork_an_hour = 0.3')
    async with stage(tmp_path / "data", quotas=file) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --size 512x512 --steps 2 --count 3")
        assert await jobs(on) == 1
        await refused(on, alice, "/imagine a fox", "work in an hour: 0.3")


async def test_a_chat_has_so_much_together_and_its_admins_may_say_less(tmp_path: Path) -> None:
    async with stage(tmp_path / "data", quotas=quotas(tmp_path), admins=("fake:root",)) as on:
        people = [on.someone(name, group=True) for name in ("alice", "bob", "carol")]
        alice, bob, carol = people
        carol.admin = True
        for who in (alice, bob):
            await who.send("/imagine a fox --count 2")
            await who.pictures(2)
        await carol.send("/imagine a boat --count 3")
        await carol.pictures(3)
        chat = "This chat has had as much as it may for now (pictures in 24 hours: 7)"
        await refused(on, bob, "/imagine a cat", chat)
        await on.someone("bob", chat="bob").send("/imagine a cat")
        await bob.pictures()

        await later(on, 24 * HOUR)
        await carol.send("/moderate limit 2 an hour")
        await carol.told("✅ all of this chat together – pictures in an hour: 2")
        await carol.send("/moderate limit alice a lot")
        await carol.told("How many, and in which time?")
        await carol.send("/moderate limit fake:alice 1 a day")
        await carol.told("✅ fake:alice – pictures in 24 hours: 1")
        await alice.send("/imagine a fox")
        await alice.pictures()
        await refused(on, alice, "/imagine a cat", "(pictures in 24 hours: 1)")
        await refused(on, bob, "/imagine a cat --count 2", "(pictures in an hour: 2)")
        await carol.send("/moderate limit")
        listed = (await carol.told("Limits that admins have set here:")).card.text
        assert "• fake:alice – pictures in 24 hours: 1" in listed and "• all of this chat" in listed
        await alice.send("/moderate unlimit me")
        await alice.told("This is for admins.")
        for whose in ("fake:alice", ""):
            await carol.send(f"/moderate unlimit {whose}")
            await carol.told("✅ No limit of an admin any more")
            on.platform.messages.popitem()
        await alice.send("/imagine a cat --count 2")
        await alice.pictures(2)

        root = on.someone("root")
        await root.send("/moderate limit fake:bob 1 a day")
        await root.told("✅ fake:bob")
        await on.someone("bob", chat="bob").send("/imagine a cat")
        await bob.pictures()
        await refused(on, bob, "/imagine a dog", "(pictures in 24 hours: 1)")
        await root.send("/moderate log")
        log = (await root.told("What admins did")).card.text
        assert "limit fake:bob 1/day (*)" in log and "unlimit fake:alice (fake:room)" in log


async def test_the_file_is_read_anew_and_one_that_can_not_be_used_changes_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = quotas(tmp_path, '[[class]]\nname = "all"\npictures_a_day = 1\n')
    async with stage(tmp_path / "data", quotas=file) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        await alice.pictures()
        await refused(on, alice, "/imagine a cat", "(pictures in 24 hours: 1)")
        quotas(tmp_path, "[[class]]\nname = 'all'\nshare = 0\n")
        await refused(on, alice, "/imagine a cat", "(pictures in 24 hours: 1)")
        assert "class 1, share: input should be greater than or equal to 1" in caplog.text
        quotas(tmp_path, "[[class]]\nname = 'all'\nmodels = ['other']\n")
        await refused(on, alice, "/imagine a cat", "is not among those that you may draw with here: other")
        quotas(tmp_path, "")
        await alice.send("/imagine a cat")
        await alice.pictures()
    for text, why in (
        ("[[class]]\nname = 'a'\n[[class]]\nname = 'a'\n", "two classes have the same name"),
        ("[[class]]\nname = 'a'\nroles = ['Supporter']\n", "class 1, roles"),
        ("[[class]]\nname = 'a'\npeople = ['sue']\n", "is no id"),
        ("[[klass]]\n", "klass"),
        ("[[class]", "it is no TOML"),
    ):
        with pytest.raises(BadSetting, match=why):
            async with stage(tmp_path / "data", quotas=quotas(tmp_path, text)):
                pass
    with pytest.raises(BadSetting, match="can't be read"):
        async with stage(tmp_path / "data", quotas=tmp_path / "none.toml"):
            pass
