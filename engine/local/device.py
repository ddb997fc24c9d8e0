"""One device's denoise thread: the only one that touches its models."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import replace
from functools import partial

import torch
from torch import Tensor

from engine.api.capacity import LaneKey
from engine.api.devices import DeviceState
from engine.denoise.decoder import Decoder
from engine.denoise.lane import Lane, StepResult
from engine.denoise.request import Request
from engine.local.admission import Admission
from engine.local.finishers import Finishers
from engine.local.line import Line
from engine.local.memory import Peak, memory_of
from engine.local.tally import Tally
from engine.local.tickets import Drawing
from engine.local.turns import Turns
from engine.local.watchdog import Watchdog
from engine.models.ports import Library, PipelineModel, Telling

log = logging.getLogger(__name__)

FAULT_SECONDS = 0.5
"""Between a fault of the engine's own and the next round, so that one which stays costs little."""

END_SECONDS = 60.0
"""Longer than a step takes. A thread that hangs in native code can't be ended; it dies with the process."""


class Device:
    """Takes images from the line, draws them together, and hands their pixels on.

    Attributes:
        capacity: what it could have taken in when it last looked; any thread may read it.
    """

    def __init__(self, library: Library, line: Line, finishers: Finishers, watchdog: Watchdog) -> None:
        """Takes no work before `start`.

        Args:
            library: this device's models.
            line: where the work comes from.
            finishers: threads that encode pictures and previews.
            watchdog: looks after the denoise thread and its loader.
        """
        self._library = library
        self._line = line
        self._finishers = finishers
        self._watchdog = watchdog
        self._memory = memory_of(library.device)
        self._tally = Tally()
        self._begin()
        self._thread = threading.Thread(target=self._run, name="denoise", daemon=True)

    def start(self) -> None:
        """Starts the denoise thread."""
        self._thread.start()

    def join(self) -> None:
        """Waits until the thread has ended, after the line was closed: a step, unless that hangs."""
        self._thread.join(END_SECONDS)

    def state(self) -> DeviceState:
        """How it is, and what it has done. Any thread may ask."""
        lanes = list(self._admission.lanes.values())
        rows = sum(lane.rows for lane in lanes)
        told = self._tally.state(str(self._library.device), len(lanes), rows, self._memory.free())
        return replace(told, ready=not self._line.closed)

    def _begin(self) -> None:
        """Nobody is in, nothing has been measured."""
        self._admission = Admission(self._library, self._line, self._memory, self._watchdog, self._tally)
        self._decoder = Decoder(self._admission.relieve)
        self._turns: Turns[LaneKey] = Turns()
        self._step_seconds = 0.0
        self.capacity = self._admission.capacity()

    def _run(self) -> None:
        """Goes round and round, whatever comes, until the line is closed."""
        while not self._line.closed:
            try:
                with torch.inference_mode():
                    self._rounds()
            except BaseException:
                if not self._line.closed:
                    log.exception("The denoise thread broke, and goes on in %.1f s", FAULT_SECONDS)
                    self._line.rest(FAULT_SECONDS)

    def _rounds(self) -> None:
        """Rounds until the line is closed. A fault leaves nobody behind, and a device as it was at first."""
        while not self._line.closed:
            try:
                self._round()
            except BaseException as error:
                # what can go wrong for one request is caught where it does: this is a bug of ours
                lost = self._admission
                self._begin()
                lost.give_up(error)
                raise

    def _round(self) -> None:
        """Lets people out and in and works for them, or waits until there is something to do."""
        seen = self._line.version
        self._decoder.discard(self._admission.clear_out())
        self._admission.take_in()
        self.capacity = self._admission.capacity()
        if not self._work():
            self._line.wait(seen)

    def _work(self) -> bool:
        """One step of one lane and as much decoding as that allows; False if there was nothing to do."""
        lanes = self._admission.lanes
        if lanes:
            key = self._turns.next({key: len(lane.requests) for key, lane in lanes.items()})
            with self._watchdog.on(f"a step of {lanes[key].rows} rows of {key.model}"):
                self._step(key, lanes[key])
        if self._decoder:
            with self._watchdog.on("decoding"):
                self._decode()
        elif self._admission.alone:
            with self._watchdog.on("a picture that is drawn alone"):
                self._draw_alone(self._admission.alone.pop(0))
        elif not lanes:
            return False
        return True

    def _step(self, key: LaneKey, lane: Lane) -> None:
        """One step of a lane: everyone hears of it, whoever is finished goes on to the decoder."""
        present = list(lane.requests)
        result = self._measured_step(key, lane)
        for request, rgb in result.previews.items():
            self._finishers.show(self._admission.ticket(request), rgb)
        for request in present:
            ticket = self._admission.ticket(request)
            if request in result.failed:
                ticket.fail(result.failed[request])
                self._admission.leave(request)
                continue
            ticket.step(self._admission.drawings[request].number)
            if request.finished:
                lane.leave(request)
                self._decoder.add(request.model, request)

    def _measured_step(self, key: LaneKey, lane: Lane) -> StepResult:
        """A step, and what it took: for the row limits, the turns and the expected waits."""
        rows, people = lane.rows, len(lane.requests)
        limits = self._admission.limits(key)
        peak, began = Peak(), time.perf_counter()
        if limits.is_new(rows):
            with self._memory.measured() as peak:
                result = lane.step(self._viewers(lane))
        else:
            result = lane.step(self._viewers(lane))
        self._step_seconds = seconds = time.perf_counter() - began
        self._tally.forwarded(rows, seconds)
        limits.record(rows, seconds, peak.bytes)
        self._turns.charge(key, seconds, people)
        self._line.record(rows * key.width * key.height / 1e6, seconds)
        return result

    def _viewers(self, lane: Lane) -> set[Request]:
        """Whose job is due a preview; the first of its images shows it."""
        drawings = self._admission.drawings
        return {r for r in lane.requests if drawings[r].shown and drawings[r].ticket.wants_preview()}

    def _decode(self) -> None:
        """Decodes a few finished images, for no longer than a step if a lane is waiting."""
        for request, pixels in self._decoder.decode(self._step_seconds if self._admission.lanes else None):
            drawing = self._admission.drawings[request]
            if isinstance(pixels, Exception):
                drawing.ticket.fail(pixels)
            else:
                self._finishers.deliver(drawing, request.way, pixels, request.model.vae_file)
            self._admission.leave(request)

    def _draw_alone(self, drawing: Drawing) -> None:
        """One call of a model that can't share: lanes wait until it is over."""
        ticket, model = drawing.ticket, self._admission.model(drawing)
        try:
            assert isinstance(model, PipelineModel)
            way = drawing.way()
            pixels = model.draw(*way.alone(), partial(self._on_step, drawing))
            ticket.note(model.notices if isinstance(model, Telling) else ())
            self._finishers.deliver(drawing, way, (pixels.movedim(0, -1) * 255).round().byte())
        except _Over:
            pass
        except BaseException as error:
            ticket.fail(error)
        self._line.left(drawing)

    def _on_step(self, drawing: Drawing, step: int, total: int, seen: Tensor | None) -> None:
        if drawing.ticket.over:
            raise _Over
        if seen is not None and drawing.shown and drawing.ticket.wants_preview():
            self._finishers.show(drawing.ticket, (seen.movedim(0, -1) * 255).byte())
        drawing.ticket.step(drawing.number, total)
        self._watchdog.progress(f"a picture that is drawn alone, after step {step} of {total}")


class _Over(Exception):
    """Nobody wants the picture any more."""
