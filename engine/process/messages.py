"""What a program and the process of its engine say to each other, each message pickled over one pipe."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field

from engine.api.cards import ModelCard, PassedOver
from engine.api.devices import DeviceState
from engine.api.events import Event
from engine.api.jobs import Job
from engine.api.names import Addons
from engine.models.files.loads import Load


@dataclass(frozen=True)
class Submit:
    """To the engine: draw this. No other job of its id is with it."""

    job: Job


@dataclass(frozen=True)
class Cancel:
    """To the engine: stop this, if it is still there."""

    job_id: str


@dataclass(frozen=True)
class Close:
    """To the engine: stop everything and end."""


@dataclass(frozen=True)
class Cards:
    """From the engine: the models there are now, and what can't draw. The first of these says that it takes jobs."""

    cards: tuple[ModelCard, ...]
    passed_over: tuple[PassedOver, ...] = ()
    addons: Addons = field(default_factory=Addons)


@dataclass(frozen=True)
class Devices:
    """From the engine: how its devices are, and what they have done since the process started."""

    states: tuple[DeviceState, ...]


@dataclass(frozen=True)
class Happened:
    """From the engine: an event of a job."""

    job_id: str
    event: Event


@dataclass(frozen=True)
class Loading:
    """From the engine: it is about to load this, and may die of it; None when that is over."""

    load: Load | None


@dataclass(frozen=True)
class Alive:
    """From the engine, again and again: the process runs, whatever it is at."""


@dataclass(frozen=True)
class Logged:
    """From the engine: a line for the log, put into words already."""

    record: logging.LogRecord

    def log(self) -> None:
        """Logs it, where this process wants to know."""
        logger = logging.getLogger(self.record.name)
        if logger.isEnabledFor(self.record.levelno):
            logger.handle(self.record)


ToEngine = Submit | Cancel | Close
FromEngine = Cards | Devices | Happened | Loading | Alive | Logged
