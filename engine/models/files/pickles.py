"""Pickles among what can be used: named, so that people hear why they are not read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from engine.models.files.others import PICKLES

PICKLE = (
    "it is a pickle, which could run code when loaded; `python -m engine.models.unpickled FILE` makes a .safetensors "
    "file of it"
)
"""Why one is not read."""


def with_pickles(files: Sequence[Path], sound: Sequence[Path]) -> list[Path]:
    """The sound files, and those pickles of which none has been made yet."""
    made = {file.with_suffix("") for file in sound}
    return [*sound, *(f for f in files if f.suffix.lower() in PICKLES and f.with_suffix("") not in made)]
