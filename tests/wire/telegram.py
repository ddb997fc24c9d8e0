"""A small Bot API server on 127.0.0.1, with people in it.

    async with TelegramServer() as telegram:
        alice = telegram.person("Alice", language="ko")
        ...start a bot with TELEGRAM_API_URL=telegram.url and TELEGRAM_TOKEN=telegram.token, here or elsewhere...
        await alice.send("/imagine a red fox")
        photo = await alice.expect_photo()
        toast = await alice.press(photo, "Reroll")

It refuses what Telegram refuses; aiogram's models judge all that goes in and out, and leaving the `async with`
fails where they found fault. `fail` makes it misbehave.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.wire.leaving import may_leave
from tests.wire.telegram_check import METHODS, Violation, check_reply, read_request
from tests.wire.telegram_hook import Files, send
from tests.wire.telegram_methods import Methods
from tests.wire.telegram_people import Group, Person
from tests.wire.telegram_world import ApiError, Chat, Foreign, World, number_of

TOKEN = "4242:AAF-this_is_the_token_of_a_test_bot"


@dataclass(frozen=True)
class TooMany:
    """429, and how long to wait, in seconds."""

    seconds: int


@dataclass(frozen=True)
class Broken:
    """A 5xx of a proxy, with no JSON in it."""

    code: int = 502


@dataclass(frozen=True)
class Drop:
    """The connection breaks; with `after`, once Telegram has done what was asked."""

    after: bool = False


@dataclass(frozen=True)
class Slow:
    """The answer takes its time, in seconds."""

    seconds: float


@dataclass(frozen=True)
class Held:
    """The answer comes once that is set."""

    until: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(frozen=True)
class Says:
    """A plain refusal in Telegram's words."""

    code: int
    description: str


Fault = TooMany | Broken | Drop | Slow | Held | Says


@dataclass
class _Plan:
    method: str
    fault: Fault
    times: int
    befell: bool = False


@dataclass(frozen=True)
class Call:
    """A request as it came, and how it ended."""

    method: str
    params: dict[str, Any] = field(repr=False)
    status: int


