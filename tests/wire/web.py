"""The local page's server over a loopback socket, and browsers without a window that speak its wire."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from bot.bootstrap import Lukis, assemble
from bot.messages import Address, Incoming, Person
from bot.platforms.web.platform import WebPlatform
from bot.settings import Settings
from bot.translating import Translator
from engine.api.ports import Engine
from tests.chat import FakeTranslator
from tests.fakes import FakeEngine
from tests.patience import PATIENCE

Json = dict[str, Any]


@dataclass
class House:
    """A running Lukis with the page as its only platform."""

    url: str
    lukis: Lukis
    web: WebPlatform
    engine: Any

    @property
    def origin(self) -> str:
        """As a browser names it."""
        return self.url.rstrip("/")

    async def imagine(self, person: str, text: str) -> None:
        """A person's prompt, past the page: as fast as can be."""
        address = Address(platform="web", chat=person)
        await self.lukis.service.command(
            Incoming(Person("web", person, language="en"), address, text), "imagine"
        )


@asynccontextmanager
async def house(
    folder: Path,
    *,
    engine: Engine | None = None,
    translator: Translator | None = None,
    port: int = 0,
    **more: Any,
) -> AsyncIterator[House]:
    """Lukis over a data folder, its page on a free port; leaving it is a clean stop without grace."""
    told = {
        name: more.pop(name) for name in ("frames", "shared", "proxies", "public", "doors") if name in more
    }
    web = WebPlatform("127.0.0.1", port, more.pop("allowed_hosts", ()), **told)
    chosen = Settings.read(env_file=None, data_dir=folder, shutdown_grace=0, **({"samples": False} | more))
    engine = engine or FakeEngine()
    translator = translator or FakeTranslator()
    async with (
        assemble(chosen, engine=engine, translator=translator, platforms=[web]) as lukis,
        web.serving(lukis.service) as url,
    ):
        await lukis.service.runner.resume()
        yield House(url, lukis, web, engine)


