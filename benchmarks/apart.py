"""A server in a process of its own: what its threads do, and how they wait, is nobody else's concern."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, NamedTuple, Self
from unittest.mock import patch

from benchmarks.workloads import Arrival


class Served(NamedTuple):
    """When a job came, and when its picture did, in seconds from the start."""

    came: float
    ended: float


Serve = Callable[[Sequence[Arrival]], list[Served]]
"""Serves jobs, in the order in which they come."""


@dataclass(frozen=True)
class Run:
    """One workload served once."""

    images: int
    seconds: float
    waits: list[float]
    cpu: float

    @property
    def rate(self) -> float:
        """Images per second."""
        return self.images / self.seconds

    @property
    def mean(self) -> float:
        """Mean wait in seconds."""
        return statistics.fmean(self.waits)

    @property
    def p95(self) -> float:
        """95th-percentile wait in seconds."""
        return sorted(self.waits)[int(0.95 * (len(self.waits) - 1) + 0.5)]


class Apart:
    """Whoever `make(*arguments)` returns, serving in another process until the block ends."""

    def __init__(self, make: Callable[..., Serve], *arguments: Any, **variables: str) -> None:
        """`variables` are the other process's environment beside this one's."""
        self._pool = ProcessPoolExecutor(
            1, mp_context=get_context("spawn"), initializer=_become, initargs=(make, arguments)
        )
        with patch.dict(os.environ, variables):
            self._pool.submit(os.getpid).result()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown()

    def __call__(self, arrivals: Sequence[Arrival]) -> Run:
        """Serves the arrivals and measures."""
        return self._pool.submit(_run, arrivals).result()


_serve: Serve


def _become(make: Callable[..., Serve], arguments: tuple[Any, ...]) -> None:
    global _serve
    _serve = make(*arguments)


def _run(arrivals: Sequence[Arrival]) -> Run:
    began = time.process_time()
    served = _serve(arrivals)
    cpu = time.process_time() - began
    return Run(len(arrivals), max(s.ended for s in served), [s.ended - s.came for s in served], cpu)
