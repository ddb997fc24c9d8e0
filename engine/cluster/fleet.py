"""Has machines come where there is work for more, and lets those go that have none."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence

from engine.api.devices import DeviceState
from engine.cluster.crews import Crews
from engine.cluster.messages import Rest
from engine.cluster.pieces import Crew
from engine.cluster.scaling import Scaling
from engine.cluster.steering import Steering

log = logging.getLogger(__name__)

LOOK = 1.0
"""Seconds between two looks at how many devices are wanted."""


class Fleet:
    """The workers of a cluster, of which there may be more or fewer."""

    def __init__(
        self, scaling: Scaling, crews: Crews, steering: Steering, waiting: Callable[[], float]
    ) -> None:
        """`waiting` tells the work of all that waits."""
        self._scaling, self._crews, self._steering, self._waiting = scaling, crews, steering, waiting

    async def keep(self, leave: Callable[[Crew], object]) -> None:
        """Looks again and again, where it is told how many there may be; `leave` is called of those that are let go."""
        while self._scaling.bounds.most:
            self.look()
            for crew in self._crews.spare(self._scaling.wanted, self._scaling.bounds.idle):
                log.info("%s has nothing to do and is let go", crew.title)
                del self._crews[crew.place.name]
                leave(crew)
                self._steering.tell(Rest(crew.place.name))
            await asyncio.sleep(LOOK)

    def to_come(self) -> Sequence[DeviceState]:
        """What stands for the machines that can be had: ready, as long as those asked for may still come in time."""
        return [DeviceState("autoscaler", ready=not self._scaling.late)] if self._scaling.bounds.most else []

    def look(self) -> None:
        """Says how many devices are wanted for what there is to do."""
        if self._scaling.bounds.most:
            crews = self._crews
            self._scaling.look(self._waiting() + crews.left, len(crews.ready), crews.busy)
            self._steering.want(self._scaling.wanted)
