"""The safety check of pictures: in a thread of its own, within a time, and closed where it fails."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooLate
from functools import partial
from queue import SimpleQueue

from PIL import Image

from engine.api.events import Verdict
from engine.api.jobs import Job
from engine.models.safety import NoCheck, Unfit

log = logging.getLogger(__name__)

PATIENCE = 60.0
"""Seconds that a check may take, what came before it included; the first one loads the classifier."""

AGAIN = 60.0
"""Seconds after which a classifier that could not be loaded is tried again."""


class Guard:
    """Tells whether pictures are fit for everybody. What can't be told is `unchecked`, and never an error."""

    def __init__(self, load: Callable[[str], Unfit], patience: float = PATIENCE) -> None:
        """`load` gets the check for what a model of that name draws; it blocks, and raises NoCheck."""
        self._load = load
        self._patience = patience
        self._loaded: dict[str, Unfit] = {}
        self._missing: dict[str, float] = {}
        self._asked: SimpleQueue[tuple[str, Image.Image, Future[bool]]] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._late: Future[bool] | None = None  # what came too late, and may still come
        self._starting = threading.Lock()

    def look(self, job: Job) -> Callable[[Image.Image], Verdict]:
        """What to ask about each picture of a job: nothing where the job does not want that."""
        return partial(self.verdict, job.recipe.model) if job.checked else lambda image: ""

    def verdict(self, model: str, image: Image.Image) -> Verdict:
        """What it says of a picture, RGB, that a model of that name has drawn. Blocks, no longer than its patience.

        One that came too late is not waited for again, until it comes.
        """
        if self._late and not self._late.done():
            return "unchecked"
        self._start()
        told: Future[bool] = Future()
        self._asked.put((model, image, told))
        try:
            return "unfit" if told.result(self._patience) else "fine"
        except TooLate:
            self._late = told
            log.warning("The safety check takes too long; pictures go unchecked until it answers.")
        except Exception as error:
            log.warning("A picture could not be checked: %s", error)
        return "unchecked"

    def _start(self) -> None:
        with self._starting:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="safety", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        while True:
            model, image, told = self._asked.get()
            try:
                told.set_result(self._check(model)(image))
            except BaseException as error:
                told.set_exception(error if isinstance(error, Exception) else NoCheck(repr(error)))

    def _check(self, model: str) -> Unfit:
        if model not in self._loaded:
            if time.monotonic() < self._missing.get(model, 0.0):
                raise NoCheck("it could not be loaded a moment ago")
            try:
                self._loaded[model] = self._load(model)
            except Exception:
                self._missing[model] = time.monotonic() + AGAIN
                raise
        return self._loaded[model]
