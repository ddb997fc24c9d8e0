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


class Kind(NamedTuple):
    """What a worker can or can't take: a lane of that key, or the enlarging of what is drawn already.

    `alone` where nothing else may be drawn beside it.
    """

    lane: LaneKey
    upscaler: str = ""
    alone: bool = False


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
    """

    name: str
    capacity: Capacity | None = None
    models: Container[str] = ()
    draining: bool = False
    load: float = 0.0
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

    def begun(self, piece: Piece) -> None:
        """It has begun one."""
        self._waiting[piece.kind] -= piece.rows
        self._pieces[piece.kind] -= 1
        if not self._pieces[piece.kind]:
            del self._waiting[piece.kind], self._pieces[piece.kind]

    def left(self, piece: Piece, begun: bool) -> None:
        """A picture has left it, begun or not."""
        if not begun:
            self.begun(piece)
        self._held -= 1
        self.load = self.load - piece.cost if self._held else 0.0
        self._alone = self._alone and bool(self._held)

    def warm(self, kind: Kind) -> bool:
        """Whether there is room for a picture of that kind, whose model it has at hand."""
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
        coming = {other.lane for other in self._pieces if not other.upscaler} - capacity.rows.keys()
        return len(coming) < capacity.lanes and (self._at_hand(kind.lane.model) or self._may_load())

    def suits(self, piece: Piece) -> bool:
        """Whether one of a kind that opens finds its rows, too. One that is too large for any lane is drawn alone."""
        free = self.capacity.rows.get(piece.kind.lane) if self.capacity else None
        if free is None or piece.kind.upscaler:
            return True
        return self._waiting[piece.kind] + piece.rows <= free + SPARE

    @property
    def hungry(self) -> bool:
        """Whether there is any room at all."""
        capacity = self.capacity
        return bool(capacity and not self.draining and (capacity.lanes or any(capacity.rows.values())))

    def _at_hand(self, model: str) -> bool:
        assert self.capacity
        return model in self.capacity.models or any(kind.lane.model == model for kind in self._pieces)

    def _may_load(self) -> bool:
        """One load at a time."""
        assert self.capacity
        return self.capacity.loads and all(kind.lane.model in self.capacity.models for kind in self._pieces)
