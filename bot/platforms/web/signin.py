"""Signing in to the page: another platform vouches for somebody, and the browser is that person from then on.

A door is one way to do that: it checks what a platform says, and hands who it is to `enter`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from aiohttp import web

from bot.people import Person
from bot.ports import Service
from bot.vouching import LASTS, Sessions, Vouched

COOKIE = "lukis-in"
_SECRET = re.compile(r"[A-Za-z0-9_-]{43}")


class Used(Exception):
    """That proof has let somebody in before."""


class Door(Protocol):
    """One way to sign in.

    Attributes:
        name: of the platform that vouches, as in `Person.platform`.
        title: as people write it.
        path: where a person who wants to sign in is led; "" where they can't begin at the page.
        landings: paths of ours to which that platform's own pages lead people back.
        frames: sites that show the page in a frame, and people there sign in.
    """

    name: str
    title: str
    path: str
    landings: tuple[str, ...]
    frames: tuple[str, ...]

    def table(self, service: Service) -> Iterable[web.RouteDef]:
        """Its routes."""
        ...


async def enter(
    sessions: Sessions, request: web.Request, response: web.StreamResponse, vouched: Vouched
) -> None:
    """Lets the browser be that person. The same proof is good again where it has let them in, and nowhere else.

    Raises:
        Used: it has let in another.
    """
    if secret := await sessions.begin(vouched):
        _give(request, response, secret)
        return
    here = await signed_in(sessions, request)
    if here is None or here.identity != vouched.person.identity:
        raise Used()


async def leave(sessions: Sessions, request: web.Request, response: web.StreamResponse) -> None:
    """Lets the browser be nobody's again."""
    if secret := _secret(request):
        await sessions.end(secret)
    _give(request, response, "")


async def signed_in(sessions: Sessions, request: web.Request) -> Person | None:
    """Who has signed in in the browser that asks; None where nobody has."""
    if secret := _secret(request):
        return await sessions.who(secret)
    return None


def doors_json(doors: Iterable[Door], person: Person) -> Mapping[str, Any]:
    """What the page is told of signing in: who has, and where one can."""
    if person.platform != "web":
        return {"signed": {"platform": person.platform, "name": person.name}}
    return {"doors": [{"name": d.name, "title": d.title, "path": d.path} for d in doors if d.path]}


def _secret(request: web.Request) -> str | None:
    value = request.cookies.get(COOKIE, "")
    return value if _SECRET.fullmatch(value) else None


def _give(request: web.Request, response: web.StreamResponse, secret: str) -> None:
    """The cookie, for a page in a frame too: there a browser keeps it apart from the one outside.

    Other sites can make a browser send it; whatever they would have done is refused before it counts. It is written
    here as it goes over the wire: Python's own knows no `Partitioned` before 3.14.
    """
    lasts = int(LASTS) if secret else 0
    kept = "SameSite=None; Secure; Partitioned" if request.secure else "SameSite=Lax"
    response.headers.add("Set-Cookie", f"{COOKIE}={secret}; Max-Age={lasts}; Path=/; HttpOnly; {kept}")
