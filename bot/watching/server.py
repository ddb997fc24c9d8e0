"""What answers from outside: /metrics for Prometheus, /healthz and /readyz for whoever restarts what hangs."""

from __future__ import annotations

import asyncio
import logging
import shutil
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

from aiohttp import web
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from bot.errors import NoStore
from bot.ports import Platform
from bot.store import Store
from bot.watching.counting import AsItIs, Counting, Now
from bot.watching.options import CantListen
from engine.api.devices import any_ready
from engine.api.ports import Engine

log = logging.getLogger(__name__)

LOOK = 0.5
"""Seconds between two looks at how late the event loop is."""


class Outside:
    """Answers those who look after the program, not those who talk to it."""

    def __init__(
        self, registry: CollectorRegistry, engine: Engine, store: Store, platforms: Sequence[Platform]
    ) -> None:
        """`registry` has what is counted; all else is looked up when it is asked for."""
        self._registry = registry
        self._engine = engine
        self._store = store
        self._platforms = platforms

    @asynccontextmanager
    async def serving(self, host: str, port: int) -> AsyncIterator[int]:
        """Serves while open; yields the port, which is any free one where 0 was asked for.

        Raises:
            CantListen: it can't be listened on.
        """
        app = web.Application()
        app.add_routes(
            [
                web.get("/metrics", self._metrics),
                web.get("/healthz", self._healthz),
                web.get("/readyz", self._readyz),
            ]
        )
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            try:
                await web.TCPSite(runner, host, port).start()
            except (OSError, UnicodeError) as error:
                why = getattr(error, "strerror", None) or error
                raise CantListen(f"{port} can't be listened on at {host}: {why}") from error
            there = int(runner.addresses[0][1])
            log.info("Metrics are at port %d of %s", there, host)
            yield there
        finally:
            await runner.cleanup()

    async def now(self) -> Now:
        """How all is."""
        jobs = deliveries = free = None
        if (
            writable := self._writable()
        ):  # else there may be no database to ask, and asking would make an empty one
            with suppress(NoStore):
                jobs = await self._store.jobs.open_now()
                deliveries = await self._store.deliveries.open_now()
        with suppress(OSError):
            free = shutil.disk_usage(self._store.root).free
        return Now(jobs, deliveries, writable, free, self._connected(), tuple(self._engine.devices()))

    async def _metrics(self, request: web.Request) -> web.Response:
        looked_up = CollectorRegistry(auto_describe=False)
        looked_up.register(AsItIs(await self.now()))
        body = generate_latest(self._registry) + generate_latest(looked_up)
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})

    async def _healthz(self, request: web.Request) -> web.Response:
        """It is the event loop that answers: where that hangs, nobody does."""
        return web.json_response({"loop": True})

    async def _readyz(self, request: web.Request) -> web.Response:
        """Whether a picture that is asked for now would be drawn and delivered, and what is in its way if not."""
        parts = {"engine": any_ready(self._engine.devices()), "store": self._writable()}
        told = parts | self._connected()
        return web.json_response(told, status=200 if all(told.values()) else 503)

    def _writable(self) -> bool:
        """Whether a job that comes now could be kept."""
        try:
            self._store.watch.check()
        except NoStore:
            return False
        return self._store.db.writable

    def _connected(self) -> dict[str, bool]:
        return {platform.name: platform.connected for platform in self._platforms}


async def mind_the_loop(counting: Counting) -> None:
    """Looks again and again how late the event loop is, until cancelled."""
    while True:
        due = time.perf_counter() + LOOK
        await asyncio.sleep(LOOK)
        counting.late(max(0.0, time.perf_counter() - due))
