"""Who draws what in a cluster: one fair queue, and workers that say what they could take. Pure code.

A picture goes where its model is in memory. Where it would have to be loaded it goes only to a worker that has
nothing else to do, or once its like have waited longer than a load takes: so models stay where they are while there is
work for them, nobody waits for ever, and no worker idles while there is work that it could do.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, Generic, TypeVar

from engine.cluster.place import Kind, Piece, Place
from engine.local.queue import FairQueue

LOAD_SECONDS = 10.0
"""About what a load costs: those of a kind whose first has waited that long may have a model loaded for them."""

CHOICES = 4
"""Workers with room that are compared when a picture comes: the least busy of a few is nearly the least busy of all."""

P = TypeVar("P", bound=Piece)


class Placement(Generic[P]):
    """Hands out what waits as soon as there is room for it."""

    def __init__(
        self,
        queue: FairQueue[P, Kind, Any],
        hand: Callable[[P, Place], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`hand` is told of every picture that a worker is to have, after the worker's room has been taken."""
        self._queue = queue
        self._hand = hand
        self._clock = clock
        self._places: dict[str, Place] = {}
        self._hungry: dict[str, Place] = {}  # they have room, and nothing that waits suits them
        self._since: dict[Kind, float] = {}  # when pictures of a kind began to wait for a load
        self._random = Random(0)

    def __iter__(self) -> Iterator[Place]:
        return iter(self._places.values())

    def join(self, place: Place) -> None:
        """A worker is there."""
        self._places[place.name] = place

    def leave(self, place: Place) -> None:
        """It is gone. What it had is put back by whoever knows what that was."""
        self._places.pop(place.name, None)
        self._hungry.pop(place.name, None)
        self._queue.leave(place.name)

    def came(self, piece: P) -> None:
        """A picture has been put in line: a worker that has room may have it, or another that is before it."""
        any(self.fill(place) for place in self._likely(piece.kind))

    def fill(self, place: Place) -> int:
        """Gives a worker all that it can take; how much that was."""
        given = 0
        while place.hungry and (piece := self._next(place)):
            place.give(piece)
            given += 1
            self._hand(piece, place)
        if place.hungry:
            self._hungry[place.name] = place
        else:
            self._hungry.pop(place.name, None)
        return given

    def _next(self, place: Place) -> P | None:
        first = self._queue.first()
        able = place.name if first and first.kind.lane.model in place.models else None
        piece = self._queue.take(place.warm, place.suits, able)
        if piece is None:
            piece = self._queue.take(lambda kind: self._worth(kind, place), place.suits, able)
        if piece is not None:
            self._since.pop(piece.kind, None)
        return piece

    def _worth(self, kind: Kind, place: Place) -> bool:
        """Whether a worker should load a model for a kind."""
        if not place.opens(kind):
            return False
        now = self._clock()
        return not place.load or now - self._since.setdefault(kind, now) >= LOAD_SECONDS

    def _likely(self, kind: Kind) -> list[Place]:
        """A few who have room: those who have the model first, then those with least to do."""
        names = [*self._hungry]
        few = names if len(names) <= CHOICES else self._random.sample(names, CHOICES)
        places = [self._hungry[name] for name in few]
        return sorted(places, key=lambda place: (not place.warm(kind), place.load))
