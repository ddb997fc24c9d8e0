"""Words that stand in Telegram already, as a text or under a picture, are changed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram import LinkPreviewOptions

from bot.messages import Card
from bot.platforms.telegram.calls import Calls
from bot.platforms.telegram.errors import Unstyled
from bot.platforms.telegram.render import CAPTION, TEXT, WORDLESS, Text, keyboard, render

NO_LINKS = LinkPreviewOptions(is_disabled=True)
"""What links lead to is not shown below a text."""

T = TypeVar("T")


async def styled(words: Text, send: Callable[[Text], Awaitable[T]]) -> T:
    """Sends words in their styles; plain where the server does not know one of those."""
    try:
        return await send(words)
    except Unstyled:
        return await send(words._replace(entities=()))


async def edit_text(calls: Calls, chat: str, message: str, card: Card) -> None:
    """Changes a message of words alone.

    Raises:
        Wordless: it has a picture.
    """

    async def edit(words: Text) -> None:
        await calls.call(
            chat,
            "edit_message_text",
            message_id=int(message),
            text=words.text or WORDLESS,
            entities=words.entities,
            reply_markup=keyboard(card),
            link_preview_options=NO_LINKS,
        )

    await styled(render(card, TEXT), edit)


async def edit_caption(calls: Calls, chat: str, message: str, card: Card) -> None:
    """Changes the words under a picture."""

    async def edit(words: Text) -> None:
        await calls.call(
            chat,
            "edit_message_caption",
            message_id=int(message),
            caption=words.text,
            caption_entities=words.entities,
            reply_markup=keyboard(card),
        )

    await styled(render(card, CAPTION), edit)
