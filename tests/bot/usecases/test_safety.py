"""What is not fit for everybody is seen where that is allowed, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import NotFound
from bot.safety import Safety
from bot.settings import BadSetting, Settings
from engine.api.events import Verdict
from engine.api.jobs import Job
from tests.chat import Message, Stage, stage

WITHHELD = "🔒 It is painted, but not fit for everybody here, so I hold it back. Other words may do."
UNLOOKED = "I could not check whether it is fit for everybody here"


def by_words(job: Job, image: int) -> Verdict:
    """The check of these tests: what is odd can't be checked, and of nude things every second one is unfit."""
    if "odd" in job.prompt:
        return "unchecked"
    return "unfit" if "nude" in job.prompt and image % 2 == 0 else "fine"


async def asked(on: Stage, words: str, count: int = 1, chat: str = "room") -> Message:
    on.engine.verdict = by_words
    someone = on.someone(chat=chat)
    await someone.send(f"/imagine {words} --n {count or 1}")
    return await someone.pictures(count) if count else await someone.told("🔒")


async def test_what_is_blocked_is_nowhere(tmp_path: Path) -> None:
    async with stage(tmp_path, safety="block") as on:
        alone = await asked(on, "a nude", 0)
        assert alone.card.text == WITHHELD and not alone.card.pictures
        await on.someone().send("/imagine something odd")
        assert not (await on.someone().told(UNLOOKED)).card.pictures
        assert not list(tmp_path.rglob("*.png"))
        alice = on.someone()
        await alice.send("/imagine nude hills --n 3")
        album = await alice.pictures(1)
        assert [p.index for p in album.card.pictures] == [1] and not album.card.pictures[0].spoiler
        assert "2 pictures are held back, since they are not fit for everybody here." in album.card.notes
        (made,) = await on.lukis.service.gallery(alice.person)
        assert [p.index for p in made.pictures] == [1]
        assert all(job.checked for job in on.engine.jobs)


async def test_what_hides_hides_wherever_it_comes_up(tmp_path: Path) -> None:
    async with stage(tmp_path, safety="spoiler") as on:
        album = await asked(on, "nude hills", 2)
        assert [p.spoiler for p in album.card.pictures] == [True, False]
        alice = on.someone()
        await alice.press(album, "1")
        assert (await alice.pictures()).card.pictures[0].spoiler
        await alice.send("/history")
        assert (await alice.told("1 of")).card.pictures[0].spoiler
        await alice.press_payload(album, f"original:{album.card.job}:0")
        original = [m.card for m in on.platform.messages.values() if m.card.document]
        assert [card.spoiler for card in original] == [True]
        assert not any(m.card.preview for m in on.platform.messages.values())


async def test_a_picture_from_where_nobody_looks_is_not_seen_where_somebody_does(tmp_path: Path) -> None:
    chats = "fake:den=off,fake:street=block,fake:yard=spoiler"
    async with stage(tmp_path, safety_chats=chats) as on:
        den = await asked(on, "a nude", chat="den")
        assert not den.card.pictures[0].spoiler and not on.engine.jobs[0].checked
        for chat, pictures in (("den", [False]), ("yard", [True]), ("street", [])):
            there = on.someone(chat=chat)
            await there.send("/history")
            page = await there.told("1 of")
            assert [p.spoiler for p in page.card.pictures] == pictures, chat
            assert ("held back" in page.card.text) == (chat == "street")
            await there.press_payload(page, f"original:{den.card.job}:0")


@pytest.mark.parametrize("policy", ["off", "spoiler", "block"])
async def test_a_person_s_own_gallery_holds_to_it(tmp_path: Path, policy: str) -> None:
    async with stage(tmp_path, safety=policy, safety_chats="fake:den=off") as on:
        await asked(on, "a nude", chat="den")
        person, service = on.someone().person, on.lukis.service
        made = await service.gallery(person)
        seen = [p.spoiler for each in made for p in each.pictures]
        assert seen == {"off": [False], "spoiler": [True], "block": []}[policy]
        if policy == "block":
            with pytest.raises(NotFound):
                await service.picture(person, 1, 0)
        else:
            assert (await service.picture(person, 1, 0)).spoiler == (policy == "spoiler")


async def test_a_group_that_moved_keeps_its_policy(tmp_path: Path) -> None:
    async with stage(tmp_path, safety_chats="fake:street=block") as on:
        await on.lukis.service.moved("fake", "street", "avenue")
        assert (await asked(on, "a nude", 0, chat="avenue")).card.text == WITHHELD


def test_policies_are_by_chat_then_platform_then_the_usual_one() -> None:
    safety = Safety("spoiler", frozenset({("telegram:-1", "block"), ("web", "off")}))
    assert safety.policy("telegram", "-1") == safety.policy("telegram", "-2", "-1") == "block"
    assert safety.policy("telegram", "-2") == safety.policy("discord", "-1") == "spoiler"
    assert safety.policy("web", "any") == safety.policy("console", "console") == "off"


@pytest.mark.parametrize(
    "chats", ["telegram", "telegram:-1=hide", "telegram:-1:block", "=off", "telegram:=off"]
)
def test_a_policy_that_can_t_be_read_is_a_sentence(chats: str) -> None:
    with pytest.raises(BadSetting, match=r"SAFETY_CHATS: .*is none of telegram:-100123=block"):
        Settings.read(None, safety_chats=chats)
