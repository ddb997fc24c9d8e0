"""Where the event loop leaves jobs and the devices pick them up: the one queue, under one lock."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterable

from engine.api.capacity import LaneKey
from engine.local.queue import FairQueue, Standing
from engine.local.tickets import Drawing, Ticket
from engine.local.waits import Speed, places


class Line:
    """Images that wait, in the order in which the devices that share it take them."""

    def __init__(self, devices: int, on_change: Callable[[], object] = lambda: None) -> None:
        """`on_change` is called, from any thread, when places in the line have changed."""
        self._queue: FairQueue[Drawing, LaneKey, Ticket] = FairQueue(
            kind=lambda drawing: drawing.lane, job=lambda drawing: drawing.ticket
        )
        self._running: dict[Ticket, int] = {}
        self._changed = threading.Condition()
        self._version = 0
        self._devices = devices
        self._speed = Speed()
        self._on_change: Callable[[], object] = on_change
        self.closed = False

    @property
    def version(self) -> int:
        """Changes with everything that a device may wait for."""
        return self._version

    def submit(self, ticket: Ticket) -> None:
        """Queues the job's images, and tells its place before a device can take the first of them."""
        job = ticket.job
        with self._changed:
            for drawing in (Drawing(ticket, number) for number in range(ticket.drawings)):
                self._queue.push(job.tenant, drawing.cost, drawing, job.share)
            if job.recipe.delivered and (rate := self._speed.per_second):
                ticket.takes = sum(ticket.costs) * ticket.parts / rate / self._devices
            ticket.queued(*self._places([self._queue.standing(ticket)])[ticket])
        self.wake()
        self._on_change()

    def take(
        self, opens: Callable[[LaneKey], bool], suits: Callable[[Drawing], bool], taker: Hashable
    ) -> Drawing | None:
        """The next image for a device, as `FairQueue.take`."""
        with self._changed:
            drawing = self._queue.take(opens, suits, taker)
            if drawing:
                self._running[drawing.ticket] = self._running.get(drawing.ticket, 0) + 1
        if drawing:
            self._on_change()
        return drawing

    def left(self, drawing: Drawing) -> None:
        """An image has left its device."""
        with self._changed:
            self._running[drawing.ticket] -= 1
            if not self._running[drawing.ticket]:
                del self._running[drawing.ticket]

    def again(self, drawing: Drawing) -> None:
        """An image was lost on its device, and waits anew."""
        with self._changed:
            self.left(drawing)
            self._queue.put_back(drawing.job.tenant, drawing.cost, drawing)
        self.wake()

    def drop(self, ticket: Ticket) -> None:
        """Takes what still waits of a job out of the line, and tells the devices to look at what they hold."""
        with self._changed:
            dropped = self._queue.remove(ticket)
        self.wake()
        if dropped:
            self._on_change()

    def record(self, work: float, seconds: float) -> None:
        """A device has done some work."""
        with self._changed:
            self._speed.record(work, seconds)

    def places(self) -> dict[Ticket, tuple[int, float | None]]:
        """Place and expected wait in seconds of jobs that have not started, as `FairQueue.round`."""
        with self._changed:
            return self._places(self._queue.round())

    def _places(self, standings: Iterable[Standing[Ticket]]) -> dict[Ticket, tuple[int, float | None]]:
        running = sum(sum(ticket.costs) * ticket.parts * ticket.left for ticket in self._running)
        rate = self._speed.per_second
        return places(standings, running, sum(self._running.values()), rate and rate * self._devices)

    def wake(self) -> None:
        """Lets every device look again."""
        with self._changed:
            self._version += 1
            self._changed.notify_all()

    def wait(self, seen: int) -> None:
        """Blocks a device until something has changed since `version` was `seen`."""
        with self._changed:
            self._changed.wait_for(lambda: self._version != seen or self.closed)

    def rest(self, seconds: float) -> None:
        """Blocks a device that long, or until the line is closed."""
        with self._changed:
            self._changed.wait_for(lambda: self.closed, seconds)

    def close(self) -> None:
        """Tells the devices to end."""
        with self._changed:
            self.closed = True
            self._changed.notify_all()
