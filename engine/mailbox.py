"""Events on their way from an engine's threads to whoever waits for them on the event loop."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Self

from engine.api.events import Event, Final, Progress, Queued


class Mailbox:
    """Events on their way to one reader. Posting is safe from any thread; reading belongs to the loop.

    Of events that nobody has read yet only the latest Queued and the latest Progress are kept, the latter
    with the latest preview: a slow reader costs the engine nothing.
    """

    def __init__(self) -> None:
        """Must be made on the event loop."""
        self._loop = asyncio.get_running_loop()
        self._events: deque[Event] = deque()
        self._filled = asyncio.Event()
        self._over = False

    def post(self, event: Event) -> None:
        """Leaves an event for the reader."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._put, event)

    def __aiter__(self) -> Self:
        """Reads it, to the final event and no further."""
        return self

    async def __anext__(self) -> Event:
        if self._over:
            raise StopAsyncIteration
        await self._filled.wait()
        event = self._events.popleft()
        if not self._events:
            self._filled.clear()
        self._over = isinstance(event, Final)
        return event

    def _put(self, event: Event) -> None:
        if self._events and isinstance(event, Queued | Progress):
            last = self._events[-1]
            if type(last) is type(event):
                self._events.pop()
            if isinstance(event, Progress) and isinstance(last, Progress) and event.preview is None:
                event = Progress(event.step, event.total, last.preview)
        self._events.append(event)
        self._filled.set()
