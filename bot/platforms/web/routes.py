"""The chat, route by route: people act by POST, and see what comes of it over one WebSocket.

Where something between passes no WebSocket on, the page asks for news again and again instead.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TypeVar

from aiohttp import web

from bot.errors import NotFound
from bot.messages import Address, Incoming, Person, Press, Receipt
from bot.platforms.web.chats import MOST_TABS, Chat, Chats, SocketTab, Tab
from bot.platforms.web.files import begins, read_page, squeezed, version
from bot.platforms.web.guard import Rate, chat_of, give_cookie, new_secret, person_of, secret_of
from bot.platforms.web.known import more_json, start_json
from bot.platforms.web.news import Asking
from bot.platforms.web.read import Malformed, Sent, answer, read_press, read_sent, refusal, visitor
from bot.platforms.web.render import (
    LONGEST_SAID,
    actions_of,
    card_json,
    page_payload,
    rebuilt,
    said_json,
    told_json,
    whole,
)
from bot.platforms.web.signin import Door, doors_json, leave, signed_in
from bot.ports import Service

T = TypeVar("T")

_COMMAND = re.compile(r"/([^\s/]{1,40})(?:\s+(.*))?", re.DOTALL)
_WORD = re.compile(r"\bpage-[a-z-]+[a-z]\b")
_TAB = re.compile(r"[0-9a-f]{16}")
_REBUILT_JOBS = 40
_WORKER = "worker.js"
"""The file that stands in for the whole page where the server can't be reached."""


