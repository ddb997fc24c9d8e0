"""A picture from words alone."""

from __future__ import annotations

from torch import Generator

from engine.models.base import UNetModel
from engine.sources import Source


def start(model: UNetModel, source: Source | None, generator: Generator) -> None:
    """Pure noise."""
