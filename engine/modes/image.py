"""A picture from another one."""

from __future__ import annotations

from torch import Generator, Tensor

from engine.models.ports import UNetModel
from engine.modes.base import Way


class FromImage(Way):
    """Starts from a picture's latents, with as much noise as the strength says."""

    def begin(self, model: UNetModel, noise: Tensor, generator: Generator) -> Tensor:
        """The picture's latents."""
        return model.encode(self.inputs["image"][None], generator).float().cpu()
