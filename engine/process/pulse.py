"""Signs of life of a process: one that is stopped, or hangs in native code, says nothing and does not end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

from engine.process.child import Child
from engine.process.inside import PULSE

QUIET, SILENT, STARTING = 10.0, 30.0, 300.0
"""Seconds without a sign of life after which a process gets nothing more to do, and after which it is ended; after
which one is ended that has not yet come so far as to take jobs."""


async def silences(child: Child[Any, Any]) -> AsyncIterator[float]:
    """For how many seconds the process has given no sign of life, each time that it is looked for, until it ends.

    What counts is how often that was in vain, not the time: we may have been stopped ourselves.
    """
    looks, heard = 0, child.heard
    while not child.ended.is_set():
        with suppress(TimeoutError):
            await asyncio.wait_for(child.ended.wait(), PULSE)
        looks = looks + 1 if heard == child.heard else 0
        heard = child.heard
        yield looks * PULSE
