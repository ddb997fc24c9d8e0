"""A proxy as rented notebooks have one: questions and answers go through, WebSockets and other hosts' names don't."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

_HOP = {"host", "connection", "transfer-encoding", "content-length", "content-encoding", "upgrade"}


@asynccontextmanager
async def proxy(target: str, *, keeps_host: bool) -> AsyncIterator[str]:
    """Serves what is at `target`, which is told the proxy's name or, as some proxies do it, its own; the address."""

    async def forward(request: web.Request) -> web.Response:
        if "upgrade" in request.headers:
            raise web.HTTPInternalServerError(text="Not allowed")
        headers = {name: value for name, value in request.headers.items() if name.lower() not in _HOP}
        if keeps_host:
            headers["Host"] = request.host
        body = await request.read()
        asked = session.request(
            request.method, target.rstrip("/") + request.path_qs, headers=headers, data=body
        )
        async with asked as answer:
            told = [(n, v) for n, v in answer.headers.items() if n.lower() not in _HOP]
            return web.Response(status=answer.status, body=await answer.read(), headers=told)

    app = web.Application(client_max_size=2**26)
    app.router.add_route("*", "/{path:.*}", forward)
    async with ClientSession() as session, TestServer(app, host="localhost") as server:
        yield str(server.make_url("/"))
