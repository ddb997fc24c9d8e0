"""Cards out to Telegram: sent, edited, removed, delivered."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from typing import Any

from telegram import Bot, InputMediaDocument, InputMediaPhoto, LinkPreviewOptions, Message

from bot.messages import Address, Card, Receipt
from bot.platforms.telegram.calls import Calls, is_group
from bot.platforms.telegram.errors import FileRefused, Gone, Missing
from bot.platforms.telegram.moves import Moves
from bot.platforms.telegram.render import CAPTION, TEXT, WORDLESS, keyboard, render
from bot.platforms.telegram.uploads import Upload, prepare
from bot.ports import Unavailable, Unreachable

ALBUM = 10
"""The most pictures in an album."""

CLEARING = 1.0
"""Seconds that a delivery waits for its status message to go."""

UPLOAD_TIMES = {"write_timeout": 120.0, "read_timeout": 120.0}
"""Seconds. A time-out may hide a picture that arrived, and a second one then follows: better wait."""

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Outbox:
    """Everything that goes to chats. Raises `Unavailable` and `Unreachable` and nothing else of Telegram's."""

    def __init__(self, bot: Bot, moves: Moves) -> None:
        self._calls = Calls(bot, moves)
        self._albums: dict[str, tuple[Message, ...]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self.pace = self._calls.pace

    async def send(self, address: Address, card: Card) -> Receipt:
        """Answers silently: the person is looking, they have just asked."""
        return await self._show(address, card, key="", silent=True)

    async def deliver(self, address: Address, status: Receipt | None, card: Card, key: str) -> Receipt:
        """Answers audibly, then clears the status message away; words alone take its place.

        Where clearing it takes long, it goes on in the background: a picture that has arrived should be
        noted soon, so that it does not come twice.
        """
        if status and not card.pictures and not card.document and await self._turn_into(status, card):
            return status
        receipt = await self._show(address, card, key, silent=False)
        if status:
            await asyncio.wait([self._later(self._clear(status))], timeout=CLEARING)
        return receipt

    async def edit(self, receipt: Receipt, card: Card) -> None:
        """Changes the receipt's last message. States of a job wait for the chat's turn, answers do not."""
        chat, message = receipt.chat, receipt.messages[-1]
        if card.job and not card.pictures:
            self.pace.turn(chat, message)
        else:
            self.pace.used(chat)
        with suppress(Gone):
            if card.pictures:
                await self._edit_photo(chat, message, card)
            elif receipt.data.get("photo"):
                await self._replace_photo(receipt, card)
            else:
                await self._edit_text(chat, message, card)

    async def remove(self, receipt: Receipt) -> None:
        """Deletes messages; one that Telegram keeps (after 48 hours it may) loses its buttons."""
        ids = [int(m) for m in receipt.messages]
        try:
            await self._calls.call(receipt.chat, "delete_messages", message_ids=ids)
        except Gone:
            with suppress(Gone):
                await self._calls.call(receipt.chat, "edit_message_reply_markup", message_id=ids[-1])

    async def settle(self, patience: float) -> None:
        """Gives what goes on in the background `patience` seconds, then ends it."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=patience)
        for task in self._tasks:
            task.cancel()

    # messages

    async def _show(self, address: Address, card: Card, key: str, silent: bool) -> Receipt:
        if len(card.pictures) > 1:
            return await self._show_album(address, card, key, silent)
        if card.pictures:
            return await self._show_photo(address, card, silent)
        if card.document:
            return await self._show_document(address, card, silent)
        return await self._show_text(address, card, silent)

    async def _show_text(self, address: Address, card: Card, silent: bool) -> Receipt:
        text, entities = render(card, TEXT)
        messages = await self._calls.send(
            address,
            "send_message",
            text=text or WORDLESS,
            entities=entities,
            reply_markup=keyboard(card, group=is_group(address)),
            link_preview_options=_NO_PREVIEW,
            disable_notification=silent,
        )
        return _receipt(messages)

    async def _show_photo(self, address: Address, card: Card, silent: bool) -> Receipt:
        upload = await asyncio.to_thread(prepare, card.pictures[0])
        return await self._send_file(address, card, upload, silent)

    async def _show_document(self, address: Address, card: Card, silent: bool) -> Receipt:
        assert card.document is not None
        data = await asyncio.to_thread(card.document.read_bytes)
        upload = Upload(card.file_name or card.document.name, data, photo=False)
        return await self._send_file(address, card, upload, silent)

    async def _send_file(self, address: Address, card: Card, upload: Upload, silent: bool) -> Receipt:
        """As a photo, or as a document where Telegram wants it so."""
        text, entities = render(card, CAPTION)
        caption = {"caption": text, "caption_entities": entities, "reply_markup": keyboard(card)}
        common = {**caption, "filename": upload.name, "disable_notification": silent, **UPLOAD_TIMES}
        async with self._calls.uploading(address, upload.photo):
            if upload.photo:
                with suppress(FileRefused):
                    return _receipt(
                        await self._calls.send(address, "send_photo", photo=upload.data, **common)
                    )
            try:
                return _receipt(
                    await self._calls.send(address, "send_document", document=upload.data, **common)
                )
            except FileRefused as error:
                raise Unreachable(f"Telegram does not take {upload.name}: {error}") from error

    async def _show_album(self, address: Address, card: Card, key: str, silent: bool) -> Receipt:
        """The pictures, then one message with words and buttons, which an album can't hold.

        An album that was sent before its buttons failed is not sent again by the next attempt.
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
        receipt = _receipt(photos)
        if buttons.chat != receipt.chat:
            return buttons  # the group moved between the two, and the photos stay behind
        return receipt.model_copy(
            update={"messages": receipt.messages + buttons.messages, "data": buttons.data}
        )

    async def _send_album(self, address: Address, card: Card, silent: bool) -> tuple[Message, ...]:
        uploads = [await asyncio.to_thread(prepare, shown) for shown in card.pictures[:ALBUM]]
        photos = all(upload.photo for upload in uploads)
        async with self._calls.uploading(address, photos):
            for kind in (InputMediaPhoto, InputMediaDocument) if photos else (InputMediaDocument,):
                media = [kind(u.data, filename=u.name) for u in uploads]
                with suppress(FileRefused):
                    return await self._calls.send(
                        address, "send_media_group", media=media, disable_notification=silent, **UPLOAD_TIMES
                    )
        raise Unreachable("Telegram does not take these pictures")

    # changes

    async def _edit_text(self, chat: str, message: str, card: Card) -> None:
        text, entities = render(card, TEXT)
        await self._calls.call(
            chat,
            "edit_message_text",
            message_id=int(message),
            text=text or WORDLESS,
            entities=entities,
            reply_markup=keyboard(card),
            link_preview_options=_NO_PREVIEW,
        )

    async def _edit_photo(self, chat: str, message: str, card: Card) -> None:
        upload = await asyncio.to_thread(prepare, card.pictures[0])
        text, entities = render(card, CAPTION)
        for kind in (InputMediaPhoto, InputMediaDocument) if upload.photo else (InputMediaDocument,):
            media = kind(upload.data, caption=text, caption_entities=entities, filename=upload.name)
            with suppress(FileRefused):
                await self._calls.call(
                    chat,
                    "edit_message_media",
                    message_id=int(message),
                    media=media,
                    reply_markup=keyboard(card),
                    **UPLOAD_TIMES,
                )
                return

    async def _turn_into(self, status: Receipt, card: Card) -> bool:
        """Makes the status message say the end of it; False if it is not there any more."""
        try:
            await self._edit_text(status.chat, status.messages[-1], card)
        except Missing:
            return False
        except Gone:
            pass  # it says so already
        self.pace.forget(status.chat, status.messages[-1])
        return True

    async def _replace_photo(self, receipt: Receipt, card: Card) -> None:
        """A photo can't become a text: it goes, and the text comes in its place."""
        data = {name: value for name, value in receipt.data.items() if name == "thread"}
        await self._show_text(
            Address(platform=receipt.platform, chat=receipt.chat, data=data), card, silent=True
        )
        await self.remove(receipt)

    async def _clear(self, status: Receipt) -> None:
        """Deletes a status message, however long Telegram makes us wait for it."""
        self.pace.forget(status.chat, status.messages[-1])
        for pause in (1.0, 5.0, 30.0, 120.0):
            try:
                await self.remove(status)
                return
            except Unavailable as error:
                await asyncio.sleep(error.after or pause)
            except Unreachable:
                return

    def _later(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


def _receipt(messages: Sequence[Message]) -> Receipt:
    """What was sent. A photo is marked: it is edited in other ways than a text."""
    first, last = messages[0], messages[-1]
    data: dict[str, str | int | float] = {"photo": 1} if last.photo or last.document else {}
    if first.message_thread_id and first.is_topic_message:
        data["thread"] = first.message_thread_id
    return Receipt(
        platform="telegram",
        chat=str(first.chat.id),
        messages=tuple(str(m.message_id) for m in messages),
        data=data,
    )
