"""A picture changed by words, in the likeness of another one."""

from __future__ import annotations

from torch import Generator, Tensor

from engine.api.jobs import Job
from engine.api.modes import REPLIED
from engine.models.ports import UNetModel
from engine.modes.base import Inputs, Way
from engine.modes.like import Like
from engine.pictures.read import opened


class Restyle(Like):
    """Starts from one picture, and looks at the other one at every step.

    What `read` returns: the picture as any mode does, and what `Like` sees in the other one.
    """

    @classmethod
    def read(cls, job: Job) -> Inputs:
        """The picture to start from; the encoder takes the other one as it came."""
        return Way.prepare(job, {REPLIED: opened(job.inputs[REPLIED])})

    def begin(self, model: UNetModel, noise: Tensor, generator: Generator) -> Tensor | None:
        """The picture's latents, with what each row is to look at."""
        super().begin(model, noise, generator)
        return model.encode(self.inputs[REPLIED][None], generator).float().cpu()
