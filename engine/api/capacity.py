"""What an engine could take in right now: for whoever hands out work to several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class LaneKey(NamedTuple):
    """What requests must share to share a forward; width and height in pixels as drawn."""

    model: str
    width: int
    height: int


@dataclass(frozen=True)
class Capacity:
    """Room on a device.

    Attributes:
        rows: rows of a forward that are free in each lane that is open.
        lanes: how many more could be opened.
        models: in memory: their pictures begin at once.
        loads: whether another model could be loaded now, at the cost of some that nobody uses.
    """

    rows: Mapping[LaneKey, int] = field(default_factory=dict)
    lanes: int = 0
    models: frozenset[str] = frozenset()
    loads: bool = False


def together_free(capacities: Iterable[Capacity]) -> Capacity:
    """What several devices could take in, one beside the other."""
    rows: Counter[LaneKey] = Counter()
    lanes, models, loads = 0, frozenset[str](), False
    for each in capacities:
        rows.update(each.rows)
        lanes, models, loads = lanes + each.lanes, models | each.models, loads or each.loads
    return Capacity(rows, lanes, models, loads)
