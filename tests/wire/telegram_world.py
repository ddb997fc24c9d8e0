"""What Telegram knows: users, chats, messages, files, and the updates that wait for the bot."""

from __future__ import annotations

import asyncio
import io
import itertools
import secrets
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from PIL import Image
from pydantic import BaseModel

from tests.wire.bot_api import types as models

T = TypeVar("T")
Body = dict[str, Any]

PHOTO_SIDES = (90, 320, 800, 1280)
"""The sizes that Telegram makes of a photo, by its longer side."""


class ApiError(Exception):
    """An answer that is not ok."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


def bad(description: str) -> ApiError:
    """A 400."""
    return ApiError(400, f"Bad Request: {description}")


def standing(user: Body, status: str) -> Body:
    """What somebody is in a chat."""
    body: Body = {"status": status, "user": user}
    kinds: dict[str, type[BaseModel]] = {
        "administrator": models.ChatMemberAdministrator,
        "restricted": models.ChatMemberRestricted,
    }
    fields = kinds[status].model_fields.items() if status in kinds else ()
    body |= {
        name: name != "can_send_photos"
        for name, field in fields
        if field.is_required() and name not in (*body, "until_date")
    }
    if status == "creator":
        body["is_anonymous"] = False
    if status in ("restricted", "kicked"):
        body["until_date"] = 0
    return body


class Foreign(dict[str, Any]):
    """An update as a server of another version might send it: nobody judges it. `number` is its real id."""

    def __init__(self, number: int, body: Body) -> None:
        super().__init__(body)
        self.number = number


def number_of(update: Body) -> int:
    """By which it is confirmed."""
    return update.number if isinstance(update, Foreign) else int(update["update_id"])


@dataclass
class File:
    """A file that Telegram holds."""

    id: str
    name: str
    mime: str
    data: bytes
    width: int = 0
    height: int = 0

    def sized(self) -> Body:
        """As the Bot API shows a photo's size."""
        return {**self.body(), "width": self.width, "height": self.height}

    def document(self) -> Body:
        """As the Bot API shows a document."""
        return {**self.body(), "file_name": self.name, "mime_type": self.mime}

    def body(self) -> Body:
        """What all files have."""
        return {"file_id": self.id, "file_unique_id": self.id[-12:], "file_size": len(self.data)}


