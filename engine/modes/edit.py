"""A picture that is done with as the words say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import torch
from torch import Generator, Tensor

from engine.api.jobs import Job
from engine.models.hints import Hints
from engine.models.ports import UNetModel
from engine.modes.base import Way
from engine.modes.delta import Delta
from engine.sampling.trajectory import Trajectory


class Edit(Way):
    """Starts from noise alone, and is shown the picture in every model call (InstructPix2Pix, 2211.09800).

    Guided towards the picture and, from there, towards what the words ask of it. A model whose card says `delta`
    changes the picture by a difference instead, as long as all three rows are asked for.
    """

    @classmethod
    def texts(cls, job: Job) -> tuple[str, ...]:
        """For what is shown no picture, what is not told the words, and what is given both; those that count."""
        recipe = job.recipe
        if recipe.cfg == 1:
            return (job.prompt,)
        without = (recipe.negative,) if recipe.image_cfg == 1 else (recipe.negative, recipe.negative)
        return (*without, job.prompt)

    def begin(self, model: UNetModel, noise: Tensor, generator: Generator) -> Tensor | None:
        """Nothing of the picture, or its latents; these, as the VAE gives them, go beside those that are denoised."""
        seen = model.encode(self.inputs["image"][None], scaled=False).float()
        rows = [seen] * len(self.texts(self.job))
        self._delta: Delta | None = None
        if len(rows) == 3 and not model.card.delta:
            rows[0] = torch.zeros_like(seen)
        self._hints = [Hints(each) for each in rows]
        if len(rows) < 3 or not model.card.delta:
            return None
        source = model.encode(self.inputs["image"][None]).float()
        self._delta = Delta(source.to(model.device), noise, generator, self.job.recipe.image_cfg)
        return source.cpu()

    def hints(self, trajectory: Trajectory) -> Sequence[Hints]:
        """The picture, for those rows that see it."""
        if self._delta:
            first, *others = self._hints
            return [replace(first, latents=self._delta.seen(trajectory)), *others]
        return self._hints

    def guided(self, predictions: Tensor) -> Tensor:
        """See `Way.guided`; where a row sees no picture, from there to the picture as well."""
        guided = super().guided(predictions[-2:])
        if self._delta:
            self._delta.change(predictions[:1], guided)
            return guided
        if len(predictions) < 3:
            return guided
        blind, seeing = predictions[:1], predictions[1:2]
        return guided + (self.job.recipe.image_cfg - 1) * (seeing - blind)

    def after(self, latents: Tensor, trajectory: Trajectory) -> Tensor:
        """See `Way.after`; a picture that is changed by a difference goes on from what that has made of it."""
        return self._delta.noised(trajectory) if self._delta else latents
