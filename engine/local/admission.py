"""Who may draw on a device, and with what: models come, images take their seats, and all of them leave."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from engine.denoise.lane import Lane
from engine.denoise.request import Request
from engine.local.limits import RowLimits
from engine.local.line import Line
from engine.local.loader import Loader, Model
from engine.local.memory import Memory
from engine.local.seats import Seat, yielding
from engine.local.tickets import Shot, Ticket
from engine.models.ports import Library, PipelineModel

MOST_LANES = 4
"""Sizes and models that share a device at a time; with more of them, forwards would be small and slow."""

MOST_EXPECTED = 16
"""Images that may wait outside the queue for a model that is being loaded."""


class LaneKey(NamedTuple):
    """What requests must share to share a forward; width and height in pixels as drawn."""

    model: str
    width: int
    height: int


class Admission:
    """A device's lanes and who is in them. Belongs to its denoise thread.

    Attributes:
        lanes: by what their requests share.
        limits: how many rows a forward of such a lane should have; outlives the lane.
        shots: which image a request draws, the finished ones included until they are decoded.
        alone: images for models that draw one picture a call.
    """

    def __init__(self, library: Library, line: Line, memory: Memory) -> None:
        """Nobody is in yet.

        Args:
            library: this device's models.
            line: where the work comes from.
            memory: of the device.
        """
        self.lanes: dict[LaneKey, Lane] = {}
        self.limits: dict[LaneKey, RowLimits] = {}
        self.shots: dict[Request, Shot] = {}
        self.alone: list[Shot] = []
        self._library = library
        self._line = line
        self._memory = memory
        self._models: dict[str, Model] = {}  # in use: never evicted
        self._expected: dict[str, list[Shot]] = {}  # by the model that is being loaded for them
        self._loader = Loader(library, line.wake)

    def ticket(self, request: Request) -> Ticket:
        """The job that a request belongs to."""
        return self.shots[request].ticket

    def model(self, shot: Shot) -> Model:
        """The model of an image that has a seat."""
        return self._models[shot.ticket.job.recipe.model]

    def leave(self, request: Request) -> None:
        """A request is finished with."""
        self._line.left(self.shots.pop(request))

    def relieve(self) -> None:
        """Frees what memory can be freed: the models that nobody uses and the allocator's cache."""
        self._library.evict(list(self._models))
        self._memory.release()

    def clear_out(self) -> list[Request]:
        """Lets go of what is over, and of lanes and models that nobody uses; returns the requests."""
        over = [request for request, shot in self.shots.items() if shot.ticket.over]
        for lane in self.lanes.values():
            for request in set(over).intersection([*lane.requests, *lane.parked]):
                lane.leave(request)
        for request in over:
            self.leave(request)
        for shot in [shot for shot in self.alone if shot.ticket.over]:
            self.alone.remove(shot)
            self._line.left(shot)
        self.lanes = {key: lane for key, lane in self.lanes.items() if lane.requests or lane.parked}
        used = {shot.ticket.job.recipe.model for shot in [*self.shots.values(), *self.alone]}
        self._models = {name: model for name, model in self._models.items() if name in used}
        return over

    def take_in(self) -> None:
        """Seats those whose model has come, those who were parked, and then whoever is next in line."""
        for name, model in self._loader.done():
            self._welcome(name, model)
        for key, lane in self.lanes.items():
            for request in list(lane.parked):
                if self._free_rows(key) >= request.rows:
                    lane.resume(request)
        while shot := self._line.take(self._suits):
            shot.ticket.start()
            self._seat(shot)

    def _welcome(self, name: str, model: Model | Exception) -> None:
        """A model has been loaded, or could not be."""
        shots = self._expected.pop(name)
        if not isinstance(model, Exception):
            self._models[name] = model
        for shot in shots:
            if isinstance(model, Exception):
                self._refuse(shot, model)
            else:
                self._seat(shot)

    def fail_all(self, error: Exception) -> None:
        """Nobody who is in can be helped."""
        for shot in [*self.shots.values(), *self.alone, *chain(*self._expected.values())]:
            self._refuse(shot, error)

    def _suits(self, shot: Shot) -> bool:
        """Whether the queue should hand the image over: it can go ahead, or it never will."""
        try:
            return self._could_start(shot)
        except Exception as error:
            shot.ticket.fail(error)
            return True

    def _could_start(self, shot: Shot) -> bool:
        """Whether the image could go ahead on this device now."""
        if not shot.ticket.ready:
            return False
        name = shot.ticket.job.recipe.model
        if name in self._expected:
            return len(self._expected[name]) < MOST_EXPECTED
        if name not in self._models:
            first = not self._expected or self._library.loaded(name)
            return first and self._library.room(name, [*self._models, *self._expected])
        if isinstance(self._models[name], PipelineModel):
            return not self.alone
        if _key(shot) not in self.lanes:
            return len(self.lanes) < MOST_LANES
        return self._yielding(shot) is not None

    def _seat(self, shot: Shot) -> None:
        """Lets the image into its lane, or asks for its model."""
        if shot.ticket.over:
            self._line.left(shot)
            return
        name = shot.ticket.job.recipe.model
        model = self._models.get(name)
        if model is None:
            if name not in self._expected:
                self._loader.want(name, [*self._models, *self._expected])
            self._expected.setdefault(name, []).append(shot)
        elif isinstance(model, PipelineModel):
            self.alone.append(shot)
        else:
            self._admit(shot, self.lanes.setdefault(_key(shot), Lane(model, _key(shot)[1:], self.relieve)))

    def _admit(self, shot: Shot, lane: Lane) -> None:
        yielding = self._yielding(shot)
        try:
            request = lane.admit(shot.ticket.job, shot.seed, shot.ticket.source)
        except Exception as error:
            self._refuse(shot, error)
            return
        self.shots[request] = shot
        for other in yielding or ():
            lane.park(other)

    def _refuse(self, shot: Shot, error: Exception) -> None:
        shot.ticket.fail(error)
        self._line.left(shot)

    # seats

    def _free_rows(self, key: LaneKey) -> int:
        lane = self.lanes[key]
        if not lane.requests:
            return 2  # alone, everybody has a seat
        limits = self.limits.setdefault(key, RowLimits(self._memory.free))
        return min(limits.most_rows(), lane.most_rows) - lane.rows

    def _yielding(self, shot: Shot) -> list[Request] | None:
        """Whom the image may make yield a seat in its lane; None if there is no seat for it."""
        key, tenant = _key(shot), shot.ticket.job.tenant
        needed = _rows(shot) - self._free_rows(key)
        if needed <= 0:
            return []
        if any(request.job.tenant == tenant for request in self._everybody()):
            return None
        seated = self.lanes[key].requests
        chosen = yielding([Seat(r.job.tenant, r.rows, r.left) for r in seated], needed)
        return None if chosen is None else [seated[i] for i in chosen]

    def _everybody(self) -> Iterator[Request]:
        for lane in self.lanes.values():
            yield from lane.requests
            yield from lane.parked


def _key(shot: Shot) -> LaneKey:
    recipe = shot.ticket.job.recipe
    return LaneKey(recipe.model, recipe.width, recipe.height)


def _rows(shot: Shot) -> int:
    return 1 if shot.ticket.job.recipe.cfg == 1 else 2
