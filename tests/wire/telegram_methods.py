"""The methods of the Bot API that a bot like ours can call, with Telegram's limits and its words for what is wrong."""

from __future__ import annotations

import io
import json
import mimetypes
import re
import secrets
from typing import Any

from PIL import Image

from tests.wire.bot_api import MessageEntityType
from tests.wire.telegram_hook import Files, Hooking, Params
from tests.wire.telegram_world import Body, Chat, Message, World, bad, standing

TEXT, CAPTION, ALBUM = 4096, 1024, range(2, 11)
PHOTO_BYTES, DOCUMENT_BYTES, DOWNLOAD_BYTES = 10_000_000, 50_000_000, 20_000_000


class Methods(Hooking):
    """One coroutine-free method each; `params` have passed aiogram's model, `files` are uploads by part name.

    Attributes:
        styles: the types of MessageEntity that are known.
    """

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.styles = set(MessageEntityType)

    # who and what

    def getme(self, params: Params, files: Files) -> Body:
        return {**self.world.bot, "can_join_groups": True, "can_read_all_group_messages": False}

    def setmycommands(self, params: Params, files: Files) -> bool:
        for command in params["commands"]:
            if not re.fullmatch("[a-z0-9_]{1,32}", command["command"]):
                raise bad("BOT_COMMAND_INVALID")
            if not 1 <= len(command["description"]) <= 256:
                raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
        if params.get("language_code") and not re.fullmatch("[a-z]{2}", params["language_code"]):
            raise bad("LANG_CODE_INVALID")
        self.world.commands[params.get("language_code", "")] = params["commands"]
        return True

    def getchatmenubutton(self, params: Params, files: Files) -> Body:
        return self.world.menu_button

    def setchatmenubutton(self, params: Params, files: Files) -> bool:
        button = params["menu_button"]
        if button["type"] == "web_app" and not button["web_app"]["url"].startswith("https://"):
            raise bad("Web App URL '...' is invalid: only HTTPS links are allowed")
        self.world.menu_button = button
        return True

    def getchatmember(self, params: Params, files: Files) -> Body:
        chat, user = self.world.chat(params["chat_id"]), int(params["user_id"])
        status = chat.members.get(user)
        if status is None:
            raise bad("user not found")
        return standing({"id": user, "is_bot": False, "first_name": "x"}, status)

    def getchatadministrators(self, params: Params, files: Files) -> list[Body]:
        chat = self.world.chat(params["chat_id"])
        if chat.id > 0:
            raise bad("there are no administrators in the private chat")
        admins = [user for user, status in chat.members.items() if status in ("creator", "administrator")]
        return [self.getchatmember({**params, "user_id": user}, files) for user in admins]

    def getfile(self, params: Params, files: Files) -> Body:
        file = self.world.files.get(params["file_id"])
        if file is None:
            raise bad("wrong file_id or the file is temporarily unavailable")
        if self.world.local:
            path = self.world.local / file.id
            path.write_bytes(file.data)
            return {**file.body(), "file_path": str(path)}
        if len(file.data) > DOWNLOAD_BYTES:
            raise bad("file is too big")
        return {**file.body(), "file_path": f"photos/{file.id}"}

    # sending

    def sendchataction(self, params: Params, files: Files) -> bool:
        self.world.actions.append((self.world.chat(params["chat_id"]).id, params["action"]))
        return True

    def sendmessage(self, params: Params, files: Files) -> Body:
        return self._post(params, self._words("text", "entities", TEXT, params, required=True))

    def sendphoto(self, params: Params, files: Files) -> Body:
        return self._post(params, self._photo(params, files, params.get("photo", "photo")))

    def senddocument(self, params: Params, files: Files) -> Body:
        return self._post(params, self._document(params, files, params.get("document", "document")))

    def sendanimation(self, params: Params, files: Files) -> Body:
        return self._post(params, self._animation(params, files, params.get("animation", "animation")))

    def sendmediagroup(self, params: Params, files: Files) -> list[Body]:
        media = params["media"]
        if len(media) not in ALBUM:
            raise bad("the number of items in the album must be between 2 and 10")
        if len({m["type"] for m in media}) > 1:
            raise bad("documents can't be mixed with other media types")
        group = str(secrets.randbits(60))
        bodies = [self._media(m, files) for m in media]
        return [self._post(params, {**body, "media_group_id": group}) for body in bodies]

    # changing

    def editmessagetext(self, params: Params, files: Files) -> Body:
        message = self._editable(params)
        if "text" not in message.body:
            raise bad("there is no text in the message to edit")
        return self._change(message, params, self._words("text", "entities", TEXT, params, required=True))

    def editmessagecaption(self, params: Params, files: Files) -> Body:
        message = self._editable(params)
        if "text" in message.body:
            raise bad("there is no caption in the message to edit")
        return self._change(message, params, self._words("caption", "caption_entities", CAPTION, params))

    def editmessagemedia(self, params: Params, files: Files) -> Body:
        media = params["media"]
        return self._change(self._editable(params), params, self._media(media, files), media=True)

    def editmessagereplymarkup(self, params: Params, files: Files) -> Body:
        return self._change(self._editable(params), params, {})

    def deletemessage(self, params: Params, files: Files) -> bool:
        message = self.world.chat(params["chat_id"]).find(int(params["message_id"]))
        if message is None:
            raise bad("message to delete not found")
        message.deleted = True
        return True

    def deletemessages(self, params: Params, files: Files) -> bool:
        chat, ids = self.world.chat(params["chat_id"]), params["message_ids"]
        if not 1 <= len(ids) <= 100:
            raise bad("message identifiers are not specified")
        for message in filter(None, (chat.find(int(i)) for i in ids)):
            message.deleted = True
        return True

    def answercallbackquery(self, params: Params, files: Files) -> bool:
        query, text = params["callback_query_id"], params.get("text")
        if query not in self.world.open_queries:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        if text and len(text) > 200:
            raise bad("MESSAGE_TOO_LONG")
        self.world.open_queries.remove(query)
        self.world.toasts[query] = text
        return True

    def answerinlinequery(self, params: Params, files: Files) -> bool:
        query = params["inline_query_id"]
        if query not in self.world.open_queries:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        results, button = params["results"], params.get("button") or {}
        if len(results) > 50 or len({each["id"] for each in results}) < len(results):
            raise bad("RESULT_ID_DUPLICATE")
        if any(each["photo_file_id"] not in self.world.files for each in results):
            raise bad("DOCUMENT_INVALID")
        if button and not re.fullmatch("[A-Za-z0-9_-]{1,64}", button["start_parameter"]):
            raise bad("START_PARAM_INVALID")
        if len(params.get("next_offset", "").encode()) > 64:
            raise bad("NEXT_OFFSET_INVALID")
        self.world.open_queries.remove(query)
        self.world.asides[query] = params
        return True

    # parts

    def _post(self, params: Params, body: Body) -> Body:
        chat = self.world.chat(params["chat_id"])
        where = {**self._reply(chat, params), **self._topic(chat, params), **_keyboard(params)}
        return self.world.post(chat, {"from": self.world.bot}, {**body, **where}).body

    def _reply(self, chat: Chat, params: Params) -> Body:
        wanted = params.get("reply_parameters")
        if not wanted:
            return {}
        message = chat.find(int(wanted["message_id"]))
        if message is None and not wanted.get("allow_sending_without_reply"):
            raise bad("message to be replied not found")
        return {"reply_to_message": _shallow(message)} if message else {}

    def _topic(self, chat: Chat, params: Params) -> Body:
        if (thread := params.get("message_thread_id")) is None:
            return {}
        if int(thread) not in chat.topics:
            raise bad("message thread not found")
        return {"message_thread_id": int(thread), "is_topic_message": True}

    def _words(self, name: str, entities: str, most: int, params: Params, required: bool = False) -> Body:
        text = params.get(name, "")
        if required and not text.strip():
            raise bad("message text is empty")
        if _units(text) > most:
            raise bad("message is too long" if required else "message caption is too long")
        marks = params.get(entities) or []
        if strange := {e["type"] for e in marks} - self.styles:
            raise bad(f"can't parse MessageEntity: Unsupported type {strange} specified")
        if any(e["length"] < 1 or e["offset"] < 0 or e["offset"] + e["length"] > _units(text) for e in marks):
            raise bad("ENTITY_BOUNDS_INVALID")
        if params.get("parse_mode"):
            raise bad("our bot never uses a parse mode")
        return {k: v for k, v in ((name, text), (entities, marks)) if v}

    def _media(self, media: Body, files: Files) -> Body:
        makers = {"photo": self._photo, "animation": self._animation}
        return makers.get(media["type"], self._document)(media, files, media["media"])

    def _photo(self, params: Params, files: Files, name: Any) -> Body:
        _, data = _uploaded(files, name, "photo")
        if len(data) > PHOTO_BYTES:
            raise bad(f"file is too big for a photo: {len(data)} bytes")
        try:
            with Image.open(io.BytesIO(data)) as image:
                image.verify()
                width, height = image.size
        except Exception as error:
            raise bad("IMAGE_PROCESS_FAILED") from error
        if width + height > 10_000 or max(width, height) > 20 * min(width, height):
            raise bad("PHOTO_INVALID_DIMENSIONS")
        words = self._words("caption", "caption_entities", CAPTION, params)
        return {"photo": self.world.keep_photo(data), **words}

    def _animation(self, params: Params, files: Files, name: Any) -> Body:
        body = self._document(params, files, name, "animation")
        file_name, data = _uploaded(files, name, "animation")
        if not file_name.endswith((".gif", ".mp4")):
            raise bad("no animation")
        with Image.open(io.BytesIO(data)) as image:
            width, height = image.size
        return body | {"animation": {**body["document"], "width": width, "height": height, "duration": 2}}

    def _document(self, params: Params, files: Files, name: Any, default: str = "document") -> Body:
        file_name, data = _uploaded(files, name, default)
        if not data:
            raise bad("file must be non-empty")
        mime = mimetypes.guess_type(file_name)[0] or "application/octet-stream"
        words = self._words("caption", "caption_entities", CAPTION, params)
        return {"document": self.world.keep(data, file_name, mime).document(), **words}

    def _editable(self, params: Params) -> Message:
        message = self.world.chat(params["chat_id"]).find(int(params["message_id"]))
        if message is None:
            raise bad("message to edit not found")
        if not message.from_bot:
            raise bad("message can't be edited")
        return message

    def _change(self, message: Message, params: Params, body: Body, media: bool = False) -> Body:
        words = ("text", "entities", "caption", "caption_entities", "photo", "document", "animation")
        kept = {k: v for k, v in message.body.items() if k not in (*words, "reply_markup", "edit_date")}
        if not body:
            body = {k: v for k, v in message.body.items() if k in words}
        elif not media:
            body |= {k: v for k, v in message.body.items() if k in ("photo", "document")}
        changed = {**kept, **body, **_keyboard(params)}
        if changed == {k: v for k, v in message.body.items() if k != "edit_date"}:
            raise bad(
                "message is not modified: specified new message content and reply markup are exactly the "
                "same as a current content and reply markup of the message"
            )
        message.versions.append(message.body)
        message.body = {**changed, "edit_date": message.body["date"]}
        return message.body


def _keyboard(params: Params) -> Body:
    """Only inline keyboards stay with a message."""
    markup = params.get("reply_markup") or {}
    for row in markup.get("inline_keyboard", []):
        for button in row:
            if not button["text"].strip() or not 1 <= len(button["callback_data"].encode()) <= 64:
                raise bad("BUTTON_DATA_INVALID")
    return {"reply_markup": markup} if markup.get("inline_keyboard") else {}


def _uploaded(files: Files, name: Any, default: str) -> tuple[str, bytes]:
    part = name.removeprefix("attach://") if isinstance(name, str) else default
    if part not in files:
        raise bad("wrong file identifier/HTTP URL specified")
    return files[part]


def _shallow(message: Message) -> Body:
    """A message inside another, without what that one answers."""
    alone: Body = json.loads(json.dumps({k: v for k, v in message.body.items() if k != "reply_to_message"}))
    return alone


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
