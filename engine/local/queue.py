"""The fair queue: whose turn it is. Pure code, not safe between threads.

Weighted fair queueing (Demers, Keshav and Shenker, 1989) between tenants, by the cost of what they ask for
and by their shares: who has 3 gets three times the work of who has 1, while both wait. Virtual time is the work that
each waiting tenant has had, by its share, had the device served all of them at once, a little of each in turn. An
item's tag is the virtual time at which it would then be finished; the lowest tag goes first. So a tenant's second
item comes after everybody's first, a small item overtakes a big one that came a little earlier, and since virtual
time goes on with every item taken, nobody waits for ever: whoever comes later than an item's tag stays behind it.
Everything is kept in order as it comes and goes, so that an answer costs the logarithm of what waits.
`docs/decisions/0005-the-queue-is-fair-by-work.md` has the reasons, a simulation and figures.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import accumulate
from math import inf
from operator import itemgetter
from typing import Any, Generic, NamedTuple, TypeVar

from sortedcontainers import SortedList

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
J = TypeVar("J", bound=Hashable)

LOOK_AHEAD = 8
"""How many tenants' turns of a kind are looked at for an item that suits the device right now."""

MOST_PASSES = 8
"""How many times the first item may be passed over; then a device that could take it keeps itself free for it."""

NEAR = 200
"""So many are told their places at once, others by turns. So many items ahead are weighed one by one; what is ahead of
those further back is told by their share of the whole."""


@dataclass(eq=False, slots=True)
class _Entry:
    """An item that waits; `opening` where it is the first of its job."""

    tenant: str
    item: Any
    cost: float
    came: float  # virtual time
    opening: bool
    share: int = 1
    passed: int = 0


class _Turn(NamedTuple):
    """An entry among all others, by its tag and then by when it came."""

    tag: float
    number: int
    entry: _Entry


class Standing(NamedTuple, Generic[J]):
    """A job's place, from 1, among those of which nothing has been taken, and the cost of all that waits before it."""

    job: J
    place: int
    ahead: float


def anything(_: object) -> bool:
    """Whatever it is."""
    return True


