"""What a proxy tells of a visitor, where it is one that may: whether they came over TLS."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable

from aiohttp import web

from bot.platforms.web.guard import Handler

TOLD = "X-Forwarded-Proto"


class Forwarded:
    """Believes the proxies that are named, and nobody else: anybody may send such a header."""

    def __init__(self, proxies: Iterable[str]) -> None:
        """`proxies` are addresses and networks."""
        self._trusted = tuple(map(ipaddress.ip_network, proxies))

    @web.middleware
    async def read(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """The middleware. A cookie that was given over TLS is sent over nothing else then."""
        if request.headers.get(TOLD, "").strip().lower() == "https" and self._is_trusted(request.remote):
            request = request.clone(scheme="https")
        return await handler(request)

    def _is_trusted(self, remote: str | None) -> bool:
        try:
            address = ipaddress.ip_address(remote or "")
        except ValueError:
            return False
        return any(address in network for network in self._trusted)
