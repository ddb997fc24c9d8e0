"""One device's denoise thread: the only one that touches its models."""

from __future__ import annotations

import threading
import time
from concurrent.futures import Executor
from functools import partial
from typing import NamedTuple

import torch
from torch import Tensor

from engine.denoise import preview
from engine.denoise.decoder import Decoder
from engine.denoise.lane import Lane
from engine.denoise.request import Request
from engine.denoise.turns import Turns
from engine.desk import Desk
from engine.loader import Loader, Model
from engine.models.base import Library, PipelineModel
from engine.output import picture
from engine.tickets import Shot, Ticket

MOST_LANES = 4
"""Sizes and models that share a device at a time; with more of them, forwards would be small and slow."""


class LaneKey(NamedTuple):
    """What requests must share to share a forward; width and height in pixels as drawn."""

    model: str
    width: int
    height: int


class Device:
    """Takes images off the desk, draws them together, and hands their pixels on."""

    def __init__(self, library: Library, desk: Desk, finishers: Executor) -> None:
        """Takes no work before `start`.

        Args:
            library: this device's models.
            desk: where the work comes from.
            finishers: threads that encode pictures and previews.
        """
        self._library = library
        self._desk = desk
        self._finishers = finishers
        self._models: dict[str, Model] = {}  # in use: never evicted
        self._expected: dict[str, list[Shot]] = {}  # by the model that is being loaded for them
        self._lanes: dict[LaneKey, Lane] = {}
        self._shots: dict[Request, Shot] = {}
        self._alone: list[Shot] = []  # for models that draw one picture a call
        self._turns: Turns[LaneKey] = Turns()
        self._decoder = Decoder(self._relieve)
        self._step_seconds = 0.0
        self._thread = threading.Thread(target=self._run, name="denoise", daemon=True)

    def start(self) -> None:
        """Starts the denoise thread, and the one that loads models."""
        self._loader = Loader(self._library, lambda: list(self._models), self._desk.wake)
        self._thread.start()

    def join(self) -> None:
        """Waits until the thread has ended, after the desk was closed: at most a step."""
        self._thread.join()
        self._loader.close()

    def _run(self) -> None:
        with torch.inference_mode():
            while not self._desk.closed:
                seen = self._desk.version
                self._clear_out()
                self._take_in()
                if not self._work():
                    self._desk.wait(seen)

    def _work(self) -> bool:
        """One step of one lane and as much decoding as that allows; False if there was nothing to do."""
        if self._lanes:
            key = self._turns.next({key: len(lane.requests) for key, lane in self._lanes.items()})
            self._step(key, self._lanes[key])
        if self._decoder:
            self._decode()
        elif self._alone:
            self._draw_alone(self._alone.pop(0))
        elif not self._lanes:
            return False
        return True

    # who comes and who goes

    def _clear_out(self) -> None:
        """Lets go of what was cancelled or has failed, and of lanes and models that nobody uses."""
        over = [request for request, shot in self._shots.items() if shot.ticket.over]
        for lane in self._lanes.values():
            for request in set(over).intersection(lane.requests):
                lane.leave(request)
        self._decoder.discard(over)
        for request in over:
            self._leave(request)
        for shot in [shot for shot in self._alone if shot.ticket.over]:
            self._alone.remove(shot)
            self._desk.left(shot)
        self._lanes = {key: lane for key, lane in self._lanes.items() if lane.requests}
        used = {shot.ticket.job.recipe.model for shot in [*self._shots.values(), *self._alone]}
        self._models = {name: model for name, model in self._models.items() if name in used}

    def _take_in(self) -> None:
        """Seats those whose model has come, then whoever is next in line as far as there is room."""
        for name, model in self._loader.done():
            shots = self._expected.pop(name)
            if isinstance(model, Exception):
                for shot in shots:
                    self._fail(shot, model)
                continue
            self._models[name] = model
            for shot in shots:
                self._seat(shot)
        while taken := self._desk.take(self._suits):
            taken.ticket.start()
            self._seat(taken)

    def _suits(self, shot: Shot) -> bool:
        """Whether the image could go ahead on this device now."""
        if not shot.ticket.ready:
            return False
        name = shot.ticket.job.recipe.model
        if name in self._expected:
            return len(self._expected[name]) < 16
        if name not in self._models:
            return not self._models or self._library.room(name, list(self._models))
        if isinstance(self._models[name], PipelineModel):
            return not self._alone
        return self._fits(shot)

    def _fits(self, shot: Shot) -> bool:
        lane = self._lanes.get(_key(shot))
        if lane is None:
            return len(self._lanes) < MOST_LANES
        rows = 1 if shot.ticket.job.recipe.cfg == 1 else 2
        return lane.rows + rows <= min(32, lane.most_rows)

    def _seat(self, shot: Shot) -> None:
        """Lets the image into its lane, or asks for its model."""
        if shot.ticket.over:
            self._desk.left(shot)
            return
        name = shot.ticket.job.recipe.model
        model = self._models.get(name)
        if model is None:
            if name not in self._expected:
                self._loader.want(name)
            self._expected.setdefault(name, []).append(shot)
        elif isinstance(model, PipelineModel):
            self._alone.append(shot)
        else:
            self._admit(shot, self._lanes.setdefault(_key(shot), Lane(model, _key(shot)[1:], self._relieve)))

    def _admit(self, shot: Shot, lane: Lane) -> None:
        try:
            request = lane.admit(shot.ticket.job, shot.seed, shot.ticket.source)
        except Exception as error:
            self._fail(shot, error)
        else:
            self._shots[request] = shot

    def _fail(self, shot: Shot, error: Exception) -> None:
        shot.ticket.fail(error)
        self._desk.left(shot)

    def _leave(self, request: Request) -> None:
        self._desk.left(self._shots.pop(request))

    # drawing

    def _step(self, key: LaneKey, lane: Lane) -> None:
        """One step of a lane: everyone hears of it, whoever is finished goes on to the decoder."""
        began = time.perf_counter()
        present = list(lane.requests)
        result = lane.step(
            {r for r in present if self._shots[r].image == 0 and self._ticket(r).wants_preview()}
        )
        for request, rgb in result.previews.items():
            self._finishers.submit(_show, self._ticket(request), rgb)
        for request in present:
            if request in result.failed:
                self._ticket(request).fail(result.failed[request])
                self._leave(request)
                continue
            self._ticket(request).step()
            if request.finished:
                lane.leave(request)
                self._decoder.add(lane.model, request)
        self._account(key, present, time.perf_counter() - began)

    def _account(self, key: LaneKey, present: list[Request], seconds: float) -> None:
        self._step_seconds = seconds
        self._turns.charge(key, seconds, len(present))
        self._desk.record(sum(r.rows for r in present) * key.width * key.height / 1e6, seconds)

    def _decode(self) -> None:
        """Decodes a few finished images, for no longer than a step if a lane is waiting."""
        for request, pixels in self._decoder.decode(self._step_seconds if self._lanes else None):
            shot = self._shots[request]
            if isinstance(pixels, Exception):
                shot.ticket.fail(pixels)
            else:
                self._finishers.submit(_deliver, shot, pixels)
            self._leave(request)

    def _draw_alone(self, shot: Shot) -> None:
        """One call of a model that can't share: lanes wait until it is over."""
        ticket = shot.ticket
        model = self._models[ticket.job.recipe.model]
        source = ticket.source.pixels if ticket.source else None
        try:
            assert isinstance(model, PipelineModel)
            pixels = model.draw(ticket.job, shot.seed, source, partial(_on_step, shot))
        except _Over:
            pass
        except Exception as error:
            ticket.fail(error)
        else:
            self._finishers.submit(_deliver, shot, (pixels.movedim(0, -1) * 255).round().byte())
        self._desk.left(shot)

    def _ticket(self, request: Request) -> Ticket:
        return self._shots[request].ticket

    def _relieve(self) -> None:
        """Frees what memory can be freed: the allocator's cache and the models that nobody uses."""
        self._library.evict(list(self._models))
        if torch.cuda.is_available():
            torch.cuda.empty_cache()


class _Over(Exception):
    """Nobody wants the picture any more."""


def _key(shot: Shot) -> LaneKey:
    recipe = shot.ticket.job.recipe
    return LaneKey(recipe.model, recipe.width, recipe.height)


def _on_step(shot: Shot, step: int, total: int, seen: Tensor | None) -> None:
    if shot.ticket.over:
        raise _Over
    if seen is not None and shot.image == 0 and shot.ticket.wants_preview():
        _show(shot.ticket, (seen.movedim(0, -1) * 255).byte())
    shot.ticket.step(total)


def _show(ticket: Ticket, rgb: Tensor) -> None:
    ticket.show(preview.jpeg(rgb))


def _deliver(shot: Shot, pixels: Tensor) -> None:
    """Encodes a picture and hands it over, in a finisher's thread."""
    try:
        shot.ticket.deliver(shot.image, picture(pixels.numpy(), shot.ticket.job, shot.seed))
    except Exception as error:
        shot.ticket.fail(error)
