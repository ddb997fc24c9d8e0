"""A thousand people in front of one simulated device: who waits how long, by what they asked for.

    python -m benchmarks.fairness

The queue, the turns and the seats are the engine's own code; only the model is replaced by the time that its
steps would take. Compared are one call after the other in the order of arrival, the same order with shared
forwards, and the engine's policy.
"""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from random import Random

from engine.local.admission import MOST_LANES
from engine.local.queue import FairQueue
from engine.local.seats import Seat, yielding
from engine.local.turns import Turns

FIXED, PER_ROW = 0.015, 0.0025
"""Seconds of a step: whatever its rows, and for each row of 512 x 512 pixels. About SD 1.5 on a large GPU."""

MOST_ROWS = 32
SIDES = {512: 1.0, 768: 2.25, 1024: 4.0}
KINDS = {"small": (8, 512, 1), "usual": (28, 512, 1), "large": (40, 768, 2), "huge": (50, 1024, 4)}
"""Steps, side and images."""


@dataclass(eq=False)
class Ask:
    """A job of one person; `ends` has one entry for each image drawn."""

    person: str
    kind: str
    at: float
    ends: list[float] = field(default_factory=list)

    @property
    def wait(self) -> float:
        """Seconds from asking to the last picture."""
        return max(self.ends) - self.at


@dataclass(eq=False)
class Image:
    """One image of a job on its way: guided, so it takes two rows."""

    ask: Ask
    left: int
    side: int


def crowd(people: int = 1000, seconds: float = 900.0, seed: int = 0) -> list[Ask]:
    """People who ask once or a few times, and two in a hundred who ask for forty pictures at once."""
    random = Random(seed)
    asks = []
    for number in range(people):
        person, at = f"person{number}", random.uniform(0, seconds)
        if number % 50 == 0:
            asks += [Ask(f"flood{number}", "usual", at) for _ in range(40)]
            continue
        for _ in range(random.choice((1, 1, 2, 3))):
            (kind,) = random.choices(list(KINDS), (30, 55, 12, 3))
            asks.append(Ask(person, kind, at))
            at += random.expovariate(1 / 60)
    return sorted(asks, key=lambda ask: ask.at)


def images(ask: Ask) -> list[Image]:
    """What a job is made of."""
    steps, side, count = KINDS[ask.kind]
    return [Image(ask, steps, side) for _ in range(count)]


def step_seconds(rows: int, side: int) -> float:
    """How long the device takes for a forward."""
    return FIXED + PER_ROW * rows * SIDES[side]


def one_by_one(asks: Sequence[Ask]) -> None:
    """Every peer: one call after the other, in the order of arrival."""
    now = 0.0
    for ask in asks:
        now = max(now, ask.at)
        for image in images(ask):
            now += image.left * step_seconds(2, image.side)
            ask.ends.append(now)


def together(asks: Sequence[Ask], fair: bool) -> None:
    """Shared forwards; the engine's policy, or the order of arrival."""
    queue: FairQueue[Image, int, Ask] = FairQueue(lambda image: image.side, lambda image: image.ask)
    turns: Turns[int] = Turns()
    lanes: dict[int, list[Image]] = defaultdict(list)
    parked: list[Image] = []
    coming, now = list(reversed(asks)), 0.0
    while coming or queue or parked or any(lanes.values()):
        while coming and (coming[-1].at <= now or not (len(queue) or parked or any(lanes.values()))):
            now = max(now, coming[-1].at)
            _ask(queue, coming.pop(), fair)
        _seat(queue, lanes, parked, fair)
        busy = {side: float(len(lane)) for side, lane in lanes.items() if lane}
        side = turns.next(busy)
        seconds = step_seconds(2 * len(lanes[side]), side)
        turns.charge(side, seconds, busy[side])
        now += seconds
        for image in lanes[side]:
            image.left -= 1
            if not image.left:
                image.ask.ends.append(now)
        lanes[side] = [image for image in lanes[side] if image.left]


def _ask(queue: FairQueue[Image, int, Ask], ask: Ask, fair: bool) -> None:
    for image in images(ask):
        cost = image.left * SIDES[image.side]
        queue.push(ask.person if fair else "everybody", cost, image)


def _seat(
    queue: FairQueue[Image, int, Ask], lanes: dict[int, list[Image]], parked: list[Image], fair: bool
) -> None:
    for image in list(parked):
        if 2 * len(lanes[image.side]) + 2 <= MOST_ROWS:
            parked.remove(image)
            lanes[image.side].append(image)
    while taken := queue.take(suits=lambda image: _victims(image, lanes, parked, fair) is not None):
        lane = lanes[taken.side]
        for victim in _victims(taken, lanes, parked, fair) or ():
            lane.remove(victim)
            parked.append(victim)
        lane.append(taken)


def _victims(
    image: Image, lanes: dict[int, list[Image]], parked: Iterable[Image], fair: bool
) -> list[Image] | None:
    lane = lanes[image.side]
    if not lane:
        return [] if sum(map(bool, lanes.values())) < MOST_LANES else None
    needed = 2 * len(lane) + 2 - MOST_ROWS
    if needed <= 0:
        return []
    seated = [*parked, *(other for each in lanes.values() for other in each)]
    if not fair or any(other.ask.person == image.ask.person for other in seated):
        return None
    chosen = yielding([Seat(other.ask.person, 2, other.left) for other in lane], needed)
    return None if chosen is None else [lane[i] for i in chosen]


def main() -> None:
    """Prints a table for a busy and one for a quiet time."""
    for minutes in (15, 60):
        _compare(minutes)


def _compare(minutes: int) -> None:
    policies: dict[str, Callable[[Sequence[Ask]], None]] = {
        "one by one": one_by_one,
        "together, in order": lambda asks: together(asks, fair=False),
        "together, fair": lambda asks: together(asks, fair=True),
    }
    results = {}
    for name, serve in policies.items():
        results[name] = crowd(seconds=60 * minutes)
        serve(results[name])
    jobs = len(results["one by one"])
    print(
        f"\n{jobs} jobs of 1000 people in {minutes} minutes; seconds to the picture: mean / 95 % / longest\n"
    )
    print(f"{'':26}" + "".join(f"{name:>26}" for name in policies))
    for label in (*KINDS, "flood: first", "flood: last"):
        print(
            f"{_described(label):26}" + "".join(f"{_summary(asks, label):>26}" for asks in results.values())
        )


def _described(label: str) -> str:
    if label not in KINDS:
        return f"{label} of forty"
    steps, side, count = KINDS[label]
    return f"{label}: {count} x {steps} at {side}"


def _summary(asks: Sequence[Ask], label: str) -> str:
    floods: dict[str, list[float]] = defaultdict(list)
    for ask in asks:
        if ask.person.startswith("flood"):
            floods[ask.person].append(ask.wait)
    waits = [ask.wait for ask in asks if ask.kind == label and not ask.person.startswith("flood")]
    if label.startswith("flood"):
        waits = [(min if label.endswith("first") else max)(flood) for flood in floods.values()]
    p95 = sorted(waits)[int(0.95 * (len(waits) - 1))]
    return f"{statistics.fmean(waits):.1f} / {p95:.1f} / {max(waits):.1f}"


if __name__ == "__main__":
    main()
