"""The local page as a platform: a chat in the browser, for trying and using Lukis with no token at all."""

from __future__ import annotations

import asyncio
import logging
import secrets
import warnings
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager

from aiohttp import BadContentDispositionHeader, BadContentDispositionParam, web

from bot.listening import listening
from bot.messages import Address, Card, Receipt
from bot.platforms.web.chats import Chats
from bot.platforms.web.forwarded import Forwarded
from bot.platforms.web.guard import SHARED, Guard
from bot.platforms.web.handling import Handling
from bot.platforms.web.many import ManyRoutes
from bot.platforms.web.pictures import PARCEL, PictureRoutes
from bot.platforms.web.render import card_json, part, result_id, whole
from bot.platforms.web.routes import ChatRoutes
from bot.platforms.web.shares import FILE, PAGE, ShareRoutes
from bot.platforms.web.signin import Door
from bot.ports import Service
from bot.settings import page_address

log = logging.getLogger(__name__)


class WebPlatform:
    """Serves the page and one chat for every browser that opens it.

    What it shows beyond the open tabs lies in the store alone: a chat is rebuilt from there.

    Attributes:
        connected: whether the page is served.
    """

    name = "web"
    title = "Local page"
    undoes = True
    whispers = False
    largest = 2_000_000_000

    def __init__(
        self,
        host: str = "127.0.0.1",
        port: int = 8017,
        allowed_hosts: Iterable[str] = (),
        *,
        frames: Iterable[str] = (),
        shared: bool = False,
        proxies: Iterable[str] = (),
        public: str | None = None,
        doors: Sequence[Door] = (),
    ) -> None:
        """`port` 0 takes any free one.

        Args:
            host: where to listen.
            port: of the server.
            allowed_hosts: names that lead here besides localhost.
            frames: sites that may show the page in a frame.
            shared: whether all who reach the page are one person.
            proxies: addresses and networks of those that are believed how somebody came.
            public: the address by which people reach it from anywhere.
            doors: ways to sign in there.
        """
        self._host = host
        self._port = port
        self._doors = doors
        self._guard = Guard(
            host,
            allowed_hosts,
            (*frames, *(site for door in doors for site in door.frames)),
            public=public,
            landings=[PARCEL, PAGE, FILE, *(path for door in doors for path in door.landings)],
        )
        self._shared = shared
        self._public = public
        self._forwarded = Forwarded(proxies)
        self._chats = Chats()
        self.connected = False

    async def run(self, service: Service) -> None:
        """Serves until cancelled.

        Raises:
            BadSetting: the address can't be listened on.
        """
        async with self.serving(service) as url:
            log.info("The page is at %s", url)
            await asyncio.Event().wait()

    @asynccontextmanager
    async def serving(self, service: Service) -> AsyncIterator[str]:
        """Serves while open; yields the page's address.

        Raises:
            BadSetting: the address can't be listened on.
        """
        handling = Handling()
        ways = handling.note, self._forwarded.read, self._guard.check
        app = web.Application(middlewares=ways, client_max_size=8192)
        app[SHARED] = self._shared
        app.on_response_prepare.append(self._guard.add_headers)
        routes = ChatRoutes(service, self._chats, self._doors)
        app.add_routes(routes.table())
        app.add_routes(ManyRoutes(service, self._chats, routes.acting).table())
        app.add_routes(ShareRoutes(service, routes.acting, self._public).table())
        app.add_routes(PictureRoutes(service, self._chats).table())
        for door in self._doors:
            app.add_routes(door.table(service))
        for strange in (BadContentDispositionHeader, BadContentDispositionParam):
            warnings.simplefilter("ignore", strange)  # it would put strangers' words into the log
        try:
            async with listening(app, self._host, self._port, "WEB") as port:
                self.connected = True
                try:
                    yield page_address(self._host, port)
                finally:
                    self.connected = False
                    await self._chats.close()
        finally:
            await handling.end()

    async def send(self, address: Address, card: Card) -> Receipt:
        """A new message at the end of the chat."""
        return self._put(address.chat, new_message_id(), card, address.message)

    async def edit(self, receipt: Receipt, card: Card) -> None:
        """The message, in its place, as it is now; one that the chat does not show any more stays away."""
        chat = self._chats.get(receipt.chat)
        for message in receipt.messages[:1]:
            if chat and chat.filled and whole(message) not in chat.messages:
                return
            self._put(receipt.chat, whole(message), card)

    async def remove(self, receipt: Receipt, instead: Card) -> None:
        """Takes the messages away."""
        if chat := self._chats.get(receipt.chat):
            for message in {whole(m) for m in receipt.messages}:
                chat.remove(message)

    async def deliver(self, address: Address, status: Receipt | None, card: Card, key: str) -> Receipt:
        """The status message turns into the result, so that nothing jumps and nothing comes twice."""
        return self._put(address.chat, result_id(status, key), card, address.message)

    async def admins(self, chat: str) -> Sequence[str]:
        """Nobody: each chat is one person's own."""
        return ()

    async def governs(self, person: str, chat: str) -> bool:
        """Nobody does."""
        return False

    async def alone(self, person: str) -> Address:
        """A browser is a person with a chat of their own."""
        return Address(platform=self.name, chat=person)

    async def let_go(self, chat: str) -> bool:
        """The open tabs show nothing of it any more, and choose nothing."""
        if shown := self._chats.get(chat):
            shown.forget()
        return True

    def pace(self, address: Address) -> float:
        """A browser next door takes a preview five times a second."""
        return 0.2

    def _put(self, person: str, message: str, card: Card, asked: str | None = None) -> Receipt:
        """Shows a card in the tabs that are open; with none, the store has it for the next one.

        `asked` is the person's message that it answers, None for what that was so far.
        """
        if chat := self._chats.get(person):
            answers = asked or chat.messages.get(message, {}).get("answers")
            chat.put(card_json(message, card, asked if card.refused else None, answers))
            if card.document:
                chat.attach(message, card.document, card.file_name)
        parts = tuple(part(message, i) for i in range(max(1, len(card.pictures))))
        return Receipt(platform=self.name, chat=person, messages=parts)


def new_message_id() -> str:
    """An id for a message."""
    return secrets.token_hex(8)
