"""A picture from words alone."""

from __future__ import annotations

from torch import Generator

from engine.models.ports import UNetModel
from engine.pictures.read import Source


def start(model: UNetModel, source: Source | None, generator: Generator) -> None:
    """Pure noise."""
