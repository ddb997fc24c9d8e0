"""A picture that is done with as the words say."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Generator, Tensor

from engine.api.jobs import Job
from engine.models.hints import Hints
from engine.models.ports import UNetModel
from engine.modes.base import Way
from engine.sampling.trajectory import Trajectory


class Edit(Way):
    """Starts from noise alone, and is shown the picture in every model call (InstructPix2Pix, 2211.09800).

    Guided towards the picture and, from there, towards what the words ask of it.
    """

    @classmethod
    def texts(cls, job: Job) -> tuple[str, ...]:
        """For what is shown no picture, what is not told the words, and what is given both; those that count."""
        recipe = job.recipe
        if recipe.cfg == 1:
            return (job.prompt,)
        without = (recipe.negative,) if recipe.image_cfg == 1 else (recipe.negative, recipe.negative)
        return (*without, job.prompt)

    def begin(self, model: UNetModel, noise: Tensor, generator: Generator) -> None:
        """Nothing of the picture; its latents, as the VAE gives them, go beside those that are denoised."""
        seen = model.encode(self.inputs["image"][None], scaled=False).float()
        rows = [seen] * len(self.texts(self.job))
        if len(rows) == 3:
            rows[0] = torch.zeros_like(seen)
        self._hints = [Hints(each) for each in rows]

    def hints(self, trajectory: Trajectory) -> Sequence[Hints]:
        """The picture, for those rows that see it."""
        return self._hints

    def guided(self, predictions: Tensor) -> Tensor:
        """See `Way.guided`; where a row sees no picture, from there to the picture as well."""
        guided = super().guided(predictions[-2:])
        if len(predictions) < 3:
            return guided
        blind, seeing = predictions[:1], predictions[1:2]
        return guided + (self.job.recipe.image_cfg - 1) * (seeing - blind)
