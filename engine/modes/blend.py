"""A picture between two others: one frame of a morph that begins, and perhaps ends, with a picture."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from PIL import Image
from torch import Generator, Tensor

from engine.api.jobs import Job
from engine.api.modes import END, REPLIED
from engine.models.noise import slerp
from engine.models.ports import UNetModel
from engine.modes.base import Inputs
from engine.modes.morph import Morph
from engine.pictures.read import fitted, on_white, to_pixels


class Blend(Morph):
    """Starts between the latents of both pictures; where it is one of them, that is delivered as it is."""

    @classmethod
    def prepare(cls, job: Job, pictures: Mapping[str, Image.Image]) -> Inputs:
        """See `Way`; besides, each of them as it is delivered, as `kept-…`."""
        recipe = job.recipe
        size = recipe.width * recipe.scale, recipe.height * recipe.scale
        kept = {f"kept-{name}": to_pixels(fitted(on_white(each), size)) for name, each in pictures.items()}
        return {**super().prepare(job, pictures), **kept}

    def begin(self, model: UNetModel, noise: Tensor, generator: Generator) -> Tensor:
        """Latents between those of the two; of the first alone where there is no other."""
        first = model.encode(self.inputs[REPLIED][None], generator).float().cpu()
        if END not in self.inputs:
            return first
        return slerp(first, model.encode(self.inputs[END][None], generator).float().cpu(), self.place)

    def finish(self, picture: Image.Image) -> Image.Image:
        """The picture given, at the place where it stands."""
        name = REPLIED if self.place == 0 else END if self.place == 1 else ""
        if (kept := self.inputs.get(f"kept-{name}")) is None:
            return picture
        pixels = ((kept + 1) * 127.5).round().to(torch.uint8).movedim(0, -1)
        return Image.fromarray(pixels.contiguous().numpy())

    def put_back(self, picture: Image.Image) -> Image.Image:
        """The picture given bears no watermark of ours."""
        return self.finish(picture)
