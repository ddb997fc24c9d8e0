"""Pictures that people send on Telegram, to start from or to break something."""

from __future__ import annotations

import asyncio
import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.platforms.telegram.downloads import AT_ONCE
from tests.patience import PATIENCE
from tests.wire.telegram import Broken, Drop, Fault, Says, TelegramServer, TooMany
from tests.wire.telegram_people import Group, Person, painting
from tests.wire.telegram_stage import OnTelegram, lukis_on

STILL = {"type": "regular", "width": 9, "height": 9, "is_animated": False, "is_video": False}
"""What the Bot API says of a sticker that does not move."""


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
    images = [Image.open(io.BytesIO(job.inputs.get("image", b""))) for job in on.engine.jobs]
    assert [job.mode for job in on.engine.jobs] == ["image"] * 6
    colours = [image.getpixel((9, 9)) for image in images[:4]]
    for seen, sent in zip(colours, [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)], strict=True):
        assert seen == pytest.approx(sent, abs=3)
    assert images[4].size == images[5].size == (144, 112), "of our own pictures the lossless file is taken"


async def test_words_in_reply_to_a_photo_of_an_album(on: OnTelegram, alice: Person) -> None:
    await alice.send("/imagine foxes --n 3 --seed 10")
    photos, below = await alice.expect_album(3)
    await alice.reply(photos[1], "make it blue")
    assert (await alice.expect_photo()).quote == "make it blue"
    assert on.engine.jobs[-1].inputs["image"]
    await alice.press(below, "🖼 2")
    assert "seed 11 " in (await alice.expect_photo()).text


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
        assert "1 MB" in (await alice.expect_text()).text
        await alice.reply(liar, "/imagine a fox")
        assert "1 MB" in (await alice.expect_text()).text
        assert on.engine.jobs == []


async def test_stickers_and_pictures_quoted_from_other_chats(
    on: OnTelegram, telegram: TelegramServer, alice: Person
) -> None:
    file = telegram.world.keep(painting("red", form="WEBP"), "sticker.webp", "image/webp")
    sticker = await alice.send(sticker=file.body() | STILL)
    await alice.expect_text("reply to it with words")
    await alice.reply(sticker, "/imagine a fox")
    await alice.expect_photo()
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Someone"}
    quoted = {"origin": origin, "photo": telegram.world.keep_photo(painting("blue"))}
    await alice.send("/imagine a fox", external_reply=quoted)
    await alice.expect_photo()
    assert [job.mode for job in on.engine.jobs] == ["image"] * 2


async def test_words_with_a_picture_of_ones_own_change_it(
    on: OnTelegram, telegram: TelegramServer, alice: Person, group: Group
) -> None:
    """As its caption and in reply to it, without a command, in private; in a group they may be meant for others."""
    photo = await alice.send("make it blue", photo=painting("red"))
    assert (await alice.expect_photo(answering=photo)).quote == "make it blue"
    await alice.reply(photo, "make it green")
    assert (await alice.expect_photo()).quote == "make it green"
    file = await alice.send("make it snow", document=("scan.png", painting("red")))
    assert (await alice.expect_photo(answering=file)).quote == "make it snow"
    assert [job.mode for job in on.engine.jobs] == ["image"] * 3
    await alice.send(photo=painting("red"))
    await alice.expect_text("reply to it with words")
    await alice.reply(await alice.send(to=group, photo=painting("red")), "how nice")
    await alice.send("/imagine a cat", to=group)
    await alice.expect_photo(to=group)
    assert len(on.engine.jobs) == 4 and sum(m.from_bot for m in group.chat.log) == 2


@pytest.mark.parametrize("words", ["/imagine like this", "like this"])
async def test_a_picture_of_ones_own_goes_before_the_one_replied_to(
    on: OnTelegram, alice: Person, bob: Person, group: Group, words: str
) -> None:
    """Whoever made that: Lukis, somebody else, or oneself."""
    await alice.send("/imagine a fox", to=group)
    ours = await alice.expect_photo(to=group)
    theirs = await bob.send(to=group, photo=painting("red"))
    for answered in (ours, theirs) if words.startswith("/") else (ours,):
        await alice.reply(answered, words, photo=painting("blue"))
        await alice.expect_photo(to=group)
        given = Image.open(io.BytesIO(on.engine.jobs[-1].inputs["image"]))
        assert given.getpixel((9, 9)) == pytest.approx((0, 0, 254), abs=3)


