"""A Discord on loopback: HTTP, multipart and the gateway for real, over simcord's model of what Discord would do.

What requests mean, which of them are refused and how, comes from simcord, which others wrote; here are the wire and
its troubles: dropped connections, rate limits, errors, files that are too large.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from fnmatch import fnmatch
from io import BytesIO
from types import SimpleNamespace
from typing import Any, Self, TypeVar

from aiohttp import BodyPartReader, web
from simcord._clock import Clock
from simcord.backend import Backend
from simcord.backend.cdn import CDN_BASE
from simcord.backend.errors import BackendError
from simcord.http import client as _routes  # noqa: F401 - importing it registers every route
from simcord.http.router import dispatch

from tests.patience import PATIENCE
from tests.wire.discord_gateway import Gateway
from tests.wire.leaving import may_leave

T = TypeVar("T")

API = "/api/v10"
TOKEN = "MTA.token.for-tests"


class RealTime(Clock):
    """The wall clock, which can be turned forward."""

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self.elapsed)


@dataclass
class Trouble:
    """What the next matching requests get instead of an answer."""

    method: str
    path: str
    status: int
    code: int = 0
    times: int | None = 1
    headers: dict[str, str] = field(default_factory=dict)
    body: dict[str, Any] = field(default_factory=dict)
    drop: bool = False
    after: bool = False


@dataclass(frozen=True)
class Request:
    """A request as it came over the wire."""

    method: str
    path: str
    json: Any
    files: tuple[tuple[str, bytes], ...]
    headers: dict[str, str]


class DiscordServer:
    """`async with DiscordServer() as discord:` serves `discord.url` until the end.

    Attributes:
        world: simcord's model: guilds, channels, messages, commands.
        gateway: the connections of the bot.
        requests: everything that was asked, in order.
        most_bytes: of one file; larger ones are refused as Discord refuses them.
        token: the only one that is let in.
        application: what its owner set in the portal, besides what is usual.
        claims: the size in bytes that every attachment claims, or None for the true one.
        fetched: paths of the files that were asked for.
    """

    def __init__(self, port: int = 0) -> None:
        self.world = Backend(clock=RealTime())
        self.world.bot_user.name = "Lukis"
        self.gateway = Gateway(self.world, self._touch)
        self.requests: list[Request] = []
        self.troubles: list[Trouble] = []
        self.most_bytes = 10_000_000
        self.token = TOKEN
        self.claims: int | None = None
        self.application: dict[str, Any] = {}
        self.fetched: list[str] = []
        self._port = port
        self._nonces: dict[tuple[str, str], Any] = {}
        self._changed = asyncio.Event()
        self.world.subscribers.append(lambda *_: self._touch())

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=1 << 30, middlewares=[may_leave])
        app.router.add_get("/gateway", self.gateway.serve)
        app.router.add_get("/cdn/{path:.*}", self._file)
        app.router.add_route("*", API + "/{path:.*}", self._answer)
        self._runner = web.AppRunner(app, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]
        self.gateway.url = f"ws://127.0.0.1:{self._port}/gateway"
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.gateway.drop()
        await self._runner.cleanup()

    @property
    def url(self) -> str:
        """What goes into DISCORD_API_URL."""
        return f"http://127.0.0.1:{self._port}"

    async def until(self, found: Callable[[], T | None], patience: float = PATIENCE) -> T:
        """Waits for something to be true and returns it."""
        async with asyncio.timeout(patience):
            while not (what := found()):
                await self.change()
        return what

    def file(self, attachment: Mapping[str, Any]) -> bytes:
        """What lies behind an attachment."""
        data = self.world.cdn.get(attachment["url"])
        assert data is not None
        return data

    async def change(self) -> None:
        """Waits until anything at all happens."""
        await self._changed.wait()

    def _touch(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    def trouble(self, method: str, path: str, status: int, **more: Any) -> Trouble:
        """Makes matching requests fail: `path` is a pattern such as "/webhooks/*/messages/*", or "/cdn/*" for files."""
        made = Trouble(method, path, status, **more)
        self.troubles.append(made)
        return made

    @contextmanager
    def broken(self, method: str = "*", path: str = "*", status: int = 503, **more: Any) -> Iterator[None]:
        """Makes matching requests fail inside the block."""
        made = self.trouble(method, path, status, times=None, **more)
        try:
            yield
        finally:
            self.troubles.remove(made)

    def asked(self, method: str, path: str) -> list[Request]:
        """The requests so far that match."""
        return [r for r in self.requests if r.method == method and fnmatch(r.path, path)]

    async def _answer(self, request: web.Request) -> web.Response:
        path = "/" + request.match_info["path"]
        body, files = await _read(request)
        self.requests.append(Request(request.method, path, body, tuple(files), dict(request.headers)))
        asyncio.get_running_loop().call_soon(self._touch)
        trouble = self._trouble(request.method, path)
        if trouble and trouble.drop and not trouble.after:
            return _hang_up(request)
        if trouble and not trouble.after:
            return _json(trouble.status, trouble.body or _error(trouble), trouble.headers)
        if not path.startswith(("/webhooks/", "/interactions/")) and request.headers.get("Authorization") != (
            f"Bot {self.token}"
        ):
            return _json(401, {"message": "401: Unauthorized", "code": 0})
        answer = self._dispatched(request, path, body, files)
        return _hang_up(request) if trouble else answer

    def _dispatched(
        self, request: web.Request, path: str, body: Any, files: list[tuple[str, bytes]]
    ) -> web.Response:
        if path == "/gateway/bot":
            return _json(200, self.gateway.limits)
        if any(len(data) > self.most_bytes for _, data in files):
            return _json(413, {"message": "Request entity too large", "code": 40005})
        if known := self._nonces.get(
            (path, str((body or {}).get("nonce"))) if isinstance(body, dict) else ("", "")
        ):
            return _json(200, known)
        try:
            answer = dispatch(
                self.world,
                request.method,
                path,
                json=body,
                params=dict(request.query),
                files=_uploads(body, files),
            )
        except BackendError as error:
            return _json(error.status, error.to_json())
        if path == "/oauth2/applications/@me":
            answer |= self.application
        if isinstance(body, dict) and body.get("enforce_nonce") and body.get("nonce"):
            self._nonces[path, str(body["nonce"])] = answer
        return web.Response(status=204) if answer is None else self._found(answer)

    def _found(self, answer: Any) -> web.Response:
        text = json.dumps(answer, default=str).replace(CDN_BASE, f"{self.url}/cdn")
        return _json(200, json.loads(text))

    def _trouble(self, method: str, path: str) -> Trouble | None:
        for trouble in self.troubles:
            if trouble.method in ("*", method) and fnmatch(path, trouble.path):
                if trouble.times is not None:
                    trouble.times -= 1
                    if trouble.times <= 0:
                        self.troubles.remove(trouble)
                return trouble
        return None

    async def _file(self, request: web.Request) -> web.Response:
        self.fetched.append(request.path)
        if trouble := self._trouble("GET", request.path):
            return _hang_up(request) if trouble.drop else web.Response(status=trouble.status)
        data = self.world.cdn.get(f"{CDN_BASE}/{request.match_info['path']}")
        return web.Response(status=404) if data is None else web.Response(body=data)


async def _read(request: web.Request) -> tuple[Any, list[tuple[str, bytes]]]:
    """The JSON and the files of a request."""
    if not request.content_type.startswith("multipart/"):
        text = await request.text()
        return (json.loads(text) if text else None), []
    body: Any = None
    files: list[tuple[str, bytes]] = []
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        if part.name == "payload_json":
            body = json.loads(await part.text())
        else:
            assert re.fullmatch(r"files\[\d+\]", part.name or ""), part.name
            files.append((part.filename or "", bytes(await part.read())))
    return body, files


def _uploads(body: Any, files: list[tuple[str, bytes]]) -> list[Any]:
    """Files as simcord's routes take them."""
    told = {str(a.get("id")): a for a in (body or {}).get("attachments") or []} if files else {}
    return [
        SimpleNamespace(fp=BytesIO(data), filename=name, description=told.get(str(i), {}).get("description"))
        for i, (name, data) in enumerate(files)
    ]


def _json(status: int, body: Any, headers: dict[str, str] | None = None) -> web.Response:
    """Discord says just `application/json`; with a charset discord.py would not read it."""
    told = {"Via": "1.1 test", **(headers or {})}
    response = web.Response(status=status, body=json.dumps(body).encode(), headers=told)
    response.headers["Content-Type"] = "application/json"
    return response


def _error(trouble: Trouble) -> dict[str, Any]:
    return {"message": "trouble made by a test", "code": trouble.code, "retry_after": 0.05, "global": False}


def _hang_up(request: web.Request) -> web.Response:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()
