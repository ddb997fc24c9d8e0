"""A part of a picture painted anew."""

from __future__ import annotations

from collections.abc import Mapping

from PIL import Image

from engine.api.jobs import Job
from engine.api.masks import check_mask
from engine.modes.masked import Masked
from engine.pictures.read import fitted, on_white


class Inpaint(Masked):
    """Paints anew where the mask that comes with the picture is white."""

    @classmethod
    def canvas(cls, job: Job, pictures: Mapping[str, Image.Image]) -> tuple[Image.Image, Image.Image]:
        """See `Masked.canvas`."""
        recipe = job.recipe
        size = recipe.width * recipe.scale, recipe.height * recipe.scale
        picture = on_white(pictures["image"])
        mask = on_white(pictures["mask"]).convert("L").point(lambda value: 255 * (value > 127))
        check_mask(picture.size, mask.size, mask.histogram()[255] / (mask.width * mask.height))
        mask = fitted(mask.resize(picture.size, Image.Resampling.NEAREST), size)
        check_mask(
            size, size, sum(mask.histogram()[128:]) / (mask.width * mask.height)
        )  # some may be cut off
        return fitted(picture, size), mask
