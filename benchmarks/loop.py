"""How long the event loop stalls while the engine draws, and what an `/imagine` costs besides the drawing.

`python -m benchmarks.loop` draws with the embedded model through the whole program (parsing, store, queue, files) and
prints the loop's lag, idle and drawing; then it sends prompts to an engine that takes no time and prints the CPU
seconds of each.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from pathlib import Path

import numpy as np

from bot.engines import make_engine
from bot.settings import Settings
from engine.api.ports import Engine
from tests.chat import FakePlatform, stage
from tests.fakes import FakeEngine

TICK = 0.001


async def watch(lags: list[float]) -> None:
    """Sleeps a millisecond at a time and notes by how much each sleep came too late, in ms."""
    while True:
        began = time.perf_counter()
        await asyncio.sleep(TICK)
        lags.append((time.perf_counter() - began - TICK) * 1000)


async def draw(folder: Path, engine: Engine, prompts: int, people: int) -> list[float]:
    """Lags in ms while `people` have `prompts` pictures each drawn at once."""
    lags: list[float] = []
    async with stage(folder, engine=engine, max_waiting_jobs=100) as on:
        someone = [on.someone(f"p{i}") for i in range(people)]
        await someone[0].send("/imagine a red circle --seed 1")  # loads the model
        await on.platform.until(lambda m: m.card.pictures, 120)
        watching = asyncio.create_task(watch(lags))
        for i in range(prompts):
            await asyncio.gather(*(p.send(f"/imagine a red fox --seed {i}") for p in someone))
        await on.platform.until(lambda _: len(on.platform.delivered) == 1 + prompts * people, 600)
        watching.cancel()
    return lags


async def cost(folder: Path, prompts: int) -> float:
    """CPU milliseconds of the whole process for one prompt, with an engine that takes no time."""
    platform = FakePlatform()
    async with stage(folder, engine=FakeEngine(), platform=platform, max_waiting_jobs=100) as on:
        alice = on.someone()
        began = time.process_time()
        for i in range(prompts):
            await alice.send(f"/imagine a red fox in the snow --ar 16:9 --seed {i}")
            await platform.until(lambda _, done=i + 1: len(platform.delivered) == done)  # type: ignore[misc]
        return (time.process_time() - began) / prompts * 1000


async def idle(seconds: float) -> list[float]:
    """Lags in ms with nothing to do."""
    lags: list[float] = []
    watching = asyncio.create_task(watch(lags))
    await asyncio.sleep(seconds)
    watching.cancel()
    return lags


def row(name: str, lags: list[float]) -> str:
    """One line of the table."""
    median, high = np.percentile(lags, [50, 99])
    return f"{name:22} {len(lags):8} {median:8.2f} {high:8.2f} {max(lags):8.2f}"


async def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=4)
    parser.add_argument("--prompts", type=int, default=10)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        engine = make_engine(Settings.read(env_file=None))
        print(f"{'loop lag in ms':22} {'ticks':>8} {'median':>8} {'99 %':>8} {'longest':>8}")
        print(row("idle", await idle(5)))
        print(
            row(
                "while the engine draws",
                await draw(Path(folder) / "draw", engine, arguments.prompts, arguments.people),
            )
        )
        print(f"\nan /imagine besides the drawing: {await cost(Path(folder) / 'cost', 200):.2f} ms of CPU")


if __name__ == "__main__":
    asyncio.run(main())
