"""What the page's server lets in: its own page in the browser it gave a cookie to, and no other site."""

from __future__ import annotations

import hashlib
import ipaddress
import re
import secrets
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from urllib.parse import urlsplit

from aiohttp import web

from bot.messages import Person

COOKIE = "lukis"

SHARED = web.AppKey("shared", bool)
"""Whether all who reach the page are one person, who needs no cookie: frames in other sites often get none."""

_EVERYONE = "everyone"
_SECRET = re.compile(r"[A-Za-z0-9_-]{43}")
_HOST = re.compile(r"(?:(?P<name>[A-Za-z0-9.-]+)|\[(?P<address>[0-9a-fA-F:.]+)\])(?::\d{1,5})?")
_LONGEST_TAG = 40
_YEAR = 365 * 24 * 3600

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'self'",
            "img-src 'self' data: blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
        )
    ),
    "Server": "Lukis",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""On every answer, its policy with a word on frames."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Guard:
    """Refuses foreign hosts (DNS rebinding) and foreign origins (forged requests) before anything else looks."""

    def __init__(
        self,
        host: str,
        allowed_hosts: Iterable[str] = (),
        frames: Iterable[str] = (),
        *,
        public: str | None = None,
        landings: Iterable[str] = (),
    ) -> None:
        """`host` is what the server is bound to; `allowed_hosts` are more names that lead to it.

        `frames` are the sites that may show the page in a frame. `public` is the address by which people reach the
        page; `landings` are paths besides the page's own to which other sites may lead them.
        """
        names = {name.lower() for name in allowed_hosts}
        known = {public.lower()} if public else set()
        self._names = {"localhost", host.lower(), *names, *(_hostname(urlsplit(p).netloc) for p in known)}
        self._origins = {f"https://{name}" for name in names} | known  # where a proxy gives us another Host
        self._landings = {"/", *landings}
        policy = "Content-Security-Policy"
        framed = " ".join(frames) or "'none'"
        self._headers = {**HEADERS, policy: f"{HEADERS[policy]}; frame-ancestors {framed}"}

    @web.middleware
    async def check(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """The middleware."""
        name = _hostname(request.host)
        if not self._knows(name):
            raise web.HTTPForbidden(
                text=f"This name does not lead here; if it is to, put it into WEB_NAMES: {name}"
            )
        if not self._own_page(request):
            raise web.HTTPForbidden(text="Another site asked for this.")
        return await handler(request)

    def _knows(self, hostname: str) -> bool:
        """Names must be known; an address can't be rebound to another place."""
        if hostname in self._names:
            return True
        try:
            ipaddress.ip_address(hostname)
        except ValueError:
            return False
        return True

    def _own_page(self, request: web.Request) -> bool:
        """Whether our page asks, or a person who types or follows the page's address."""
        changes = (
            request.method not in ("GET", "HEAD")
            or "upgrade" in request.headers.get("Connection", "").lower()
        )
        origin = request.headers.get("Origin")
        if changes or origin is not None:
            here = {f"{s}://{request.host.lower()}" for s in ("http", "https")}
            return origin is not None and origin.lower() in here | self._origins
        site = request.headers.get("Sec-Fetch-Site", "none")
        return site in ("same-origin", "none") or request.path in self._landings

    async def add_headers(self, request: web.Request, response: web.StreamResponse) -> None:
        """A signal handler for every response that is about to be sent."""
        response.headers.update({k: v for k, v in self._headers.items() if k not in response.headers})


def _hostname(host: str) -> str:
    match = _HOST.fullmatch(host)
    return (match["name"] or match["address"]).lower() if match else ""


def new_secret() -> str:
    """A cookie for somebody new: 256 bits that nobody can guess."""
    return secrets.token_urlsafe(32)


def secret_of(request: web.Request) -> str | None:
    """What tells who asks: the cookie that the browser sent; None where it is none of ours."""
    if request.app[SHARED]:
        return _EVERYONE
    value = request.cookies.get(COOKIE, "")
    return value if _SECRET.fullmatch(value) else None


def give_cookie(request: web.Request, response: web.StreamResponse, secret: str) -> None:
    """Makes the browser remember who it is, for a year from now."""
    if secret == _EVERYONE:
        return
    response.set_cookie(
        COOKIE, secret, max_age=_YEAR, httponly=True, samesite="Strict", secure=request.secure, path="/"
    )


def person_of(secret: str, languages: str | None) -> Person:
    """Who has that cookie. Their id is made from it one way: it may be shown and logged, the cookie may not.

    Args:
        languages: the Accept-Language header.
    """
    return Person("web", hashlib.sha256(secret.encode()).hexdigest()[:16], language=_preferred(languages))


def chat_of(person: Person) -> str:
    """The id of a person's chat on the page. Whoever has signed in is called there what every platform calls them."""
    return person.id if person.platform == "web" else person.identity


def _preferred(languages: str | None) -> str | None:
    """The first tag of an Accept-Language header; browsers list the best first."""
    match = re.match(
        r"([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})\b", (languages or "").lstrip()[:_LONGEST_TAG]
    )
    return match[1] if match else None


class Rate:
    """How often one person may act: `burst` times at once, then `per_second` on average."""

    def __init__(self, burst: int, per_second: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._burst = burst
        self._per_second = per_second
        self._clock = clock
        self._full_at: dict[str, float] = {}

    def allow(self, person: str) -> bool:
        """Takes one turn; False where there is none left."""
        now = self._clock()
        full_at = max(self._full_at.get(person, now), now) + 1 / self._per_second
        if full_at - now > self._burst / self._per_second + 1e-9:
            return False
        self._forget(now)
        self._full_at[person] = full_at
        return True

    def _forget(self, now: float) -> None:
        """Drops those whose turns are all back, once there are many."""
        if len(self._full_at) > 1000:
            self._full_at = {p: t for p, t in self._full_at.items() if t > now}
