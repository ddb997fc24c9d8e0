"""What is said of a job while it waits or runs."""

from __future__ import annotations

import math
from datetime import timedelta

from bot.locales import Say
from bot.store.rows import JobRow
from engine.api.events import Event, Progress, Queued, Started

_STEPS = ((1, 71), (60, 71 * 60), (3600, math.inf))
"""To which seconds are rounded up, and up to how many: beyond that the language's words name the next unit."""


def larger(say: Say, job: JobRow, event: Event | None) -> str:
    """The size that a picture becomes, where it becomes larger; before it does, how long that takes."""
    size = job.recipe.delivered
    if not size:
        return ""
    match event:
        case Queued(takes=float() as takes) | Started(takes=float() as takes):
            time = timedelta(seconds=max(1, round(takes)))
            return say("status-larger-time", width=size.width, height=size.height, time=time)
    return say("status-larger", width=size.width, height=size.height)


def state(say: Say, event: Event | None) -> str:
    """How far it is."""
    match event:
        case Queued(position, None):
            return say("status-queued", position=position)
        case Queued(position, float() | int() as wait):
            return say("status-queued-wait", position=position, wait=timedelta(seconds=max(1, round(wait))))
        case Started():
            return say("status-started")
        case Progress(step, total):
            return say("status-progress", share=step / max(total, 1))
    return say("status-waiting")


def starting(say: Say, event: Event | None) -> str:
    """How long a machine takes that is being started for it."""
    match event:
        case Queued(start=float() as start):
            return say("status-start", time=timedelta(seconds=max(1, round(start))))
    return ""


def until(seconds: float) -> timedelta:
    """A time to wait as it is said, and never too short: in whole seconds, minutes or hours."""
    step = next(step for step, most in _STEPS if seconds <= most)
    return timedelta(seconds=math.ceil(seconds / step) * step)