class ChatRoutes:
    """The page's own files, and a chat for whoever has a cookie."""

    def __init__(self, service: Service, chats: Chats, doors: Sequence[Door] = ()) -> None:
        self._service = service
        self._doors = doors
        self._chats = chats
        self._asking = Asking(chats)
        self._page = read_page()
        self._version = version(self._page)
        self._words = self._words_of(begins(self._page))
        self._more = sorted({*self._words_of(self._page)} - {*self._words})
        self._rate = Rate(burst=20, per_second=2)

    def table(self) -> Iterable[web.RouteDef]:
        """All of them."""
        return (
            web.get("/", self.index),
            web.get(r"/page/{name:[\w.-]{1,60}}", self.file),
            web.get("/start", self.start),
            web.get("/more", self.more),
            web.get("/live", self.live),
            web.get("/news", self.news),
            web.post("/send", self.send),
            web.post("/press", self.press),
            web.post("/told", self.told),
            web.post("/signout", self.sign_out),
        )

    async def index(self, request: web.Request) -> web.Response:
        """The page. It gives no cookie: a browser that comes from another site does not show the one it has."""
        return self._page["index.html"].answer(request)

    async def file(self, request: web.Request) -> web.Response:
        """One of the files that were read at the start; a name, not a path."""
        found = self._page.get(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound()
        answered = found.answer(request)
        if request.match_info["name"] == _WORKER:
            answered.headers["Service-Worker-Allowed"] = "/"
        return answered

    async def start(self, request: web.Request) -> web.Response:
        """Words, parameters, models: all that the page is made of; and a cookie for whoever has none."""
        secret = secret_of(request) or new_secret()
        signed = await signed_in(self._service.sessions, request)
        person = signed or person_of(secret, request.headers.get("Accept-Language"))
        language = await self._service.language(person)
        styles = await self._service.styles(person)
        known = start_json(self._service, person, language, self._words, styles)
        response = answer({**known, **doors_json(self._doors, person), "version": self._version})
        if signed is None:
            give_cookie(request, response, secret)
        return squeezed(request, response)

    async def more(self, request: web.Request) -> web.Response:
        """The words of what comes later than the page itself."""
        person = await visitor(self._service, request)
        language, styles = await self._service.language(person), await self._service.styles(person)
        return squeezed(request, answer(more_json(self._service, language, self._more, styles)))

    def _words_of(self, names: Iterable[str]) -> list[str]:
        """The messages that these files of the page say."""
        texts = (self._page[name].data.decode() for name in names if name.endswith((".html", ".js")))
        return sorted({word for text in texts for word in _WORD.findall(text)})

    async def send(self, request: web.Request) -> web.Response:
        """Takes a message, perhaps with pictures; the same one twice counts once."""
        person = await self.acting(request)
        sent = await self._readable(person, read_sent(request))
        address = address_of(person, sent)
        chat = self._chats.keep(chat_of(person))
        if sent.id in chat.messages:
            return answer({})
        chat.put(said_json(address, sent.thumb))
        await self._pass_on(Incoming(person, address, sent.text, sent.attachments, sent.reply))
        await self._keep_language(person)
        return answer({})

    async def _pass_on(self, incoming: Incoming) -> None:
        """Commands as they are named; plain words are a prompt, which is this platform's own comfort.

        A picture alone is none.
        """
        if command := _COMMAND.fullmatch(incoming.text):
            if not await self._service.command(replace(incoming, text=command[2] or ""), command[1]):
                await self._service.message(replace(incoming, text="", reply_to=None))
        elif incoming.reply_to or (incoming.attachments and not incoming.text):
            await self._service.message(incoming)
        else:
            await self._service.command(incoming, "imagine")

    async def told(self, request: web.Request) -> web.Response:
        """How the picture in a form was made, as its file says: for the box and the form of settings."""
        person = await self.acting(request)
        sent = await self._readable(person, read_sent(request))
        found = await self._service.restored(Incoming(person, address_of(person, sent), "", sent.attachments))
        if isinstance(found, str):
            raise refusal(found, 400)
        return answer({"words": found.words, "flags": dict(found.flags), "notes": found.notes})

    async def press(self, request: web.Request) -> web.Response:
        """Does what a button says."""
        person = await self.acting(request)
        message, payload = await self._readable(person, read_press(request))
        self._chats.keep(chat_of(person))
        receipt = Receipt(platform="web", chat=chat_of(person), messages=(whole(message),) if message else ())
        press = Press(person, Address(platform="web", chat=chat_of(person)), payload, receipt)
        toast = await self._service.press(press)
        await self._keep_language(person)
        return answer(told_json(toast))

    async def sign_out(self, request: web.Request) -> web.Response:
        """Whoever has signed in is no longer here."""
        response = answer({})
        await leave(self._service.sessions, request, response)
        return response

    async def _keep_language(self, person: Person) -> None:
        """Lets all tabs speak the language that the person may just have chosen."""
        if chat := self._chats.get(chat_of(person)):
            before, language = chat.language, await self._service.language(person)
            if before not in (None, language):
                await self._tell_anew(chat, person)
            chat.speak(language)

    async def _tell_anew(self, chat: Chat, person: Person) -> None:
        """Lets pictures, and pages of the history, be told in the language of now; answers stay as they were given."""
        for message in list(chat.messages.values()):
            receipt = Receipt(platform="web", chat=chat_of(person), messages=(message["id"],))
            if payload := page_payload(message):
                address = Address(platform="web", chat=chat_of(person))
                await self._service.press(Press(person, address, payload, receipt))
            elif not {"cancel", "undo"} & actions_of(message):
                with suppress(NotFound):
                    card = await self._service.shown(person, receipt)
                    if card and chat.messages.get(message["id"]) is message:  # it may have changed meanwhile
                        chat.put(card_json(message["id"], card))

    async def live(self, request: web.Request) -> web.WebSocketResponse:
        """The chat as it is, then every change of it."""
        person = await visitor(self._service, request)
        socket = web.WebSocketResponse(heartbeat=25.0, max_msg_size=4096)
        await socket.prepare(request)
        tab = SocketTab(socket)
        chat = self._chats.open(chat_of(person), tab)
        try:
            if len(chat.tabs) <= MOST_TABS:
                await self._greet(chat, tab, person)
                await self._attend(tab, socket, person)
        finally:
            chat.tabs.discard(tab)
            await tab.close()
        return socket

    async def news(self, request: web.Request) -> web.Response:
        """The same without a WebSocket: the chat as it is, at a tab's next question what has changed since."""
        person = await visitor(self._service, request)
        name = request.query.get("tab", "")
        if not _TAB.fullmatch(name):
            say = await self._service.say(person)
            raise refusal(say("page-malformed"), 400)
        async with self._asking.by(chat_of(person), name) as (chat, tab, known):
            if len(chat.tabs) > MOST_TABS:
                say = await self._service.say(person)
                raise refusal(say("page-too-fast"), 429)
            if not known:
                await self._greet(chat, tab, person)
            return answer({"frames": await self._asking.heard(tab)})

    async def _greet(self, chat: Chat, tab: Tab, person: Person) -> None:
        """Shows a new tab the chat as it is."""
        await self._fill(chat, person)
        chat.language = language = await self._service.language(person)
        tab.show("chat", chat.snapshot() | {"version": self._version, "language": language})

    async def _attend(self, tab: SocketTab, socket: web.WebSocketResponse, person: Person) -> None:
        """Tells what changes until the page has gone."""
        pump = asyncio.create_task(tab.pump())
        try:
            async for _ in socket:  # the page sends nothing here: whatever comes gets one sentence
                if not self._rate.allow(person.key):
                    return
                say = await self._service.say(person)
                tab.show("toast", {"type": "toast", "text": say("page-malformed")})
        finally:
            pump.cancel()
            with suppress(asyncio.CancelledError, ConnectionError):
                await pump

    async def _fill(self, chat: Chat, person: Person) -> None:
        """Rebuilds from the store what an earlier run, or an earlier day, has shown."""
        async with chat.filling:
            if not chat.filled:
                at = Address(platform="web", chat=chat_of(person))
                earlier = await self._service.chat(person, limit=_REBUILT_JOBS, at=at)
                chat.fill(message for asked in reversed(earlier) for message in rebuilt(asked))

    async def acting(self, request: web.Request) -> Person:
        """Who asks for something to be done, if they don't ask too often."""
        person = await visitor(self._service, request)
        if not self._rate.allow(person.key):
            say = await self._service.say(person)
            raise refusal(say("page-too-fast"), 429)
        return person

    async def _readable(self, person: Person, reading: Awaitable[T]) -> T:
        try:
            return await reading
        except Malformed:
            say = await self._service.say(person)
            raise refusal(say("page-malformed"), 400) from None


def address_of(person: Person, sent: Sent) -> Address:
    """Where a message is answered, with what it takes to show it again."""
    data = {
        "said": sent.text[:LONGEST_SAID],
        "reply": sent.reply or "",
        "event": f"{chat_of(person)}/{sent.id}",
    }
    return Address(platform="web", chat=chat_of(person), message=sent.id, data=data)
