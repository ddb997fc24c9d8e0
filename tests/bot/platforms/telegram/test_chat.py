"""People on Telegram, as they talk to Lukis: real adapter, service, store and HTTP; only the painter is fake."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.locales import Locales
from engine.api.errors import OutOfMemory
from tests.patience import PATIENCE
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import Group, Person, painting
from tests.wire.telegram_stage import OnTelegram, lukis_on
from tests.wire.telegram_world import Message


@pytest.mark.parametrize(
    ("typed", "prompt"),
    [
        ("/imagine a fox", "a fox"),
        ("/Imagine\na fox", "a fox"),
        ("\u200f/imagine a fox", "a fox"),
        ("／imagine　a fox", "a fox"),
        ("/imagine@LukisBot a fox", "a fox"),
        ("/imagine@lukisbot a fox", "a fox"),
        ("/gambar rubah", "rubah"),
        ("/그려줘 여우", "여우"),
        ("/그려줘@LukisBot 여우", "여우"),
        ("/imagine: a fox", "a fox"),
    ],
)
async def test_a_command_however_it_is_typed(on: OnTelegram, alice: Person, typed: str, prompt: str) -> None:
    asked = await alice.send(typed)
    photo = await alice.expect_photo()
    assert (photo.quote, photo.replies_to) == (prompt, asked.id)


async def test_what_is_meant_for_others_is_left_alone(
    on: OnTelegram, alice: Person, bob: Person, group: Group
) -> None:
    for typed in ("/imagine@OtherBot a cat", "/weather Jakarta", "nice weather", "😀"):
        await alice.send(typed, to=group)
    remark = await bob.send("look at this", to=group, photo=painting())
    await alice.reply(remark, "wonderful")
    await alice.send("/imagine a typo", to=group)
    await alice.expect_photo(to=group)
    await alice.send("/imagine a fox", to=group, is_automatic_forward=True, sender_chat=group.chat.body())
    await alice.send("/imagine a dog", to=group)
    assert (await alice.expect_photo(to=group)).quote == "a dog"
    assert [job.prompt for job in on.engine.jobs] == ["a typo", "a dog"]
    assert len([m for m in group.chat.log if m.from_bot and not _is_status(m)]) == 2


async def test_in_private_nobody_is_left_without_an_answer(on: OnTelegram, alice: Person) -> None:
    for typed in ("hello", "/weather Jakarta", "/imagine"):
        await alice.send(typed)
        assert "a red fox" in (await alice.expect_text()).text
    await alice.send("/start ref_12345")
    assert "Lukis" in (await alice.expect_text("Hello")).text
    await alice.send("/imagine@OtherBot a cat")
    await alice.send("/imagine a fox")
    assert (await alice.expect_photo()).quote == "a fox"


async def test_topics(on: OnTelegram, telegram: TelegramServer, alice: Person) -> None:
    forum = telegram.group("Forum", alice, topics=(5, 9))
    await alice.send("/imagine a fox", to=forum, topic=9)
    photo = await alice.expect_photo(to=forum)
    assert photo.body["message_thread_id"] == 9
    await alice.press(photo, "Reroll")
    assert (await alice.expect_photo(to=forum)).body["message_thread_id"] == 9


async def test_channels_and_anonymous_admins(on: OnTelegram, telegram: TelegramServer, alice: Person) -> None:
    channel, secret = telegram.channel("News"), telegram.group("Secret", alice)
    channel.make_admin(alice)
    for place in (channel, secret):
        await place.post("/imagine a fox")
        photo = await alice.expect_photo(to=place)
        assert photo.quote == "a fox"
        await alice.press(photo, "Delete")
        assert photo.deleted, "she is an admin there"


@pytest.mark.parametrize(
    "prompt",
    [
        "x" * 10_000,
        "🦊" * 3_000,
        "😀",
        "--ar 16:9",
        "ثعلب أحمر في الثلج --ar 2:1",
        "\u202e\u2066\u0007 upside\0down \ud7ff",
        "<b>bold</b> & <script>alert(1)</script> *a* _b_ [c](tg://user?id=1) `d` ||e||",
        "a\n" * 400,
        "@alice #tag /help https://example.com",
        "한" * 900,
    ],
)
async def test_whatever_is_typed_gets_a_picture_or_a_sentence(
    on: OnTelegram, telegram: TelegramServer, alice: Person, prompt: str
) -> None:
    await alice.send(f"/imagine {prompt}")
    answer = await alice.expect(
        lambda m: m.is_photo or not any(p.startswith("cancel") for p in m.buttons.values())
    )
    assert answer.text
    assert [c for c in telegram.calls if c.status >= 400] == []


async def test_a_flood_by_one_leaves_others_alone(on: OnTelegram, alice: Person, bob: Person) -> None:
    on.engine.hold()
    for i in range(20):
        await alice.send(f"/imagine fox {i}")
    assert "5" in (await alice.expect_text("waiting already")).text
    await bob.send("/help")
    await bob.expect_text("/imagine")
    await on.engine.release()
    for _ in range(5):
        await alice.expect_photo()
    assert len(on.engine.jobs) == 5


async def test_strangers_are_told_how_to_be_let_in(
    telegram: TelegramServer, alice: Person, bob: Person, tmp_path: Path
) -> None:
    async with lukis_on(telegram, tmp_path, access="allowlist", allowed=f"telegram:{bob.id}") as on:
        await alice.send("/imagine a fox")
        assert f"telegram:{alice.id}" in (await alice.expect_text()).text
        assert on.engine.jobs == []
        await bob.send("/imagine a fox")
        await bob.expect_photo()


async def test_people_are_spoken_to_in_their_language(on: OnTelegram, telegram: TelegramServer) -> None:
    minsu = telegram.person("Minsu", "ko-KR")
    await minsu.send("/imagine 여우")
    assert Locales.load().say("ko")("status-waiting") in (await minsu.expect_status()).texts[0]


async def test_the_menu_is_there_in_every_language(on: OnTelegram, telegram: TelegramServer) -> None:
    menus = telegram.world.commands
    assert await telegram.world.until(lambda: len(menus) == len(Locales.load().languages), PATIENCE)
    assert all("imagine" in [c["command"] for c in menu] for menu in menus.values())
    assert len({menu[0]["description"] for menu in menus.values()}) == len(menus)


async def test_the_history_turns_its_pages_in_place(on: OnTelegram, alice: Person) -> None:
    for prompt in ("one", "two"):
        await alice.send(f"/imagine {prompt}")
        await alice.expect_photo()
    await alice.send("/history")
    page = await alice.expect_photo()
    newest = page.image().tobytes()
    await alice.press(page, "▶")
    assert page.text.startswith("2 of 2\none")
    assert page.image().tobytes() != newest
    await alice.press(page, "Show again")
    assert (await alice.expect_photo()).quote == "one"


async def test_a_picture_that_goes_as_a_file_is_called_after_what_is_in_it(
    on: OnTelegram, alice: Person
) -> None:
    await alice.send("/imagine a long wall --seed 7 --size 2048x64")
    wall = await alice.expect_document()
    assert wall.body["document"]["file_name"] == "lukis-a-long-wall-7.png"


async def test_in_a_group_the_history_is_what_was_made_there(
    on: OnTelegram, alice: Person, group: Group
) -> None:
    for to, prompt in ((None, "a secret"), (group, "one"), (group, "two")):
        await alice.send(f"/imagine {prompt}", to=to)
        await alice.expect_photo(to=to)
    await alice.send("/history 9", to=group)
    page = await alice.expect_photo(to=group)
    assert page.text.startswith("2 of 2 from this chat\none")
    await alice.press_payload(page, page.payloads[-1].rpartition(":")[0] + ":3")
    assert page.text.startswith("2 of 2 from this chat\none")
    await alice.press(page, "◀")
    assert page.text.startswith("1 of 2 from this chat\ntwo")
    await alice.send("/history 9")
    assert (await alice.expect_photo()).text.startswith("3 of 3\na secret")


def _is_status(message: Message) -> bool:
    return any(payload.startswith("cancel:") for payload in message.payloads)


async def test_words_about_a_sentence_of_ours_paint_nothing_in_a_group(
    on: OnTelegram, alice: Person, bob: Person, group: Group
) -> None:
    """That a picture was cancelled, or that it failed."""
    on.engine.hold(1)
    await alice.send("/imagine a fox", to=group)
    status = await alice.expect_status(to=group)
    await alice.expect_change(status, lambda m: "25%" in m.text)
    await alice.press(status, "Cancel")
    await bob.reply(await alice.expect_text("Cancelled", to=group), "why did you cancel it?")
    await on.engine.release()
    on.engine.fault = lambda job: OutOfMemory(incident="x1")
    await alice.send("/imagine a cow", to=group)
    await bob.reply(await alice.expect_text("memory", to=group), "what a pity")
    on.engine.fault = lambda job: None
    await bob.send("/imagine a dog", to=group)
    await bob.expect(lambda m: m.is_photo and m.quote == "a dog", to=group)
    assert [job.prompt for job in on.engine.jobs if job.prompt != "a cow"] == ["a fox", "a dog"]
