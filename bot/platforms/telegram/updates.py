"""What we read of the Bot API's updates, and no more: what else they hold, lack or call otherwise can't matter.

The library's own classes want every field that the newest Bot API has. A server that is older than the library
leaves some out, one that is newer puts others in, and neither is a reason to stop.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

Id = Annotated[int, Field(gt=-(2**53), lt=2**53)]
"""Telegram promises that its ids have at most 52 significant bits."""


class _Part(BaseModel):
    """A part of an update. Nothing is converted: a number where words belong is no words."""

    model_config = ConfigDict(strict=True, frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _told(cls, raw: Any) -> Any:
        """What is told to be nothing is not told."""
        return (
            {name: part for name, part in raw.items() if part is not None} if isinstance(raw, dict) else raw
        )


class User(_Part):
    """A person or a bot."""

    id: Id
    is_bot: bool
    first_name: str = ""
    last_name: str = ""
    language_code: str | None = None

    @property
    def name(self) -> str:
        """As people call them."""
        return f"{self.first_name} {self.last_name}".strip()


class Chat(_Part):
    """A private chat, a group or a channel."""

    id: Id
    type: str = ""
    title: str = ""
    first_name: str = ""
    last_name: str = ""

    @property
    def name(self) -> str:
        """As its members call it."""
        return self.title or f"{self.first_name} {self.last_name}".strip()


class File(_Part):
    """A file that Telegram holds; sizes in bytes and pixels."""

    file_id: str
    file_name: str | None = None
    mime_type: str | None = None
    file_size: int | None = None
    width: int = 0
    height: int = 0
    is_animated: bool = False
    is_video: bool = False


class Paid(_Part):
    """One of the things that have to be paid for. What it is, Telegram tells of those that have been."""

    photo: list[File] = []


class PaidMedia(_Part):
    """What was sent for Telegram's stars."""

    paid_media: list[Paid] = []


class Story(_Part):
    """Somebody's story: bots can't fetch what it shows."""


class Game(_Part):
    """A game, with its picture."""

    photo: list[File] = []


class Media(_Part):
    """What a message can carry besides words."""

    photo: list[File] = []
    new_chat_photo: list[File] = []
    paid_media: PaidMedia | None = None
    story: Story | None = None
    game: Game | None = None
    sticker: File | None = None
    document: File | None = None
    video: File | None = None
    video_note: File | None = None
    animation: File | None = None
    audio: File | None = None
    voice: File | None = None


class Message(Media):
    """A message. Of one that carries a button and is old, Telegram tells no more than chat and id."""

    message_id: Id
    chat: Chat
    date: int = 0
    edit_date: int = 0
    sender: User | None = Field(None, alias="from")
    sender_chat: Chat | None = None
    is_automatic_forward: bool = False
    forward_origin: dict[str, Any] | None = None
    forward_date: int | None = None
    text: str = ""
    caption: str = ""
    message_thread_id: Id | None = None
    is_topic_message: bool = False
    media_group_id: str | None = None
    migrate_to_chat_id: Id | None = None
    migrate_from_chat_id: Id | None = None
    reply_to_message: Message | None = None
    external_reply: Media | None = None

    @property
    def words(self) -> str:
        """What it says, by itself or under a picture."""
        return self.text or self.caption

    @property
    def forwarded(self) -> bool:
        """Whether it was said by somebody else, somewhere else; servers before Bot API 7.0 tell only when."""
        return self.forward_origin is not None or self.forward_date is not None

    @property
    def edited_after(self) -> int:
        """Seconds after which its words were last changed."""
        return self.edit_date - self.date


class Standing(_Part):
    """What somebody is in a chat: in it, or not; those who may not do everything are told apart by `is_member`."""

    status: str
    is_member: bool = False

    @property
    def there(self) -> bool:
        """Whether they are in it."""
        return self.is_member if self.status == "restricted" else self.status not in ("left", "kicked")


class Membership(_Part):
    """What we were in a chat, what we are now, and who made us that."""

    chat: Chat
    sender: User = Field(alias="from")
    old_chat_member: Standing
    new_chat_member: Standing

    @property
    def joins(self) -> bool:
        """Whether we have come to a group."""
        comes = self.new_chat_member.there and not self.old_chat_member.there
        return comes and self.chat.type in ("group", "supergroup")


class Query(_Part):
    """A button pressed."""

    id: str
    sender: User = Field(alias="from")
    message: Message | None = None
    data: str | None = None


class Aside(_Part):
    """Words to us within any other chat; `offset` says where our last answer to them ended."""

    id: str
    sender: User = Field(alias="from")
    query: str = ""
    offset: str = ""


class Update(_Part):
    """One thing that happened; none of the rest where it is of a kind that we don't read."""

    update_id: Id
    message: Message | None = None
    channel_post: Message | None = None
    edited_message: Message | None = None
    my_chat_member: Membership | None = None
    callback_query: Query | None = None
    inline_query: Aside | None = None


class Member(_Part):
    """What somebody is in a chat: "creator", "administrator", "member" and others."""

    status: str
    user: User | None = None


class HookInfo(_Part):
    """Where updates are sent, and when (in seconds since 1970) and why that last failed; url is empty for nowhere."""

    url: str = ""
    pending_update_count: int = 0
    last_error_date: int = 0
    last_error_message: str = ""


def number_of(raw: Any) -> int | None:
    """The id of an update, whatever else is wrong with it."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return number if type(number) is int and 0 < number < 2**53 else None
