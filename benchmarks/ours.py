"""The same workloads through LocalEngine, from `submit` to `Done`."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.apart import Serve
from benchmarks.workloads import Arrival
from engine.api.events import Done
from engine.local.engine import LocalEngine
from engine.models.library import ModelLibrary
from engine.models.ports import Library


def library(folder: Path, device: str, compile: bool = False) -> ModelLibrary:
    """A shelf with one model."""
    return ModelLibrary(Path("none"), device=device, embedded=folder, compile=compile)


def of_folder(folder: Path, device: str, compile: bool) -> Serve:
    """This engine with one model."""
    shelf = library(folder, device, compile)
    return lambda arrivals: asyncio.run(_serve(shelf, arrivals))


async def _serve(library: Library, arrivals: Sequence[Arrival]) -> list[float]:
    async with LocalEngine(library) as engine:
        began = time.perf_counter()

        async def one(arrival: Arrival) -> float:
            await asyncio.sleep(max(0.0, arrival.at - (time.perf_counter() - began)))
            last = None
            async for event in engine.submit(arrival.job):
                last = event
            if not isinstance(last, Done):
                raise SystemExit(f"{arrival.job.id} ended in {last}")
            return time.perf_counter() - began - arrival.at

        return await asyncio.gather(*map(one, arrivals))
