"""All workers of a cluster that are there, what they have together, and which could be let go."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from engine.api.capacity import Capacity, together_free
from engine.api.cards import ModelCard, PassedOver
from engine.api.devices import DeviceState
from engine.api.names import Addons
from engine.checks import together
from engine.cluster.pieces import Crew, Piece


class Crews(dict[str, Crew]):
    """By name, in the order in which they came.

    Attributes:
        cards: of every model that some worker has, or had when one was last there, by name; the default one first.
        addons: likewise; None before the first worker has told.
    """

    def __init__(self) -> None:
        """There are none."""
        super().__init__()
        self.cards: dict[str, ModelCard] = {}
        self.addons: Addons | None = None

    def take_stock(self) -> None:
        """Notes what there is to draw with; nothing new where none has any."""
        if stocks := [crew.stock for crew in self.values() if crew.stock.cards]:
            self.cards = {}
            for card in (card for stock in stocks for card in stock.cards):
                self.cards.setdefault(card.name, card)
            self.addons = stocks[0].addons

    def passed_over(self) -> Sequence[PassedOver]:
        """What lies among the models of one and can't draw, and why; not what another one can draw with."""
        over = together(crew.stock.passed_over for crew in self.values())
        return tuple(each for each in over if each.name not in self.cards)

    def capacity(self) -> Capacity | None:
        """What all together could take in."""
        told = [crew.place.capacity for crew in self.values() if crew.place.capacity]
        return together_free(told) if told else None

    def devices(self) -> Sequence[DeviceState]:
        """One each, by what people know that by; not ready while it is still being made, or drained."""
        return [
            replace(device, device=crew.title, ready=device.ready and not crew.place.draining)
            for crew in self.values()
            for device in crew.devices or (DeviceState("", ready=False),)
        ]

    @property
    def begun(self) -> list[Piece]:
        """What is being drawn."""
        return [piece for crew in self.values() for piece in crew.pieces.values() if piece.begun]

    @property
    def left(self) -> float:
        """The work that is still to do of all that they have."""
        return sum(piece.left for crew in self.values() for piece in crew.pieces.values())

    @property
    def busy(self) -> int:
        """How many draw."""
        return sum(any(piece.begun for piece in crew.pieces.values()) for crew in self.values())

    @property
    def ready(self) -> list[Crew]:
        """Those that can draw what comes."""
        return [crew for crew in self.values() if crew.place.capacity and not crew.place.draining]

    def spare(self, wanted: int, idle: float) -> list[Crew]:
        """Who may go where so many are wanted: whoever has long been there and has nothing to do, longest first."""
        ready, now = self.ready, time.monotonic()
        free = [crew for crew in ready if not crew.pieces and now - crew.came >= idle]
        return sorted(free, key=lambda crew: crew.worked)[: max(0, len(ready) - wanted)]
