"""What whoever runs Lukis may want to see: each a thing that has just happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bot.store.rows import JobRow
from bot.translating import Translation
from engine.api.events import Final
from engine.api.jobs import Job

Call = Literal["deliver", "send", "edit", "remove"]
"""What is asked of a platform; "deliver" is a job's result."""

Taken = Literal["taken", "later", "declined", "unreachable", "broken"]
"""What a platform makes of it: not now, not in this form, or never; or something of ours broke."""


@dataclass(frozen=True)
class Accepted:
    """A job was taken."""

    job: JobRow


@dataclass(frozen=True)
class Translated:
    """A job's words, or some of them, were turned into English. `job` is its id, "" for none."""

    job: str
    translation: Translation
    seconds: float


@dataclass(frozen=True)
class Tried:
    """A translator was asked, or passed over; `outcome` is of `bot.translation.chain.KINDS`."""

    provider: str
    outcome: str
    seconds: float


@dataclass(frozen=True)
class Waited:
    """A job's turn has come in the engine."""

    job: Job
    seconds: float


@dataclass(frozen=True)
class Drawn:
    """The engine has done with a job whose turn had come."""

    job: Job
    final: Final
    seconds: float


@dataclass(frozen=True)
class Finished:
    """A job has its final state."""

    job: JobRow


@dataclass(frozen=True)
class HandedOver:
    """A platform was asked to do something; `job` is the id of the job whose result it is, else "".

    `slowed` says that the platform told us how long to wait.
    """

    platform: str
    call: Call
    job: str
    taken: Taken
    seconds: float
    slowed: bool = False


@dataclass(frozen=True)
class Kept:
    """The database has answered ("read") or written ("write"); waiting for its turn counts."""

    what: str
    seconds: float


Happening = Accepted | Translated | Tried | Waited | Drawn | Finished | HandedOver | Kept
Watch = Callable[[Happening], object]
"""Hears of what happens, at once, on the event loop: it must be quick."""
