"""A whole evening on Telegram, from the first picture to the morning after a crash."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.patience import PATIENCE
from tests.process import SLOW_FLAGS, Forked
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import Person
from tests.wire.telegram_world import Message

APPLE = "파란 배경에 빨간 사과"


@pytest.mark.slow
@pytest.mark.timeout(1800)
async def test_a_whole_evening(tmp_path: Path) -> None:
    async with TelegramServer() as telegram:
        minsu = telegram.person("Minsu", "ko")
        settings: dict[str, Any] = {"telegram_token": telegram.token, "telegram_api_url": telegram.url}
        async with Forked(tmp_path, "run", **settings) as process:
            first = await imagine(minsu)
            second = await reroll(minsu, first)
            await change(minsu, second)
            await album(minsu)
            await original(minsu, first)
            await history(minsu)
            await cancel(minsu)
            forest = await minsu.send(f"/imagine 초록 나무 {SLOW_FLAGS}")
            painting = await minsu.expect_status(answering=forest)
            await minsu.expect_change(painting, lambda m: "%" in m.text and "▰" in m.text)
            await process.end(signal.SIGKILL)
        meanwhile = await minsu.send("/imagine 노란 고양이")
        async with Forked(tmp_path, "run", **settings):
            trees, _ = await minsu.expect_album(8, seconds=3 * PATIENCE)
            assert trees[0].replies_to == forest.id, "what was under way"
            await minsu.expect_photo(answering=meanwhile)
            await minsu.expect_gone(painting)
            await reroll(minsu, first)
            await original(minsu, first)
            assert await minsu.press(first, "삭제")
            assert first.deleted
        answers = [m for m in minsu.chat.log if m.is_photo and m.replies_to == forest.id]
        assert {m.body["media_group_id"] for m in answers} == {trees[0].body["media_group_id"]}, "once"


async def imagine(minsu: Person) -> Message:
    """In Korean, by a Korean command: a status, then a photo of what was asked for, and the status goes."""
    asked = await minsu.send(f"/그려줘 {APPLE} --seed 7")
    status = await minsu.expect_status()
    photo = await minsu.expect_photo()
    await minsu.expect_gone(status)
    assert (photo.replies_to, photo.quote) == (asked.id, APPLE)
    (red, _, blue), (edge_red, _, edge_blue) = colour(photo, 0.5), colour(photo, 0.06)
    assert red > blue, "red in the middle"
    assert edge_blue > edge_red, "blue at the edge"
    assert "a red apple on a blue background" in photo.text
    assert "시드 7 " in photo.text
    return photo


async def reroll(minsu: Person, photo: Message) -> Message:
    await minsu.press(photo, "다시")
    again = await minsu.expect_photo()
    assert (again.replies_to, again.quote) == (photo.id, APPLE)
    assert pixels(again) != pixels(photo), "the same words, another picture"
    return again


async def change(minsu: Person, photo: Message) -> None:
    asked = await minsu.reply(photo, "파랗게 해줘")
    changed = await minsu.expect_photo()
    assert (changed.replies_to, changed.quote) == (asked.id, "파랗게 해줘")
    assert "강도" in changed.text or "0.6" in changed.text


async def album(minsu: Person) -> None:
    asked = await minsu.send("/imagine 여우 --n 4")
    photos, below = await minsu.expect_album(4)
    assert photos[0].replies_to == asked.id
    assert len({pixels(photo) for photo in photos}) == 4
    assert sum("4" in label for label in below.buttons) >= 2, below.buttons
    await minsu.press(below, "🖼 3")
    third = await minsu.expect_photo()
    assert pixels(third) == pixels(photos[2])
    await minsu.press(third, "조금 바꾸기")
    assert "변화 0.2" in (await minsu.expect_photo()).text


async def original(minsu: Person, photo: Message) -> None:
    await minsu.press(photo, "원본")
    file = await minsu.expect_document()
    with file.image() as image:
        assert image.format == "PNG"
        assert "Seed: 7" in image.info["parameters"]
        assert image.resize((8, 8)).getpixel((1, 1)) == pytest.approx(
            photo.image().resize((8, 8)).getpixel((1, 1)), abs=12
        )


async def history(minsu: Person) -> None:
    await minsu.send("/history")
    page = await minsu.expect_photo()
    newest = pixels(page)
    for _ in range(2):
        await minsu.press(page, "▶")
    assert "3" in page.text.splitlines()[0]
    assert pixels(page) != newest
    await minsu.press(page, "◀")
    await minsu.press(page, "◀")
    assert pixels(page) == newest


async def cancel(minsu: Person) -> None:
    asked = await minsu.send(f"/imagine 강아지 {SLOW_FLAGS}")
    status = await minsu.expect_status(answering=asked)
    assert await minsu.press(status, "취소")
    await minsu.expect_change(status, lambda m: not m.buttons)
    await asyncio.sleep(0.3)
    assert not [m for m in minsu.chat.log if m.is_photo and m.quote == "강아지"]


def pixels(message: Message) -> bytes:
    return message.image().resize((16, 16), Image.Resampling.BOX).tobytes()


def colour(message: Message, place: float) -> tuple[int, ...]:
    """The mean colour around a point, by its distance from the left and the top."""
    small = message.image().convert("RGB").resize((16, 16), Image.Resampling.BOX)
    found = small.getpixel((int(16 * place), int(16 * place)))
    assert isinstance(found, tuple)
    return found
