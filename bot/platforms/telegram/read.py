"""What people send on Telegram, in our words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from telegram.constants import ChatType

from bot.messages import Address, Person, Receipt
from bot.pictures.formats import is_picture
from bot.platforms.telegram.updates import Aside, File, Media, Membership, Message, Query, User
from engine.api.modes import REPLIED
from engine.api.parameters import SIDE_MOST

_INVISIBLE = "\ufeff\u200b\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069 \n\t"
_COMMAND = re.compile(
    r"[/／](?P<name>[^\s@/／]{1,64})(?:@(?P<bot>\w{1,64}))?(?:\s+(?P<words>.*))?", re.DOTALL
)


class Command(NamedTuple):
    """`/name@bot words`; `bot` is empty where none was named."""

    name: str
    bot: str
    words: str


class Found(NamedTuple):
    """A file that Telegram holds; `size` in bytes or None, `purpose` as an attachment's.

    `picture` is whether it can be one: what moves or sounds is found as well, so that it is not passed over silently.
    """

    id: str
    name: str
    size: int | None
    purpose: str = ""
    picture: bool = True


def command(text: str) -> Command | None:
    """The command in it, in any script: Telegram itself marks only Latin ones."""
    match = _COMMAND.fullmatch(text.lstrip(_INVISIBLE))
    if not match:
        return None
    return Command(match["name"].rstrip(":：,،").lower(), match["bot"] or "", (match["words"] or "").strip())


def person(message: Message) -> Person | None:
    """Who speaks: a user, or a channel or group where that speaks as itself; None for the platform's own posts."""
    if message.is_automatic_forward:
        return None
    if chat := message.sender_chat:
        return Person("telegram", str(chat.id), chat.name)
    user = message.sender
    if user is None or user.is_bot:
        return None
    return _person(user)


def adder(news: Membership) -> Person:
    """Who has added us to a group, perhaps as the group itself, as admins may who stay unnamed."""
    if news.sender.is_bot:
        return Person("telegram", str(news.chat.id), news.chat.name)
    return _person(news.sender)


def presser(query: Query | Aside) -> Person:
    """Who pressed a button, or says something in passing."""
    return _person(query.sender)


def _person(user: User) -> Person:
    return Person("telegram", str(user.id), user.name, user.language_code)


def address(message: Message, event: str | None = None) -> Address:
    """Where the answer goes: in reply to the message, in its topic. By `event`, its id, repeats are known."""
    data: dict[str, str | int | float] = {"event": event} if event else {}
    if message.is_topic_message and message.message_thread_id:
        data["thread"] = message.message_thread_id
    return Address(platform="telegram", chat=str(message.chat.id), message=str(message.message_id), data=data)


def receipt(message: Message) -> Receipt:
    """The message that carries a pressed button."""
    data: dict[str, str | int | float] = {"photo": 1} if message.photo or message.document else {}
    if message.is_topic_message:
        data["thread"] = message.message_thread_id or 0
    chat, identifier = str(message.chat.id), str(message.message_id)
    return Receipt(platform="telegram", chat=chat, messages=(identifier,), data=data)


def move(message: Message) -> tuple[str, str] | None:
    """Of a group that has become a supergroup: its id before and now. Both chats tell it."""
    if new := message.migrate_to_chat_id:
        return str(message.chat.id), str(new)
    old = message.migrate_from_chat_id
    return (str(old), str(message.chat.id)) if old else None


def is_group(message: Message) -> bool:
    """Whether others read along."""
    return message.chat.type != ChatType.PRIVATE


def files_of(album: Sequence[Message]) -> list[Found]:
    """The pictures that came together, then the one in the message that is answered, whoever sent it."""
    own = [_carried(message, any_document=True) for message in album]
    answered = album[0].reply_to_message or album[0].external_reply
    replied = _carried(answered) if answered else None
    return [*filter(None, own), *([replied._replace(purpose=REPLIED)] if replied else [])]


def _carried(message: Media, any_document: bool = False) -> Found | None:
    if sizes := _photo(message):
        size = enough(sizes)
        return Found(size.file_id, "photo.jpg", size.file_size)
    if moving := message.animation or message.video or message.video_note or message.audio or message.voice:
        return _found(moving, picture=False)  # a GIF has its film as a document as well
    if sticker := message.sticker:
        return _found(sticker, picture=not (sticker.is_animated or sticker.is_video))
    if document := message.document:
        return _found(document, picture=any_document or _is_image(document))
    if message.paid_media or message.story:
        return Found("", "file", None, picture=False)
    return None


def _photo(message: Media) -> Sequence[File]:
    """A photo in all its sizes: one that was sent, that has been paid for, a game's or a group's new one."""
    paid = message.paid_media.paid_media if message.paid_media else []
    game = message.game.photo if message.game else []
    return next(filter(None, (message.photo, *(p.photo for p in paid), game, message.new_chat_photo)), [])


def enough(sizes: Sequence[File]) -> File:
    """The smallest of a photo's sizes that has all the pixels that can be used, else the largest."""
    rising = sorted(sizes, key=lambda size: size.width * size.height)
    return next((s for s in rising if max(s.width, s.height) >= SIDE_MOST), rising[-1])


def _found(file: File, picture: bool) -> Found:
    return Found(file.file_id, file.file_name or "file", file.file_size, picture=picture)


def _is_image(document: File) -> bool:
    kind = document.mime_type or ""
    untold = kind in ("", "application/octet-stream")
    return kind.startswith("image/") or (untold and is_picture(document.file_name or ""))
