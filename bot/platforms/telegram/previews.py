"""A job's status message on Telegram: words, which become a picture with words under it once there is one to see."""

from __future__ import annotations

from collections import OrderedDict
from typing import Literal

from telegram import InputMediaPhoto

from bot.messages import Card
from bot.platforms.telegram.calls import Calls
from bot.platforms.telegram.errors import Wordless
from bot.platforms.telegram.render import CAPTION, Text, keyboard, render
from bot.platforms.telegram.words import edit_caption, edit_text, styled
from bot.ports import Declined

MANY = 1000
"""Of that many status messages is kept in mind what they are; of any other Telegram tells it again."""


class Previews:
    """Edits status messages. Where a chat takes no photos, or the server is too old to make one of words, they stay
    words."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        self._are: OrderedDict[tuple[str, str], Literal["picture", "words"]] = OrderedDict()

    async def edit(self, chat: str, message: str, card: Card) -> None:
        """Shows how far a job is, with its picture so far if there is a newer one."""
        if not await self._pictured(chat, message, card):
            await self._written(chat, message, card)

    def forget(self, chat: str, message: str) -> None:
        """That message will not be edited any more."""
        self._are.pop((chat, message), None)

    async def _pictured(self, chat: str, message: str, card: Card) -> bool:
        """Whether a newer picture is shown, with the words."""
        is_now = self._are.get((chat, message))
        if card.preview is None or is_now == "words":
            return False
        try:
            await self._show(chat, message, card, card.preview)
        except Declined:
            self._note(chat, message, is_now or "words")
            return False
        return True

    async def _written(self, chat: str, message: str, card: Card) -> None:
        if self._are.get((chat, message)) != "picture":
            try:
                await edit_text(self._calls, chat, message, card)
                return
            except Wordless:
                self._note(chat, message, "picture")
        await edit_caption(self._calls, chat, message, card)

    async def _show(self, chat: str, message: str, card: Card, preview: bytes) -> None:
        async def edit(words: Text) -> None:
            photo = InputMediaPhoto(
                preview, filename="preview.jpg", caption=words.text, caption_entities=words.entities
            )
            await self._calls.call(
                chat, "edit_message_media", message_id=int(message), media=photo, reply_markup=keyboard(card)
            )

        await styled(render(card, CAPTION), edit)
        self._calls.pace.used(chat)  # a file weighs more than words: the next turn comes later
        self._note(chat, message, "picture")

    def _note(self, chat: str, message: str, is_now: Literal["picture", "words"]) -> None:
        self._are[chat, message] = is_now
        if len(self._are) > MANY:
            self._are.popitem(last=False)
