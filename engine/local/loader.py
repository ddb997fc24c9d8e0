"""Loads models in the background, so that the lanes of loaded ones go on."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Collection
from typing import NamedTuple

from engine.denoise.forward import blame
from engine.local.tally import Tally
from engine.local.watchdog import Watchdog
from engine.models.ports import Library, PipelineModel, UNetModel

Model = UNetModel | PipelineModel


class Loaded(NamedTuple):
    """A model that was asked for, or why there is none."""

    name: str
    model: Model | Exception


class Loader:
    """Asks the library for models, each in a thread of its own; the library lets one load at a time."""

    def __init__(
        self, library: Library, on_done: Callable[[], None], watchdog: Watchdog, tally: Tally
    ) -> None:
        """`on_done` is called, in a thread of the loader's, when `done` has something new; `tally` counts loads."""
        self._tally = tally
        self._library = library
        self._watchdog = watchdog
        self._on_done = on_done
        self._done: queue.SimpleQueue[Loaded] = queue.SimpleQueue()

    def want(self, name: str, beside: Collection[str]) -> None:
        """Asks for a model; those `beside` it are in use and stay in memory."""
        # a daemon: a load can't be interrupted, and the program need not wait for it to end
        threading.Thread(target=self._load, args=(name, beside), name="load", daemon=True).start()

    def done(self) -> list[Loaded]:
        """What has come since the last call."""
        return [self._done.get() for _ in range(self._done.qsize())]

    def _load(self, name: str, beside: Collection[str]) -> None:
        model: Model | Exception
        new, began = name not in self._library.loaded, time.perf_counter()
        try:
            with self._watchdog.on(f"the load of {name}"):
                model = self._library.load(name, beside)
        except BaseException as error:
            model = blame(error)
        if new:
            self._tally.loaded(time.perf_counter() - began, bad=isinstance(model, Exception))
        self._done.put(Loaded(name, model))
        self._on_done()
