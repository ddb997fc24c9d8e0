"""What is made once and stays as long as the process does."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def lasting() -> Iterator[None]:
    """Spares Python's collector what is made in the block: libraries are half a million objects that never go.

    Nothing is collected meanwhile, and whatever there is at the end is not looked through again. It still goes as
    soon as nothing refers to it, unless it refers to itself.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
