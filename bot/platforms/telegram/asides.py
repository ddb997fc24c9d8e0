"""What Telegram shows of us within any other chat."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from telegram import Bot, InlineQueryResultCachedPhoto, InlineQueryResultsButton, Message
from telegram.error import TelegramError

from bot.aside import Aside
from bot.messages import Receipt, Shown
from bot.usecases.asides import MOST

log = logging.getLogger(__name__)

LASTS = 2
"""Seconds for which Telegram may give the same answer again: pictures come and go."""


async def answer(bot: Bot, query: str, aside: Aside | None) -> None:
    """Shows a person's pictures, each as one tap sends it; nothing to who may not come in."""
    photos = _photos(aside)[:MOST] if aside else []
    button = InlineQueryResultsButton(aside.label, start_parameter=aside.start) if aside else None
    more = aside.more if aside else ""
    try:
        await bot.answer_inline_query(
            query, photos, cache_time=LASTS, is_personal=True, next_offset=more, button=button
        )
    except TelegramError as error:
        log.info("words in passing could not be answered: %s", error)  # they are typed on, or it is too late


def names(messages: Sequence[Message], shown: Sequence[Shown]) -> dict[str, str]:
    """What Telegram calls the photos that it was sent, as a receipt keeps it."""
    return {
        _key(each.index): m.photo[-1].file_id for each, m in zip(shown, messages, strict=False) if m.photo
    }


def _key(index: int) -> str:
    return f"photo-{index}"


def _photos(aside: Aside) -> list[InlineQueryResultCachedPhoto]:
    return [
        InlineQueryResultCachedPhoto(f"{made.job}-{picture.index}", file)
        for made, receipt in aside.shown
        for picture in made.pictures
        if (file := _file(receipt, picture.index))
    ]


def _file(receipt: Receipt, index: int) -> str:
    return str(receipt.data.get(_key(index), "")) if receipt.platform == "telegram" else ""