@dataclass(eq=False)
class Message:
    """A message and its life: `body` is as it stands now, `versions` how it was before each change."""

    chat: Chat
    body: Body
    world: World
    versions: list[Body] = field(default_factory=list)
    deleted: bool = False

    @property
    def id(self) -> int:
        return int(self.body["message_id"])

    @property
    def from_bot(self) -> bool:
        return bool(self.body.get("from", {}).get("is_bot"))

    @property
    def text(self) -> str:
        """Its words: a text or a caption."""
        return str(self.body.get("text") or self.body.get("caption") or "")

    @property
    def texts(self) -> list[str]:
        """All the words that it ever had."""
        return [str(v.get("text") or v.get("caption") or "") for v in (*self.versions, self.body)]

    @property
    def is_status(self) -> bool:
        """Whether it shows, or has shown, a job's progress."""
        return any(payload.startswith("cancel:") for payload in self.payloads)

    @property
    def quote(self) -> str:
        """What stands in a quote."""
        entities = self.body.get("entities") or self.body.get("caption_entities") or []
        coded = self.text.encode("utf-16-le")
        return "".join(
            coded[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le")
            for e in entities
            if "blockquote" in e["type"]
        )

    @property
    def buttons(self) -> dict[str, str]:
        """Labels and payloads, in their order."""
        rows = self.body.get("reply_markup", {}).get("inline_keyboard", [])
        return {b["text"]: b["callback_data"] for row in rows for b in row}

    @property
    def payloads(self) -> list[str]:
        """Those of all the buttons that it ever had."""
        rows = [
            r
            for v in (*self.versions, self.body)
            for r in v.get("reply_markup", {}).get("inline_keyboard", [])
        ]
        return [button["callback_data"] for row in rows for button in row]

    @property
    def replies_to(self) -> int | None:
        answered: Body = self.body.get("reply_to_message", {})
        return answered.get("message_id")

    @property
    def is_pictured(self) -> bool:
        """Whether it is a photo, of whatever."""
        return "photo" in self.body

    @property
    def is_photo(self) -> bool:
        """Whether it is a photo, and none that shows a job's progress."""
        return self.is_pictured and not self.is_status

    @property
    def file(self) -> File | None:
        """Its photo in the largest size, or its document."""
        found = self.body["photo"][-1] if self.is_pictured else self.body.get("document")
        return self.world.files[found["file_id"]] if found else None

    def image(self) -> Image.Image:
        """Its picture, decoded."""
        assert self.file, f"no picture in {self}"
        return Image.open(io.BytesIO(self.file.data))

    def __repr__(self) -> str:
        sender: Body = self.body.get("from") or self.body["chat"]
        who = "bot" if self.from_bot else sender.get("first_name", "?")
        kind = next((k for k in ("photo", "document", "sticker") if k in self.body), "text")
        gone = ", deleted" if self.deleted else ""
        return f"<{self.id} {who} {kind}{gone}: {self.text!r} {list(self.buttons) or ''}>"


@dataclass(eq=False)
class Chat:
    """A private chat, a group or a channel. `refuses` says why the bot may not write there."""

    id: int
    type: str
    name: str
    log: list[Message] = field(default_factory=list)
    members: dict[int, str] = field(default_factory=dict)
    topics: set[int] = field(default_factory=set)
    refuses: ApiError | None = None
    moved_to: int | None = None
    ids: Iterator[int] = field(default_factory=lambda: itertools.count(101))

    def body(self) -> Body:
        """As the Bot API shows it."""
        named = {"first_name": self.name} if self.type == "private" else {"title": self.name}
        return {"id": self.id, "type": self.type, **named, **({"is_forum": True} if self.topics else {})}

    def find(self, message_id: int) -> Message | None:
        """A message that is still there."""
        return next((m for m in self.log if m.id == message_id and not m.deleted), None)


@dataclass
class Hook:
    """Where updates are sent; nowhere without an address. `failed` is when (seconds since 1970) that last did."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    certificate: bool = False
    failed: int = 0
    why: str = ""


class World:
    """All of it. Whatever changes wakes those who wait in `until`.

    Attributes:
        local: where a self-hosted server in local mode lays files down, instead of serving them.
        proxied: where those addresses of webhooks lead that have TLS and a name.
    """

    def __init__(self, username: str = "LukisBot") -> None:
        self.bot: Body = {"id": 4242, "is_bot": True, "first_name": "Lukis", "username": username}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, File] = {}
        self.updates: list[Body] = []
        self.allowed: list[str] = []
        self.hook = Hook()
        self.proxied: dict[str, str] = {}
        self.toasts: dict[str, str | None] = {}
        self.open_queries: set[str] = set()
        self.asides: dict[str, Body] = {}
        self.commands: dict[str, list[Body]] = {}
        self.menu_button: Body = {"type": "commands"}
        self.actions: list[tuple[int, str]] = []
        self.local: Path | None = None
        self.changed = asyncio.Condition()
        self._update_ids = itertools.count(700_001)

    async def touch(self) -> None:
        """Something has changed."""
        async with self.changed:
            self.changed.notify_all()

    async def until(self, found: Callable[[], T | None], seconds: float) -> T | None:
        """What `found` returns once it is true; None if it never is."""
        try:
            async with asyncio.timeout(seconds), self.changed:
                while not (result := found()):
                    await self.changed.wait()
                return result
        except TimeoutError:
            return found() or None

    async def update(self, kind: str, body: Body) -> None:
        """Tells the bot something, if it wants to know."""
        if not self.allowed or kind in self.allowed:
            self.updates.append({"update_id": next(self._update_ids), kind: body})
        await self.touch()

    async def pass_on(self, change: Callable[[Body], Body], kind: str, body: Body) -> None:
        """Tells the bot something in the form that `change` makes of it, whatever that is."""
        number = next(self._update_ids)
        self.updates.append(Foreign(number, change({"update_id": number, kind: body})))
        await self.touch()

    def chat(self, chat_id: Any) -> Chat:
        """The chat that the bot writes to; raises what Telegram would answer."""
        chat = self.chats.get(int(chat_id)) if str(chat_id).lstrip("-").isdigit() else None
        if chat is None:
            raise bad("chat not found")
        if chat.moved_to:
            raise ApiError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=chat.moved_to,
            )
        if chat.refuses:
            raise chat.refuses
        return chat

    def post(self, chat: Chat, sender: Body, body: Body) -> Message:
        """A new message, with the next id of its chat."""
        whole = {
            "message_id": next(chat.ids),
            "date": int(time.time()),
            "chat": chat.body(),
            **sender,
            **body,
        }
        message = Message(chat, whole, self)
        chat.log.append(message)
        return message

    def keep(self, data: bytes, name: str, mime: str, width: int = 0, height: int = 0) -> File:
        """A new file."""
        file = File(f"AgACAgIAAxk-{secrets.token_urlsafe(24)}", name, mime, data, width, height)
        self.files[file.id] = file
        return file

    def keep_photo(self, data: bytes) -> list[Body]:
        """A photo in the sizes that Telegram makes of it."""
        with Image.open(io.BytesIO(data)) as opened:
            image = opened.convert("RGB")
        longer = max(image.size)
        sides = [side for side in PHOTO_SIDES if side < longer] + [min(longer, PHOTO_SIDES[-1])]
        return [self._size(image, side).sized() for side in dict.fromkeys(sides)]

    def _size(self, image: Image.Image, side: int) -> File:
        small = image.copy()
        small.thumbnail((side, side))
        out = io.BytesIO()
        small.save(out, "JPEG", quality=90)
        return self.keep(out.getvalue(), "photo.jpg", "image/jpeg", *small.size)
