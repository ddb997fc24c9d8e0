"""What is done with many pictures at once: buttons pressed one after the other, and a zip file to keep."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from aiohttp import web

from bot.errors import NotFound
from bot.messages import Address, Person, Press, Receipt
from bot.payloads import decode
from bot.pictures.packing import streamed
from bot.platforms.web.chats import Chats
from bot.platforms.web.guard import chat_of
from bot.platforms.web.pictures import own
from bot.platforms.web.read import UNREADABLE, Malformed, answer, refusal, visitor
from bot.platforms.web.render import Json, told_json
from bot.ports import Service

MOST = 100
"""Pictures at once."""

LARGEST = 2**30
"""Bytes of what is kept of them, for a zip file."""

ACTIONS = frozenset({"cancel", "delete", "star", "undo"})
"""What may be done with many: nothing of it asks for anything to be drawn."""

_NONE_OF_OURS: tuple[type[Exception], ...] = (*UNREADABLE, NotFound)

_AT_ONCE = 2
"""Pictures that are read, perhaps written in another format, at the same time."""


class ManyRoutes:
    """For whoever has the cookie, with their own pictures alone."""

    def __init__(
        self, service: Service, chats: Chats, acting: Callable[[web.Request], Awaitable[Person]]
    ) -> None:
        """`acting` says who asks for something to be done, if they don't ask too often."""
        self._service = service
        self._chats = chats
        self._acting = acting
        self._turns = asyncio.Semaphore(_AT_ONCE)

    def table(self) -> Iterable[web.RouteDef]:
        """All of them."""
        return web.post("/many", self.many), web.get("/zip", self.zip)

    async def many(self, request: web.Request) -> web.Response:
        """Does what buttons say that no message carries; what came of each, in their order."""
        person = await self._acting(request)
        try:
            payloads = await _payloads(request)
        except Malformed:
            say = await self._service.say(person)
            raise refusal(say("page-malformed"), 400) from None
        self._chats.keep(chat_of(person))
        return answer({"told": [await self._pressed(person, payload) for payload in payloads]})

    async def _pressed(self, person: Person, payload: str) -> Json:
        address = Address(platform="web", chat=chat_of(person))
        receipt = Receipt(platform="web", chat=chat_of(person), messages=())
        return told_json(await self._service.press(Press(person, address, payload, receipt)))

    async def zip(self, request: web.Request) -> web.StreamResponse:
        """The pictures that are named as one file, written while it is sent; asked for by HEAD, whether it can be."""
        person = await visitor(self._service, request)
        places = list(dict.fromkeys(request.query.getall("picture", [])))
        if not 0 < len(places) <= MOST:
            raise web.HTTPNotFound()
        pictures = [await own(self._service, person, place) for place in places]
        sizes = await asyncio.to_thread(_sizes, [picture.file for picture in pictures])
        if sizes > LARGEST:
            raise web.HTTPRequestEntityTooLarge(LARGEST, sizes)
        response = web.StreamResponse(
            headers={
                "Content-Type": "application/zip",
                "Content-Disposition": 'attachment; filename="lukis.zip"',
                "Cache-Control": "no-store",
            }
        )
        await response.prepare(request)
        if request.method != "HEAD":
            pieces = streamed([(p.file, f"{p.job:05}-{p.index + 1}-{p.name}") for p in pictures])
            while (piece := await self._next(pieces)) is not None:
                await response.write(piece)
        return response

    async def _next(self, pieces: Iterator[bytes]) -> bytes | None:
        async with self._turns:
            return await asyncio.to_thread(next, pieces, None)


def _sizes(files: Sequence[Path]) -> int:
    """Bytes that are there of them."""
    sizes = 0
    for file in files:
        with suppress(OSError):
            sizes += file.stat().st_size
    return sizes


async def _payloads(request: web.Request) -> list[str]:
    """Payloads of buttons that many pictures have. Raises Malformed."""
    try:
        payloads = (await request.json())["payloads"]
        if not isinstance(payloads, list) or len(payloads) > MOST:
            raise Malformed()
        if not all(isinstance(p, str) and decode(p).action in ACTIONS for p in payloads):
            raise Malformed()
    except _NONE_OF_OURS as error:
        raise Malformed() from error
    return payloads
