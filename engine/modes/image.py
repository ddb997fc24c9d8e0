"""A picture from another one."""

from __future__ import annotations

from torch import Generator, Tensor

from engine.api.errors import NoImage
from engine.models.ports import UNetModel
from engine.pictures.read import Source


def start(model: UNetModel, source: Source | None, generator: Generator) -> Tensor:
    """The source's latents."""
    if source is None:
        raise NoImage
    return model.encode(source.pixels[None], generator).float().cpu()
