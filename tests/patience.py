"""How long tests wait for what must come."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

PATIENCE = 240.0
"""Seconds. A machine that is busy with other things may need minutes for what takes a moment else."""


async def until(true: Callable[[], object]) -> None:
    """Returns once it is true."""
    for _ in range(int(PATIENCE * 20)):
        if true():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it never came")
