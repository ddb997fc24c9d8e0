"""What an engine tells of its devices, for whoever runs it: how they are now, and what they have done."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

ROWS = (1, 2, 4, 8, 16, 32, 64)
"""Bounds by which forwards are counted: so many rows at most."""


@dataclass(frozen=True)
class DeviceState:
    """A device at one moment.

    Attributes:
        device: as the settings name it: "cuda:0".
        ready: whether it takes jobs now.
        lanes, rows: that are open, and that are in them.
        free: bytes of memory that a forward could take; None where nobody knows.
        forwards: calls of a model since the engine started, by their rows: one count for each bound of `ROWS` and one
            for more.
        forwarded: rows of all those calls.
        seconds: that they took.
        loads, bad_loads: models that were read from the disk since then, and that could not be.
        load_seconds: that reading them took.
    """

    device: str
    ready: bool = True
    lanes: int = 0
    rows: int = 0
    free: int | None = None
    forwards: tuple[int, ...] = (0,) * (len(ROWS) + 1)
    forwarded: int = 0
    seconds: float = 0.0
    loads: int = 0
    bad_loads: int = 0
    load_seconds: float = 0.0


def bound_of(rows: int) -> int:
    """Where a forward of so many rows is counted."""
    return bisect_left(ROWS, rows)


def any_ready(devices: Iterable[DeviceState]) -> bool:
    """Whether a job would find somebody who takes it."""
    return any(device.ready for device in devices)
