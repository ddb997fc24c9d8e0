"""Whose fault it is that something could not be done: a file's, or the machine's at that moment."""

from __future__ import annotations

import errno
from collections.abc import Iterator

import torch

from engine.api.errors import OutOfMemory
from engine.models.files.families import NotACheckpoint
from engine.models.files.header import BadHeader

_NO_MEMORY = ("not enough memory", "can't allocate memory", "Cannot allocate memory")
"""How PyTorch's allocators and those of other libraries say it, which have no error of their own for it."""

_SHORT = frozenset({errno.EMFILE, errno.ENFILE})
"""What the machine has too little of: open files."""


def is_out_of_memory(error: BaseException) -> bool:
    """Whether the device or the machine had no memory left."""
    return any(map(_no_memory, _chain(error)))


def is_the_machines(error: BaseException) -> bool:
    """Whether it says nothing of what was being read: memory was short, the device went away, the program ends."""
    return is_out_of_memory(error) or any(
        isinstance(each, torch.AcceleratorError | KeyboardInterrupt | SystemExit)
        or (isinstance(each, OSError) and each.errno in _SHORT)
        for each in _chain(error)
    )


def _no_memory(error: BaseException) -> bool:
    if isinstance(error, torch.OutOfMemoryError | MemoryError | OutOfMemory):
        return True
    if isinstance(error, OSError) and error.errno == errno.ENOMEM:
        return True
    return isinstance(error, RuntimeError) and any(words in str(error) for words in _NO_MEMORY)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error and what it was raised from: libraries wrap what they met in words of their own."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def problem_of(error: BaseException) -> NotACheckpoint:
    """What loading raised, in one clause."""
    if isinstance(error, NotACheckpoint | BadHeader):
        return NotACheckpoint(str(error), error.fault)
    if isinstance(error, NotImplementedError) and "meta tensor" in str(error):
        return NotACheckpoint("it lacks weights", "damaged")
    lines = str(error).strip().splitlines()
    told = ": ".join(filter(None, (type(error).__name__, "".join(lines[:1])[:120])))
    if isinstance(error, RuntimeError | ValueError | KeyError):
        return NotACheckpoint(f"its weights do not fit its family ({told})")
    return NotACheckpoint(f"it cannot be loaded ({told})", "damaged")