async def test_words_in_reply_to_an_original_file_change_that_picture(
    on: OnTelegram, alice: Person, bob: Person, group: Group
) -> None:
    await alice.send("/imagine foxes --n 2 --seed 10", to=group)
    _, below = await alice.expect_album(2, to=group)
    await alice.press(below, "2")  # rerolls the second; the last such button is its file
    await alice.expect_photo(to=group)
    await alice.press_payload(below, [p for p in below.payloads if p.startswith("original:")][1])
    file = await alice.expect_document(to=group)
    await bob.reply(file, "make it blue")
    assert (await bob.expect(lambda m: m.is_photo and m.quote == "make it blue", to=group)).replies_to
    given, second = on.engine.jobs[-1].inputs["image"], file.file
    assert second is not None
    assert Image.open(io.BytesIO(given)).tobytes() == Image.open(io.BytesIO(second.data)).tobytes()


FILE = {"file_id": "AgADmoving-file-id", "file_unique_id": "moving"}
SOUND = FILE | {"duration": 3}
FILM = SOUND | {"width": 320, "height": 240}


@pytest.mark.parametrize(
    "media",
    [
        {"video": FILM},
        {"animation": FILM, "document": ("film.mp4", b"a film")},
        {"video_note": SOUND | {"length": 240}},
        {"voice": SOUND},
        {"audio": SOUND},
        {"sticker": FILE | STILL | {"is_video": True}},
        {"document": ("papers.zip", b"many papers")},
        {"story": {"chat": {"id": -100123, "type": "channel", "title": "News"}, "id": 7}},
        {"paid_media": {"star_count": 9, "paid_media": [{"type": "preview", "width": 320, "height": 240}]}},
        {"paid_media": {"star_count": 9, "paid_media": [{"type": "video", "video": FILM}]}},
    ],
)
async def test_what_no_picture_can_be_taken_from_is_not_passed_over_silently(
    on: OnTelegram, alice: Person, group: Group, media: dict[str, Any]
) -> None:
    await alice.reply(await alice.send(to=group, **media), "/imagine like this")
    await alice.expect_text("screenshot", to=group)
    if [*media] != ["document"]:  # what is sent as a file may be a picture under any name
        await alice.send("/imagine like this", to=group, **media)
        await alice.expect_text("screenshot", to=group)
        await alice.send("like this", **media)
        await alice.expect_text("screenshot")
    assert on.engine.jobs == []


@pytest.mark.parametrize("where", ["paid_media", "game", "new_chat_photo"])
async def test_photos_are_found_wherever_a_message_holds_them(
    on: OnTelegram, telegram: TelegramServer, alice: Person, group: Group, where: str
) -> None:
    photo = telegram.world.keep_photo(painting("blue"))
    media: dict[str, Any] = {
        "paid_media": {"star_count": 9, "paid_media": [{"type": "photo", "photo": photo}]},
        "game": {"title": "Chess", "description": "A game", "photo": photo},
        "new_chat_photo": photo,
    }
    await alice.reply(await alice.send(to=group, **{where: media[where]}), "/imagine like this")
    await alice.expect_photo(to=group)
    assert [job.mode for job in on.engine.jobs] == ["image"]


@pytest.mark.parametrize("album", [{}, {"media_group_id": "5"}])
async def test_words_of_somebody_else_under_a_forwarded_picture_paint_nothing(
    on: OnTelegram, alice: Person, album: dict[str, Any]
) -> None:
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Someone"}
    for words in ("from the news", "")[: 2 if album else 1]:
        await alice.send(words, photo=painting(), forward_origin=origin, **album)
    await alice.expect_text("reply to it with words")
    assert on.engine.jobs == []


