"""The fair queue: whose turn it is. Pure code, not safe between threads.

Weighted fair queueing (Demers, Keshav and Shenker, 1989) between tenants, by the cost of what they ask for.
Virtual time is the work that each waiting tenant has had, had the device served all of them at once, a
little of each in turn. An item's tag is the virtual time at which it would then be finished; the
lowest tag goes first. So a tenant's second item comes after everybody's first, a small item overtakes a big
one that came a little earlier, and since virtual time goes on with every item taken, nobody waits for ever:
whoever comes later than an item's tag stays behind it.

`docs/decisions/0005-the-queue-is-fair-by-work.md` has the reasons and a simulation.
"""

from __future__ import annotations

from bisect import insort
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

LOOK_AHEAD = 8
"""How many tenants' turns are looked at for an item that suits the device right now."""

MOST_PASSES = 8
"""How many times an item may be passed over because it doesn't suit; after that everybody waits for it."""


@dataclass(eq=False)
class _Entry(Generic[T]):
    item: T
    cost: float
    came: float  # virtual time
    number: int  # order of arrival
    passed: int = 0


@dataclass(eq=False)
class _Line(Generic[T]):
    """What one tenant has waiting, in order, and the tag of the last item taken from it."""

    last: float
    waiting: deque[_Entry[T]] = field(default_factory=deque)

    def tags(self) -> Iterator[tuple[float, _Entry[T]]]:
        tag = self.last
        for entry in self.waiting:
            tag = max(tag, entry.came) + entry.cost
            yield tag, entry


class _Turn(NamedTuple):
    """A tenant's first waiting item among those of the others."""

    tag: float
    number: int
    tenant: str


class FairQueue(Generic[T]):
    """Items by tenant, taken in fair order; the order within one tenant is kept."""

    def __init__(self) -> None:
        self._lines: dict[str, _Line[T]] = {}
        self._turns: list[_Turn] = []  # sorted
        self._virtual = 0.0
        self._count = 0

    def __len__(self) -> int:
        return sum(len(line.waiting) for line in self._lines.values())

    def __iter__(self) -> Iterator[T]:
        """All that waits, in the order in which it will be taken if nothing else comes."""
        tags = [(t, e.number, e) for line in self._lines.values() for t, e in line.tags()]
        return (entry.item for *_, entry in sorted(tags, key=lambda turn: turn[:2]))

    def push(self, tenant: str, cost: float, item: T) -> None:
        """Puts an item at the end of its tenant's line. `cost` is positive, in any unit."""
        line = self._lines.setdefault(tenant, _Line(self._virtual))
        line.waiting.append(_Entry(item, cost, self._virtual, self._count))
        self._count += 1
        if len(line.waiting) == 1:
            self._enter(tenant)

    def first(self) -> T | None:
        """The item whose turn it is."""
        return self._lines[self._turns[0].tenant].waiting[0].item if self._turns else None

    def take(self, suits: Callable[[T], bool] = lambda item: True) -> T | None:
        """Takes the next item that suits the device, looking a bounded way past those that don't.

        Args:
            suits: whether an item can start right now: its model is in memory, there is room for it.

        Returns:
            None if nothing near the front suits, or if what comes first has been passed over long enough.
        """
        for ahead, turn in enumerate(self._turns[:LOOK_AHEAD]):
            entry = self._lines[turn.tenant].waiting[0]
            if suits(entry.item):
                self._pass_over(ahead)
                self._serve(turn)
                return entry.item
            if entry.passed >= MOST_PASSES:
                return None
        return None

    def remove(self, unwanted: Callable[[T], bool]) -> list[T]:
        """Takes out all that is unwanted (cancelled), as if it had never come."""
        removed: list[T] = []
        for tenant, line in list(self._lines.items()):
            gone = {entry for entry in line.waiting if unwanted(entry.item)}
            if gone:
                removed += (entry.item for entry in line.waiting if entry in gone)
                self._leave(tenant)
                line.waiting = deque(entry for entry in line.waiting if entry not in gone)
                self._enter(tenant)
        return removed

    def _pass_over(self, ahead: int) -> None:
        for turn in self._turns[:ahead]:
            self._lines[turn.tenant].waiting[0].passed += 1

    def _serve(self, turn: _Turn) -> None:
        line = self._lines[turn.tenant]
        self._leave(turn.tenant)
        entry = line.waiting.popleft()
        self._virtual += entry.cost / (len(self._turns) + 1)
        line.last = turn.tag
        self._enter(turn.tenant)

    def _enter(self, tenant: str) -> None:
        """Gives the tenant's first item its turn; when nobody waits, everybody's past is forgotten."""
        line = self._lines[tenant]
        if line.waiting:
            tag, entry = next(line.tags())
            insort(self._turns, _Turn(tag, entry.number, tenant))
        elif not self._turns:
            self._lines.clear()

    def _leave(self, tenant: str) -> None:
        self._turns = [turn for turn in self._turns if turn.tenant != tenant]
