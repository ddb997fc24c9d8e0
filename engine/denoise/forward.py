"""One model call over many rows, however little memory there is and whoever poisons it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from engine.api.errors import DeviceLost, EngineError, OutOfMemory
from engine.models.faults import is_out_of_memory
from engine.models.hints import NO_HINTS, Hints
from engine.models.ports import Conditioning, UNetModel


@dataclass(frozen=True)
class Row:
    """One row of a forward: `latents` are `[1, c, h, w]`, scaled for the timestep."""

    latents: Tensor
    timestep: Tensor
    conditioning: Conditioning
    hints: Hints = NO_HINTS


Relieve = Callable[[], None]
"""Frees what memory can be freed on the device."""


def blame(error: BaseException) -> Exception:
    """The error in words for the person, where there are any; always one that fails a job and no thread."""
    if is_out_of_memory(error) and not isinstance(error, OutOfMemory):
        return OutOfMemory()
    if isinstance(error, torch.AcceleratorError):
        return _because(error, DeviceLost())
    return error if isinstance(error, Exception) else _because(error, EngineError())


def _because(cause: BaseException, error: Exception) -> Exception:
    """The error with its cause, for the log."""
    error.__cause__ = cause
    return error


class Forward:
    """Calls the model with as many rows as fit.

    Attributes:
        most_rows: that fitted so far; halved whenever memory runs out.
    """

    def __init__(self, model: UNetModel, pixels: tuple[int, int], relieve: Relieve) -> None:
        """`pixels` are width and height of the pictures; `relieve` is called when memory ran out."""
        self._model = model
        self._pixels = pixels
        self._relieve = relieve
        self.most_rows = 1 << 30

    def __call__(self, rows: Sequence[Row]) -> list[Tensor | Exception]:
        """Every row's prediction `[1, c, h, w]` in fp32, or why it has none."""
        results: list[Tensor | Exception] = []
        start = 0
        while start < len(rows):
            part = rows[start : start + self.most_rows]
            results += self._halving(part)
            start += len(part)
        return results

    def _halving(self, rows: Sequence[Row], relieved: bool = False) -> list[Tensor | Exception]:
        """The rows together or, when that fails, in halves: only rows that fail alone have failed."""
        try:
            return self._together(rows)
        except BaseException as error:  # a native panic and SystemExit too: the thread is everybody's
            failure = error
        # outside the handler: the traceback holds the tensors that did not fit
        if is_out_of_memory(failure):
            failure.__traceback__ = None
            self._relieve()
            self.most_rows = max(1, len(rows) // 2)
            if len(rows) == 1 and not relieved:
                return self._halving(rows, relieved=True)
        if len(rows) == 1:
            return [blame(failure)]
        middle = len(rows) // 2
        return self._halving(rows[:middle]) + self._halving(rows[middle:])

    def _together(self, rows: Sequence[Row]) -> list[Tensor | Exception]:
        predictions = self._model.predict(
            torch.cat([row.latents for row in rows]),
            torch.stack([row.timestep.float() for row in rows]),
            [row.conditioning for row in rows],
            [self._pixels] * len(rows),
            hints=[row.hints for row in rows],
        )
        return list(predictions.float()[:, None])
