"""Pictures that were sent together are gathered, whatever comes between them."""

from __future__ import annotations

import asyncio
import time

import pytest

from bot.platforms.telegram import albums
from bot.platforms.telegram.albums import Albums
from bot.platforms.telegram.updates import Message


def part(number: int) -> Message:
    chat = {"id": 1, "type": "private"}
    return Message.model_validate({"message_id": number, "date": 1, "chat": chat, "media_group_id": "771"})


async def test_an_album_is_whole_though_everything_stood_still_in_its_midst(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(albums, "QUIET", 0.4)
    first, second = (part(number) for number in (1, 2))
    gathering = Albums()
    whole = asyncio.create_task(gathering.whole(first))
    await asyncio.sleep(0)
    time.sleep(0.5)  # noqa: ASYNC251
    for _ in range(3):  # what was sent meanwhile is read now
        await asyncio.sleep(0)
    assert await gathering.whole(second) == []
    assert await whole == [first, second]


async def test_an_album_that_polling_was_ended_over_is_gathered_anew() -> None:
    first, gathering = part(1), Albums()
    ended = asyncio.create_task(gathering.whole(first))
    await asyncio.sleep(0)
    ended.cancel()
    await asyncio.wait([ended])
    assert await gathering.whole(first) == [first]
