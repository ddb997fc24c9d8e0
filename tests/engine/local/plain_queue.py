"""The fair queue as its definition reads, with no index: each question looks at all that waits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import inf

from engine.local.queue import LOOK_AHEAD, MOST_PASSES


@dataclass(frozen=True)
class Item:
    """Something that waits: of a job, which has one tenant, and of a kind."""

    job: str
    kind: int
    number: int = 0

    @property
    def tenant(self) -> str:
        return self.job[0]


@dataclass
class Waiting:
    item: Item
    cost: float
    came: float
    order: int
    share: int = 1
    tag: float = inf
    passed: int = 0


class PlainQueue:
    """What `engine.local.queue.FairQueue` must do, one item a job."""

    def __init__(self) -> None:
        self.waiting: list[Waiting] = []  # each tenant's in order
        self.last: dict[str, float] = {}
        self.shares: dict[str, int] = {}  # of those who wait
        self.virtual = 0.0
        self.count = 0
        self.keeper: tuple[int, object] | None = None

    def push(self, cost: float, item: Item, share: int) -> None:
        self.count += 1
        self.shares[item.tenant] = share
        self.waiting.append(Waiting(item, cost, self.virtual, self.count, share))

    def put_back(self, cost: float, item: Item) -> None:
        self.count += 1
        self.shares.setdefault(item.tenant, 1)
        self.waiting.insert(0, Waiting(item, cost, self.virtual, -self.count))

    def in_order(self) -> list[Waiting]:
        tags = dict(self.last)
        for each in self.waiting:
            if each.order < 0:
                each.tag = -inf
            else:
                tags[each.item.tenant] = each.tag = (
                    max(tags.get(each.item.tenant, 0.0), each.came) + each.cost / each.share
                )
        return sorted(self.waiting, key=lambda each: (each.tag, each.order))

    def take(self, opens: Iterable[int], suits: Callable[[Item], bool], taker: object) -> Item | None:
        order = self.in_order()
        heads = {each.item.tenant: each for each in reversed(order)}
        firsts = [each for each in order if heads[each.item.tenant] is each]
        near = [each for kind in opens for each in [e for e in firsts if e.item.kind == kind][:LOOK_AHEAD]]
        chosen = next((each for each in firsts if each in near and suits(each.item)), None)
        if chosen is None:
            return None
        if chosen is not order[0]:
            if order[0].passed < MOST_PASSES:
                order[0].passed += 1
            else:
                if self.keeper is None or self.keeper[0] != order[0].order:
                    self.keeper = (order[0].order, taker)
                if self.keeper[1] == taker:
                    return None
        if chosen.order > 0:
            self.virtual += chosen.cost / sum(self.shares.values())
            self.last[chosen.item.tenant] = chosen.tag
        self.drop(chosen)
        return chosen.item

    def remove(self, job: str) -> list[Item]:
        gone = [each for each in self.waiting if each.item.job == job]
        for each in gone:
            self.drop(each)
        return [each.item for each in gone]

    def drop(self, gone: Waiting) -> None:
        self.waiting.remove(gone)
        if all(each.item.tenant != gone.item.tenant for each in self.waiting):
            del self.shares[gone.item.tenant]
        if not self.waiting:
            self.last.clear()
            self.virtual = 0.0
