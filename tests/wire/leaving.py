"""Bots that leave while a wire server still hears them, as one that stops may."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web

NOBODY = 499
"""The status of an answer that nobody waits for any more."""


@web.middleware
async def may_leave(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Keeps a connection that ends in the midst of its request out of the log: what stands there is the bot's."""
    try:
        return await handler(request)
    except ConnectionError:
        return web.Response(status=NOBODY)
