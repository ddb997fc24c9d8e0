"""A hundred thousand people in front of a thousand simulated devices, of which each holds a few of many models.

    python -m benchmarks.crowd [--workers 1000] [--people 100000] [--models 20]

The queue and the placement are the cluster's own code; workers are replaced by the time that their steps and loads
would take. Printed are the waits by size, how often a model was loaded, how long devices had nothing to do while
something waited or not, and what it cost to decide who draws what.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import defaultdict
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count
from random import Random

from engine.api.capacity import Capacity, LaneKey
from engine.cluster.place import Kind, Place
from engine.cluster.placement import Placement
from engine.local.queue import FairQueue

FIXED, PER_ROW = 0.015, 0.0025
"""Seconds of a step: whatever its rows, and for each row of 512 x 512 pixels. About SD 1.5 on a large GPU."""

LOAD, HELD, LANES = 8.0, 2, 4
"""Seconds that a load takes; models in memory; lanes open at a time."""

ROWS = {512: 32, 768: 14, 1024: 8}
SIDES = {512: 1.0, 768: 2.25, 1024: 4.0}
SIZES = {"small": (8, 512, 1), "usual": (28, 512, 1), "large": (40, 768, 2), "huge": (50, 1024, 4)}
"""Steps, side and images."""


def _looking() -> float:
    """Seconds that two looks at the clock take."""
    began = time.thread_time()
    for _ in range(10_000):
        time.thread_time()
    return (time.thread_time() - began) / 10_000


LOOKING = _looking()


@dataclass(eq=False)
class Ask:
    """What one person wants; `left` images of it are not there yet."""

    person: str
    size: str
    model: str
    at: float
    left: int
    began: float | None = None


@dataclass(eq=False)
class Picture:
    """One image: guided, so it takes two rows."""

    ask: Ask
    kind: Kind
    left: int
    cost: float
    begun: bool = False
    rows: int = 2


@dataclass(eq=False)
class Worker:
    """A device: what it draws, what it was handed and has not begun, and which models it holds, the last used last."""

    place: Place
    lanes: dict[LaneKey, list[Picture]] = field(default_factory=dict)
    waiting: list[Picture] = field(default_factory=list)
    held: dict[str, None] = field(default_factory=dict)
    loading: str = ""
    busy: bool = False
    idle_since: float = 0.0
    idle: float = 0.0

    def capacity(self) -> Capacity:
        """As `Admission.capacity`."""
        rows = {key: ROWS[key.width] - 2 * len(seated) for key, seated in self.lanes.items()}
        return Capacity(rows, LANES - len(self.lanes), frozenset(self.held), not self.loading)


class Crowd:
    """All of it, in time that nobody waits for."""

    def __init__(self, workers: int, models: int, seed: int = 0) -> None:
        self.now = 0.0
        self.queue: FairQueue[Picture, Kind, Ask] = FairQueue(lambda p: p.kind, lambda p: p.ask)
        self.placement: Placement[Picture] = Placement(self.queue, self.hand, lambda: self.now)
        names = [f"model{i}" for i in range(models)]
        self.workers = {
            f"w{i}": Worker(Place(f"w{i}", Capacity(lanes=LANES, loads=True), names)) for i in range(workers)
        }
        self.events: list[tuple[float, int, str, object]] = []
        self.number = count()
        self.loads = 0
        self.spent = 0.0
        self.pictures = 0
        self.waits: dict[str, list[float]] = defaultdict(list)
        self.idle_while_waiting = 0.0
        for worker in self.workers.values():
            self.placement.join(worker.place)
            self.placement.fill(worker.place)

    def at(self, when: float, what: str, whom: object) -> None:
        heappush(self.events, (when, next(self.number), what, whom))

    def run(self) -> None:
        while self.events:
            self.now, _, what, whom = heappop(self.events)
            getattr(self, what)(whom)

    def decide(self, call: object, *args: object) -> None:
        began = time.thread_time()
        call(*args)  # type: ignore[operator]
        self.spent += time.thread_time() - began - LOOKING

    # what happens

    def asked(self, ask: Ask) -> None:
        steps, side, images = SIZES[ask.size]
        kind = Kind(LaneKey(ask.model, side, side))
        cost = side * side * steps * 2 / 1e6
        pictures = [Picture(ask, kind, steps, cost) for _ in range(images)]

        def enter() -> None:
            for picture in pictures:
                self.queue.push(ask.person, cost, picture)
            for picture in pictures:
                self.placement.came(picture)

        self.decide(enter)

    def hand(self, picture: Picture, place: Place) -> None:
        worker = self.workers[place.name]
        worker.waiting.append(picture)
        if not worker.busy:
            worker.busy = True
            worker.idle += self.now - worker.idle_since
            self.at(self.now, "step", worker)

    def loaded(self, worker: Worker) -> None:
        in_use = {key.model for key in worker.lanes} | {worker.loading}
        for name in [*worker.held]:
            if len(worker.held) >= HELD and name not in in_use:
                del worker.held[name]
        worker.held[worker.loading] = None
        worker.loading = ""
        self.loads += 1
        if not worker.busy:
            worker.busy = True
            self.at(self.now, "step", worker)

    def step(self, worker: Worker) -> None:
        """What was drawn is over; whoever has a place begins; the next step of the lane whose turn it is."""
        for key in [*worker.lanes]:
            for picture in [p for p in worker.lanes[key] if p.left <= 0]:
                worker.lanes[key].remove(picture)
                self.over(worker, picture)
            if not worker.lanes[key]:
                del worker.lanes[key]
        for picture in [*worker.waiting]:
            self.seat(worker, picture)
        self.decide(self.placement.told, worker.place, worker.capacity())
        for picture in [*worker.waiting]:
            self.seat(worker, picture)
        if not worker.lanes:
            worker.busy = False
            worker.idle_since = self.now
            return
        key = next(iter(worker.lanes))
        worker.lanes[key] = worker.lanes.pop(key)  # by turns
        seated = worker.lanes[key]
        for picture in seated:
            picture.left -= 1
        self.at(self.now + FIXED + PER_ROW * 2 * len(seated) * SIDES[key.width], "step", worker)

    def seat(self, worker: Worker, picture: Picture) -> None:
        key = picture.kind.lane
        if key.model not in worker.held:
            if not worker.loading:
                worker.loading = key.model
                self.at(self.now + LOAD, "loaded", worker)
            return
        if key not in worker.lanes and len(worker.lanes) >= LANES:
            return
        seated = worker.lanes.setdefault(key, [])
        if 2 * len(seated) + 2 > ROWS[key.width]:
            return
        seated.append(picture)
        worker.waiting.remove(picture)
        worker.held[key.model] = worker.held.pop(key.model)
        picture.begun = True
        worker.place.begun(picture)
        picture.ask.began = picture.ask.began or self.now

    def over(self, worker: Worker, picture: Picture) -> None:
        worker.place.left(picture, True)
        self.pictures += 1
        picture.ask.left -= 1
        if not picture.ask.left:
            self.waits[picture.ask.size].append(self.now - picture.ask.at)


def asks(people: int, models: int, seconds: float, seed: int = 0) -> list[Ask]:
    """People who ask once or a few times, for models of which a few are loved by most (Zipf's law)."""
    random = Random(seed)
    names, weights = [f"model{i}" for i in range(models)], [1 / (i + 1) for i in range(models)]
    made = []
    for number in range(people):
        at = random.uniform(0, seconds)
        for _ in range(random.choice((1, 1, 2, 3))):
            (size,) = random.choices(list(SIZES), (30, 55, 12, 3))
            (model,) = random.choices(names, weights)
            made.append(Ask(f"p{number}", size, model, at, SIZES[size][2]))
            at += random.expovariate(1 / 60)
    return made


def main() -> None:
    """Prints it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, default=1000)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--models", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=300.0)
    args = parser.parse_args()
    crowd = Crowd(args.workers, args.models)
    for ask in asks(args.people, args.models, args.seconds):
        crowd.at(ask.at, "asked", ask)
    crowd.run()
    for size, waits in crowd.waits.items():
        waits.sort()
        within = waits[len(waits) * 99 // 100]
        median = statistics.median(waits)
        print(
            f"{size:6} {len(waits):7}: median {median:6.1f} s, 99 % {within:6.1f} s, longest {waits[-1]:6.1f} s"
        )
    idle = sum(worker.idle for worker in crowd.workers.values()) / (len(crowd.workers) * crowd.now)
    print(
        f"{crowd.pictures} pictures in {crowd.now:.0f} s; models loaded {crowd.loads} times; devices idle {idle:.1%}"
    )
    print(f"decided in {crowd.spent / max(1, crowd.pictures) * 1e6:.0f} us a picture")


if __name__ == "__main__":
    main()
