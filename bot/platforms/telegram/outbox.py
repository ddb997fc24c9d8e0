"""Cards out to Telegram: sent, edited, removed, delivered."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from telegram import Bot, InputMediaDocument, InputMediaPhoto, Message

from bot.messages import LEAFED, Address, Card, Receipt, Shown
from bot.platforms.telegram import moving
from bot.platforms.telegram.asides import names
from bot.platforms.telegram.calls import Calls, is_group
from bot.platforms.telegram.errors import Gone, Missing, NoMethod, Stays
from bot.platforms.telegram.moves import Moves
from bot.platforms.telegram.previews import Previews
from bot.platforms.telegram.render import CAPTION, TEXT, WORDLESS, Text, keyboard, render
from bot.platforms.telegram.uploads import UPLOAD_TIMES, Upload, document, prepare
from bot.platforms.telegram.words import NO_LINKS, edit_caption, edit_text, styled
from bot.ports import Declined, Unavailable, Unreachable

ALBUM = 10
"""The most pictures in an album."""

DELETED = 100
"""The most messages that are deleted at once."""

log = logging.getLogger(__name__)


class Outbox:
    """Everything that goes to chats. Raises `Unavailable` and `Unreachable` and nothing else of Telegram's."""

    def __init__(self, bot: Bot, moves: Moves) -> None:
        self._calls = Calls(bot, moves)
        self._previews = Previews(self._calls)
        self._albums: dict[str, tuple[Message, ...]] = {}
        self.pace = self._calls.pace

    async def send(self, address: Address, card: Card) -> Receipt:
        """Answers silently: the person is looking, they have just asked."""
        return await self._show(address, card, key="", silent=True)

    async def deliver(self, address: Address, status: Receipt | None, card: Card, key: str) -> Receipt:
        """Answers audibly, beside the status message; words alone take its place."""
        if status and not card.pictures and not card.document and await self._turn_into(status, card):
            return status
        return await self._show(address, card, key, silent=False)

    async def edit(self, receipt: Receipt, card: Card) -> None:
        """Changes the receipt's last message. States of a job wait for the chat's turn, answers do not."""
        chat, message = receipt.chat, receipt.messages[-1]
        if card.job and not card.pictures:
            self.pace.turn(chat, message)
        else:
            self.pace.used(chat)
        with suppress(Gone):
            if card.moving and len(receipt.messages) > 1:
                await moving.edit(self._calls, chat, receipt.messages[0], card)
            if card.pictures:
                await self._edit_photo(chat, message, card)
            elif receipt.data.get("photo"):
                await self._replace_photo(receipt, card)
            elif card.job:
                await self._previews.edit(chat, message, card)
            else:
                await edit_text(self._calls, chat, message, card)

    async def remove(self, receipt: Receipt, instead: Card) -> None:
        """Deletes messages; one that Telegram keeps (after 48 hours it may) says something else instead."""
        self._forget(receipt)
        ids = [int(m) for m in receipt.messages]
        for some in (ids[i : i + DELETED] for i in range(0, len(ids), DELETED)):
            with suppress(Gone):
                try:
                    await self._calls.call(receipt.chat, "delete_messages", message_ids=some)
                except (Stays, NoMethod):
                    for number in some:
                        await self._remove(receipt.chat, number, instead)

    # messages

    async def _show(self, address: Address, card: Card, key: str, silent: bool) -> Receipt:
        if len(card.pictures) > 1:
            return await self._show_album(address, card, key, silent)
        if card.moving and card.kind not in LEAFED:  # which is turned, and so is one message
            return await self._show_moving(address, card, key, silent)
        if card.pictures:
            return await self._show_photo(address, card, silent)
        if card.document:
            return await self._show_document(address, card, silent)
        return await self._show_text(address, card, silent)

    async def _show_text(self, address: Address, card: Card, silent: bool) -> Receipt:
        async def send(words: Text) -> tuple[Message, ...]:
            return await self._calls.send(
                address,
                "send_message",
                text=words.text or WORDLESS,
                entities=words.entities,
                reply_markup=keyboard(card, group=is_group(address)),
                link_preview_options=NO_LINKS,
                disable_notification=silent,
            )

        return _receipt(await styled(render(card, TEXT), send))

    async def _show_photo(self, address: Address, card: Card, silent: bool) -> Receipt:
        upload = await asyncio.to_thread(prepare, card.pictures[0], card.form)
        return await self._send_file(address, card, upload, silent)

    async def _show_document(self, address: Address, card: Card, silent: bool) -> Receipt:
        return await self._send_file(address, card, await asyncio.to_thread(document, card), silent)

    async def _send_file(self, address: Address, card: Card, upload: Upload, silent: bool) -> Receipt:
        kind = "photo" if upload.photo else "document"
        file = {kind: upload.data, "filename": upload.name, **UPLOAD_TIMES}
        file |= {"has_spoiler": upload.spoiler} if upload.photo else {"disable_content_type_detection": True}

        async def send(words: Text) -> tuple[Message, ...]:
            return await self._calls.send(
                address,
                f"send_{kind}",
                caption=words.text,
                caption_entities=words.entities,
                reply_markup=keyboard(card),
                disable_notification=silent,
                **file,
            )

        async with self._calls.uploading(address, upload.photo):
            return _receipt(await styled(render(card, CAPTION), send), card.pictures)

    async def _show_album(self, address: Address, card: Card, key: str, silent: bool) -> Receipt:
        """The pictures, then one message with words and buttons, which an album can't hold.

        An album that was sent before its buttons failed is not sent again by the next attempt; one whose words
        are not taken at all stays as it is.
        """
        photos = self._albums.pop(key, ()) or await self._send_album(address, card, silent)
        below = address.model_copy(
            update={"message": str(photos[0].message_id), "chat": str(photos[0].chat.id)}
        )
        try:
            buttons = await self._show_text(below, card, silent=True)
        except Unavailable:
            if key:
                self._albums[key] = photos
            raise
        except Unreachable as error:
            log.warning("an album stays without its words: %s", error)
            return _receipt(photos, card.pictures)
        receipt = _receipt(photos)
        if buttons.chat != receipt.chat:
            return buttons  # the group moved between the two, and the photos stay behind
        return receipt.model_copy(
            update={
                "messages": receipt.messages + buttons.messages,
                "data": {**buttons.data, **names(photos, card.pictures)},
            }
        )

    async def _send_album(self, address: Address, card: Card, silent: bool) -> tuple[Message, ...]:
        uploads = [await asyncio.to_thread(prepare, shown, card.form) for shown in card.pictures[:ALBUM]]
        photos = all(upload.photo for upload in uploads)
        media = [_media(replace(upload, photo=photos)) for upload in uploads]
        async with self._calls.uploading(address, photos):
            return await self._calls.send(
                address, "send_media_group", media=media, disable_notification=silent, **UPLOAD_TIMES
            )

    async def _show_moving(self, address: Address, card: Card, key: str, silent: bool) -> Receipt:
        """The animation, then its strip with words and buttons; the strip alone where the chat takes no animations.

        An animation that was sent before its strip failed is not sent again by the next attempt.
        """
        sent = self._albums.pop(key, ()) or await moving.send(self._calls, address, card, silent)
        try:
            strip = await self._show_photo(address, card, silent=silent or bool(sent))
        except (Unavailable, Declined):
            if key and sent:
                self._albums[key] = sent
            raise
        messages = tuple(str(m.message_id) for m in sent if str(m.chat.id) == strip.chat)
        return strip.model_copy(update={"messages": messages + strip.messages})

    # changes

    async def _edit_photo(self, chat: str, message: str, card: Card) -> None:
        upload = await asyncio.to_thread(prepare, card.pictures[0], card.form)

        async def edit(words: Text) -> None:
            media = _media(upload, caption=words.text, caption_entities=words.entities)
            await self._calls.call(
                chat,
                "edit_message_media",
                message_id=int(message),
                media=media,
                reply_markup=keyboard(card),
                **UPLOAD_TIMES,
            )

        await styled(render(card, CAPTION), edit)

    async def _turn_into(self, status: Receipt, card: Card) -> bool:
        """Makes the status message say the end of it; False if it is not there any more, or can't be changed."""
        try:
            await edit_text(self._calls, status.chat, status.messages[-1], card)
        except (Missing, Declined):
            return False
        except Gone:
            pass  # it says so already
        self._forget(status)
        return True

    def _forget(self, receipt: Receipt) -> None:
        """Its last message is not edited any more."""
        self.pace.forget(receipt.chat, receipt.messages[-1])
        self._previews.forget(receipt.chat, receipt.messages[-1])

    async def _replace_photo(self, receipt: Receipt, card: Card) -> None:
        """A photo can't become a text: it goes, and the text comes in its place."""
        data = {name: value for name, value in receipt.data.items() if name == "thread"}
        await self._show_text(
            Address(platform=receipt.platform, chat=receipt.chat, data=data), card, silent=True
        )
        await self.remove(receipt, card)

    async def _remove(self, chat: str, message: int, instead: Card) -> None:
        """Deletes a message by itself: servers before Bot API 7.0 know no other way."""
        with suppress(Gone):
            try:
                await self._calls.call(chat, "delete_message", message_id=message)
            except Stays:
                await self._say_instead(chat, message, instead)

    async def _say_instead(self, chat: str, message: int, card: Card) -> None:
        """Changes the words of a message, whether they are a text or stand under a picture."""
        try:
            await edit_text(self._calls, chat, str(message), card)
        except Declined:
            await edit_caption(self._calls, chat, str(message), card)


def _media(upload: Upload, **words: Any) -> InputMediaPhoto | InputMediaDocument:
    """A file that is one of several, or takes another's place. Of a document Telegram makes nothing else: a WebP would
    become a sticker."""
    if upload.photo:
        return InputMediaPhoto(upload.data, filename=upload.name, has_spoiler=upload.spoiler, **words)
    return InputMediaDocument(upload.data, filename=upload.name, disable_content_type_detection=True, **words)


def _receipt(messages: Sequence[Message], shown: Sequence[Shown] = ()) -> Receipt:
    """What was sent, and what Telegram calls each of the pictures shown. A photo is marked: it is edited in other ways
    than a text."""
    first, last = messages[0], messages[-1]
    data: dict[str, str | int | float] = {"photo": 1} if last.photo or last.document else {}
    data |= names(messages, shown)
    if first.message_thread_id and first.is_topic_message:
        data["thread"] = first.message_thread_id
    return Receipt(
        platform="telegram",
        chat=str(first.chat.id),
        messages=tuple(str(m.message_id) for m in messages),
        data=data,
    )
