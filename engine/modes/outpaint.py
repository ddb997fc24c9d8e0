"""A picture that goes on beyond its edges."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor
from torch.nn.functional import max_pool2d

from engine.api.canvas import Part, larger, part
from engine.api.jobs import Job
from engine.api.modes import REPLIED
from engine.api.parameters import Size
from engine.modes.base import Inputs
from engine.modes.masked import Masked
from engine.pictures.read import on_white, to_pixels
from engine.pictures.seams import set_in

NOISE = 0.3
"""Deviation of the noise on what is to be painted, in -1..1: where it is not painted from noise alone, something has to
be there that can become anything."""


class Outpaint(Masked):
    """Paints what lies around a picture. The picture itself stays, as delivered and at its own size, bit for bit."""

    @classmethod
    def prepare(cls, job: Job, pictures: Mapping[str, Image.Image]) -> Inputs:
        """See `Masked`: `image` and `mask` are of the part that is drawn, `kept` is the picture alone."""
        recipe = job.recipe
        kept = np.array(on_white(pictures[REPLIED]))
        size, drawn = Size(kept.shape[1], kept.shape[0]), Size(recipe.width, recipe.height)
        view, new = _around(kept, part(size, recipe.extend, drawn, recipe.scale), recipe.extend[:2])
        image = to_pixels(Image.fromarray(view).resize(drawn, Image.Resampling.LANCZOS))
        share = Image.fromarray(np.where(new, np.uint8(255), np.uint8(0))).resize(drawn, Image.Resampling.BOX)
        mask = torch.from_numpy(np.array(share) > 0)[None]
        if recipe.strength < 1:
            noise = torch.randn(image.shape, generator=torch.Generator().manual_seed(recipe.seed))
            image = torch.where(mask, (image + NOISE * noise).clamp(-1, 1), image)
        return {
            "image": image,
            "mask": mask.float() * 2 - 1,
            "kept": torch.from_numpy(kept),
        }

    def painted(self, factor: int) -> Tensor:
        """See `Masked`. Those that are new as a whole: what is painted then begins as the picture ends."""
        return 1 - max_pool2d((self.inputs["mask"][None] < 0).float(), factor)

    def finish(self, picture: Image.Image) -> Image.Image:
        """The picture in the larger one."""
        recipe, kept = self.job.recipe, self.inputs["kept"].numpy()
        size = Size(kept.shape[1], kept.shape[0])
        where = part(size, recipe.extend, Size(recipe.width, recipe.height), recipe.scale)
        painted = np.array(picture.resize(where[2:], Image.Resampling.LANCZOS))
        whole = larger(size, recipe.extend)
        left, top = recipe.extend[:2]
        canvas, _ = _around(kept, Part(0, 0, *whole), (left, top))
        x, y = (
            slice(max(at, 0), at + length)
            for at, length in ((where.left, where.width), (where.top, where.height))
        )
        shown = canvas[y, x]
        shown[:] = painted[max(-where.top, 0) :, max(-where.left, 0) :][: shown.shape[0], : shown.shape[1]]
        return Image.fromarray(set_in(kept, canvas, (left, top), where.width / recipe.width))

    def put_back(self, picture: Image.Image) -> Image.Image:
        """The picture that it was given, as a whole."""
        picture.paste(Image.fromarray(self.inputs["kept"].numpy()), self.job.recipe.extend[:2])
        return picture


def _around(
    kept: NDArray[np.uint8], view: Part, begins: tuple[int, int]
) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """A part of the larger picture, where what is new goes on as the edges are; and what is new of it.

    Args:
        kept: the picture.
        view: the part.
        begins: where the picture begins in the larger one.
    """
    height, width = kept.shape[:2]
    across = np.arange(view.left, view.left + view.width) - begins[0]
    down = np.arange(view.top, view.top + view.height) - begins[1]
    column, row = across.clip(0, width - 1), down.clip(0, height - 1)
    return kept[row[:, None], column], (down != row)[:, None] | (across != column)