@dataclass
class Browser:
    """One person's browser: a cookie jar, and what its open tab shows."""

    house: House
    session: aiohttp.ClientSession
    jar: aiohttp.CookieJar
    started: Json = field(default_factory=dict)
    messages: dict[str, Json] = field(default_factory=dict)
    frames: list[Json] = field(default_factory=list)
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    def ask(self, method: str, path: str, **more: Any) -> Any:
        """A request as the page makes it: with its origin."""
        headers = {"Origin": self.house.origin} if method == "POST" else {"Sec-Fetch-Site": "same-origin"}
        headers |= more.pop("headers", {})
        return self.session.request(method, self.house.origin + path, headers=headers, **more)

    async def get(self, path: str) -> Json:
        """The JSON of a route."""
        async with self.ask("GET", path) as answer:
            assert answer.status == 200, await answer.text()
            found: Json = await answer.json()
            return found

    async def send(
        self,
        text: str,
        *,
        picture: bytes | None = None,
        pictures: Mapping[str, bytes] | None = None,
        status: int = 200,
        **fields: str,
    ) -> Json:
        """Sends a message, with a picture that may be anything or with pictures by input; the answer."""
        form = aiohttp.FormData()
        form.add_field("id", fields.pop("id", secrets.token_hex(8)))
        form.add_field("text", text)
        for name, value in fields.items():
            form.add_field(name, value)
        files = pictures or ({} if picture is None else {"picture": picture})
        if len(files) > 1:
            form.add_field("pictures", " ".join(files))
        for name, data in files.items():
            form.add_field(name, data, filename="mine.png", content_type="image/png")
        form._is_multipart = True
        async with self.ask("POST", "/send", data=form) as answer:
            assert answer.status == status, await answer.text()
            told: Json = await answer.json()
            return told

    async def begin(self, path: str, field: str) -> asyncio.StreamWriter:
        """The first half of a form, which ends within that field; the connection that the rest would come over."""
        (cookie,) = self.jar
        place = self.house.origin.removeprefix("http://")
        host, port = place.split(":")
        head = (
            f"POST {path} HTTP/1.1\r\nHost: {place}\r\nOrigin: {self.house.origin}\r\n"
            f"Cookie: {cookie.key}={cookie.value}\r\n"
            "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000\r\n\r\n"
        )
        fields = {"id": secrets.token_hex(8), "text": "half a fox", field: "x" * 9000}
        parts = [f'--x\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}' for n, v in fields.items()]
        _, writer = await asyncio.open_connection(host, int(port))
        writer.write((head + "\r\n".join(parts)).encode())
        await writer.drain()
        return writer

    async def press(
        self, message: Json | None, label: str = "", *, payload: str = "", status: int = 200
    ) -> Json:
        """Presses a message's button with that label, or one with any payload."""
        rows = message.get("buttons", []) if message else []
        found = payload or next(b["payload"] for row in rows for b in row if label in b["label"])
        body = {"message": message["id"] if message else "", "payload": found}
        async with self.ask("POST", "/press", json=body) as answer:
            assert answer.status == status, await answer.text()
            told: Json = await answer.json()
            return told

    async def press_any(self) -> Json:
        """Presses a button that there never was, as fast as can be; the answer, whatever it is."""
        async with self.ask("POST", "/press", json={"message": "", "payload": "show:nothing"}) as answer:
            told: Json = await answer.json()
            return told

    async def picture(self, path: str) -> tuple[int, bytes]:
        """Status and bytes of a picture."""
        async with self.ask("GET", path) as answer:
            return answer.status, await answer.read()

    async def until(self, found: Callable[[Json], Any], patience: float = PATIENCE) -> Json:
        """The newest message for which that holds, as soon as there is one."""

        def newest() -> Json | None:
            return next((m for m in reversed(self.messages.values()) if found(m)), None)

        async with asyncio.timeout(patience), self.changed:
            while (message := newest()) is None:
                await self.changed.wait()
            return message

    async def painted(self, prompt: str, count: int = 1) -> Json:
        """The newest result of that prompt."""
        return await self.until(lambda m: m.get("prompt") == prompt and len(m.get("pictures", ())) == count)

    async def said(self, words: str) -> Json:
        """A message of ours with these words."""
        return await self.until(lambda m: not m.get("mine") and words in m.get("text", ""))

    async def listen(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        """Does with frames what the page does."""
        async for frame in socket:
            await self._hear([json.loads(frame.data)])

    async def ask_on(self, tab: str) -> None:
        """The same without a WebSocket, until it is cancelled."""
        while True:
            await self._hear((await self.get(f"/news?tab={tab}"))["frames"])

    async def _hear(self, frames: list[Json]) -> None:
        async with self.changed:
            for data in frames:
                self._take(data)
                self.frames.append(data)
            self.changed.notify_all()

    async def opened(self) -> None:
        """Until the page shows the chat."""
        async with asyncio.timeout(PATIENCE), self.changed:
            while not self.frames:
                await self.changed.wait()

    def _take(self, data: Json) -> None:
        match data["type"]:
            case "chat":
                self.messages = {m["id"]: m for m in data["messages"]}
            case "put":
                self.messages[data["message"]["id"]] = data["message"]
            case "remove":
                self.messages.pop(data["id"], None)


@asynccontextmanager
async def browser(
    at: House, *, jar: aiohttp.CookieJar | None = None, language: str = "en", sockets: bool = True
) -> AsyncIterator[Browser]:
    """A browser with the page open; with another's `jar`, it is another tab of that one.

    Without `sockets` it is where nothing but questions and answers comes through.
    """
    jar = aiohttp.CookieJar(unsafe=True) if jar is None else jar
    headers = {"Accept-Language": language}
    async with aiohttp.ClientSession(cookie_jar=jar, headers=headers) as session:
        person = Browser(at, session, jar)
        person.started = await person.get("/start")
        if not sockets:
            asking = asyncio.create_task(person.ask_on(secrets.token_hex(8)))
            try:
                await person.opened()
                yield person
            finally:
                asking.cancel()
                await asyncio.wait([asking])
            return
        async with session.ws_connect(at.origin + "/live", headers={"Origin": at.origin}) as socket:
            listening = asyncio.create_task(person.listen(socket))
            await person.opened()
            yield person
        await listening
