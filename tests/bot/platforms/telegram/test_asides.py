"""Words to the bot within any other chat: one's own pictures to show there, and a way to draw another."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from tests.fakes import FakeEngine
from tests.patience import PATIENCE
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import Person
from tests.wire.telegram_stage import OnTelegram, lukis_on
from tests.wire.telegram_world import Body, Message


def shown(told: Body) -> list[str]:
    """The files that Telegram shows."""
    return [each["photo_file_id"] for each in told["results"]]


async def drawn(on: OnTelegram, person: Person, words: str) -> str:
    """Draws, and what Telegram calls the photo."""
    await person.send(f"/imagine {words}")
    photo = await person.expect_photo()
    await noted(on)
    return str(photo.body["photo"][-1]["file_id"])


async def noted(on: OnTelegram) -> None:
    """Returns once Lukis has noted all that has come."""
    for _ in range(int(PATIENCE * 50)):
        if not await on.lukis.store.deliveries.open_now():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("something never came")


def album(message: Message) -> bool:
    """Whether it has the words and the buttons of one."""
    return "Delete" in str([*message.buttons])


async def test_ones_own_pictures_are_shown_the_newest_first(
    on: OnTelegram, alice: Person, bob: Person
) -> None:
    fox, boat = await drawn(on, alice, "a red fox"), await drawn(on, alice, "a boat")
    assert shown(await alice.says_aside("")) == [boat, fox]
    assert shown(await alice.says_aside("FOX")) == [fox]
    assert shown(await alice.says_aside("a castle")) == []
    told = await bob.says_aside("")
    assert shown(told) == [] and told["is_personal"]


async def test_each_picture_of_an_album_is_shown_by_itself_and_none_that_was_deleted(
    on: OnTelegram, alice: Person
) -> None:
    await alice.send("/imagine a fox --n 3")
    words = await alice.expect(album)
    await noted(on)
    files = shown(await alice.says_aside("fox"))
    assert len({*files}) == 3
    await alice.press(words, "Delete")
    assert shown(await alice.says_aside("fox")) == []


async def test_a_tap_opens_the_chat_and_draws_the_words(on: OnTelegram, alice: Person) -> None:
    words = "seekor rubah merah di salju, sangat besar --ar 16:9"
    button = (await alice.says_aside(words))["button"]
    assert button["text"] == "🎨 Draw “seekor rubah merah di salju, sangat bes…”"
    assert on.engine.jobs == [], "nothing is drawn by typing"
    await alice.send(f"/start {button['start_parameter']}")
    await alice.expect_photo()
    (job,) = on.engine.jobs
    assert job.recipe.width > job.recipe.height and job.prompt.startswith("seekor rubah")


@pytest.mark.parametrize("start", ["draw-0123456789abcdef", "draw-", "draw-x", "draw-' OR 1=1"])
async def test_what_nobody_asked_for_is_not_drawn(on: OnTelegram, alice: Person, start: str) -> None:
    await alice.send(f"/start {start}")
    await alice.expect_text("That is not here any more.")
    assert on.engine.jobs == []


async def test_what_somebody_else_asked_for_is_not_drawn(on: OnTelegram, alice: Person, bob: Person) -> None:
    button = (await alice.says_aside("a secret"))["button"]
    await bob.send(f"/start {button['start_parameter']}")
    await bob.expect_text("That is not here any more.")
    assert on.engine.jobs == []


async def test_without_words_a_tap_says_hello(on: OnTelegram, alice: Person) -> None:
    button = (await alice.says_aside(""))["button"]
    assert button["text"] == "🎨 Draw with me"
    await alice.send(f"/start {button['start_parameter']}")
    await alice.expect_text("a red fox in the snow")


async def test_who_is_not_let_in_sees_nothing(
    telegram: TelegramServer, tmp_path: Path, alice: Person
) -> None:
    async with lukis_on(telegram, tmp_path, access="allowlist", allowed=("telegram:1",)):
        told = await alice.says_aside("a fox")
        assert told["results"] == [] and "button" not in told


async def test_many_pictures_come_page_by_page(on: OnTelegram, alice: Person) -> None:
    for i in range(23):
        await drawn(on, alice, f"fox {i}")
    first = await alice.says_aside("")
    second = await alice.says_aside("", first["next_offset"])
    assert (len(shown(first)), len(shown(second)), second["next_offset"]) == (20, 3, "")
    assert not {*shown(first)} & {*shown(second)}


async def test_an_answer_that_is_full_leaves_nothing_out(on: OnTelegram, alice: Person) -> None:
    for i in range(14):
        await alice.send(f"/imagine fox {i} --n 4")
        await alice.expect(album)
    await noted(on)
    first = await alice.says_aside("")
    second = await alice.says_aside("", first["next_offset"])
    assert (len(shown(first)), len(shown(second)), second["next_offset"]) == (48, 8, "")
    assert len({*shown(first), *shown(second)}) == 56


@pytest.mark.parametrize(
    ("looked", "fit"), [({"safety": "spoiler"}, 1), ({"safety_chats": ("telegram:-100123=block",)}, 0)]
)
async def test_only_what_is_known_to_be_fit_is_shown_where_anything_is_looked_at(
    telegram: TelegramServer, tmp_path: Path, alice: Person, looked: dict[str, Any], fit: int
) -> None:
    """The chat that it would come to is not told, and may be the one that wants nothing else."""
    engine = FakeEngine()
    engine.verdict = lambda job, image: "unfit" if "nude" in job.prompt else "fine"
    async with lukis_on(telegram, tmp_path, engine=engine, **looked) as on:
        fox = await drawn(on, alice, "a fox")
        await drawn(on, alice, "a nude")
        assert shown(await alice.says_aside("")) == [fox][:fit]
