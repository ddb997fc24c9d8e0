"""What services that speak JSON over HTTP have in common: one session, time-outs, sizes, which errors mean what."""

from __future__ import annotations

import ipaddress
import json
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from bot.reading import PIECE, TooLong, read_pieces
from bot.translation.providers.base import NoAnswer, NoTranslation, Provider, Unavailable

_LARGEST = 1_000_000  # bytes of an answer
_BUSY, _REFUSED = 60.0, 600.0  # seconds to leave a service alone that says "too many" or "not with this key"


class HttpProvider(Provider):
    """Asks a service over HTTP. Errors name the status only: addresses and headers may carry keys."""

    def __init__(self, timeout: float) -> None:
        self._timeout = aiohttp.ClientTimeout(total=timeout, sock_connect=min(timeout, 5.0))
        self._session: aiohttp.ClientSession | None = None

    async def ask(self, method: str, address: str, **options: Any) -> Any:
        """The JSON answer to a request; `options` are aiohttp's.

        Raises:
            Unavailable: no connection, a time-out, or a status that says so.
            NoTranslation: the request is refused for what it says.
            NoAnswer: any other status, or something that is no JSON.
        """
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=self._timeout)
        try:
            async with self._session.request(method, address, allow_redirects=False, **options) as response:
                body = await read_pieces(response.content.iter_chunked(PIECE), _LARGEST)
        except TooLong:
            raise NoAnswer("far too long") from None
        except TimeoutError:
            raise Unavailable("no answer in time") from None
        except aiohttp.ClientError as error:
            raise Unavailable(type(error).__name__, retry=True) from None
        _judge(response)
        try:
            return json.loads(body)
        except ValueError:
            raise NoAnswer("no JSON") from None

    async def close(self) -> None:
        """See `Provider`."""
        if self._session is not None:
            await self._session.close()
            self._session = None


def _judge(response: aiohttp.ClientResponse) -> None:
    status = response.status
    if status == 429:
        raise Unavailable("too many requests", wait=_seconds(response.headers.get("Retry-After"), _BUSY))
    if status in (401, 402, 403, 456):
        raise Unavailable(
            f"refused with status {status}: is the key right and the quota left?", wait=_REFUSED
        )
    if status >= 500:
        raise Unavailable(f"status {status}", retry=True)
    if status == 400:
        raise NoTranslation(f"status {status}")  # of these words, or of their language
    if status != 200:
        raise NoAnswer(f"status {status}")


def _seconds(header: str | None, otherwise: float) -> float:
    return float(header) if header and header.isdecimal() and header.isascii() else otherwise


def dig(answer: Any, *path: str | int) -> str:
    """The text at a path in a JSON answer.

    Raises:
        NoAnswer: there is none.
    """
    for step in path:
        try:
            answer = answer[step]
        except (KeyError, IndexError, TypeError):
            raise NoAnswer("an answer of another form") from None
    if not isinstance(answer, str):
        raise NoAnswer("an answer of another form")
    return answer


def address_of(setting: str, value: str) -> str:
    """A service's address without its last slash.

    Raises:
        ValueError: it is empty or none that HTTP knows; names the setting.
    """
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"{setting} must be an address such as http://127.0.0.1:5000")
    return value.rstrip("/")


def is_near(address: str) -> bool:
    """Whether an address lies on this machine or a private network: loopback, private ranges, bare names, .local."""
    host = urlsplit(address).hostname or ""
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        return (
            host == "localhost"
            or "." not in host
            or host.endswith((".local", ".internal", ".lan", ".home.arpa"))
        )
    return ip.is_loopback or ip.is_private or ip.is_link_local


def required(value: str, provider: str, setting: str) -> str:
    """The value of a setting that a provider can't do without.

    Raises:
        ValueError: it is empty; names both.
    """
    if not value:
        raise ValueError(f"the translator {provider!r} needs {setting}")
    return value
