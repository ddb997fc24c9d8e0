"""What has happened at a worker and has not been heard yet."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress

from engine.api.events import Event, Progress, Queued
from engine.cluster.messages import Happened


class Outbox:
    """Events with numbers that go up; each stays until somebody has acknowledged it.

    An answer that is lost on its way is told again by the next one. Of a job's Queued and Progress only the latest is
    kept, the latter with the latest preview: whoever asks seldom hears little.
    """

    def __init__(self) -> None:
        self._events: deque[Happened] = deque()
        self._number = 0
        self._news = asyncio.Event()

    def put(self, job_id: str, event: Event) -> None:
        """Leaves an event."""
        self._number += 1
        if isinstance(event, Queued | Progress):
            event = self._latest(job_id, event)
        self._events.append(Happened(self._number, job_id, event))
        self._news.set()

    def acknowledge(self, number: int) -> None:
        """All up to that number has been heard."""
        while self._events and self._events[0].number <= number:
            self._events.popleft()

    def all(self) -> tuple[Happened, ...]:
        """What is not acknowledged, in order."""
        return tuple(self._events)

    async def filled(self, seconds: float) -> None:
        """Returns once there is something to hear, or to look at, and at the latest after so many seconds."""
        if not self._events:
            self._news.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), seconds)

    def nudge(self) -> None:
        """Lets whoever waits look again: something else has changed."""
        self._news.set()

    def _latest(self, job_id: str, event: Queued | Progress) -> Event:
        """Takes out an older one of the same job and kind; its preview stays, where the new one brings none."""
        older = next((h for h in self._events if h.job_id == job_id and type(h.event) is type(event)), None)
        if older is None:
            return event
        self._events.remove(older)
        if isinstance(event, Progress) and isinstance(older.event, Progress) and event.preview is None:
            return Progress(event.step, event.total, older.event.preview)
        return event
