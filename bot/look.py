"""What pictures can look like, as lists tell it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Look:
    """A style: how it is asked for, what it is called, and the file of what it looks like, None where none is drawn."""

    name: str
    title: str
    sample: Path | None = None
