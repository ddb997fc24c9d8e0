"""Who keeps a seat in a full lane: nobody has two while somebody else has none. Pure code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Seat:
    """A request in a lane: whose it is, its rows of each forward, and the model calls that it still needs."""

    tenant: str
    rows: int
    left: int


def yielding(seats: Sequence[Seat], rows: int) -> list[int] | None:
    """Which seats to park so that a tenant without one can have so many rows.

    The tenant with most seats yields first, and of its requests the one that is furthest from its end. Every
    tenant keeps a seat.

    Returns:
        Positions in `seats`, or None if those who have more than one do not suffice.
    """
    chosen: list[int] = []
    held = Counter(seat.tenant for seat in seats)
    freed = 0
    while freed < rows:
        spare = [i for i, seat in enumerate(seats) if held[seat.tenant] > 1 and i not in chosen]
        if not spare:
            return None
        victim = max(spare, key=lambda i: (held[seats[i].tenant], seats[i].left))
        chosen.append(victim)
        held[seats[victim].tenant] -= 1
        freed += seats[victim].rows
    return chosen
