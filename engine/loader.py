"""Loads models in the background, so that the lanes of loaded ones go on."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Collection
from typing import NamedTuple

from engine.models.base import Library, PipelineModel, UNetModel

Model = UNetModel | PipelineModel


class Loaded(NamedTuple):
    """A model that was asked for, or why there is none."""

    name: str
    model: Model | Exception


class Loader:
    """One thread that loads one model at a time."""

    def __init__(
        self, library: Library, in_use: Callable[[], Collection[str]], on_done: Callable[[], None]
    ) -> None:
        """Starts the thread.

        Args:
            library: where models come from.
            in_use: names of the models that must stay in memory.
            on_done: called in the thread when `done` has something new.
        """
        self._library = library
        self._in_use = in_use
        self._on_done = on_done
        self._wanted: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[Loaded] = queue.SimpleQueue()
        # a daemon: a load can't be interrupted, and the program need not wait for it to end
        threading.Thread(target=self._run, name="load", daemon=True).start()

    def want(self, name: str) -> None:
        """Asks for a model."""
        self._wanted.put(name)

    def done(self) -> list[Loaded]:
        """What has been loaded since the last call."""
        return [self._done.get() for _ in range(self._done.qsize())]

    def close(self) -> None:
        """Lets the thread end after the model it is at."""
        self._wanted.put(None)

    def _run(self) -> None:
        while (name := self._wanted.get()) is not None:
            self._done.put(Loaded(name, self._load(name)))
            self._on_done()

    def _load(self, name: str) -> Model | Exception:
        try:
            return self._library.load(name, self._in_use())
        except Exception as error:
            return error
