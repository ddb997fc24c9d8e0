"""A picture made larger: stretched, and then drawn anew a little, in tiles of the size that the model knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce

import numpy as np
import torch
from PIL import Image, ImageChops, ImageFilter
from torch import Generator, Tensor

from engine.api.jobs import Job
from engine.api.parameters import Size
from engine.api.tiles import Box, boxes
from engine.models.noise import varied
from engine.models.ports import UNetModel
from engine.modes.base import Inputs, Pixels, Way
from engine.pictures.join import joined
from engine.pictures.read import fitted, on_white, to_pixels

TONES = 10
"""Along the shorter side of a tile, colours that change over more than one part in so many are the given picture's."""

FLAT, DETAILED = 3, 7
"""Levels of 255 by which a place differs from its surroundings where it shows nothing, watermarks being 2, and where it
shows something."""


class Upscale(Way):
    """Starts each tile from its place in the stretched picture, with that place of the noise of the whole.

    What `read` returns is `canvas`, the whole picture as drawn, bytes `[height, width, 3]`: its last row and column go
    on to make whole latents of it.
    """

    @classmethod
    def prepare(cls, job: Job, pictures: Mapping[str, Image.Image]) -> Inputs:
        """See `Way.prepare`."""
        recipe = job.recipe
        delivered = recipe.delivered or Size(recipe.width * recipe.scale, recipe.height * recipe.scale)
        drawn = (
            max(1, round(delivered.width / recipe.scale)),
            max(1, round(delivered.height / recipe.scale)),
        )
        small = np.asarray(fitted(on_white(pictures["image"]), drawn))
        more = (0, recipe.height - drawn[1]), (0, recipe.width - drawn[0]), (0, 0)
        return {"canvas": torch.from_numpy(np.pad(small, more, mode="edge"))}

    @property
    def box(self) -> Box:
        """Where its tile lies."""
        recipe = self.job.recipe
        return boxes(Size(recipe.width, recipe.height), recipe.part)[self.part]

    @property
    def given(self) -> Tensor:
        """Its tile of the picture given, `[3, height, width]` in -1..1."""
        left, top, right, bottom = self.box
        tile = self.inputs["canvas"][top:bottom, left:right]
        return to_pixels(Image.fromarray(tile.numpy()))

    def noise(self, shape: Sequence[int], generator: Generator) -> Tensor:
        """Its tile of the noise of the whole picture, so that neighbours agree where they overlap."""
        recipe = self.job.recipe
        factor = recipe.part.width // shape[-1]
        whole = torch.randn(*shape[:2], recipe.height // factor, recipe.width // factor, generator=generator)
        left, top, right, bottom = (side // factor for side in self.box)
        return varied(whole, recipe.variations)[..., top:bottom, left:right].contiguous()

    def begin(self, model: UNetModel, noise: Tensor, generator: Generator) -> Tensor:
        """The tile's latents: the middle of what the VAE holds possible, where neighbours agree."""
        return model.encode(self.given[None]).float().cpu()

    def alone(self) -> tuple[Job, Inputs]:
        """See `Way.alone`: a picture of one tile."""
        width, height = self.job.recipe.part
        changes = {"width": width, "height": height, "piece": None, "variations": ()}
        recipe = self.job.recipe.model_copy(update=changes)
        return self.job.model_copy(update={"recipe": recipe}), {"image": self.given}

    def whole(self, parts: Sequence[Pixels]) -> Pixels:
        """The tiles joined, in the colours of the picture given: a tile by itself can't know those around it. Where
        that shows nothing it goes on to show nothing: the words are of the whole, and a tile of sky alone would have
        a little of everything in them."""
        recipe = self.job.recipe
        places = boxes(Size(recipe.width, recipe.height), recipe.part)
        drawn = joined(Size(recipe.width, recipe.height), places, parts)
        given = Image.fromarray(self.inputs["canvas"].numpy())
        radius = max(1, min(recipe.part) // TONES)
        return np.asarray(Image.composite(_toned(drawn, given, radius), given, _detailed(given, radius)))

    def enlarged(self, picture: Image.Image) -> Image.Image:
        """What was added around it cut off."""
        large = super().enlarged(picture)
        return large.crop((0, 0, *(self.job.recipe.delivered or large.size)))


def _toned(drawn: Image.Image, given: Image.Image, radius: int) -> Image.Image:
    """The details of one picture on the broad colours of another."""
    blur = ImageFilter.GaussianBlur(radius)
    off = ImageChops.subtract(given.filter(blur), drawn.filter(blur), 1, 128)
    return ImageChops.add(drawn, off, 1, -128)


def _detailed(picture: Image.Image, radius: int) -> Image.Image:
    """White where there is something to see in a picture, black where there is nothing, and all between."""
    fine = 255 // DETAILED
    blur = ImageFilter.GaussianBlur(radius)
    apart = ImageChops.difference(picture, picture.filter(blur))
    most = reduce(ImageChops.lighter, apart.split()).point([min(255, v * fine) for v in range(256)])
    rise = ((v / fine - FLAT) / (DETAILED - FLAT) for v in range(256))
    return most.filter(blur).point([round(255 * min(1.0, max(0.0, share))) for share in rise])
