"""What the bot's side of a cluster and its workers say to each other.

Everything travels pickled, by reference: both sides must run the same code, and say so before anything else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from engine.api.capacity import Capacity
from engine.api.cards import ModelCard, PassedOver
from engine.api.devices import DeviceState
from engine.api.events import Event
from engine.api.jobs import Job
from engine.api.names import Addons
from engine.process.messages import Alive, Logged

DEVICE = "lukis_gpu"
"""The resource of which a node has one for each device that Lukis may draw on."""

PROTOCOL = 1
"""Goes up with every change of what is said here."""


@cache
def version() -> str:
    """Of the code that draws: another one could draw another picture of the same seed."""
    root = Path(__file__).parents[1]
    digest = hashlib.sha256(str(PROTOCOL).encode())
    for file in sorted(root.rglob("*.py")):
        digest.update(file.relative_to(root).as_posix().encode() + file.read_bytes())
    return digest.hexdigest()[:16]


class StaleEpoch(Exception):
    """Somebody else hands out the work now."""


@dataclass(frozen=True)
class Stock:
    """What a worker has to draw with."""

    cards: tuple[ModelCard, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
    addons: Addons = field(default_factory=Addons)


@dataclass(frozen=True)
class Happened:
    """An event of a job that a worker has, by the worker's own count."""

    number: int
    job_id: str
    event: Event


@dataclass(frozen=True)
class Batch:
    """A worker's answer: all that has happened and nobody has acknowledged yet, and how things stand.

    Attributes:
        happened: in order.
        capacity: what it could take in after that; None while it can't say, since its engine is being made.
        devices: how they are.
        stocked: the number of its stock: whoever knows that one has the newest.
        stock: for whoever knew an older one.
    """

    happened: tuple[Happened, ...]
    capacity: Capacity | None
    devices: tuple[DeviceState, ...]
    stocked: int
    stock: Stock | None = None


Greeting = Mapping[str, str | int]
"""The first answer of a worker, in words that every version understands: its `version`, the `epoch` that it
serves, its process's number, `pid`, what its machine runs, and by what its engine was `made`."""


# between the bot and the driver, which speaks to the cluster for it


@dataclass(frozen=True)
class Begin:
    """To a worker: draw this."""

    worker: str
    job: Job


@dataclass(frozen=True)
class Stop:
    """To a worker: stop this, if it is still there."""

    worker: str
    job_id: str


@dataclass(frozen=True)
class Drained:
    """To the driver: a worker that was to get nothing more has nothing left."""

    worker: str


@dataclass(frozen=True)
class Want:
    """To the driver: so many devices are wanted."""

    devices: int


@dataclass(frozen=True)
class Rest:
    """To the driver: a worker has nothing to do, and is let go until more are wanted."""

    worker: str


@dataclass(frozen=True)
class Close:
    """To the driver: end."""


@dataclass(frozen=True)
class Joined:
    """From the driver: a worker is there, and has nothing to do.

    Attributes:
        pid: its process's number on its machine.
        title: what people know it by: its machine and a number.
        new: whether its machine has come since the driver began to look.
    """

    worker: str
    pid: int
    title: str
    new: bool = False


@dataclass(frozen=True)
class Draining:
    """From the driver: a worker is to get nothing more, since its machine is to end."""

    worker: str


@dataclass(frozen=True)
class Told:
    """From the driver: what a worker has answered; nothing in it has been told before."""

    worker: str
    batch: Batch


@dataclass(frozen=True)
class Lost:
    """From the driver: a worker is gone, with all that it had, and why; it may come back."""

    worker: str
    reason: str


ToDriver = Begin | Stop | Drained | Want | Rest | Close
FromDriver = Joined | Told | Draining | Lost | Alive | Logged
