"""Who draws what in a cluster: one fair queue, and workers that say what they could take. Pure code.

A picture goes where its model is in memory. It has one loaded for it where nobody has it, or those who have it draw
many pictures already: by a worker that has nothing else to do, or by any once its like have waited longer than a
load takes. So models stay where they are while there is work for them, nobody waits for ever, and no worker idles
while there is work that it could do.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

from engine.api.capacity import Capacity
from engine.cluster.place import Kind, Piece, Place
from engine.cluster.rooms import Rooms
from engine.local.queue import FairQueue

LOAD_SECONDS = 10.0
"""About what a load costs: those of a kind whose first has waited that long may have a model loaded for them."""

LOOK = 1.0
"""Seconds after which a worker is looked at anew that has told nothing new."""

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
        self._rooms = Rooms()
        self._looked: dict[Place, float] = {}  # when it was last offered all that waits
        self._since: dict[Kind, float] = {}  # when pictures of a kind began to wait for a load

    def __iter__(self) -> Iterator[Place]:
        return iter(self._places.values())

    def join(self, place: Place) -> None:
        """A worker is there."""
        self._places[place.name] = place
        self._rooms.note(place)

    def leave(self, place: Place) -> None:
        """It is gone. What it had is put back by whoever knows what that was."""
        if self._places.pop(place.name, None):
            self._rooms.forget(place)
            self._looked.pop(place, None)
        self._queue.leave(place.name)

    def came(self, piece: P) -> None:
        """A picture has come to the front of its people's line: whoever has room may have it, or what is before it."""
        ahead: P | None = piece
        while ahead is not None:
            ahead = self._offer(ahead)

    def told(self, place: Place, capacity: Capacity | None) -> None:
        """A worker says what it could take in."""
        same = capacity == place.capacity and not place.moved
        if not same or self._clock() - self._looked.get(place, 0.0) >= LOOK:
            place.capacity = capacity
            self.fill(place)

    def fill(self, place: Place) -> int:
        """Gives a worker all that it can take; how much that was."""
        given = 0
        while (piece := self._give(place)) is not None:
            given += 1
            if (follower := self._follower(piece)) is not None:
                self.came(follower)
        place.moved = False
        self._looked[place] = self._clock()
        return given

    def _offer(self, piece: P) -> P | None:
        """Offers a picture; returns what has come forward for it, of another kind, and is to be offered next."""
        for place in self._best(piece.kind):
            if (given := self._give(place)) is not None:
                return self._follower(given)
        self._since.setdefault(piece.kind, self._clock())
        return None

    def _best(self, kind: Kind) -> list[Place]:
        """Who should draw one of a kind."""
        warm = self._rooms.warm(kind)
        return warm if warm and not warm[0].crowded else self._rooms.idle(kind) + warm

    def _give(self, place: Place) -> P | None:
        """Gives a worker what is next for it, if anything; what that was."""
        piece = self._next(place) if len(self._queue) and place.hungry else None
        if piece is not None:
            place.give(piece)
            self._hand(piece, place)
        self._rooms.note(place)
        return piece

    def _follower(self, piece: P) -> P | None:
        """What has come to the front of its people's line as that was taken: others may have room for it."""
        follower = self._queue.forward
        return follower if follower is not None and follower.kind != piece.kind else None

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
