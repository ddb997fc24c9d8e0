"""Which workers have room, by what they have it for: so nobody has to ask all of them for every picture. Pure code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from random import Random

from engine.cluster.place import Kind, Place, Room

CHOICES = 4
"""Workers that are compared: the least busy of a few is nearly the least busy of all."""


class _Shelf:
    """Workers in no order, of which any can be taken out and some drawn by lot at the same cost however many it has."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at: dict[Place, int] = {}

    def __iter__(self) -> Iterator[Place]:
        return iter(self._places)

    def add(self, place: Place) -> None:
        self._at[place] = len(self._places)
        self._places.append(place)

    def remove(self, place: Place) -> None:
        at, last = self._at.pop(place), self._places.pop()
        if last is not place:
            self._places[at], self._at[last] = last, at

    def some(self, random: Random) -> list[Place]:
        return self._places if len(self._places) <= CHOICES else random.sample(self._places, CHOICES)


class Rooms:
    """Every worker, by the rooms that it has."""

    def __init__(self) -> None:
        self._shelves: defaultdict[Room, _Shelf] = defaultdict(_Shelf)
        self._rooms: dict[Place, frozenset[Room]] = {}
        self._random = Random(0)

    def note(self, place: Place) -> None:
        """Something has changed there."""
        self._put(place, place.rooms())

    def forget(self, place: Place) -> None:
        """It is gone."""
        self._put(place, frozenset())
        del self._rooms[place]

    def warm(self, kind: Kind) -> list[Place]:
        """Some who could begin one of that kind at once, the best first."""
        few = self._some(Room(lane=kind.lane)) + self._some(Room(model=kind.lane.model))
        return sorted((place for place in few if place.warm(kind)), key=lambda place: place.load)

    def idle(self, kind: Kind) -> list[Place]:
        """Some who have nothing to do and could load its model, those first who would lose least by it."""
        few = [place for place in self._some(Room()) if place.opens(kind)]
        few = few or [place for place in self._shelves[Room()] if place.opens(kind)][:CHOICES]
        return sorted(few, key=lambda place: len(place.capacity.models) if place.capacity else 0)

    def _some(self, room: Room) -> list[Place]:
        shelf = self._shelves.get(room)
        return shelf.some(self._random) if shelf else []

    def _put(self, place: Place, rooms: frozenset[Room]) -> None:
        known = self._rooms.get(place, frozenset())
        for room in known - rooms:
            self._shelves[room].remove(place)
        for room in rooms - known:
            self._shelves[room].add(place)
        self._rooms[place] = rooms
