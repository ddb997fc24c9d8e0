"""A worker as whoever hands out the work sees it: what it has, and what it could take beside that. Pure code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from engine.api.capacity import Capacity, LaneKey

FIRST_IN_LANE = 8
"""Pictures sent to a lane that is still to be opened, before its worker has told how many it holds."""

SPARE = 2
"""Rows sent beyond those that are free: as they become so, the next picture lies there already."""


CROWD = 4
"""Pictures drawn beside each other, from which on one more is worth a load on a worker that has nothing to do."""


class Kind(NamedTuple):
    """What a worker can or can't take: a lane of that key, or the enlarging of what is drawn already.

    `alone` where nothing else may be drawn beside it.
    """

    lane: LaneKey
    upscaler: str = ""
    alone: bool = False


class Room(NamedTuple):
    """What a worker can have room for: an open lane, a new lane of a model at hand or, with neither, anything."""

    lane: LaneKey | None = None
    model: str = ""


class Piece(Protocol):
    """A picture that is to be drawn.

    Attributes:
        kind: what a worker must have room for.
        rows: of a forward.
        cost: the work it is, as the fair queue counts it.
    """

    @property
    def kind(self) -> Kind: ...

    @property
    def rows(self) -> int: ...

    @property
    def cost(self) -> float: ...


@dataclass(eq=False)
class Place:
    """One worker.

    Attributes:
        capacity: what it last said; None before it has.
        models: that it can draw with at all.
        draining: it ends once it has drawn what it has.
        load: the work of all that it has.
        moved: whether what it has, or can draw with, has changed since somebody set this to False.
    """

    name: str
    capacity: Capacity | None = None
    models: Container[str] = ()
    draining: bool = False
    load: float = 0.0
    moved: bool = True
    _held: int = 0
    _alone: bool = False
    _waiting: Counter[Kind] = field(default_factory=Counter)  # rows of what it has not begun
    _pieces: Counter[Kind] = field(default_factory=Counter)  # how many these are

    def give(self, piece: Piece) -> None:
        """It is handed a picture."""
        self._waiting[piece.kind] += piece.rows
        self._pieces[piece.kind] += 1
        self.load += piece.cost
        self._held += 1
        self._alone = piece.kind.alone
        self.moved = True

    def begun(self, piece: Piece) -> None:
        """It has begun one."""
        self.moved = True
        self._waiting[piece.kind] -= piece.rows
        self._pieces[piece.kind] -= 1
        if not self._pieces[piece.kind]:
            del self._waiting[piece.kind], self._pieces[piece.kind]

    def left(self, piece: Piece, begun: bool) -> None:
        """A picture has left it, begun or not."""
        self.moved = True
        if not begun:
            self.begun(piece)
        self._held -= 1
        self.load = self.load - piece.cost if self._held else 0.0
        self._alone = self._alone and bool(self._held)

    def warm(self, kind: Kind) -> bool:
        """Whether there is room for a picture of that kind, whose model it has at hand."""
        capacity = self.capacity
        if capacity is None or not (capacity.lanes or kind.upscaler or kind.lane in capacity.rows):
            return False
        return self._at_hand(kind.lane.model) and self.opens(kind)

    def opens(self, kind: Kind) -> bool:
        """Whether there is room for one, though a model may have to be loaded."""
        capacity = self.capacity
        if capacity is None or self.draining or kind.lane.model not in self.models:
            return False
        if kind.alone or self._alone:
            return not self.load
        if kind.upscaler:
            return kind not in self._pieces
        if kind.lane in capacity.rows:
            return capacity.rows[kind.lane] + SPARE > self._waiting[kind]
        if kind in self._pieces:
            return self._pieces[kind] < FIRST_IN_LANE
        return self._lanes_left > 0 and (self._at_hand(kind.lane.model) or self._may_load())

    def suits(self, piece: Piece) -> bool:
        """Whether one of a kind that opens finds its rows, too. One that is too large for any lane is drawn alone."""
        free = self.capacity.rows.get(piece.kind.lane) if self.capacity else None
        if free is None or piece.kind.upscaler:
            return True
        return self._waiting[piece.kind] + piece.rows <= free + SPARE

    @property
    def crowded(self) -> bool:
        """Whether its pictures would come sooner if some were drawn elsewhere."""
        return self._held >= CROWD

    @property
    def hungry(self) -> bool:
        """Whether there is any room at all."""
        capacity = self.capacity
        return bool(capacity and not self.draining and (capacity.lanes or any(capacity.rows.values())))

    def rooms(self) -> frozenset[Room]:
        """What it has room for right now, without any that is only about to be free."""
        capacity = self.capacity
        if capacity is None or self.draining or self._alone:
            return frozenset()
        rooms = {Room(lane) for lane, free in capacity.rows.items() if free > self._waiting[Kind(lane)]}
        if self._lanes_left > 0:
            rooms |= {Room(model=kind.lane.model) for kind in self._pieces}
            rooms |= {Room(model=model) for model in capacity.models}
            rooms |= set() if self.load else {Room()}
        return frozenset(rooms)

    @property
    def _lanes_left(self) -> int:
        """Beside those that are open, and those that open for what it has."""
        assert self.capacity
        coming = {kind.lane for kind in self._pieces if not kind.upscaler} - self.capacity.rows.keys()
        return self.capacity.lanes - len(coming)

    def _at_hand(self, model: str) -> bool:
        assert self.capacity
        return model in self.capacity.models or any(kind.lane.model == model for kind in self._pieces)

    def _may_load(self) -> bool:
        """One load at a time."""
        assert self.capacity
        return self.capacity.loads and all(kind.lane.model in self.capacity.models for kind in self._pieces)
