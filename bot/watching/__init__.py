"""How Lukis is seen from outside: what is asked for in the settings, and nothing of it where nothing is."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from bot.ports import Platform
from bot.store import Store
from bot.translating import Translator
from bot.watching.happenings import Happening, Watch
from bot.watching.options import WatchOptions
from engine.api.ports import Engine

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Parts:
    """What the program is made of, as far as one can see how it does.

    Attributes:
        port: where the metrics are, where they are served.
    """

    engine: Engine
    translator: Translator
    store: Store
    platforms: Sequence[Platform]
    port: int | None = None


@asynccontextmanager
async def watched(options: WatchOptions, parts: Parts) -> AsyncIterator[Parts]:
    """The same parts, with somebody who watches each of them where the settings ask for that.

    Raises:
        CantListen: the port of the metrics can't be had.
    """
    watches: list[Watch] = []
    async with AsyncExitStack() as stack:
        port = (
            await stack.enter_async_context(_metrics(options, parts, watches))
            if options.port is not None
            else None
        )
        if options.traces:
            from bot.watching.tracing import Tracing

            tracing = Tracing(options.traces, options.headers)
            stack.push_async_callback(tracing.close)
            watches.append(tracing.hear)
        yield _with_watches(parts, watches, port) if watches else parts


@asynccontextmanager
async def _metrics(options: WatchOptions, parts: Parts, watches: list[Watch]) -> AsyncIterator[int]:
    from bot.watching.counting import Counting, registry_of
    from bot.watching.server import Outside, mind_the_loop

    registry = registry_of()
    counting = Counting(registry, lambda: {card.name for card in parts.engine.models()})
    watches.append(counting.hear)
    outside = Outside(registry, parts.engine, parts.store, parts.platforms)
    minding = asyncio.create_task(mind_the_loop(counting), name="how late the loop is")
    try:
        async with outside.serving(options.host, options.port or 0) as port:
            yield port
    finally:
        minding.cancel()


def _with_watches(parts: Parts, watches: Sequence[Watch], port: int | None) -> Parts:
    from bot.watching.ports import WatchedEngine, WatchedPlatform, WatchedTranslator, watched_store

    def watch(happening: Happening) -> None:
        for each in watches:
            try:
                each(happening)
            except Exception:  # whoever watches costs nobody a picture
                log.exception("what happened was not counted: %s", type(happening).__name__)

    return Parts(
        WatchedEngine(parts.engine, watch),
        WatchedTranslator(parts.translator, watch),
        watched_store(parts.store, watch),
        [WatchedPlatform(platform, watch) for platform in parts.platforms],
        port,
    )