class FairQueue(Generic[T, K, J]):
    """Items by tenant, taken in fair order; the order within one tenant is kept.

    `forward` is what came to the front of its tenant's line with the last item that was taken, `cost` that of all that
    waits.
    """

    def __init__(self, kind: Callable[[T], K], job: Callable[[T], J]) -> None:
        """Nothing waits.

        Args:
            kind: what a device can or can't take: a model, a size. Stays the same while an item waits.
            job: what an item is a part of. A job has one tenant, and its items are pushed one after the other.
        """
        self._kind, self._job = kind, job
        self._lines: dict[str, deque[_Turn]] = {}  # of those who wait
        self._turns: SortedList[_Turn] = SortedList()
        self._heads: dict[K, SortedList[_Turn]] = {}  # the first of each line
        self._openings: SortedList[_Turn] = SortedList()
        self._parts: dict[J, list[_Turn]] = {}
        self._last: dict[str, float] = {}  # the tag of the last item taken from a tenant
        self._resting: list[tuple[float, str]] = []  # a heap of those, for who doesn't wait
        self._keeper: tuple[int, Hashable] | None = None
        self._shares: dict[str, int] = {}  # of those who wait
        self.cost = self._virtual = 0.0
        self._count = self._told = self._weight = 0
        self.forward: T | None = None

    def __len__(self) -> int:
        return len(self._turns)

    def __iter__(self) -> Iterator[T]:
        """All that waits, in the order in which it will be taken if nothing else comes."""
        return (turn.entry.item for turn in self._turns)

    def push(self, tenant: str, cost: float, item: T, share: int = 1) -> None:
        """Puts an item at the end of its tenant's line. `cost` is positive, in any unit; `share` is how many times the
        usual work its tenant gets while others wait as well, 1 or more: what the latest item says."""
        self._count += 1
        entry = _Entry(tenant, item, cost, self._virtual, self._job(item) not in self._parts, share)
        self._weigh(tenant, share)
        self._append(self._lines.setdefault(tenant, deque()), self._count, entry)

    def put_back(self, tenant: str, cost: float, item: T) -> None:
        """An item that was taken and lost waits anew, before all others: its tenant has paid for it."""
        self._count += 1
        line = self._lines.setdefault(tenant, deque())
        self._weigh(tenant, self._shares.get(tenant, 1))
        if line:
            self._step_back(line[0])
        line.appendleft(_Turn(-inf, -self._count, _Entry(tenant, item, cost, self._virtual, False)))
        self._enter(line[0])
        self._step_forward(line[0])

    def first(self) -> T | None:
        """The item whose turn it is."""
        return self._turns[0].entry.item if self._turns else None

    def take(
        self,
        opens: Callable[[K], bool] = anything,
        suits: Callable[[T], bool] = anything,
        taker: Hashable | None = None,
    ) -> T | None:
        """Takes the next item that suits a device.

        Args:
            opens: whether items of a kind can start right now: their model is in memory, there is room for them.
            suits: whether an item of such a kind can: its pictures are read, it finds a seat.
            taker: the device, where it could take what comes first in the queue, if not right now.

        Returns:
            None if nothing near the front suits, or if the device keeps itself free for what comes first.
        """
        turn = self._next(opens, suits)
        if turn is None or not self._lets_by(turn, taker):
            return None
        self._serve(turn)
        item: T = turn.entry.item
        return item

    def leave(self, taker: Hashable) -> None:
        """A device has gone, and keeps itself free for nothing any more."""
        if self._keeper and self._keeper[1] == taker:
            self._keeper = None

    def remove(self, job: J) -> list[T]:
        """Takes out all that waits of a job, as if it had never come."""
        removed, kept = list[_Turn](), list[_Turn]()
        unwanted = {turn.number: turn for turn in self._parts.get(job, ())}
        line = self._lines[next(iter(unwanted.values())).entry.tenant] if unwanted else deque()
        while len(removed) < len(unwanted):
            turn = self._pop(line)
            (removed if turn.number in unwanted else kept).append(turn)
        for turn in reversed(kept):
            self._append(line, turn.number, turn.entry)
        if removed and not line:
            self._rest(removed[0].entry.tenant)
        return [turn.entry.item for turn in reversed(removed)]

    def standing(self, job: J) -> Standing[J]:
        """Where a job stands that has just come.

        Raises:
            KeyError: nothing of it waits.
        """
        turn = self._parts[job][0]
        return Standing(job, self._openings.bisect_left(turn) + 1, self._ahead()(turn))

    def round(self) -> list[Standing[J]]:
        """Where those stand who are to be told now: the first, and as many of the others, others each time."""
        start = self._told if NEAR <= self._told < len(self._openings) else NEAR
        self._told = start + NEAR
        ahead = self._ahead()
        stood = [*enumerate(self._openings.islice(0, NEAR), 1)]
        stood += enumerate(self._openings.islice(start, self._told), start + 1)
        return [Standing(self._job(turn.entry.item), place, ahead(turn)) for place, turn in stood]

    def _next(self, opens: Callable[[K], bool], suits: Callable[[T], bool]) -> _Turn | None:
        """The first turn of what opens and suits, kind by kind, until no other kind can have an earlier one."""
        found: _Turn | None = None
        open_heads = [(heads[0], heads) for kind, heads in self._heads.items() if opens(kind)]
        for first, heads in sorted(open_heads, key=itemgetter(0)):
            if found and found < first:
                break
            near = (turn for turn in heads.islice(0, LOOK_AHEAD) if suits(turn.entry.item))
            found = min(filter(None, (found, next(near, None))), default=None)
        return found

    def _lets_by(self, turn: _Turn, taker: Hashable) -> bool:
        """Whether a device may take this one although another is before it."""
        first = self._turns[0]
        if turn is first or taker is None:
            return True
        if first.entry.passed < MOST_PASSES:
            first.entry.passed += 1
            return True
        if self._keeper is None or self._keeper[0] != first.number:
            self._keeper = (first.number, taker)
        return self._keeper[1] != taker

    def _serve(self, turn: _Turn) -> None:
        tenant, cost = turn.entry.tenant, turn.entry.cost
        line = self._lines[tenant]
        if turn.tag > -inf:
            self._virtual += cost / self._weight
            self._last[tenant] = turn.tag
        line.popleft()
        self._leave(turn)
        self._step_back(turn)
        self.forward = line[0].entry.item if line else None
        if line:
            self._step_forward(line[0])
        else:
            self._rest(tenant)

    def _rest(self, tenant: str) -> None:
        """Nothing of a tenant waits. Who has had no more than the others is forgotten; when nobody waits, all are."""
        del self._lines[tenant]
        self._weight -= self._shares.pop(tenant)
        heappush(self._resting, (self._last.get(tenant, 0.0), tenant))
        while self._resting and (not self._lines or self._resting[0][0] <= self._virtual):
            last, rested = heappop(self._resting)
            if rested not in self._lines and self._last.get(rested) == last:
                del self._last[rested]
        if not self._lines:
            self.cost = self._virtual = 0.0

    def _ahead(self) -> Callable[[_Turn], float]:
        """Tells the cost of what waits before a turn."""
        costs = (turn.entry.cost for turn in self._turns.islice(0, NEAR))
        sums = list(accumulate(costs, initial=0.0))

        def ahead(turn: _Turn) -> float:
            index: int = self._turns.bisect_left(turn)
            return sums[index] if index < len(sums) else self.cost * index / len(self._turns)

        return ahead

    def _weigh(self, tenant: str, share: int) -> None:
        """A tenant waits, with that share."""
        self._weight += share - self._shares.get(tenant, 0)
        self._shares[tenant] = share

    def _append(self, line: deque[_Turn], number: int, entry: _Entry) -> None:
        before = max(line[-1].tag if line else -inf, self._last.get(entry.tenant, 0.0), entry.came)
        turn = _Turn(before + entry.cost / entry.share if number > 0 else -inf, number, entry)
        line.append(turn)
        self._enter(turn)
        if len(line) == 1:
            self._step_forward(turn)

    def _pop(self, line: deque[_Turn]) -> _Turn:
        turn = line.pop()
        self._leave(turn)
        if not line:
            self._step_back(turn)
        return turn

    def _enter(self, turn: _Turn) -> None:
        self._turns.add(turn)
        self._parts.setdefault(self._job(turn.entry.item), []).append(turn)
        self.cost += turn.entry.cost
        if turn.entry.opening:
            self._openings.add(turn)

    def _leave(self, turn: _Turn) -> None:
        self._turns.remove(turn)
        job = self._job(turn.entry.item)
        self._parts[job].remove(turn)
        if not self._parts[job]:
            del self._parts[job]
        self.cost -= turn.entry.cost
        if turn.entry.opening:
            self._openings.remove(turn)

    def _step_forward(self, turn: _Turn) -> None:
        """It is the first of its line now."""
        self._heads.setdefault(self._kind(turn.entry.item), SortedList()).add(turn)

    def _step_back(self, turn: _Turn) -> None:
        """It is the first of its line no more."""
        kind = self._kind(turn.entry.item)
        self._heads[kind].remove(turn)
        if not self._heads[kind]:
            del self._heads[kind]
