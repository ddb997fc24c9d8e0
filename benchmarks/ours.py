"""The same workloads through LocalEngine, from `submit` to `Done`."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks.apart import Serve, Served
from benchmarks.workloads import Arrival
from engine.api.events import Done, Progress
from engine.api.ports import Engine
from engine.local.engine import LocalEngine
from engine.models.library import ModelLibrary


def library(folder: Path, device: str, compile: bool = False, beside: Path = Path("none")) -> ModelLibrary:
    """A shelf with one model, and with the ControlNets that lie in `beside`."""
    return ModelLibrary(beside, device=device, embedded=folder, compile=compile)


def of_folder(folder: Path, device: str, compile: bool, beside: Path) -> Serve:
    """This engine with one model, started once, as a bot does, until its process ends; see `library`."""
    runner = asyncio.Runner()
    engine = LocalEngine(library(folder, device, compile, beside))
    runner.run(engine.__aenter__())
    return lambda arrivals: runner.run(_serve(engine, arrivals))


async def _serve(engine: Engine, arrivals: Sequence[Arrival]) -> list[Served]:
    began = time.perf_counter()
    made = defaultdict[int, asyncio.Event](asyncio.Event)  # by how many steps of the first job

    async def come(arrival: Arrival) -> float:
        if arrival.after:
            await made[arrival.after].wait()
            return time.perf_counter() - began
        await asyncio.sleep(max(0.0, arrival.at - (time.perf_counter() - began)))
        return arrival.at

    async def one(arrival: Arrival) -> Served:
        came, last = await come(arrival), None
        async for event in engine.submit(arrival.job):
            last = event
            if arrival is arrivals[0] and isinstance(event, Progress):
                for steps in range(event.step + 1):  # two steps may be told as one
                    made[steps].set()
        if not isinstance(last, Done):
            raise SystemExit(f"{arrival.job.id} ended in {last}")
        return Served(came, time.perf_counter() - began)

    return await asyncio.gather(*map(one, arrivals))
