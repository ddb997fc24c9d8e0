"""aiogram's models of the Bot API judge all requests and replies: our server can't be wrong in our favour."""

from __future__ import annotations

import json
import types
import typing
from functools import cache
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from tests.wire.bot_api import methods
from tests.wire.bot_api import types as models

METHODS: dict[str, type[methods.TelegramMethod[Any]]] = {
    method.__api_method__.lower(): method
    for name in methods.__all__
    if isinstance(method := getattr(methods, name), type)
    and issubclass(method, methods.TelegramMethod)
    and method is not methods.TelegramMethod
}


class Violation(AssertionError):
    """A request or reply that the Bot API does not have."""


def read_request(method: str, form: dict[str, Any]) -> dict[str, Any]:
    """The parameters of a request: JSON where the model wants more than a string; files stay as they are.

    Raises:
        Violation: aiogram's model refuses it, or does not know a parameter.
    """
    model = METHODS[method]
    model.model_rebuild()  # where it is not built yet
    params = {name: _decode(model, name, value) for name, value in form.items()}
    try:
        seen = model.model_validate(params)
    except ValidationError as error:
        raise Violation(f"{method}: {error}") from error
    _no_extras(seen, method)
    return params


def check_reply(method: str, result: Any) -> None:
    """Raises Violation where aiogram would not understand the reply, or does not know a field of it."""
    try:
        seen = _reply(method).validate_python(result)
    except ValidationError as error:
        raise Violation(f"reply to {method}: {error}\n{result}") from error
    _no_extras(seen, f"reply to {method}")


@cache
def _reply(method: str) -> TypeAdapter[Any]:
    """What judges the replies to a method; making one takes longer than all else that a call does."""
    return TypeAdapter(METHODS[method].__returning__)


def _decode(model: type[BaseModel], name: str, value: Any) -> Any:
    field = model.model_fields.get(name)
    if isinstance(value, bytes):
        return models.BufferedInputFile(value, name)
    if field and not _admits_str(field.annotation) and isinstance(value, str) and value[:1] in ("[", "{"):
        return json.loads(value)
    return value


def _admits_str(annotation: Any) -> bool:
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return any(_admits_str(a) for a in typing.get_args(annotation))
    return annotation is str


def _no_extras(value: Any, where: str) -> None:
    """aiogram lets unknown fields through; we do not."""
    if isinstance(value, BaseModel):
        if value.model_extra:
            raise Violation(f"{where}: {type(value).__name__} has no {', '.join(value.model_extra)}")
        for name in value.model_fields_set:
            _no_extras(getattr(value, name), where)
    elif isinstance(value, list | tuple):
        for one in value:
            _no_extras(one, where)
