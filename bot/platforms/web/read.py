"""Requests of the page, read with suspicion: who asks, what they send, and one sentence where it makes no sense."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, cast

from aiohttp import BodyPartReader, MultipartReader, StreamReader, web
from aiohttp.http_exceptions import HttpProcessingError

from bot.messages import Attachment, Person
from bot.platforms.web.guard import person_of, secret_of
from bot.platforms.web.signin import signed_in
from bot.ports import Service, Unavailable
from bot.reading import PIECE, TooLong, read_pieces
from engine.api.errors import BadImage
from engine.api.modes import all_inputs

_ID = re.compile(r"[0-9a-f]{16}")
_MESSAGE = re.compile(r"[0-9A-Za-z_-]{1,40}(\.\d{1,2})?")
_THUMB = re.compile(r"data:image/jpeg;base64,[A-Za-z0-9+/]{1,40000}={0,2}")
_LONGEST_FIELD = 100_000
_MOST_LINES = 300
"""Of a form, beside what its fields hold: our page's have some thirty."""


FIELDS = frozenset({"id", "text", "reply", "thumb", "pictures"})
"""What a message's form may have besides pictures, each once."""

ANY = "picture"
"""The field of a picture that may be any input."""

UNREADABLE: tuple[type[Exception], ...] = (
    AssertionError,
    ConnectionError,
    HttpProcessingError,
    LookupError,
    RuntimeError,
    TooLong,
    TypeError,
    ValueError,
    web.HTTPRequestEntityTooLarge,
    web.RequestPayloadError,
)
"""What reading a request raises where it is none: sizes, charsets, encodings, headers and brackets of all kinds.

Or where its end never comes, since whoever sent it has left.
"""


class Malformed(Exception):
    """It is nothing that our page sends."""


@dataclass(frozen=True)
class Sent:
    """A message as the page sends it. `thumb` is a small JPEG of a picture as a data URL, for the chat."""

    id: str = field(default_factory=lambda: secrets.token_hex(8))
    text: str = ""
    reply: str | None = None
    thumb: str = ""
    attachments: tuple[Attachment, ...] = ()


def answer(data: Mapping[str, Any], status: int = 200) -> web.Response:
    """A JSON answer that nobody keeps a copy of."""
    text = json.dumps(data, ensure_ascii=False)
    return web.Response(
        text=text, status=status, content_type="application/json", headers={"Cache-Control": "no-store"}
    )


def refusal(sentence: str, status: int) -> web.HTTPException:
    """An answer to raise: one sentence for the person."""
    kinds: dict[int, type[web.HTTPException]] = {
        400: web.HTTPBadRequest,
        401: web.HTTPUnauthorized,
        404: web.HTTPNotFound,
        429: web.HTTPTooManyRequests,
    }
    text = json.dumps({"error": sentence}, ensure_ascii=False)
    return kinds[status](text=text, content_type="application/json", headers={"Cache-Control": "no-store"})


async def visitor(service: Service, request: web.Request) -> Person:
    """Who asks.

    Raises:
        web.HTTPUnauthorized: the browser sent no cookie of ours.
    """
    if person := await signed_in(service.sessions, request):
        return person
    if secret := secret_of(request):
        return person_of(secret, request.headers.get("Accept-Language"))
    raise refusal(service.locales.say(language_said(request))("page-cookie"), 401)


def language_said(request: web.Request) -> str:
    """The language that a browser asks for, of somebody who may be nobody."""
    return request.headers.get("Accept-Language", "").partition(",")[0].partition(";")[0]


async def read_sent(request: web.Request) -> Sent:
    """The form of a message. Its pictures, the last fields, are read only when somebody asks for them.

    Each is a file under the name of the input that it is, or `picture` where it may be any; with more than one,
    the field `pictures` before them lists their names.

    Raises:
        Malformed
    """
    if request.content_type != "multipart/form-data":
        raise Malformed()
    fields: dict[str, str] = {}
    try:
        reader = MultipartReader(request.headers, cast(StreamReader, _Lines(request.content)))
        while (part := await reader.next()) is not None:
            if not isinstance(part, BodyPartReader):
                raise Malformed()
            if part.name == ANY or part.name in all_inputs():
                names = fields.get("pictures", part.name).split()
                return _sent(fields, Files(reader, part).attachments(names))
            if part.name not in FIELDS - {*fields}:
                raise Malformed()
            fields[part.name] = (await _read(part, _LONGEST_FIELD)).decode()
    except UNREADABLE as error:
        raise Malformed() from error
    return _sent(fields, ())


class _Lines:
    """A request's body that has only so many lines to read: parts, their headers, and whatever comes before them.

    Reading what has arrived lets nobody else have a turn, be it millions of lines.
    """

    def __init__(self, content: StreamReader) -> None:
        self._content = content
        self._left = _MOST_LINES

    async def readline(self, **limits: int) -> bytes:
        """Raises ValueError: there are more lines than any form has."""
        self._left -= 1
        if self._left < 0:
            raise ValueError("too many lines")
        return await self._content.readline(**limits)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._content, name)


class Files:
    """The pictures at the end of a form, which come one after the other."""

    def __init__(self, reader: MultipartReader, first: BodyPartReader) -> None:
        self._reader = reader
        self._next: BodyPartReader | MultipartReader | None = first

    def attachments(self, names: Sequence[str]) -> tuple[Attachment, ...]:
        """Those with these names, in their order.

        Raises:
            Malformed: they are no inputs, or some come twice.
        """
        if len({*names}) < len(names) or not {*names} <= {ANY, *all_inputs()}:
            raise Malformed()
        return tuple(Attachment(n, None, partial(self._read, n), "" if n == ANY else n) for n in names)

    async def _read(self, name: str, most: int) -> bytes:
        """The next picture of that name; whatever comes before it is let go."""
        try:
            while (part := self._next) is not None:
                if isinstance(part, BodyPartReader) and part.name == name:
                    return await _read(part, most)
                self._next = await self._reader.next()
        except TooLong:
            raise
        except UNREADABLE as error:
            raise Unavailable("the page's form can't be read to its end") from error
        raise BadImage()


def _sent(fields: Mapping[str, str], attachments: tuple[Attachment, ...]) -> Sent:
    own, reply, thumb = fields.get("id", ""), fields.get("reply", ""), fields.get("thumb", "")
    fits = (
        _ID.fullmatch(own)
        and (not reply or _MESSAGE.fullmatch(reply))
        and (not thumb or _THUMB.fullmatch(thumb))
    )
    if "text" not in fields or not fits:
        raise Malformed()
    return Sent(own, fields["text"].strip(), reply or None, thumb, attachments)


async def _read(part: BodyPartReader, most: int) -> bytes:
    """All of a part; TooLong as soon as it is more than `most` bytes."""
    return await read_pieces(_pieces(part), most)


async def _pieces(part: BodyPartReader) -> AsyncIterator[bytes]:
    while piece := await part.read_chunk(PIECE):
        yield piece


async def read_press(request: web.Request) -> tuple[str, str]:
    """The message whose button was pressed ("" for none) and the button's payload.

    Raises:
        Malformed
    """
    try:
        data = await request.json()
        message, payload = data["message"], data["payload"]
    except UNREADABLE as error:
        raise Malformed() from error
    if not isinstance(message, str) or not isinstance(payload, str) or len(payload) > 64:
        raise Malformed()
    if message and not _MESSAGE.fullmatch(message):
        raise Malformed()
    return message, payload
