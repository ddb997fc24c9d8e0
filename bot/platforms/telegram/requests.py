"""HTTP to the Bot API, safe from servers of other versions than the library's."""

from __future__ import annotations

import json
import os
import re
import ssl
from functools import cache
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

import httpx
from telegram import Bot
from telegram.error import TelegramError
from telegram.request import BaseRequest, HTTPXRequest

from bot.platforms.telegram.errors import TooLarge

_DEEPEST = 50
"""How deep the parts of an answer may lie in each other."""

_PARTS = re.compile(r'"(?:[^"\\]|\\.)*"?|[{}\[\]]|[^"{}\[\]]+', re.DOTALL)
"""A string, to its end or the payload's; a bracket; what stands between."""

_READ = ("message_id", "date", "chat", "message_thread_id", "is_topic_message", "photo", "document")
"""What we read of the messages that we have sent."""

_TRUSTED = ("SSL_CERT_FILE", "SSL_CERT_DIR")
"""What in the environment names the certificates to trust."""


class Requests(HTTPXRequest):
    """Leaves the library only what we read of a sent message: a part that it can't build would look like a failure
    of what has been sent, and it would be sent again."""

    def __init__(self, **how: Any) -> None:
        """Takes what the library's does; all of them trust the same certificates, read once."""
        super().__init__(**how, httpx_kwargs={"verify": _trusted(*map(os.environ.get, _TRUSTED))})

    async def do_request(self, *request: Any, **more: Any) -> tuple[int, bytes]:
        """Status and body. Raises TooLarge for a 413: the library takes it for a fault of the network."""
        status, body = await super().do_request(*request, **more)
        if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            raise TooLarge("the request is too large")
        return status, body

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer in it. Raises TelegramError where there is none."""
        try:
            answer = HTTPXRequest.parse_json_payload(payload)
        except RecursionError:
            answer = HTTPXRequest.parse_json_payload(_shallow(payload))
        if not isinstance(answer, dict) or not ("result" in answer or "description" in answer):
            raise TelegramError("Invalid server response")
        return {name: _plain(part) if name == "result" else part for name, part in answer.items()}


async def ask(
    bot: Bot, method: str, through: BaseRequest | None = None, patience: float | None = None, **what: Any
) -> Any:
    """The answer as it came, for methods whose results the library might not be able to build.

    `through` carries it where the bot's own requests should not; `patience` is in seconds. Raises TelegramError.
    """
    plain = {name: value if isinstance(value, str) else json.dumps(value) for name, value in what.items()}
    wait = BaseRequest.DEFAULT_NONE if patience is None else patience
    url = f"{bot.base_url}/{method}?{urlencode(plain)}"
    return await (through or bot.request).post(url, read_timeout=wait)


@cache
def _trusted(*named: str | None) -> ssl.SSLContext:
    """The certificates that httpx trusts where the environment names those: reading them takes 60 ms each time."""
    return httpx.create_ssl_context()


def _shallow(payload: bytes) -> bytes:
    """JSON without what lies deeper in it than anything that we read."""
    kept, depth = list[str](), 0
    for part in _PARTS.findall(payload.decode("utf-8", "replace")):
        depth -= part in ("}", "]")
        opens = part in ("{", "[")
        if depth < _DEEPEST - (opens or part in ("}", "]")):
            kept.append(part)
        elif opens and depth == _DEEPEST - 1:
            kept.append("null")
        depth += opens
    return "".join(kept).encode()


def _plain(result: Any) -> Any:
    if isinstance(result, list):
        return [_plain(each) for each in result]
    if isinstance(result, dict) and "message_id" in result:
        return {name: result[name] for name in _READ if name in result}
    return result
