"""What all modes do alike that paint a part of a picture anew and leave the rest as it is."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence

import numpy as np
import torch
from PIL import Image
from scipy.ndimage import distance_transform_cdt, maximum_filter1d
from torch import Generator, Tensor
from torch.nn.functional import interpolate, max_pool2d

from engine.api.jobs import Job
from engine.models.hints import Hints
from engine.models.ports import UNetModel
from engine.modes.base import Inputs, Way
from engine.pictures.read import to_pixels
from engine.sampling.trajectory import Trajectory

FEATHER = 32
"""Along the shorter side, the painted part comes in over one of so many parts, all of it inside the mask."""


class Masked(Way):
    """Paints anew where a mask is white. All else of the picture stays, as delivered, bit for bit.

    After every model call what is outside is put back with as much noise as the image has then, so that what is
    painted fits it. A UNet for inpainting is told of the mask and of what is outside, besides.

    What `read` returns, of the picture as drawn: `image`, `[3, height, width]` in -1..1, and `mask`, `[1, height,
    width]`, 1 where it is painted anew and -1 elsewhere. As delivered: `kept`, bytes `[height, width, 3]`, and
    `share`, `[height, width, 1]`, how much of each pixel is what was painted, 0 outside the mask.
    """

    @classmethod
    @abstractmethod
    def canvas(cls, job: Job, pictures: Mapping[str, Image.Image]) -> tuple[Image.Image, Image.Image]:
        """The picture in RGB and the mask ("L", white where to paint anew), both of the size that is delivered.

        Raises:
            BadMask: the mask says nothing of use.
        """

    @classmethod
    def prepare(cls, job: Job, pictures: Mapping[str, Image.Image]) -> Inputs:
        """See `Way.prepare`."""
        recipe = job.recipe
        picture, drawn_on = cls.canvas(job, pictures)
        mask = torch.from_numpy(np.array(drawn_on) > 127)[None].float()
        return {
            "image": to_pixels(picture.resize((recipe.width, recipe.height), Image.Resampling.LANCZOS)),
            "mask": max_pool2d(mask, recipe.scale) * 2 - 1,
            "kept": torch.from_numpy(np.array(picture)),
            "share": feathered(mask, max(1, min(picture.size) // FEATHER)).movedim(0, -1),
        }

    def begin(self, model: UNetModel, noise: Tensor, generator: Generator) -> Tensor | None:
        """The picture's latents; with all of the strength, nothing of it is left under the mask."""
        image = self.inputs["image"][None]
        self._noise = noise.to(model.device)
        self._source = model.encode(image)
        mask = self.painted(model.latent_factor)
        self._mask = mask.to(model.device)
        self._extra = None
        if model.card.variant == "inpainting":
            hidden = interpolate(mask, scale_factor=model.latent_factor) > 0
            self._extra = torch.cat([self._mask, model.encode(image.masked_fill(hidden, 0))], dim=1)
        return None if self.job.recipe.strength == 1 else self._source.float().cpu()

    def painted(self, factor: int) -> Tensor:
        """`[1, 1, h, w]`, 1 for each latent that is painted: all that the mask touches."""
        return max_pool2d((self.inputs["mask"][None] > 0).float(), factor)

    def hints(self, trajectory: Trajectory) -> Sequence[Hints]:
        """The mask and what is outside, for those who take them."""
        return () if self._extra is None else [Hints(self._extra)] * len(self.texts(self.job))

    def after(self, latents: Tensor, trajectory: Trajectory) -> Tensor:
        """What is outside the mask put back."""
        return torch.where(self._mask > 0, latents, trajectory.noised(self._source, self._noise))

    def finish(self, picture: Image.Image) -> Image.Image:
        """What was painted, in the picture as it was."""
        kept, share = self.inputs["kept"].float(), self.inputs["share"]
        painted = torch.from_numpy(np.array(picture)).float()
        return Image.fromarray((kept + share * (painted - kept)).round().byte().numpy())

    def put_back(self, picture: Image.Image) -> Image.Image:
        """All that is outside the mask."""
        finished = torch.from_numpy(np.array(picture))
        return Image.fromarray(torch.where(self.inputs["share"] > 0, finished, self.inputs["kept"]).numpy())


def feathered(mask: Tensor, width: int) -> Tensor:
    """A mask, `[1, h, w]` of 0 and 1, that rises from its edge inwards over so many pixels, and is 0 where it was.

    Strokes too thin for that rise to 1 in their middle. The edge of the picture is none of the mask's.
    """
    white = mask[0].numpy() > 0
    depth = around = distance_transform_cdt(white, "chessboard").astype(np.float32).clip(0, width)
    for axis in (0, 1):
        around = maximum_filter1d(around, 2 * width + 1, axis)
    return torch.from_numpy(np.where(white, depth / np.maximum(around, 1), 0).astype(np.float32))[None]
