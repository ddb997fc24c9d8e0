"""A picture whose near and far are those of another one."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image
from torch import Generator, Tensor
from torch.nn.functional import interpolate

from engine.api.errors import UnfitModel
from engine.api.jobs import Job
from engine.models.estimators import Estimators, as_map, stretched
from engine.models.hints import Hints
from engine.models.ports import UNetModel
from engine.modes.base import Inputs
from engine.modes.image import FromImage
from engine.pictures.read import to_picture
from engine.sampling.trajectory import Trajectory


class Depth(FromImage):
    """Starts from a picture as `FromImage` does, and is told of its depth in every model call.

    What `read` returns: the picture as any mode does, and `depth`, `[1, 1, h, w]`, as the estimator says it.
    """

    @classmethod
    def estimated(cls, job: Job, inputs: Inputs, estimators: Estimators) -> Inputs:
        """With the depth that the model's own network sees."""
        path = estimators.of_model(job.recipe.model)
        if path is None:
            raise UnfitModel(model=job.recipe.model)
        return {**inputs, "depth": estimators.seen(to_picture(inputs["image"]), path)}

    def begin(self, model: UNetModel, noise: Tensor, generator: Generator) -> Tensor:
        """The picture's latents; its depth, from -1 for the farthest to 1, is of their size."""
        small = interpolate(self.inputs["depth"], noise.shape[-2:], mode="bicubic", align_corners=False)
        self._hints = Hints(stretched(small) * 2 - 1)
        return super().begin(model, noise, generator)

    def hints(self, trajectory: Trajectory) -> Sequence[Hints]:
        """The depth, for every row."""
        return [self._hints] * len(self.texts(self.job))

    def finish(self, picture: Image.Image) -> Image.Image:
        """The depth in the picture's place, where that is what was asked for."""
        if not self.job.recipe.show_map:
            return picture
        size = picture.height, picture.width
        return as_map(interpolate(self.inputs["depth"], size, mode="bicubic")).convert("RGB")
