"""The page inside Telegram: what that says of who opened it, and whether it was Telegram that said so.

https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app
"""

from __future__ import annotations

import hmac
import json
import re
import time
from collections.abc import Iterable
from urllib.parse import parse_qsl

from aiohttp import web
from pydantic import SecretStr

from bot.people import Person
from bot.platforms.web.read import answer, language_said, refusal
from bot.platforms.web.signin import Used, enter
from bot.ports import Service
from bot.vouching import Vouched

GOOD_FOR = 600.0
"""Seconds from opening the page in which it may say so."""

AHEAD = 60.0
"""Seconds by which Telegram's clock may be ahead of ours."""

_LONGEST = 6000
_MOST_FIELDS = 40
_MAC = re.compile(r"[0-9a-f]{64}")
_MOST_ID = 2**53


class NotTold(Exception):
    """Telegram has not said that, or not now."""


class TelegramDoor:
    """Lets in whoever opens the page from the bot's chat, as the person that they are there."""

    name = "telegram"
    title = "Telegram"
    path = ""
    landings: tuple[str, ...] = ()
    frames: tuple[str, ...] = ("https://web.telegram.org",)

    def __init__(self, token: SecretStr) -> None:
        """`token` is the bot's: what another bot's Mini App is told is nothing here."""
        self._key = hmac.digest(b"WebAppData", token.get_secret_value().encode(), "sha256")

    def table(self, service: Service) -> Iterable[web.RouteDef]:
        """Its one route."""

        async def sign_in(request: web.Request) -> web.Response:
            response = answer({})
            try:
                told = await request.text()
                await enter(service.sessions, request, response, self.read(told, time.time()))
            except (NotTold, Used, UnicodeError, LookupError, web.HTTPRequestEntityTooLarge):
                say = service.locales.say(language_said(request))
                raise refusal(say("page-not-vouched"), 401) from None
            return response

        return (web.post("/signin/telegram", sign_in),)

    def read(self, told: str, now: float) -> Vouched:
        """Who opened the page, of what Telegram told it (`initData`); `now` in seconds since 1970.

        Raises:
            NotTold: it is forged, another bot's, too old, of the future, or names no person.
        """
        fields = _fields(told)
        mac = fields.pop("hash", "")
        said = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
        right = hmac.digest(self._key, said.encode("utf-8", "surrogatepass"), "sha256").hex()
        if not _MAC.fullmatch(mac) or not hmac.compare_digest(mac, right):
            raise NotTold("the signature is not Telegram's")
        if not -AHEAD <= now - _second(fields.get("auth_date", "")) <= GOOD_FOR:
            raise NotTold("it is not of now")
        return Vouched(_person(fields.get("user", "")), f"telegram {mac}")


def _fields(told: str) -> dict[str, str]:
    if len(told) > _LONGEST:
        raise NotTold("it is too long")
    try:
        pairs = parse_qsl(told, True, strict_parsing=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except ValueError:
        raise NotTold("it is no form") from None
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise NotTold("it says something twice")
    return fields


def _second(value: str) -> int:
    if not re.fullmatch(r"[0-9]{1,12}", value):
        raise NotTold("it says not when")
    return int(value)


def _person(value: str) -> Person:
    try:
        user = json.loads(value)
        own, bot = user["id"], user.get("is_bot", False)
        names = [user.get(part, "") for part in ("first_name", "last_name")]
        language = user.get("language_code")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise NotTold("it names nobody") from None
    known = type(own) is int and 0 < own < _MOST_ID and bot is False
    if not known or not all(isinstance(text, str) for text in (*names, language or "")):
        raise NotTold("it names nobody that we could know")
    return Person("telegram", str(own), " ".join(names).strip(), language or None)
