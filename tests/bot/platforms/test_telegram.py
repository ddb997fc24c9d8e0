"""People on Telegram, as they talk to Lukis: real adapter, service, store and HTTP; only the painter is fake."""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.locales import Locales
from bot.platforms.telegram import TelegramPlatform
from bot.ports import BadToken
from tests.wire.telegram import Broken, Drop, Says, Slow, TelegramServer, TooMany
from tests.wire.telegram_people import Group, Person, painting
from tests.wire.telegram_stage import OnTelegram, lukis_on
from tests.wire.telegram_world import Message

STILL = {"type": "regular", "width": 9, "height": 9, "is_animated": False, "is_video": False}
"""What the Bot API says of a sticker that does not move."""


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        yield server


@pytest.fixture
def alice(telegram: TelegramServer) -> Person:
    return telegram.person("Alice")


@pytest.fixture
def bob(telegram: TelegramServer) -> Person:
    return telegram.person("Bob")


@pytest.fixture
def group(telegram: TelegramServer, alice: Person, bob: Person) -> Group:
    return telegram.group("Painters", alice, bob)


@pytest.fixture
async def on(telegram: TelegramServer, tmp_path: Path) -> AsyncIterator[OnTelegram]:
    async with lukis_on(telegram, tmp_path) as on:
        yield on


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
    wrong = await alice.send("/imagine a typo", to=group)
    await alice.expect_photo(to=group)
    await alice.change(wrong, "/imagine no typo")
    await alice.send("/imagine a fox", to=group, is_automatic_forward=True, sender_chat=group.chat.body())
    await alice.send("/imagine a dog", to=group)
    assert (await alice.expect_photo(to=group)).quote == "a dog"
    assert [job.prompt for job in on.engine.jobs] == ["a typo", "a dog"]
    assert len([m for m in group.chat.log if m.from_bot and not _is_status(m)]) == 2


async def test_in_private_nobody_is_left_without_an_answer(on: OnTelegram, alice: Person) -> None:
    for typed in ("hello", "/weather Jakarta", "/imagine"):
        await alice.send(typed)
        assert "/imagine" in (await alice.expect_text()).text
    await alice.send("/start ref_12345")
    assert "Lukis" in (await alice.expect_text("Hello")).text
    await alice.send("/imagine@OtherBot a cat")
    await alice.send("/imagine a fox")
    assert (await alice.expect_photo()).quote == "a fox"


async def test_a_picture_to_start_from(on: OnTelegram, alice: Person, bob: Person, group: Group) -> None:
    """As a caption, in reply to anybody's photo, image file or sticker, and in reply to our own results."""
    await alice.send("/imagine a fox", photo=painting("red"))
    assert (await alice.expect_photo()).quote == "a fox"
    await alice.send("/imagine a fox", document=("scan.png", painting("lime")))
    await alice.expect_photo()
    photo = await bob.send(to=group, photo=painting("blue"))
    await alice.reply(photo, "/imagine a cat")
    await alice.expect_photo(to=group)
    file = await bob.send(to=group, document=("scan.png", painting("white")))
    await alice.reply(file, "/imagine a cat")
    result = await alice.expect_photo(to=group)
    await bob.reply(result, "/imagine@LukisBot a dog")
    result = await bob.expect(lambda m: m.is_photo and m.quote == "a dog", to=group)
    await alice.reply(result, "make it blue")
    assert (await alice.expect(lambda m: m.quote == "make it blue" and m.is_photo, to=group)).replies_to
    images = [Image.open(io.BytesIO(job.image or b"")) for job in on.engine.jobs]
    assert [job.mode for job in on.engine.jobs] == ["image"] * 6
    colours = [image.getpixel((9, 9)) for image in images[:4]]
    for seen, sent in zip(colours, [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)], strict=True):
        assert seen == pytest.approx(sent, abs=3)
    assert images[4].size == images[5].size == (128, 128), "of our own pictures the lossless file is taken"


async def test_words_in_reply_to_a_photo_of_an_album(on: OnTelegram, alice: Person) -> None:
    await alice.send("/imagine foxes --n 3 --seed 10")
    photos, below = await alice.expect_album(3)
    await alice.reply(photos[1], "make it blue")
    assert (await alice.expect_photo()).quote == "make it blue"
    assert on.engine.jobs[-1].image is not None
    await alice.press(below, "🎲 2")
    assert "seed" in (await alice.expect_photo()).text


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (("empty.png", b""), "can't read"),
        (("cut.png", painting()[:60]), "can't read"),
        (("letter.png", b"%PDF-1.7 not a picture"), "can't read"),
        (("paper.pdf", b"%PDF-1.7 not a picture"), "can't read"),
        (("huge.png", b"x" * 20_000_001), "20 MB"),
    ],
)
async def test_files_that_are_no_pictures(
    on: OnTelegram, alice: Person, document: tuple[str, bytes], words: str
) -> None:
    await alice.send("/imagine a fox", document=document)
    assert words in (await alice.expect_text()).text
    assert on.engine.jobs == []


