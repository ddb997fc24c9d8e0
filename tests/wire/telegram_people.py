"""The people of the Bot API server: what they can do, and what they look out for."""

from __future__ import annotations

import asyncio
import io
import secrets
from collections.abc import Callable
from typing import Any

from PIL import Image

from tests.patience import PATIENCE
from tests.wire.telegram_world import ApiError, Body, Chat, Message, World, standing

"""Seconds that people wait for the bot."""

HUMAN = 0.2
"""Seconds that people need at least to answer what they see."""

ANONYMOUS_ADMIN: Body = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}


def painting(colour: str = "red", size: tuple[int, int] = (640, 480), form: str = "PNG") -> bytes:
    """A plain picture to send."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, form)
    return out.getvalue()


class Group:
    """A group or a channel."""

    def __init__(self, world: World, chat: Chat) -> None:
        self.world = world
        self.chat = chat
        self.id = chat.id

    def make_admin(self, person: Person) -> None:
        self.chat.members[person.id] = "administrator"

    async def add_bot(self, by: Person | None, before: str = "left", now: str = "member") -> None:
        """Somebody, or an admin who stays unnamed, adds the bot or changes what it may do."""
        bot = self.world.bot
        told: Body = {
            "chat": self.chat.body(),
            "from": by.user() if by else ANONYMOUS_ADMIN,
            "date": 1_700_000_000,
            "old_chat_member": standing(bot, before),
            "new_chat_member": standing(bot, now),
        }
        await self.world.update("my_chat_member", told)

    def kick_bot(self) -> None:
        self.chat.refuses = ApiError(403, "Forbidden: bot was kicked from the supergroup chat")

    async def become_supergroup(self, told: bool = True) -> Group:
        """Upgrades the group: the old id answers only where it has gone, and message ids begin anew.

        Both chats say so, unless the news gets lost.
        """
        new = Chat(self.id - 500_000, "supergroup", self.chat.name, members=self.chat.members)
        self.world.chats[new.id] = new
        for chat, body in (
            (self.chat, {"migrate_to_chat_id": new.id}),
            (new, {"migrate_from_chat_id": self.id}),
        ):
            message = self.world.post(chat, {"from": ANONYMOUS_ADMIN}, dict(body))
            if told:
                await self.world.update("message", message.body)
        self.chat.moved_to = new.id
        return Group(self.world, new)

    async def post(self, text: str, photo: bytes | None = None) -> Message:
        """Speaks in the group's or channel's own name, as an anonymous admin or as the channel."""
        sender: Body = {"sender_chat": self.chat.body()}
        if self.chat.type != "channel":
            sender["from"] = ANONYMOUS_ADMIN
        message = self.world.post(self.chat, sender, _content(self.world, text, photo))
        await self.world.update("channel_post" if self.chat.type == "channel" else "message", message.body)
        return message


class Person:
    """Somebody with Telegram on their phone. `expect...` waits for the bot's next message of that kind."""

    def __init__(self, world: World, chat: Chat, name: str, language: str | None) -> None:
        self.world = world
        self.chat = chat
        self.id = chat.id
        self.language = language
        self._name = name
        self._seen: set[Message] = set()

    def user(self) -> Body:
        """As the Bot API shows them."""
        told = {"language_code": self.language} if self.language else {}
        return {"id": self.id, "is_bot": False, "first_name": self._name, **told}

    async def send(
        self,
        text: str = "",
        *,
        to: Group | None = None,
        photo: bytes | None = None,
        document: tuple[str, bytes] | None = None,
        answering: Message | None = None,
        topic: int | None = None,
        **more: Any,
    ) -> Message:
        """Sends a message; `more` are further fields of the Bot API's Message."""
        chat = to.chat if to else answering.chat if answering else self.chat
        body = _content(self.world, text, photo, document) | more
        if answering:
            body["reply_to_message"] = {k: v for k, v in answering.body.items() if k != "reply_to_message"}
        if topic:
            body |= {"message_thread_id": topic, "is_topic_message": True}
        message = self.world.post(chat, {"from": self.user()}, body)
        await self.world.update("message", message.body)
        return message

    async def reply(self, message: Message, text: str = "", **what: Any) -> Message:
        """Sends an answer to a message: nobody does that in the very millisecond in which it arrives."""
        await asyncio.sleep(HUMAN)
        return await self.send(text, answering=message, **what)

    async def change(self, message: Message, text: str, after: int = 5) -> None:
        """Edits an own message, so many seconds later."""
        message.versions.append(message.body)
        words = "text" if "text" in message.body else "caption"
        message.body = {**message.body, words: text, "edit_date": message.body["date"] + after}
        await self.world.update("edited_message", message.body)

    async def says_aside(self, words: str, offset: str = "") -> Body:
        """Types words to the bot within another chat; what is shown there."""
        query = str(secrets.randbits(62))
        self.world.open_queries.add(query)
        told: Body = {"id": query, "from": self.user(), "query": words, "offset": offset}
        await self.world.update("inline_query", told)
        await self.world.until(lambda: query in self.world.asides, PATIENCE)
        return self.world.asides[query]

    async def press(
        self, message: Message, label: str, *, old: bool = False, seconds: float = PATIENCE
    ) -> str | None:
        """Presses the button whose label holds `label`; the toast that comes back in that time, if any."""
        found = [payload for text, payload in message.buttons.items() if label.lower() in text.lower()]
        assert found, f"no button {label!r} on {message}"
        return await self.press_payload(message, found[0], old=old, seconds=seconds)

    async def press_payload(
        self, message: Message, payload: str | None, *, old: bool = False, seconds: float = PATIENCE
    ) -> str | None:
        """Presses a button of any payload, forged ones too; `old`: Telegram shows the bot no more than its id."""
        body: Body = message.body
        if old:
            body = {"chat": message.chat.body(), "message_id": message.id, "date": 0}
        query = str(secrets.randbits(62))
        self.world.open_queries.add(query)
        told: Body = {"id": query, "from": self.user(), "message": body, "chat_instance": "-77"}
        await self.world.update("callback_query", told | ({} if payload is None else {"data": payload}))
        await self.world.until(lambda: query in self.world.toasts, seconds)
        assert query in self.world.toasts, f"pressing {payload} on {message} was never answered"
        return self.world.toasts[query]

    def block(self) -> None:
        """Blocks the bot."""
        self.chat.refuses = ApiError(403, "Forbidden: bot was blocked by the user")

    def unblock(self) -> None:
        self.chat.refuses = None

    async def expect(
        self,
        what: Callable[[Message], Any] = lambda message: True,
        *,
        to: Group | None = None,
        answering: Message | None = None,
        seconds: float = PATIENCE,
    ) -> Message:
        """The bot's next message that fits, in reply to a given one if need be.

        Each is found only once, and may be deleted by now.
        """
        chat = to.chat if to else answering.chat if answering else self.chat

        def fits(message: Message) -> Any:
            meant = answering is None or message.replies_to == answering.id
            return message.from_bot and message not in self._seen and meant and what(message)

        found = await self.world.until(lambda: next(filter(fits, chat.log), None), seconds)
        assert found, "what was expected never came; the chat:\n" + "\n".join(map(repr, chat.log))
        self._seen.add(found)
        return found

    async def expect_text(self, words: str = "", **where: Any) -> Message:
        """A message that has, or once had, these words. `where` goes to `expect`, here and below."""
        return await self.expect(
            lambda m: ("text" in m.body or m.is_status) and any(words.lower() in t.lower() for t in m.texts),
            **where,
        )

    async def expect_status(self, **where: Any) -> Message:
        """The message that shows a job's progress."""
        return await self.expect(lambda m: m.is_status, **where)

    async def expect_photo(self, **where: Any) -> Message:
        """A photo by itself."""
        return await self.expect(lambda m: m.is_photo and "media_group_id" not in m.body, **where)

    async def expect_document(self, **where: Any) -> Message:
        """A file."""
        return await self.expect(lambda m: "document" in m.body, **where)

    async def expect_album(self, count: int, **where: Any) -> tuple[list[Message], Message]:
        """The album's photos, and the message below that has its buttons."""
        first = await self.expect(lambda m: "media_group_id" in m.body, **where)
        group = first.body["media_group_id"]
        rest = [
            await self.expect(lambda m: m.body.get("media_group_id") == group, to=where.get("to"))
            for _ in range(count - 1)
        ]
        buttons = await self.expect(lambda m: m.buttons, answering=first)
        return [first, *rest], buttons

    async def expect_gone(self, message: Message) -> None:
        """That a message is deleted."""
        assert await self.world.until(lambda: message.deleted, PATIENCE), f"still there: {message}"

    async def expect_change(self, message: Message, what: Callable[[Message], Any]) -> None:
        """That a message becomes what fits."""
        assert await self.world.until(lambda: what(message), PATIENCE), f"did not change so: {message}"


def _content(
    world: World, text: str, photo: bytes | None = None, document: tuple[str, bytes] | None = None
) -> Body:
    """What a message holds. As Telegram does it, only Latin commands are marked as such."""
    if photo is not None:
        return {"photo": world.keep_photo(photo)} | ({"caption": text} if text else {})
    if document:
        name, data = document
        kind = {"png": "image/png", "jpg": "image/jpeg", "pdf": "application/pdf"}.get(
            name.rpartition(".")[2]
        )
        body = {"document": world.keep(data, name, kind or "application/octet-stream").document()}
        return body | ({"caption": text} if text else {})
    return {"text": text} if text else {}
