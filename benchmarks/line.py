"""What the fair queue costs while very many wait in it: microseconds of processor time a call.

python -m benchmarks.line [--waiting 100000] [--kinds 20]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable
from random import Random
from typing import NamedTuple

from engine.local.queue import FairQueue

CALLS = 5000


class Asked(NamedTuple):
    """A picture of one person, of a kind."""

    person: str
    kind: int
    number: int


def each(call: Callable[..., object], over: Iterable[object]) -> float:
    """Microseconds of a call."""
    asked = [*over]
    began = time.process_time()
    for one in asked:
        call(one)
    return (time.process_time() - began) / len(asked) * 1e6


def measure(waiting: int, kinds: int) -> dict[str, float]:
    """Microseconds of each kind of call."""
    random = Random(0)
    queue: FairQueue[Asked, int, Asked] = FairQueue(lambda asked: asked.kind, lambda asked: asked)
    asked = [Asked(f"p{number}", random.randrange(kinds), number) for number in range(waiting + CALLS)]
    for one in asked[:waiting]:
        queue.push(one.person, random.uniform(1, 50), one)
    some = random.sample(asked[:waiting], CALLS)
    told = {
        "push": each(lambda one: queue.push(one.person, random.uniform(1, 50), one), asked[waiting:]),
        "place of one": each(queue.standing, some),
        "remove": each(queue.remove, some),
        "take any": each(lambda _: queue.take(), range(CALLS)),
        "take of one kind": each(lambda kind: queue.take(kind.__eq__), (i % kinds for i in range(CALLS))),
    }
    told["places of a round"] = each(lambda _: queue.round(), range(100))
    return told


def main() -> None:
    """Prints it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--waiting", type=int, default=100_000)
    parser.add_argument("--kinds", type=int, default=20)
    args = parser.parse_args()
    for name, microseconds in measure(args.waiting, args.kinds).items():
        print(f"{name:18} {microseconds:8.1f} us")


if __name__ == "__main__":
    main()