async def test_a_file_larger_than_it_claims_is_not_read_to_its_end(
    telegram: TelegramServer, tmp_path: Path, alice: Person
) -> None:
    async with lukis_on(telegram, tmp_path, max_upload_mb=1) as on:
        file = telegram.world.keep(b"x" * 3_000_000, "liar.webp", "image/webp").body() | {"file_size": 10}
        liar = await alice.send(sticker=file | STILL)
        await alice.expect_text("/imagine")
        await alice.reply(liar, "/imagine a fox")
        assert "1 MB" in (await alice.expect_text()).text
        assert on.engine.jobs == []


async def test_stickers_and_pictures_quoted_from_other_chats(
    on: OnTelegram, telegram: TelegramServer, alice: Person
) -> None:
    file = telegram.world.keep(painting("red", form="WEBP"), "sticker.webp", "image/webp")
    sticker = await alice.send(sticker=file.body() | STILL)
    await alice.expect_text("/imagine")
    await alice.reply(sticker, "/imagine a fox")
    await alice.expect_photo()
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Someone"}
    quoted = {"origin": origin, "photo": telegram.world.keep_photo(painting("blue"))}
    await alice.send("/imagine a fox", external_reply=quoted)
    await alice.expect_photo()
    assert [job.mode for job in on.engine.jobs] == ["image"] * 2


async def test_a_download_that_breaks_is_tried_again(
    telegram: TelegramServer, on: OnTelegram, alice: Person
) -> None:
    telegram.fail("download", Broken(502))
    telegram.fail("getFile", Drop())
    await alice.send("/imagine a fox", photo=painting())
    await alice.expect_photo()
    assert on.engine.jobs[0].image


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


async def test_only_the_owner_and_admins_may_delete(
    on: OnTelegram, telegram: TelegramServer, alice: Person, bob: Person, group: Group
) -> None:
    for owner, other, may in ((alice, bob, False), (bob, alice, True)):
        await owner.send("/imagine a fox", to=group)
        photo = await alice.expect_photo(to=group)
        toast = await other.press(photo, "Delete")
        assert (photo.deleted, toast) == (may, "Deleted." if may else "That belongs to somebody else.")
        assert await other.press(photo, "Reroll") is None, "rerolling is everybody's"
        await alice.expect_photo(to=group)
        await owner.press(photo, "Delete")
    asked = telegram.count("getChatMember")
    assert asked == 2, "each was asked about once, then remembered"


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


async def test_a_slow_button_stops_turning_and_goes_on(
    on: OnTelegram, telegram: TelegramServer, alice: Person
) -> None:
    await alice.send("/imagine a fox")
    photo = await alice.expect_photo()
    telegram.fail("sendDocument", Slow(7))
    await alice.press(photo, "Original")
    assert telegram.count("sendDocument") == 0
    await alice.expect_document()


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
    assert await telegram.world.until(lambda: len(menus) == len(Locales.load().languages), 20)
    assert all("imagine" in [c["command"] for c in menu] for menu in menus.values())
    assert len({menu[0]["description"] for menu in menus.values()}) == len(menus)


async def test_the_menu_is_tried_again(telegram: TelegramServer, tmp_path: Path) -> None:
    telegram.fail("setMyCommands", Broken(502))
    telegram.fail("setMyCommands", TooMany(1))
    async with lukis_on(telegram, tmp_path):
        assert await telegram.world.until(lambda: "es" in telegram.world.commands, 20)


async def test_cancel_by_button_and_by_command(on: OnTelegram, alice: Person) -> None:
    on.engine.hold(1)
    await alice.send("/imagine a fox")
    status = await alice.expect_status()
    await alice.expect_change(status, lambda m: "25%" in m.text)
    assert await alice.press(status, "Cancel") == "Cancelled."
    await alice.expect_change(status, lambda m: "Cancelled" in m.text and not m.buttons)
    await alice.send("/imagine a cat")
    await alice.expect_status()
    await alice.send("/cancel")
    await alice.expect_text("Stopped 1 picture")


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


async def test_an_update_that_comes_again_is_drawn_once(
    on: OnTelegram, telegram: TelegramServer, alice: Person
) -> None:
    await alice.send("/imagine a fox")
    photo = await alice.expect_photo()
    told = {"update_id": 700_001, "message": next(m.body for m in alice.chat.log if not m.from_bot)}
    telegram.world.updates.insert(0, told)
    telegram.world.updates.append(
        told | {"update_id": 700_900, "message": photo.body | {"from": alice.user()}}
    )
    await telegram.world.touch()
    await alice.send("/imagine a dog")
    assert (await alice.expect_photo()).quote == "a dog"
    assert [job.prompt for job in on.engine.jobs] == ["a fox", "a dog"]


