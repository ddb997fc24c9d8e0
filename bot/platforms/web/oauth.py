"""Signing in to the page by way of Discord: who that says somebody is, and that they began it in this very browser.

https://discord.com/developers/docs/topics/oauth2#authorization-code-grant. What is begun is kept nowhere: the state
that comes back says when that was, under a seal that only the browser's own cookie fits. No token is kept or logged.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
import secrets
import time
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

import aiohttp
from aiohttp import web
from pydantic import SecretStr

from bot.people import Person
from bot.platforms.web.guard import Rate
from bot.platforms.web.signin import Used, enter
from bot.ports import Service
from bot.proxies import through
from bot.reading import PIECE, TooLong, read_pieces
from bot.vouching import Vouched

GOOD_FOR = 600.0
"""Seconds from leaving for Discord in which somebody may come back."""

LONGEST = 15.0
"""Seconds for Discord's answers."""

COOKIE, BEGIN, BACK = "lukis-leaving", "/signin/discord", "/signin/discord/back"
REFUSED = "/#not-signed-in"
"""Where the page says that nothing came of it."""

_AUTHORIZE = "https://discord.com/oauth2/authorize"
_MOST_BYTES = 100_000
_SECRET = re.compile(r"[A-Za-z0-9_-]{43}")
_STATE = re.compile(r"(?P<said>(?P<at>[0-9]{1,12})\.[A-Za-z0-9_-]{22})\.(?P<seal>[A-Za-z0-9_-]{43})")
_CODE = re.compile(r"[A-Za-z0-9_.-]{1,200}")
_ID = re.compile(r"[0-9]{1,20}")


class NotTold(Exception):
    """Discord has not said who that is."""


class DiscordDoor:
    """Lets in whoever signs in with Discord, as the person that they are there."""

    name = "discord"
    title = "Discord"
    path = BEGIN
    landings: tuple[str, ...] = (BACK,)
    frames: tuple[str, ...] = ()

    def __init__(
        self,
        application: str,
        secret: SecretStr,
        public: str,
        api_url: str | None = None,
        proxy: str | None = None,
    ) -> None:
        """`application` and `secret` are as Discord's portal shows them, `public` is the address of the page; `api_url`
        is what answers in place of `https://discord.com`, `proxy` is on the way there."""
        self._application = application
        self._secret = secret
        self._back = f"{public}{BACK}"
        self._api = f"{(api_url or 'https://discord.com').rstrip('/')}/api/v10"
        self._proxy = proxy
        self._rate = Rate(burst=10, per_second=0.5)

    def table(self, service: Service) -> Iterable[web.RouteDef]:
        """The way there, and the way back."""

        async def begin(request: web.Request) -> web.Response:
            browser = secrets.token_urlsafe(32)
            response = web.Response(status=303, headers={"Location": self.leads_to(browser, time.time())})
            _give(request, response, browser)
            return response

        async def back(request: web.Request) -> web.Response:
            response = web.Response(status=303, headers={"Location": "/"})
            try:
                cookie, whence = request.cookies.get(COOKIE, ""), request.remote or ""
                told = await self.vouched(request.query, cookie, time.time(), whence)
                await enter(service.sessions, request, response, told)
            except (NotTold, Used):
                response = web.Response(status=303, headers={"Location": REFUSED})
            _give(request, response, "")
            return response

        return web.get(BEGIN, begin), web.get(BACK, back)

    def leads_to(self, browser: str, now: float) -> str:
        """Discord's page that asks somebody; `browser` is the secret of their browser's cookie."""
        said = f"{int(now)}.{secrets.token_urlsafe(16)}"
        state = f"{said}.{self._sealed('state', said, browser)}"
        proof = hashlib.sha256(self._sealed("verifier", state, browser).encode()).digest()
        asked = {
            "response_type": "code",
            "client_id": self._application,
            "scope": "identify",
            "state": state,
            "redirect_uri": self._back,
            "prompt": "none",
            "code_challenge": _text(proof),
            "code_challenge_method": "S256",
        }
        return f"{_AUTHORIZE}?{urlencode(asked)}"

    async def vouched(self, query: Mapping[str, str], browser: str, now: float, whence: str = "") -> Vouched:
        """Who came back, of what the address says; `now` in seconds since 1970. `whence` is the internet address that
        they come from: none takes the turns of another.

        Raises:
            NotTold: they did not begin here, in this browser and of late; they declined; or Discord says no.
        """
        state = _STATE.fullmatch(query.get("state", ""))
        if state is None or not _SECRET.fullmatch(browser):
            raise NotTold("nothing was begun")
        if not hmac.compare_digest(state["seal"], self._sealed("state", state["said"], browser)):
            raise NotTold("it was not begun here")
        if not 0 <= now - int(state["at"]) <= GOOD_FOR:
            raise NotTold("it was begun long ago")
        code = query.get("code", "")
        if not _CODE.fullmatch(code) or not self._rate.allow(whence):
            raise NotTold("there is no code, or there are too many")
        person = await self._who(code, self._sealed("verifier", state[0], browser))
        return Vouched(person, f"discord {state[0]}")

    def _sealed(self, what: str, text: str, browser: str) -> str:
        key = self._secret.get_secret_value().encode()
        return _text(hmac.digest(key, f"{what} {text} {browser}".encode(), "sha256"))

    async def _who(self, code: str, verifier: str) -> Person:
        form = {
            "client_id": self._application,
            "client_secret": self._secret.get_secret_value(),
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._back,
            "code_verifier": verifier,
        }
        try:
            async with aiohttp.ClientSession(
                timeout=aiohttp.ClientTimeout(LONGEST), **through(self._proxy)
            ) as session:
                asking = session.post(f"{self._api}/oauth2/token", data=form, allow_redirects=False)
                token = (await _told(asking))["access_token"]
                if not isinstance(token, str) or not _CODE.fullmatch(token):
                    raise NotTold("that is no token")
                headers = {"Authorization": f"Bearer {token}"}
                asking = session.get(f"{self._api}/users/@me", headers=headers, allow_redirects=False)
                return _person(await _told(asking))
        except (OSError, ValueError, LookupError, TypeError, aiohttp.ClientError, TooLong) as error:
            raise NotTold(f"Discord does not say: {type(error).__name__}") from None


async def _told(asking: Any) -> Any:
    """What Discord answers, where it says yes."""
    async with asking as response:
        if response.status != 200:
            raise NotTold(f"Discord answers {response.status}")
        data = await read_pieces(response.content.iter_chunked(PIECE), _MOST_BYTES)
        return json.loads(data)


def _person(user: Mapping[str, Any]) -> Person:
    own, name, language = user["id"], user.get("global_name") or user["username"], user.get("locale")
    if not isinstance(own, str) or not _ID.fullmatch(own) or user.get("bot") or not isinstance(name, str):
        raise NotTold("that is nobody whom we could know")
    return Person("discord", own, name, language if isinstance(language, str) else None)


def _give(request: web.Request, response: web.Response, browser: str) -> None:
    """The cookie by which the browser is known that somebody left in; it is sent when Discord leads them back."""
    lasts = int(GOOD_FOR) if browser else 0
    response.set_cookie(
        COOKIE, browser, max_age=lasts, path=BEGIN, httponly=True, samesite="Lax", secure=request.secure
    )


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")
