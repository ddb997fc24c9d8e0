"""One device's denoise thread: the only one that touches its models."""

from __future__ import annotations

import threading
import time
from concurrent.futures import Executor
from functools import partial

import torch
from torch import Tensor

from engine.denoise import preview
from engine.denoise.decoder import Decoder
from engine.denoise.lane import Lane, StepResult
from engine.denoise.request import Request
from engine.local.admission import Admission, LaneKey
from engine.local.limits import RowLimits
from engine.local.line import Line
from engine.local.memory import Peak, memory_of
from engine.local.tickets import Drawing, Ticket
from engine.local.turns import Turns
from engine.models.ports import Library, PipelineModel
from engine.modes.base import Way
from engine.pictures.write import picture


class Device:
    """Takes images from the line, draws them together, and hands their pixels on."""

    def __init__(self, library: Library, line: Line, finishers: Executor) -> None:
        """Takes no work before `start`.

        Args:
            library: this device's models.
            line: where the work comes from.
            finishers: threads that encode pictures and previews.
        """
        self._library = library
        self._line = line
        self._finishers = finishers
        self._memory = memory_of(library.device)
        self._begin()
        self._thread = threading.Thread(target=self._run, name="denoise", daemon=True)

    def start(self) -> None:
        """Starts the denoise thread."""
        self._thread.start()

    def join(self) -> None:
        """Waits until the thread has ended, after the line was closed: at most a step."""
        self._thread.join()

    def _begin(self) -> None:
        """Nobody is in, nothing has been measured."""
        self._admission = Admission(self._library, self._line, self._memory)
        self._decoder = Decoder(self._admission.relieve)
        self._turns: Turns[LaneKey] = Turns()
        self._step_seconds = 0.0

    def _run(self) -> None:
        with torch.inference_mode():
            while not self._line.closed:
                try:
                    self._round()
                except Exception as error:
                    # what can go wrong for one request is caught where it does: this is a bug of ours
                    self._admission.fail_all(error)
                    self._begin()

    def _round(self) -> None:
        """Lets people out and in and works for them, or waits until there is something to do."""
        seen = self._line.version
        self._decoder.discard(self._admission.clear_out())
        self._admission.take_in()
        if not self._work():
            self._line.wait(seen)

    def _work(self) -> bool:
        """One step of one lane and as much decoding as that allows; False if there was nothing to do."""
        lanes = self._admission.lanes
        if lanes:
            key = self._turns.next({key: len(lane.requests) for key, lane in lanes.items()})
            self._step(key, lanes[key])
        if self._decoder:
            self._decode()
        elif self._admission.alone:
            self._draw_alone(self._admission.alone.pop(0))
        elif not lanes:
            return False
        return True

    def _step(self, key: LaneKey, lane: Lane) -> None:
        """One step of a lane: everyone hears of it, whoever is finished goes on to the decoder."""
        present = list(lane.requests)
        result = self._measured_step(key, lane)
        for request, rgb in result.previews.items():
            self._finishers.submit(_show, self._admission.ticket(request), rgb)
        for request in present:
            ticket = self._admission.ticket(request)
            if request in result.failed:
                ticket.fail(result.failed[request])
                self._admission.leave(request)
                continue
            ticket.step()
            if request.finished:
                lane.leave(request)
                self._decoder.add(lane.model, request)

    def _measured_step(self, key: LaneKey, lane: Lane) -> StepResult:
        """A step, and what it took: for the row limits, the turns and the expected waits."""
        rows, people = lane.rows, len(lane.requests)
        limits = self._admission.limits.setdefault(key, RowLimits(self._memory.free))
        peak, began = Peak(), time.perf_counter()
        if limits.is_new(rows):
            with self._memory.measured() as peak:
                result = lane.step(self._viewers(lane))
        else:
            result = lane.step(self._viewers(lane))
        self._step_seconds = seconds = time.perf_counter() - began
        limits.record(rows, seconds, peak.bytes)
        self._turns.charge(key, seconds, people)
        self._line.record(rows * key.width * key.height / 1e6, seconds)
        return result

    def _viewers(self, lane: Lane) -> set[Request]:
        """Whose job is due a preview; the first of its images shows it."""
        drawings = self._admission.drawings
        return {r for r in lane.requests if drawings[r].image == 0 and drawings[r].ticket.wants_preview()}

    def _decode(self) -> None:
        """Decodes a few finished images, for no longer than a step if a lane is waiting."""
        for request, pixels in self._decoder.decode(self._step_seconds if self._admission.lanes else None):
            drawing = self._admission.drawings[request]
            if isinstance(pixels, Exception):
                drawing.ticket.fail(pixels)
            else:
                self._finishers.submit(_deliver, drawing, request.way, pixels)
            self._admission.leave(request)

    def _draw_alone(self, drawing: Drawing) -> None:
        """One call of a model that can't share: lanes wait until it is over."""
        ticket, model, way = drawing.ticket, self._admission.model(drawing), drawing.way()
        try:
            assert isinstance(model, PipelineModel)
            given = {name: way.inputs[name] for name in ticket.job.inputs}
            pixels = model.draw(ticket.job, way.seed, given, partial(_on_step, drawing))
        except _Over:
            pass
        except Exception as error:
            ticket.fail(error)
        else:
            self._finishers.submit(_deliver, drawing, way, (pixels.movedim(0, -1) * 255).round().byte())
        self._line.left(drawing)


class _Over(Exception):
    """Nobody wants the picture any more."""


def _on_step(drawing: Drawing, step: int, total: int, seen: Tensor | None) -> None:
    if drawing.ticket.over:
        raise _Over
    if seen is not None and drawing.image == 0 and drawing.ticket.wants_preview():
        _show(drawing.ticket, (seen.movedim(0, -1) * 255).byte())
    drawing.ticket.step(total)


def _show(ticket: Ticket, rgb: Tensor) -> None:
    ticket.show(preview.jpeg(rgb))


def _deliver(drawing: Drawing, way: Way, pixels: Tensor) -> None:
    """Encodes a picture and hands it over, in a finisher's thread."""
    try:
        finished = picture(pixels.numpy(), drawing.ticket.job, way.seed, way.finish)
        drawing.ticket.deliver(drawing.image, finished)
    except Exception as error:
        drawing.ticket.fail(error)
