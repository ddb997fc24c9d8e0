"""Hand-written stand-ins for the ports. Each passes the same contract suite as the real thing."""

from __future__ import annotations

import asyncio
import hashlib
import io
from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import replace
from typing import Self

import numpy as np
from PIL import Image

from engine.api.cards import Defaults, ModelCard, PassedOver
from engine.api.devices import DeviceState
from engine.api.errors import BadImage, LukisError
from engine.api.events import (
    Cancelled,
    Done,
    Event,
    Failed,
    Notice,
    Picture,
    Progress,
    Queued,
    Started,
    Verdict,
)
from engine.api.jobs import Job
from engine.api.modes import MODES
from engine.api.names import Addon, Addons
from engine.api.parameters import Size
from engine.checks import check, check_new
from engine.failures import failed
from engine.pictures.write import AsItIs, picture

FAKE_CARD = ModelCard(
    name="starter", title="Starter", native=Size(64, 64), scale=2, defaults=Defaults(steps=4, cfg=2.5)
)

NAMED = Addons(
    (Addon("ink", "ink.safetensors"), Addon("лиса-снегов", "Лиса снегов.safetensors"), Addon("style-000010")),
    (Addon("easynegative", "EasyNegative.safetensors", bare=True), Addon("snow", "snow.safetensors")),
)

Fault = Callable[[Job], LukisError | None]


class FakeEngine:
    """An `engine.api.ports.Engine` that paints flat tiles from prompt, seed and pictures at once.

    Jobs run one after the other, in the order they came.

    Attributes:
        jobs: every job that was submitted, in order.
        notices: what it has to say of every job that it draws.
        verdict: what the safety check says of an image, by its place in its job, where it is asked.
        fault: asked for each job as it starts; the error that it returns is how that job fails.
    """

    def __init__(
        self,
        cards: Sequence[ModelCard] = (FAKE_CARD,),
        *,
        step_seconds: float = 0.0,
        fault: Fault = lambda job: None,
        passed_over: Sequence[PassedOver] = (),
        addons: Addons = NAMED,
    ) -> None:
        self.jobs: list[Job] = []
        self.fault = fault
        self.notices: tuple[Notice, ...] = ()
        self.verdict: Callable[[Job, int], Verdict] = lambda job, image: "fine"
        self._cards = tuple(cards)
        self._passed_over = tuple(passed_over)
        self._addons = addons
        self._step_seconds = step_seconds
        self._line: list[str] = []
        self._open = True
        self._stopped: set[str] = set()
        self._hold_at: int | None = None
        self._changed = asyncio.Condition()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        self._open = False
        self._hold_at = None
        self._stopped.update(self._line)
        await self._notify()

    def hold(self, step: int = 0) -> None:
        """Keeps every job waiting before it starts or, with `step`, right after that step's Progress."""
        self._hold_at = step

    async def release(self, until: int | None = None) -> None:
        """Lets the jobs go on that `hold` keeps, to the end or to another step."""
        self._hold_at = until
        await self._notify()

    def models(self) -> Sequence[ModelCard]:
        return self._cards

    def addons(self) -> Addons:
        return self._addons

    def capacity(self) -> None:
        """It takes whatever comes, one after the other."""

    def passed_over(self) -> Sequence[PassedOver]:
        return self._passed_over

    def devices(self) -> Sequence[DeviceState]:
        return [DeviceState("fake", ready=self._open, forwarded=len(self.jobs))]

    def mend(self, name: str) -> None:
        """What kept a model from the list is over."""
        self._passed_over = tuple(bad for bad in self._passed_over if bad.name != name)

    def strike(self, bad: PassedOver) -> None:
        """Takes a model off the list, as one that failed to load."""
        self._cards = tuple(card for card in self._cards if card.name != bad.name)
        self._passed_over += (bad,)

    async def cancel(self, job_id: str) -> bool:
        if job_id not in self._line:
            return False
        self._stopped.add(job_id)
        await self._notify()
        return True

    async def submit(self, job: Job) -> AsyncGenerator[Event, None]:
        try:
            check_new(job, self._line, self._open)
        except Exception as error:
            yield failed(job.id, error)
            return
        self.jobs.append(job)
        self._line.append(job.id)
        try:
            async for event in self._events(job):
                yield event
        finally:
            self._line.remove(job.id)
            self._stopped.discard(job.id)
            await self._notify()

    async def _events(self, job: Job) -> AsyncGenerator[Event, None]:
        try:
            self._check(job)
            async for event in self._wait_in_line(job):
                yield event
            yield Started()
            if error := self.fault(job):
                raise error
            async for event in self._draw(job):
                yield event
        except LukisError as error:
            yield Failed(error.code, error.facts)
        except _Stop:
            yield Cancelled()

    def _check(self, job: Job) -> None:
        check(job, self._cards, self._passed_over, self._addons)
        if not all(picture.startswith((b"\x89PNG", b"\xff\xd8")) for picture in job.inputs.values()):
            raise BadImage

    async def _wait_in_line(self, job: Job) -> AsyncGenerator[Event, None]:
        told = 0
        while True:
            self._stop_if_asked(job)
            position = self._line.index(job.id) + 1
            if position != told:
                told = position
                yield Queued(position, wait=10.0 * (position - 1))
            elif position == 1 and self._hold_at != 0:
                return
            else:
                await self._change()

    async def _draw(self, job: Job) -> AsyncGenerator[Event, None]:
        total = sum(recipe.steps for recipe in job.recipe.each())
        for step in range(1, total + 1):
            await asyncio.sleep(self._step_seconds)
            self._stop_if_asked(job)
            yield Progress(step, total, _PREVIEW if step == 1 and not job.checked else None)
            while self._hold_at == step:
                await self._change()
                self._stop_if_asked(job)
        painted = (paint(one, one.recipe.seed) for one in job.each())
        pictures = tuple(
            replace(p, verdict=self.verdict(job, image)) if job.checked else p
            for image, p in enumerate(painted)
        )
        yield Done(pictures, self._step_seconds * total, self.notices)

    def _stop_if_asked(self, job: Job) -> None:
        if job.id in self._stopped:
            raise _Stop

    async def _change(self) -> None:
        async with self._changed:
            await self._changed.wait()

    async def _notify(self) -> None:
        async with self._changed:
            self._changed.notify_all()


def _jpeg() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (64, 64), "orange").save(file, "JPEG")
    return file.getvalue()


_PREVIEW = _jpeg()


class _Stop(Exception):
    """The job was cancelled."""


def paint(job: Job, seed: int) -> Picture:
    """4 x 4 tiles whose colours depend on all that a real model's picture depends on; as large as it is delivered."""
    varied = "".join(map(str, job.recipe.variations))
    words = f"{job.prompt}\0{job.recipe.negative}\0{job.recipe.model}\0{seed}{varied}".encode()
    pictures = b"".join(name.encode() + job.inputs[name] for name in sorted(job.inputs))
    digest = hashlib.shake_256(words + pictures).digest(48)
    tiles = np.frombuffer(digest, np.uint8).reshape(4, 4, 3).copy()
    height, width = job.recipe.height * job.recipe.scale, job.recipe.width * job.recipe.scale
    if MODES[job.mode].leads:
        tiles[:, :2], tiles[:, 2:] = 255 * (not job.recipe.invert), 255 * job.recipe.invert
    pixels = tiles.repeat(-(-height // 4), axis=0)[:height].repeat(-(-width // 4), axis=1)[:, :width]
    return picture(np.ascontiguousarray(pixels), AsItIs(job, seed))
