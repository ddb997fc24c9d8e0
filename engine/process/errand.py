"""A job as those who pass it on hold it, on the event loop."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.api.events import Event, Final, Queued
from engine.api.jobs import Job
from engine.mailbox import Mailbox


@dataclass(eq=False)
class Errand:
    """A job, from `submit` to its final event.

    Attributes:
        place: in line, as it was last told; `starting` where a machine was being started for it then.
        takes: see `Queued`.
    """

    job: Job
    mailbox: Mailbox = field(default_factory=Mailbox)
    final: Final | None = None
    place: int = 0
    starting: bool = False
    takes: float | None = None

    def tell(self, event: Event) -> None:
        """Passes an event on to whoever waits for the pictures, none after the last."""
        if not self.final:
            self.final = event if isinstance(event, Final) else None
            self.mailbox.post(event)

    def queued(self, place: int, wait: float | None = None, start: float | None = None) -> None:
        """Tells its place, where that is news."""
        starting = start is not None
        if (self.place, self.starting) != (place, starting):
            self.place, self.starting = place, starting
            self.tell(Queued(place, wait, self.takes, start))


@dataclass(eq=False)
class Passage(Errand):
    """A job on its way through the process, or waiting outside.

    Attributes:
        started: whether it is being drawn.
        deaths: how many processes have died with it in them.
        suspect: whether it may be what killed one.
    """

    started: bool = False
    deaths: int = 0
    suspect: bool = False
