"""Engines in a process of their own, forked from one that has loaded the tiny model already: a start takes a moment."""

from __future__ import annotations

import logging
import os
import signal
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Collection, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from bot import bootstrap
from engine.api.cards import ModelCard
from engine.api.events import Event, Started
from engine.api.jobs import Job
from engine.api.parameters import Size
from engine.api.ports import Engine
from engine.local import finishers
from engine.local.engine import LocalEngine
from engine.models import library
from engine.models.assembly import Workshop, assemble
from engine.models.files.catalogue import Found
from engine.models.library import ModelLibrary
from engine.models.ports import Conditioning
from engine.models.unet import UNetFamily
from engine.pictures.write import picture
from engine.process import engine as process
from engine.process import pulse
from engine.process.child import Child
from engine.process.engine import ProcessEngine
from tests.engine.bench import Shelf, Touchy, tiny
from tests.forking import FORKING
from tests.toy import register_all

DEADLY = "kill the process"
"""The prompt on which the process of a `Deadly` model is killed in the middle of a forward."""

EXITING = "leave the process"
"""On which it exits."""

LOST = "lose the device"
"""On which the device's context is poisoned."""


class Deadly(Touchy):
    """A model that ends its process, or its device, on some prompts."""

    def __init__(self, side: int = 16) -> None:
        super().__init__(tiny())
        square = Size(side, side)
        self.card = self.card.model_copy(update={"native": square, "sizes": (square, *self.card.sizes)})
        self._marked: dict[int, tuple[str, Conditioning]] = {}
        self._lost = False

    def condition(self, prompts: Any, adapters: Any = None, skip: Any = None) -> list[Conditioning]:
        found = super().condition(prompts, adapters, skip)
        for prompt, conditioning in zip(prompts, found, strict=True):
            if prompt in (DEADLY, EXITING, LOST):
                self._marked[id(conditioning)] = (prompt, conditioning)
        return found

    def predict(
        self, latents: Tensor, timesteps: Tensor, conditionings: Any, *rest: Any, **more: Any
    ) -> Tensor:
        words = {self._marked[id(c)][0] for c in conditionings if id(c) in self._marked}
        if DEADLY in words:
            os.kill(os.getpid(), signal.SIGKILL)
        if EXITING in words:
            os._exit(0)
        self._lost = self._lost or LOST in words
        if self._lost:
            raise torch.AcceleratorError("CUDA error: an illegal memory access was encountered")
        return super().predict(latents, timesteps, conditionings, *rest, **more)


class SlowShelf(Shelf):
    """Every load takes its time."""

    def __init__(self, side: int, seconds: float) -> None:
        super().__init__({"tiny": Deadly(side)})
        self._seconds = seconds

    def load(self, name: str, beside: Collection[str] = ()) -> Any:
        time.sleep(self._seconds)
        return super().load(name, beside)


def make(
    side: int = 16, start_seconds: float = 0, load_seconds: float = 0, encode_seconds: float = 0
) -> Engine:
    """An engine, made in its process."""

    def slowly(*what: Any, **more: Any) -> Any:
        time.sleep(encode_seconds)
        return picture(*what, **more)

    time.sleep(start_seconds)
    register_all()
    finishers.picture = slowly  # type: ignore[attr-defined]
    return LocalEngine(SlowShelf(side, load_seconds))


class Breaking(LocalEngine):
    """Does what no engine should: raises instead of telling."""

    async def submit(self, job: Job) -> AsyncGenerator[Event, None]:
        yield Started()
        raise RuntimeError("the engine fell over")


def make_breaking(side: int) -> Engine:
    """An engine that keeps no promise, and logs more than anybody wants."""
    logging.getLogger("httpx").info("a request")
    logging.getLogger("engine").info("a word")
    return Breaking(SlowShelf(side, 0))


def impatience(monkeypatch: pytest.MonkeyPatch, silent: float = 4.0) -> set[int]:
    """The processes, by number, that are ended after `silent` seconds without a sign of life: none at first.

    On a busy machine others may give none for as long.
    """
    stopped: set[int] = set()

    async def heard(child: Child[Any, Any]) -> AsyncIterator[float]:
        async for silence in pulse.silences(child):
            yield silence if child.pid in stopped else 0.0

    monkeypatch.setattr(process, "silences", heard)
    monkeypatch.setattr(pulse, "QUIET", 2.0)
    monkeypatch.setattr(pulse, "SILENT", silent)
    return stopped


def make_nothing(side: int) -> Engine:
    """Fails, as where there is no driver."""
    raise RuntimeError("no such device")


def make_library(folder: Path) -> Engine:
    """An engine over a folder of models."""
    return LocalEngine(ModelLibrary(folder, embedded=folder / "none"))


def make_killed(folder: Path, default: str, good: str) -> Engine:
    """An engine over models, all but one of which end the process as they are loaded, as a native fault does."""

    def load(found: Found, shop: Workshop) -> UNetFamily:
        if found.card.name != good and "mended" not in found.card.description:
            os.kill(os.getpid(), signal.SIGKILL)
        return assemble(found, shop)

    library.assemble = load  # type: ignore[attr-defined]
    return LocalEngine(ModelLibrary(folder, default))


def library_engine(folder: Path, models: Sequence[ModelCard]) -> ProcessEngine:
    """One over a folder of models, which are these."""
    return ProcessEngine(partial(make_library, folder), lambda: models, FORKING.get_start_method())


def process_engine(maker: Callable[..., Engine] = make, side: int = 16, **seconds: float) -> ProcessEngine:
    """One with the tiny model, for pictures of that side, that takes so many seconds more to start, load, encode."""
    return ProcessEngine(
        partial(maker, side, **seconds), lambda: [Deadly(side).card], FORKING.get_start_method()
    )


def draw_in_processes() -> None:
    """Lets the program draw with the tiny model, in a process of its own that some prompts end."""
    bootstrap.starting_engine = lambda settings: process_engine(side=64)  # type: ignore[attr-defined]