class TelegramServer:
    """Serves the Bot API for one bot.

    Attributes:
        world: all that Telegram knows.
        calls: every request so far, in order.
        url, token: what the bot needs to know.
        methods: what the bot can do.
        judging: whether what goes in and out must be right for the Bot API of today.
    """

    def __init__(self, username: str = "LukisBot") -> None:
        self.world = World(username)
        self.calls: list[Call] = []
        self.violations: list[str] = []
        self.token = TOKEN
        self.judging = True
        self.methods = Methods(self.world)
        self._plans: list[_Plan] = []
        self._poll = 0
        self._runner = web.AppRunner(self._app(), shutdown_timeout=0.5, access_log=None)
        self._people = 0

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        self._sending = asyncio.create_task(send(self.world))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._sending.cancel()
        await self._runner.cleanup()
        if kind is None and self.violations:
            raise Violation("\n".join(self.violations))

    def person(self, name: str, language: str | None = "en") -> Person:
        """A new user, with a private chat to the bot."""
        self._people += 1
        chat = Chat(1000 + self._people, "private", name)
        self.world.chats[chat.id] = chat
        return Person(self.world, chat, name, language)

    def group(
        self, name: str, *members: Person, kind: str = "supergroup", topics: tuple[int, ...] = ()
    ) -> Group:
        """A new group with the bot in it; the first member is its creator."""
        self._people += 1
        chat = Chat(-1_000_000_000_000 - self._people, kind, name, topics=set(topics))
        chat.members = {p.id: "member" if i else "creator" for i, p in enumerate(members)}
        self.world.chats[chat.id] = chat
        return Group(self.world, chat)

    def channel(self, name: str) -> Group:
        """A new channel that the bot may write to."""
        return self.group(name, kind="channel")

    def fail(self, method: str, fault: Fault, times: int = 1) -> None:
        """The next `times` requests for that method ("sendPhoto", or "*" for any but polls) end so."""
        self._plans.append(_Plan(method.lower(), fault, times))

    def mend(self) -> None:
        """No request fails any more."""
        self._plans = []

    def spared(self, method: str) -> bool:
        """Whether a fault that is planned for that method has not befallen anybody yet."""
        return any(plan.method == method.lower() and not plan.befell for plan in self._plans)

    def count(self, method: str) -> int:
        """How many requests for that method there were."""
        return Counter(call.method for call in self.calls)[method.lower()]

    def _app(self) -> web.Application:
        app = web.Application(client_max_size=100 * 2**20, middlewares=[may_leave])
        app.router.add_route("*", "/bot{token}/{method}", self._serve)
        app.router.add_get("/file/bot{token}/photos/{file}", self._download)
        return app

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"].lower()
        try:
            self._admit(request)
            form, files = await _form(request)
            params = read_request(method, form)
        except Violation as error:
            self.violations.append(str(error))
            return _answer(ApiError(400, f"Bad Request: {error}"))
        except ApiError as error:
            return _answer(error)
        fault = self._fault(method)
        early = await self._misbehave(request, fault)
        done = await self._do(method, params, files) if early is None else early
        self.calls.append(Call(method, params, done.status))
        await self.world.touch()
        if early is None and isinstance(fault, Drop):
            _break(request)
        return done

    def _admit(self, request: web.Request) -> None:
        token, method = request.match_info["token"], request.match_info["method"].lower()
        if ":" not in token:
            raise ApiError(404, "Not Found")
        if token != self.token:
            raise ApiError(401, "Unauthorized")
        if method not in METHODS or not (method == "getupdates" or hasattr(self.methods, method)):
            raise ApiError(404, "Not Found: method not found")

    def _fault(self, method: str) -> Fault | None:
        for plan in self._plans:
            if plan.method == method or (plan.method == "*" and method != "getupdates"):
                plan.times -= 1
                plan.befell = True
                self._plans = [p for p in self._plans if p.times > 0]
                return plan.fault
        return None

    async def _misbehave(self, request: web.Request, fault: Fault | None) -> web.Response | None:
        match fault:
            case TooMany(seconds):
                text = f"Too Many Requests: retry after {seconds}"
                return _answer(ApiError(429, text, retry_after=seconds))
            case Broken(code):
                return web.Response(status=code, text="<html>Bad Gateway</html>", content_type="text/html")
            case Drop(after=False):
                _break(request)
                return web.Response(status=500)
            case Slow(seconds):
                await asyncio.sleep(seconds)
            case Held(until):
                await until.wait()
            case Says(code, description):
                return _answer(ApiError(code, description))
        return None

    async def _do(self, method: str, params: dict[str, Any], files: Files) -> web.Response:
        try:
            if method == "getupdates":
                result = await self._updates(params)
            else:
                result = getattr(self.methods, method)(params, files)
            if self.judging:
                judged = (
                    [u for u in result if not isinstance(u, Foreign)] if method == "getupdates" else result
                )
                check_reply(method, judged)
        except ApiError as error:
            return _answer(error)
        except Violation as error:
            self.violations.append(str(error))
            return _answer(ApiError(500, str(error)))
        return web.json_response({"ok": True, "result": result})

    async def _updates(self, params: dict[str, Any]) -> list[dict[str, Any]]:
        """Long polling; a newer poll ends an older one, as Telegram does it."""
        world, offset = self.world, int(params.get("offset", 0))
        if world.hook.url:
            raise ApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete it",
            )
        world.allowed = params.get("allowed_updates", world.allowed)
        world.updates = [u for u in world.updates if number_of(u) >= offset]
        self._poll += 1
        mine = self._poll
        await world.touch()
        await world.until(lambda: world.updates or self._poll != mine, float(params.get("timeout", 0)))
        if self._poll != mine:
            raise ApiError(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            )
        return world.updates[: int(params.get("limit", 100))]

    async def _download(self, request: web.Request) -> web.StreamResponse:
        file = self.world.files.get(request.match_info["file"])
        if request.match_info["token"] != self.token or file is None:
            return web.Response(status=404)
        early = await self._misbehave(request, self._fault("download"))
        return early or web.Response(body=file.data, content_type="application/octet-stream")


async def _form(request: web.Request) -> tuple[dict[str, Any], Files]:
    """Parameters and uploads. A file under a parameter's own name is that parameter."""
    form: dict[str, Any] = dict(request.query)
    files: Files = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = value.filename, value.file.read()
        else:
            form[name] = value
    attached = str(form)
    return form | {n: data for n, (_, data) in files.items() if f"attach://{n}" not in attached}, files


def _answer(error: ApiError) -> web.Response:
    body: dict[str, Any] = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        body["parameters"] = error.parameters
    return web.json_response(body, status=error.code)


def _break(request: web.Request) -> None:
    if request.transport:
        request.transport.abort()
