"""Updates from Telegram to the use cases."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from pydantic import ValidationError
from telegram import Bot
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError

from bot.messages import Address, Incoming, Press
from bot.pauses import Pauses
from bot.platforms.telegram import asides, read
from bot.platforms.telegram.albums import Albums
from bot.platforms.telegram.downloads import Downloads
from bot.platforms.telegram.errors import ours
from bot.platforms.telegram.moves import Moves
from bot.platforms.telegram.render import TOAST, cut
from bot.platforms.telegram.requests import ask
from bot.platforms.telegram.updates import Aside, Member, Membership, Message, Query, Update
from bot.ports import Service, Unavailable

log = logging.getLogger(__name__)

_ADMINS = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)
_ADMIN_LASTS = 15.0
"""Seconds for which it is remembered that somebody is an admin. That they are none is not: they may be any moment."""

_ANSWER_PAUSES = (0.5, 4.0)
_ANSWER_LASTS = 15.0
"""Seconds between attempts to answer a button, and for which they are made: soon Telegram takes no answer any more."""

EDITED = 3600.0
"""Seconds for which a message may be changed so that it asks for something else."""

_GLASS = 5.0
"""Seconds for which a button's sand-glass may turn; what takes longer, such as a large file, goes on without it."""


class Inbox:
    """Reads updates and passes them on."""

    def __init__(self, bot: Bot, moves: Moves, downloads: Downloads) -> None:
        self._bot = bot
        self._moves = moves
        self._albums = Albums()
        self._downloads = downloads
        self._admins: dict[tuple[str, int], float] = {}
        self.service: Service | None = None

    async def take(self, update: Update) -> None:
        """Does what an update asks for; whatever breaks is logged and costs no other update."""
        try:
            if query := update.callback_query:
                await self._pressed(query, self._event(update))
            elif message := update.message or update.channel_post:
                await self._message(message, self._event(update, message.media_group_id))
            elif edited := update.edited_message:
                await self._edited(edited, self._event(update))
            elif aside := update.inline_query:
                await self._aside(aside)
            elif news := update.my_chat_member:
                await self._added(news, self._event(update))
        except Exception:
            log.exception("update %d could not be handled", update.update_id)

    async def _message(self, message: Message, event: str) -> None:
        """A message, an image with a caption, a channel's post, or the news that a group has moved."""
        if move := read.move(message):
            await self._moves.note(*move)
        await self._moves.settled()
        album = await self._albums.whole(message)
        incoming = self._incoming(album, event) if album else None
        if incoming is None or self.service is None:
            return
        command = read.command(incoming.text)
        if command is None:
            forwarded = any(part.forwarded for part in album)
            text = "" if forwarded and incoming.attachments else incoming.text
            await self._words(replace(incoming, text=text, forwarded=forwarded))
        elif command.bot.lower() in ("", (self._bot.username or "").lower()):
            known = await self.service.command(replace(incoming, text=command.words), command.name)
            if not known and not incoming.group:
                await self.service.message(replace(incoming, text="", reply_to=None, attachments=()))

    async def _edited(self, message: Message, event: str) -> None:
        """A message whose words were others a while ago."""
        await self._moves.settled()
        incoming = self._incoming([message], event)
        if incoming is None or self.service is None or message.forwarded or message.edited_after > EDITED:
            return
        command = read.command(incoming.text)
        if command is None:
            await self.service.changed(incoming)
        elif command.bot.lower() in ("", (self._bot.username or "").lower()):
            await self.service.changed(replace(incoming, text=command.words), command.name)

    async def _added(self, news: Membership, event: str) -> None:
        """What we are in a chat has changed: perhaps somebody has added us."""
        await self._moves.settled()
        if news.joins and self.service:
            address = Address(platform="telegram", chat=str(news.chat.id), data={"event": event})
            await self.service.joined(Incoming(read.adder(news), address, group=True))

    async def _aside(self, aside: Aside) -> None:
        """Words to us within another chat: pictures of theirs to show there, and a way to draw another."""
        person = read.presser(aside)
        home = Address(platform="telegram", chat=person.id)
        if self.service:
            incoming = Incoming(person, home, aside.query)
            await asides.answer(self._bot, aside.id, await self.service.aside(incoming, aside.offset or None))

    async def _pressed(self, query: Query, event: str) -> None:
        """A button. It is always answered: its sand-glass turns until then."""
        await self._moves.settled()
        doing = asyncio.create_task(self._do(query, event))
        done, _ = await asyncio.wait([doing], timeout=_GLASS)
        await self._answer(query, doing.result() if done else None)
        await doing

    def _event(self, update: Update, album: str | None = None) -> str:
        """The id of the update, or of the album that it is a part of; every bot counts its own."""
        return f"{self._bot.id}:album-{album}" if album else f"{self._bot.id}:{update.update_id}"

    async def _do(self, query: Query, event: str) -> str | None:
        try:
            if self.service and (press := await self._press(query, event)):
                return await self.service.press(press)
        except Exception:
            log.exception("a button could not be handled")
        return None

    async def _answer(self, query: Query, toast: str | None) -> None:
        """Stops the sand-glass, with a sentence where there is one; tried while somebody may still look at it."""
        pauses, end = Pauses(*_ANSWER_PAUSES), time.monotonic() + _ANSWER_LASTS
        while True:
            try:
                await self._bot.answer_callback_query(query.id, text=cut(toast, TOAST) if toast else None)
                return
            except TelegramError as error:
                meaning = ours(error)
            pause = pauses.next(meaning.after) if isinstance(meaning, Unavailable) else None
            if pause is None or time.monotonic() + pause > end:
                log.info("a button could not be answered: %s", meaning)
                return
            await asyncio.sleep(pause)

    async def _words(self, incoming: Incoming) -> None:
        """Words without a command: all in private, only answers to something where others talk too."""
        if self.service and (not incoming.group or (incoming.text and incoming.reply_to)):
            await self.service.message(incoming)

    def _incoming(self, album: Sequence[Message], event: str) -> Incoming | None:
        message = next((m for m in album if m.words), album[0])
        person, found = read.person(message), read.files_of(album)
        if person is None or not (message.words or found):
            return None
        asked = read.address(message, event)
        address, answered = self._moves.now(asked), message.reply_to_message
        return Incoming(
            person=person,
            address=address,
            text=message.words,
            attachments=tuple(self._downloads.attachment(file, person.key) for file in found),
            reply_to=str(answered.message_id) if answered and address.chat == asked.chat else None,
            group=read.is_group(message),
            admin=partial(self._is_speakers, message),
        )

    async def _press(self, query: Query, event: str) -> Press | None:
        if query.message is None or query.data is None:
            return None
        return Press(
            person=read.presser(query),
            address=self._moves.now(read.address(query.message, event)),
            payload=query.data,
            message=read.receipt(query.message),
            admin=partial(self._is_admin, query.message, query.sender.id),
            group=read.is_group(query.message),
        )

    async def _is_speakers(self, message: Message) -> bool:
        """Whether who speaks is in charge of the chat, perhaps as the chat itself, as admins may who stay unnamed."""
        if message.sender_chat:
            return message.sender_chat.id == message.chat.id
        return message.sender is not None and await self._is_admin(message, message.sender.id)

    async def admins_of(self, chat: str) -> list[str]:
        """The ids of a group's admins; none of a private chat. Raises Unavailable and Unreachable."""
        if not chat.startswith("-"):
            return []
        try:
            members = await ask(self._bot, "getChatAdministrators", chat_id=chat)
            told = [Member.model_validate(member) for member in members]
        except TelegramError as error:
            raise ours(error) from error
        except (TypeError, ValidationError) as error:
            raise Unavailable("Telegram does not tell who the admins are") from error
        return [str(member.user.id) for member in told if member.user and not member.user.is_bot]

    async def _is_admin(self, message: Message, user: int) -> bool:
        """Whether the presser may act on others' jobs."""
        if not read.is_group(message):
            return False
        who = self._moves.now(read.address(message)).chat, user
        self._admins = {known: end for known, end in self._admins.items() if end > time.monotonic()}
        if who not in self._admins and await self._ask_admin(*who):
            self._admins[who] = time.monotonic() + _ADMIN_LASTS
        return who in self._admins

    async def _ask_admin(self, chat: str, user: int) -> bool:
        """What Telegram says; False where it says nothing now."""
        try:
            member = await ask(self._bot, "getChatMember", chat_id=chat, user_id=user)
            return Member.model_validate(member).status in _ADMINS
        except (TelegramError, ValidationError) as error:
            log.debug("it is unknown who is an admin of %s: %s", chat, type(error).__name__)
            return False
