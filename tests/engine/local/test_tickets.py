"""What a job is told of its way."""

from __future__ import annotations

from engine.api.events import Event, Progress
from engine.api.points import Point
from engine.local.tickets import Ticket
from tests.engine.bench import job


def test_pictures_of_a_sweep_that_take_unlike_many_calls_each_count_as_they_are() -> None:
    """As a model tells that draws one picture a call, and takes fewer calls than was thought."""
    events: list[Event] = []
    ticket = Ticket(job(steps=2, sweep=(Point(), Point(steps=30), Point(steps=3))), events.append)
    for image, total in ((1, 7), (0, 1), (2, 3)):
        for _ in range(total):
            ticket.step(image, total)
    told = [(each.step, each.total) for each in events if isinstance(each, Progress)]
    assert told[0] == (1, 2 + 7 + 3)
    assert told[-1] == (11, 11)
    assert ticket.left == 0
