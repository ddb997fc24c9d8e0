"""Discord's side of signing in, on loopback: people agree on its page, and it tells who they are for a code, once."""

from __future__ import annotations

import base64
import hashlib
import secrets
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from aiohttp import web

APPLICATION, SECRET = "1015", "a-client-secret-for-tests"


@dataclass
class Agreed:
    """What a code stands for."""

    user: dict[str, Any]
    back: str
    challenge: str


@dataclass
class OAuthServer:
    """`async with OAuthServer() as discord:` answers at `discord.url`.

    Attributes:
        asked: paths, in order.
        answers: what it says in place of what is right, by path: a status and a body.
    """

    codes: dict[str, Agreed] = field(default_factory=dict)
    tokens: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    answers: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    url: str = ""

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_post("/api/v10/oauth2/token", self._token)
        app.router.add_get("/api/v10/users/@me", self._me)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self._runner.cleanup()

    def agree(self, leads_to: str, user: dict[str, Any]) -> str:
        """Somebody agrees on the page that they were led to: the path of ours to which they are led back."""
        page = urlsplit(leads_to)
        assert f"{page.scheme}://{page.netloc}{page.path}" == "https://discord.com/oauth2/authorize"
        said = {name: value for name, (value,) in parse_qs(page.query).items()}
        assert said["client_id"] == APPLICATION and said["response_type"] == "code"
        assert said["scope"] == "identify", "nothing more is asked for"
        assert said["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe(22)
        self.codes[code] = Agreed(user, said["redirect_uri"], said["code_challenge"])
        back = urlsplit(said["redirect_uri"])
        return f"{back.path}?code={code}&state={said['state']}"

    def _instead(self, request: web.Request) -> web.Response | None:
        self.asked.append(request.path)
        status, body = self.answers.get(request.path, (0, b""))
        return web.Response(status=status, body=body, content_type="application/json") if status else None

    async def _token(self, request: web.Request) -> web.Response:
        if instead := self._instead(request):
            return instead
        form = await request.post()
        agreed = self.codes.pop(str(form["code"]), None)
        proof = base64.urlsafe_b64encode(hashlib.sha256(str(form["code_verifier"]).encode()).digest())
        right = (
            agreed is not None
            and (form["client_id"], form["client_secret"]) == (APPLICATION, SECRET)
            and form["grant_type"] == "authorization_code"
            and form["redirect_uri"] == agreed.back
            and proof.decode().rstrip("=") == agreed.challenge
        )
        if agreed is None or not right:
            return web.json_response({"error": "invalid_grant"}, status=400)
        token = secrets.token_urlsafe(22)
        self.tokens[token] = agreed.user
        return web.json_response({"access_token": token, "token_type": "Bearer", "expires_in": 604800})

    async def _me(self, request: web.Request) -> web.Response:
        if instead := self._instead(request):
            return instead
        user = self.tokens.get(request.headers["Authorization"].removeprefix("Bearer "))
        return web.json_response(user or {}, status=200 if user else 401)
