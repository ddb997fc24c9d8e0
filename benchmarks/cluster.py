"""What a cluster costs and brings: the same engine here and behind Ray, and one, two and four workers of it.

    python -m benchmarks.cluster [--workers 1 2 4] [--rounds 4]

The engine sleeps instead of computing, so that workers on one machine don't take each other's processor, as cards on
several machines don't. Printed are seconds of a picture more than where the engine is asked here, what is said for a
picture, and pictures a second.
"""

from __future__ import annotations

import argparse
import asyncio
import pickle
import statistics
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from functools import partial
from typing import Any

from engine.api.events import Done, Progress
from engine.api.ports import Engine
from engine.cluster.engine import ClusterEngine
from engine.cluster.messages import FromDriver, Told
from tests.fakes import FAKE_CARD
from tests.heads import head
from tests.patience import until
from tests.sleeping import Sleeping, job

STEPS, STEP_SECONDS, AT_ONCE = 20, 0.25, 4

ALONE = 7
"""Pictures that are drawn one by one."""


class Counted(ClusterEngine):
    """Counts what it hears of jobs.

    Attributes:
        heard: bytes, pickled.
        batches: answers with something in them.
    """

    heard = batches = 0

    def _hear(self, message: FromDriver) -> None:
        if isinstance(message, Told) and message.batch.happened:
            self.heard += len(pickle.dumps(message))
            self.batches += 1
        super()._hear(message)


async def draw(engine: Engine, number: int) -> tuple[float, int]:
    """Seconds of a picture, and the bytes of it and its previews."""
    began, size = time.perf_counter(), 0
    async for event in engine.submit(job(f"j{number}", f"t{number}", steps=STEPS, seed=number)):
        if isinstance(event, Progress):
            size += len(event.preview or b"")
        if isinstance(event, Done):
            return time.perf_counter() - began, size + len(event.pictures[0].png)
    raise RuntimeError("it never came")


async def one_by_one(engine: Engine, pictures: int = ALONE) -> tuple[float, int]:
    """The median of a picture's seconds, where nobody else asks; the bytes that it is in the end."""
    drawn = [await draw(engine, number) for number in range(pictures)]
    return statistics.median(seconds for seconds, _ in drawn), drawn[0][1]


async def rate(engine: Engine, people: int, rounds: int) -> float:
    """Pictures a second while so many people ask for as many pictures, one after the other."""
    began = time.perf_counter()

    async def person(number: int) -> None:
        for each in range(rounds):
            await draw(engine, 1000 + number + people * each)

    await asyncio.gather(*map(person, range(people)))
    return people * rounds / (time.perf_counter() - began)


async def behind(address: str, workers: int, stack: AsyncExitStack) -> Counted:
    """A cluster whose workers are there."""
    make: Callable[[], Any] = partial(Sleeping, STEP_SECONDS, AT_ONCE)
    engine = await stack.enter_async_context(Counted(address, make, lambda: [FAKE_CARD], patience=60.0))
    await until(lambda: sum(crew.place.hungry for crew in engine.workers) == workers)
    return engine


async def measure(workers: list[int], rounds: int) -> None:
    """Prints it."""
    here, size = await one_by_one(Sleeping(STEP_SECONDS, AT_ONCE))
    print(f"here: {here * 1000:.0f} ms a picture of {STEPS} steps, {size / 1000:.1f} kB with its preview")
    first = 0.0
    for count in workers:
        async with AsyncExitStack() as stack:
            running = stack.enter_context(head(devices=count))
            engine = await behind(running.address, count, stack)
            if not first:
                there, size = await one_by_one(engine)
                said, batches = engine.heard / ALONE - size, engine.batches / ALONE
                print(
                    f"there: {(there - here) * 1000:.0f} ms more; {said / 1000:.1f} kB said beside the picture, "
                    f"in {batches:.0f} answers"
                )
            pictures = await rate(engine, count * AT_ONCE * 2, rounds)
            first = first or pictures
            print(f"{count} workers: {pictures:.2f} pictures/s, {pictures / first:.2f} x")


def main() -> None:
    """Prints it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 4])
    parser.add_argument("--rounds", type=int, default=4)
    args = parser.parse_args()
    asyncio.run(measure(args.workers, args.rounds))


if __name__ == "__main__":
    main()