async def test_what_was_sent_while_lukis_was_away_is_drawn_when_it_is_back(
    telegram: TelegramServer, alice: Person, tmp_path: Path
) -> None:
    async with lukis_on(telegram, tmp_path):
        await alice.send("/imagine a fox")
        await alice.expect_photo()
    await alice.send("/imagine a dog")
    async with lukis_on(telegram, tmp_path) as again:
        assert (await alice.expect_photo()).quote == "a dog"
        assert [job.prompt for job in again.engine.jobs] == ["a dog"]


@pytest.mark.parametrize("fault", [TooMany(1), Broken(502), Drop()])
async def test_a_delivery_outlives_bad_weather(
    on: OnTelegram, telegram: TelegramServer, alice: Person, fault: Any
) -> None:
    telegram.fail("sendPhoto", fault)
    await alice.send("/imagine a fox")
    await alice.expect_photo()
    assert len(alice.chat.log) == 3
    assert len(on.engine.jobs) == 1


async def test_a_bad_start_is_waited_out(
    telegram: TelegramServer, alice: Person, tmp_path: Path, caplog: Any
) -> None:
    telegram.fail("getMe", Broken(404))
    telegram.fail("getMe", Drop())
    telegram.fail("getUpdates", Broken(500), times=2)
    async with lukis_on(telegram, tmp_path):
        await alice.send("/imagine a fox")
        await alice.expect_photo()
    assert "can't be reached" in caplog.text


async def test_another_program_with_the_same_token(
    on: OnTelegram, telegram: TelegramServer, alice: Person, caplog: Any
) -> None:
    conflict = Says(409, "Conflict: terminated by other getUpdates request")
    telegram.fail("getUpdates", conflict, times=2)
    await alice.send("/imagine a fox")
    await alice.send("/imagine a fox")
    await alice.expect_photo()
    assert caplog.text.count("another program uses the same token") <= 1


@pytest.mark.parametrize(
    "token", ["4242:AAE-a_token_that_nobody_has_given_out", "no token at all", "42", "4:\n"]
)
async def test_a_wrong_token(telegram: TelegramServer, on: OnTelegram, caplog: Any, token: str) -> None:
    with pytest.raises(BadToken, match="BotFather") as told:
        await TelegramPlatform(token, telegram.url).run(on.lukis.service)
    shown = f"{told.value} {told.value.__cause__} {caplog.text}"
    assert token not in shown or token == "42"


async def test_a_token_that_is_revoked_later(telegram: TelegramServer, tmp_path: Path, alice: Person) -> None:
    async with lukis_on(telegram, tmp_path) as on:
        other = TelegramPlatform(telegram.token, telegram.url)
        running = asyncio.create_task(other.run(on.lukis.service))
        await telegram.world.until(lambda: telegram.count("getMe") == 2, 10)
        telegram.fail("getUpdates", Says(401, "Unauthorized"), times=10)
        with pytest.raises(BadToken):
            await running


async def test_the_token_is_in_no_log(
    telegram: TelegramServer, alice: Person, tmp_path: Path, caplog: Any
) -> None:
    caplog.set_level(logging.INFO)
    telegram.fail("sendMessage", Drop())
    telegram.fail("getFile", Says(400, "Bad Request: gone"))
    telegram.fail("download", Drop(), times=9)
    async with lukis_on(telegram, tmp_path):
        await alice.send("/imagine a fox")
        await alice.expect_photo()
        await alice.send("/imagine a fox", photo=painting())
        await alice.expect_text("wrong")
    secret = telegram.token.partition(":")[2]
    lines = [
        r for r in caplog.records if secret in r.getMessage() and not r.name.startswith(("aiohttp", "tests"))
    ]
    assert lines == []


async def test_a_group_that_moves_gets_its_picture(
    on: OnTelegram, telegram: TelegramServer, alice: Person
) -> None:
    group = telegram.group("Painters", alice, kind="group")
    on.engine.hold(1)
    await alice.send("/imagine a fox", to=group)
    await alice.expect_status(to=group)
    new = group.become_supergroup()
    await on.engine.release()
    assert (await alice.expect_photo(to=new)).quote == "a fox"


async def test_who_blocks_the_bot_holds_up_nobody(on: OnTelegram, alice: Person, bob: Person) -> None:
    on.engine.hold(1)
    await alice.send("/imagine a fox")
    await alice.expect_status()
    alice.block()
    await on.engine.release()
    await bob.send("/imagine a dog")
    assert (await bob.expect_photo()).quote == "a dog"


async def test_a_slow_handler_holds_up_nobody(
    telegram: TelegramServer, tmp_path: Path, alice: Person, bob: Person
) -> None:
    async with lukis_on(telegram, tmp_path):
        telegram.fail("download", Slow(4))
        await alice.send("/imagine a fox", photo=painting())
        await bob.send("/imagine a dog")
        assert (await bob.expect_photo()).quote == "a dog"
        assert len(alice.chat.log) == 1, "hers is not even read yet"
        await alice.expect_photo()


def _is_status(message: Message) -> bool:
    return any(payload.startswith("cancel:") for payload in message.payloads)
