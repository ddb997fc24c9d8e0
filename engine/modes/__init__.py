"""One file a mode: the latents that it starts from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from torch import Generator, Tensor

from engine.models.ports import UNetModel
from engine.modes import image, text
from engine.pictures.read import Source


class Start(Protocol):
    """How a mode begins."""

    def __call__(self, model: UNetModel, source: Source | None, generator: Generator) -> Tensor | None:
        """Latents `[1, c, h, w]` of the picture to start from, on the CPU; None for pure noise."""
        ...


STARTS: Mapping[str, Start] = {"text": text.start, "image": image.start}
"""By name in `engine.api.modes.MODES`."""
