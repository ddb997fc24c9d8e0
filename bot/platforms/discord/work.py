"""What is being answered right now, so that a stop can wait for it: discord.py runs its handlers and forgets them."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

from bot.errors import NoStore

log = logging.getLogger(__name__)


class Work:
    """Tasks that answer somebody."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    def start(self, answering: Coroutine[Any, Any, None], name: str) -> None:
        """Lets it run."""
        task = asyncio.create_task(answering, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    @contextmanager
    def here(self) -> Iterator[None]:
        """Around what a handler does."""
        task = asyncio.current_task()
        assert task
        self._tasks.add(task)
        try:
            yield
        finally:
            self._tasks.discard(task)

    async def end(self, grace: float) -> None:
        """Waits for all of it, `grace` seconds at most, then stops it: what was promised is kept at the next start."""
        if tasks := set(self._tasks):
            _, slow = await asyncio.wait(tasks, timeout=grace)
            for task in slow:
                task.cancel()
            if slow:
                await asyncio.wait(slow)


@contextmanager
def at_least_now() -> Iterator[None]:
    """Goes on without a note where the store takes none: what is asked can still be answered now."""
    try:
        yield
    except (NoStore, sqlite3.Error, OSError) as error:  # time-outs are OSErrors
        log.warning("a promise is not noted, a kill could lose it: %s", type(error).__name__)
