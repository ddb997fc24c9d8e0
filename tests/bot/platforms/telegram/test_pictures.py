"""Pictures that people send on Telegram, to start from or to break something."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.wire.telegram import Broken, Drop, TelegramServer
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
    assert images[4].size == images[5].size == (128, 128), "of our own pictures the lossless file is taken"


async def test_words_in_reply_to_a_photo_of_an_album(on: OnTelegram, alice: Person) -> None:
    await alice.send("/imagine foxes --n 3 --seed 10")
    photos, below = await alice.expect_album(3)
    await alice.reply(photos[1], "make it blue")
    assert (await alice.expect_photo()).quote == "make it blue"
    assert on.engine.jobs[-1].inputs["image"]
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
    assert on.engine.jobs[0].inputs["image"]


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
