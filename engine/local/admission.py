"""Who may draw on a device, and with what: models come, images take their seats, and all of them leave."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from engine.api.capacity import Capacity, LaneKey
from engine.api.modes import MODES
from engine.denoise.lane import Lane
from engine.denoise.request import Request
from engine.local.limits import RowLimits
from engine.local.line import Line
from engine.local.loader import Loader, Model
from engine.local.memory import Memory
from engine.local.seats import Seat, yielding
from engine.local.tally import Tally
from engine.local.tickets import Drawing, Ticket
from engine.local.watchdog import Watchdog
from engine.models.ports import Library, PipelineModel
from engine.modes import rows

MOST_LANES = 4
"""Sizes and models that share a device at a time; with more of them, forwards would be small and slow."""

MOST_EXPECTED = 16
"""Images that may wait outside the queue for a model that is being loaded."""


EVERYBODY = 1 << 30
"""More rows than any image takes."""


class Admission:
    """A device's lanes and who is in them. Belongs to its denoise thread.

    Attributes:
        lanes: by what their requests share.
        drawings: which image a request draws, the finished ones included until they are decoded.
        alone: images for models that draw one picture a call.
    """

    def __init__(
        self, library: Library, line: Line, memory: Memory, watchdog: Watchdog, tally: Tally | None = None
    ) -> None:
        """Nobody is in yet.

        Args:
            library: this device's models.
            line: where the work comes from.
            memory: of the device.
            watchdog: looks after loads.
            tally: counts them.
        """
        self.lanes: dict[LaneKey, Lane] = {}
        self.drawings: dict[Request, Drawing] = {}
        self.alone: list[Drawing] = []
        self._limits: dict[LaneKey, RowLimits] = {}
        self._library = library
        self._line = line
        self._memory = memory
        self._models: dict[str, Model] = {}  # in use: never evicted
        self._expected: dict[str, list[Drawing]] = {}  # by the model that is being loaded for them
        self._loader = Loader(library, line.wake, watchdog, tally or Tally())

    def ticket(self, request: Request) -> Ticket:
        """The job that a request belongs to."""
        return self.drawings[request].ticket

    def model(self, drawing: Drawing) -> Model:
        """The model of an image that has a seat."""
        return self._models[drawing.job.recipe.model]

    def leave(self, request: Request) -> None:
        """A request is finished with."""
        self._line.left(self.drawings.pop(request))

    def relieve(self) -> None:
        """Frees what memory can be freed: the models that nobody uses and the allocator's cache."""
        self._library.evict(list(self._models))
        self._memory.release()

    def clear_out(self) -> list[Request]:
        """Lets go of what is over, and of lanes and models that nobody uses; returns the requests."""
        over = [request for request, drawing in self.drawings.items() if drawing.ticket.over]
        for lane in self.lanes.values():
            for request in set(over).intersection([*lane.requests, *lane.parked]):
                lane.leave(request)
        for request in over:
            self.leave(request)
        for drawing in [drawing for drawing in self.alone if drawing.ticket.over]:
            self.alone.remove(drawing)
            self._line.left(drawing)
        self.lanes = {key: lane for key, lane in self.lanes.items() if lane.requests or lane.parked}
        used = {drawing.job.recipe.model for drawing in [*self.drawings.values(), *self.alone]}
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
        while drawing := self._line.take(self._opens, self._suits, self):
            drawing.ticket.start()
            self._seat(drawing)

    def capacity(self) -> Capacity:
        """What could be taken in beside those who are in now."""
        return Capacity(
            rows={key: max(0, self._free_rows(key)) for key in self.lanes},
            lanes=MOST_LANES - len(self.lanes),
            models=frozenset(self._library.loaded),
            loads=not self._expected,
        )

    def _welcome(self, name: str, model: Model | Exception) -> None:
        """A model has been loaded, or could not be."""
        drawings = self._expected.pop(name)
        if not isinstance(model, Exception):
            self._models[name] = model
        for drawing in drawings:
            if isinstance(model, Exception):
                self._refuse(drawing, model)
            else:
                self._seat(drawing)

    def give_up(self, error: BaseException) -> None:
        """Lets go of everybody who is in. Nothing says whose fault it was: each is drawn anew, once."""
        for drawing in [*self.drawings.values(), *self.alone, *chain(*self._expected.values())]:
            if drawing.ticket.redraw(drawing.number):
                self._line.again(drawing)
            else:
                self._refuse(drawing, error)

    def _opens(self, key: LaneKey) -> bool:
        """Whether something could go ahead in such a lane now. What goes wrong is told to whom `_suits` asks it for."""
        try:
            return self._could_open(key)
        except BaseException:
            return True

    def _suits(self, drawing: Drawing) -> bool:
        """Whether the queue should hand the image over: it can go ahead, or it never will."""
        try:
            return drawing.ticket.ready and self._could_open(drawing.lane) and self._could_sit(drawing)
        except BaseException as error:
            drawing.ticket.fail(error)
            return True

    def _could_open(self, key: LaneKey) -> bool:
        name = key.model
        if name in self._expected:
            return len(self._expected[name]) < MOST_EXPECTED
        if name not in self._models:
            first = not self._expected or name in self._library.loaded
            return first and self._library.room(name, [*self._models, *self._expected])
        if isinstance(self._models[name], PipelineModel):
            return not self.alone
        return key in self.lanes or len(self.lanes) < MOST_LANES

    def _could_sit(self, drawing: Drawing) -> bool:
        return drawing.lane not in self.lanes or self._yielding(drawing) is not None

    def _seat(self, drawing: Drawing) -> None:
        """Lets the image in, where its job is not over."""
        if drawing.ticket.over:
            self._line.left(drawing)
            return
        try:
            self._let_in(drawing)
        except BaseException as error:
            self._refuse(drawing, error)

    def _let_in(self, drawing: Drawing) -> None:
        """Lets the image into its lane, or asks for its model."""
        name = drawing.job.recipe.model
        model = self._models.get(name)
        if model is None:
            if name not in self._expected:
                self._loader.want(name, [*self._models, *self._expected])
            self._expected.setdefault(name, []).append(drawing)
            return
        MODES[drawing.job.mode].check_fit(model.card)  # it may have become another one while the image waited
        if isinstance(model, PipelineModel):
            self.alone.append(drawing)
        else:
            key = drawing.lane
            self._admit(drawing, self.lanes.setdefault(key, Lane(model, key[1:], self.relieve)))

    def _admit(self, drawing: Drawing, lane: Lane) -> None:
        yielding = self._yielding(drawing)
        request = lane.admit(drawing.way())
        self.drawings[request] = drawing
        drawing.ticket.note(request.notices)
        for other in yielding or ():
            lane.park(other)

    def _refuse(self, drawing: Drawing, error: BaseException) -> None:
        drawing.ticket.fail(error)
        self._line.left(drawing)

    # seats

    def _free_rows(self, key: LaneKey) -> int:
        lane = self.lanes[key]
        if not lane.requests:
            return EVERYBODY  # alone
        return min(self.limits(key).most_rows(), lane.most_rows) - lane.rows

    def limits(self, key: LaneKey) -> RowLimits:
        """How many rows a forward of such a lane should have; outlives the lane."""
        return self._limits.setdefault(key, RowLimits(self._free))

    def _free(self) -> int | None:
        """Bytes that a forward could take now and leave to a load under way what it needs."""
        free = self._memory.free()
        return None if free is None else free - self._library.coming

    def _yielding(self, drawing: Drawing) -> list[Request] | None:
        """Whom the image may make yield a seat in its lane; None if there is no seat for it."""
        key, tenant = drawing.lane, drawing.job.tenant
        needed = rows(drawing.job) - self._free_rows(key)
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