async def test_an_album_has_one_answer(on: OnTelegram, alice: Person, group: Group) -> None:
    """Its words hold for all of it, wherever they stand and whenever its parts arrive."""
    for caption in (0, 2):
        album: dict[str, Any] = {"media_group_id": f"77{caption}"}
        for part in range(3):
            words = "/imagine a fox" if part == caption else ""
            await alice.send(words, to=group, photo=painting("red"), **album)
            await asyncio.sleep(0.3)
        assert (await alice.expect_photo(to=group)).quote == "a fox"
        await alice.send(to=group, photo=painting("red"), **album)
    for _ in range(2):
        await alice.send(photo=painting("blue"), media_group_id="99")
    await alice.expect_text("reply to it with words")
    await alice.send("/imagine a dog")
    assert (await alice.expect_photo()).quote == "a dog"
    assert len(on.engine.jobs) == 3
    assert sum(m.from_bot for m in alice.chat.log) == 3, "a hint, a status message and a picture"


async def test_an_album_outlives_a_stop_in_its_midst(
    telegram: TelegramServer, alice: Person, tmp_path: Path
) -> None:
    album: dict[str, Any] = {"media_group_id": "771"}
    async with lukis_on(telegram, tmp_path) as on:
        await alice.send("/imagine a dog")
        await alice.expect_photo()
        await alice.send("/imagine a fox", photo=painting("red"), **album)
        await alice.send(photo=painting("red"), **album)
        taken = telegram.count("getUpdates")
        assert await telegram.world.until(lambda: telegram.count("getUpdates") > taken, PATIENCE)
        assert len(telegram.world.updates) == 2, "nothing of the album is confirmed yet"
        on.stop()
    async with lukis_on(telegram, tmp_path) as again:
        assert (await alice.expect_photo()).quote == "a fox"
        assert [job.prompt for job in again.engine.jobs] == ["a fox"]


async def test_a_download_that_breaks_is_tried_again(
    telegram: TelegramServer, on: OnTelegram, alice: Person
) -> None:
    telegram.fail("download", Broken(502))
    telegram.fail("getFile", Drop())
    await alice.send("/imagine a fox", photo=painting())
    await alice.expect_photo()
    assert on.engine.jobs[0].inputs["image"]


REFUSED = [
    Says(403, "Forbidden: no such thing for you"),
    Says(400, "Bad Request: wrong file_id or the file is temporarily unavailable"),
    Says(400, "Bad Request: message to edit not found"),
    Says(404, "Not Found: method not found"),
    TooMany(300),
    TooMany(61),
]


@pytest.mark.parametrize("fault", REFUSED, ids=str)
async def test_a_picture_that_telegram_does_not_give_is_said_soon_and_holds_up_nothing(
    telegram: TelegramServer, on: OnTelegram, alice: Person, caplog: pytest.LogCaptureFixture, fault: Fault
) -> None:
    telegram.fail("getFile", fault, times=1 if isinstance(fault, TooMany) else 3)
    await alice.send("/imagine a fox", photo=painting())
    await alice.expect_text("fetch that picture")
    await alice.send("/imagine a dog", photo=painting())
    assert (await alice.expect_photo()).quote == "a dog"
    assert "Traceback" not in caplog.text


async def test_pauses_before_a_picture_can_be_fetched_hold_up_nobody_else(
    telegram: TelegramServer, on: OnTelegram, alice: Person
) -> None:
    crowd = [telegram.person(f"Person {i}") for i in range(AT_ONCE)]
    telegram.fail("getFile", TooMany(50), times=AT_ONCE)
    for one in crowd:
        await one.send("/imagine a fox", photo=painting())
    assert await telegram.world.until(lambda: telegram.count("getFile") == AT_ONCE, PATIENCE)
    await alice.send("/imagine a dog", photo=painting())
    assert (await alice.expect_photo()).quote == "a dog"


async def test_a_server_of_ones_own_may_share_its_folder(
    on: OnTelegram, telegram: TelegramServer, alice: Person, tmp_path: Path
) -> None:
    telegram.world.local = tmp_path
    await alice.send("/imagine a fox", photo=painting("red"))
    await alice.expect_photo()
    assert on.engine.jobs[0].inputs["image"]
    await alice.send("/imagine a fox", document=("huge.png", b"x" * 20_000_001))
    await alice.expect_text("20 MB")
    shared = telegram.world.keep(b"x" * 20_000_001, "liar.webp", "image/webp").body() | {"file_size": 10}
    await alice.reply(await alice.send(sticker=shared | STILL), "/imagine a fox")
    await alice.expect_text("20 MB")
