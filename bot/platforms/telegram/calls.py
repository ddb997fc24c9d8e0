"""Calls of the Bot API for a chat: where they go, what their errors mean, and when they must wait."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from telegram import Bot, Message, ReplyParameters
from telegram.constants import ChatAction
from telegram.error import ChatMigrated, RetryAfter, TelegramError

from bot.messages import Address
from bot.platforms.telegram.errors import (
    Gone,
    Missing,
    NoMethod,
    Stays,
    ThreadGone,
    Unstyled,
    Wordless,
    ours,
    seconds,
)
from bot.platforms.telegram.moves import Moves
from bot.platforms.telegram.pace import Pace
from bot.ports import Declined, Unreachable

log = logging.getLogger(__name__)

ACTION_AFTER, ACTION_LASTS = 0.5, 4.5
"""Seconds after which "sending a photo..." is said, and after which it has to be said again."""


class Calls:
    """Raises `Unavailable`, `Unreachable` and the exceptions of `errors`, nothing else of Telegram's."""

    def __init__(self, bot: Bot, moves: Moves) -> None:
        self._bot = bot
        self._moves = moves
        self.pace = Pace()

    async def call(self, chat: str, method: str, **what: Any) -> Any:
        """Calls a method of `telegram.Bot` for a chat.

        Raises:
            Missing: the chat has moved, and its messages are gone.
        """
        if self._moves.gone(chat):
            raise Missing(f"the group {chat} is a supergroup now")
        self.pace.check(chat)
        await self._bot.request.initialize()  # opens it again if it was closed, else does nothing
        try:
            return await getattr(self._bot, method)(chat_id=chat, **what)
        except ChatMigrated as error:
            await self._moves.note(chat, str(error.new_chat_id))
            raise Missing(f"the group {chat} is a supergroup now") from error
        except RetryAfter as error:
            self.pace.hold(chat, seconds(error))
            raise ours(error) from error
        except TelegramError as error:
            meaning = ours(error)
            if isinstance(meaning, Unreachable) and not isinstance(
                meaning, Stays | Unstyled | NoMethod | Wordless
            ):
                log.warning("Telegram refused %s: %s", method, meaning)
            raise meaning from error

    async def send(self, address: Address, method: str, **what: Any) -> tuple[Message, ...]:
        """Sends in reply to the address, in its topic; without the topic where that is gone, and after a group."""
        address = self._moves.now(address)
        try:
            return await self._send(address, method, **what)
        except Gone as error:
            if not self._moves.gone(address.chat):
                raise Declined(f"what it answers is not there: {error}") from error
        return await self.send(address, method, **what)

    async def _send(self, address: Address, method: str, **what: Any) -> tuple[Message, ...]:
        where: dict[str, Any] = {}
        if address.message:
            where["reply_parameters"] = ReplyParameters(
                int(address.message), allow_sending_without_reply=True
            )
        try:
            sent = await self.call(address.chat, method, message_thread_id=_thread(address), **where, **what)
        except ThreadGone:
            sent = await self.call(address.chat, method, **where, **what)
        messages = sent if isinstance(sent, tuple) else (sent,)
        self.pace.used(address.chat, len(messages))
        return messages

    @asynccontextmanager
    async def uploading(self, address: Address, photo: bool) -> AsyncIterator[None]:
        """Shows "sending a photo..." meanwhile."""
        action = ChatAction.UPLOAD_PHOTO if photo else ChatAction.UPLOAD_DOCUMENT
        task = asyncio.create_task(self._act(address, action))
        try:
            yield
        finally:
            task.cancel()

    async def _act(self, address: Address, action: ChatAction) -> None:
        with suppress(TelegramError):
            await asyncio.sleep(ACTION_AFTER)
            while True:
                where = self._moves.now(address)
                await self._bot.send_chat_action(where.chat, action, message_thread_id=_thread(where))
                await asyncio.sleep(ACTION_LASTS)


def is_group(address: Address) -> bool:
    """Groups and channels have negative ids."""
    return address.chat.startswith("-")


def _thread(address: Address) -> int | None:
    thread = address.data.get("thread")
    return int(thread) if thread else None
