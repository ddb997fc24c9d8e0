"""Animations out to Telegram."""

from __future__ import annotations

import asyncio
import logging

from telegram import InputMediaAnimation, Message

from bot.messages import Address, Card
from bot.platforms.telegram.calls import Calls
from bot.platforms.telegram.uploads import UPLOAD_TIMES, Upload, animation
from bot.ports import Declined

log = logging.getLogger(__name__)


async def send(calls: Calls, address: Address, card: Card, silent: bool) -> tuple[Message, ...]:
    """Sends a card's animation; nothing where the chat takes none. Raises as `Calls.send`."""
    upload = await _prepared(card)
    file = {"animation": upload.data, "filename": upload.name, **UPLOAD_TIMES}
    try:
        async with calls.uploading(address, photo=False):
            return await calls.send(address, "send_animation", disable_notification=silent, **file)
    except Declined as error:
        log.info("a chat takes no animation: %s", error)
        return ()


async def edit(calls: Calls, chat: str, message: str, card: Card) -> None:
    """Lets a message show a card's animation. Raises as `Calls.call`."""
    upload = await _prepared(card)
    media = InputMediaAnimation(upload.data, filename=upload.name)
    await calls.call(chat, "edit_message_media", message_id=int(message), media=media, **UPLOAD_TIMES)


async def _prepared(card: Card) -> Upload:
    assert card.moving
    return await asyncio.to_thread(animation, card.moving, card.form)
