"""Updates of every type that the Bot API has, made by aiogram's models of it: whatever they may hold can occur."""

from __future__ import annotations

import datetime
import enum
import types
import typing
from collections.abc import Sequence
from random import Random
from typing import Any

from pydantic import BaseModel

from tests.wire.bot_api import types as models
from tests.wire.telegram_world import Body

KINDS = [name for name in models.Update.model_fields if name != "update_id"]

_OFTEN = ("text", "caption", "from", "data", "message", "reply_to_message")
"""What is there more often than not: else few updates would mean anything to us."""

_WORDS = (
    "/imagine a fox", "/imagine a fox --n 2 --seed 5", "/help", "/history", "/cancel", "/language ko", "hello",
    "/그려줘 고양이", "/imagine@LukisBot a dog", "/imagine@AnotherBot a dog", "/imagine " + "fox " * 900, "/",
)  # fmt: skip
_PRESSED = (
    "cancel:0",
    "delete:a1b2c3d4e5f60718",
    "help:steps",
    "language:ko",
    "page:x:2",
    "reroll:",
    "",
    "what?",
)
_DEEPEST = 5


class Shapes:
    """Makes updates at random. Some come from real people in real chats."""

    def __init__(self, random: Random, people: Sequence[Body], chats: Sequence[Body]) -> None:
        self._random = random
        self._people = people
        self._chats = chats

    def update(self) -> Body:
        """An update of any kind, most often of one that bots like ours ask for."""
        kind = self._random.choice((*KINDS, *(10 * ("message", "callback_query", "channel_post"))))
        return {kind: self._value(models.Update.model_fields[kind].annotation, kind, 0)}

    def _value(self, kind: Any, name: str, depth: int) -> Any:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return self._object(kind, name, depth)
        match typing.get_origin(kind):
            case typing.Union | types.UnionType:
                options = [option for option in typing.get_args(kind) if option is not type(None)]
                return self._value(self._random.choice(options), name, depth)
            case typing.Literal:
                return self._random.choice(typing.get_args(kind))
            case typing.Annotated:
                return self._value(typing.get_args(kind)[0], name, depth)
            case origin if origin is list:
                count = self._random.randint(1, 2)
                return [self._value(typing.get_args(kind)[0], name, depth + 1) for _ in range(count)]
        return self._plain(kind, name)

    def _object(self, model: type[BaseModel], name: str, depth: int) -> Any:
        if name in ("chat", "sender_chat") and self._random.random() < 0.5:
            return self._random.choice(self._chats)
        if name == "from" and self._random.random() < 0.5:
            return self._random.choice(self._people)
        model.model_rebuild()  # where it is not built yet
        body = {}
        for field, told in model.model_fields.items():
            called = told.alias or field
            if told.is_required() or self._random.random() < self._chance(called, depth):
                body[called] = self._value(told.annotation, called, depth + 1)
        return body

    def _chance(self, name: str, depth: int) -> float:
        if depth >= _DEEPEST:
            return 0.0
        return 0.6 if name in _OFTEN else 0.05

    def _plain(self, kind: Any, name: str) -> Any:
        if isinstance(kind, type) and issubclass(kind, enum.Enum):
            return self._random.choice(list(kind)).value
        if kind is bool:
            return self._random.random() < 0.5
        if kind in (int, float, datetime.datetime, datetime.timedelta):
            return self._random.choice((0, 1, 101, 1087968824, 1_700_000_000, -1_000_000_000_001))
        if name in ("text", "caption"):
            return self._random.choice(_WORDS)
        return self._random.choice(_PRESSED) if name == "data" else f"{name} {self._random.random()}"
