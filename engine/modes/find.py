"""Where a picture shows what some words say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from PIL import Image
from torch import Generator, Tensor

from engine.api.errors import NotInPicture
from engine.api.finding import contrasted
from engine.api.jobs import Job
from engine.models.hearing import Ear, differences
from engine.models.hints import Hints
from engine.models.ports import UNetModel
from engine.modes.base import Inputs, Way
from engine.pictures.found import part_of
from engine.pictures.read import on_white, to_pixels
from engine.sampling.trajectory import Trajectory

SEEN = 256
"""Pixels of the longer side at which the part is looked for; coarser than pictures are, finer than models see."""

CLEARER = 0.01
"""By how much of what a model gets wrong it must be helped, where the words are to show, to show them."""

BORNE_OUT = 0.5
"""How much of what the words change, where they are to show, must be for the better: all of it where they are true,
none where they are not. Of 317 things that 97 pictures of the starter's did not show, half of the pictures painted over
in part, it takes 11 to be there, and took 35 without this; of 130 that they did show, in their own words, each had 0.89
or more."""


class Find(Way):
    """Looks at a picture under noise, told of what is looked for and not told of it, and compares.

    It is where the cross-attention brings in something else, and where what the model foretells is another one and
    nearer to the picture. The picture that it makes is a mask, white there, of the size of the one that it is given.

    What `read` returns: `image`, `[3, height, width]` in -1..1, the picture drawn to the recipe's size; `seen`, bytes
    `[h, w, 3]`, as the part is looked for; `shape`, the picture's width and height.
    """

    @classmethod
    def prepare(cls, job: Job, pictures: Mapping[str, Image.Image]) -> Inputs:
        """See `Way.prepare`; nothing is cut off."""
        picture = on_white(pictures["image"])
        shown, small = (
            picture.resize((job.recipe.width, job.recipe.height), Image.Resampling.LANCZOS),
            picture.copy(),
        )
        small.thumbnail((SEEN, SEEN), Image.Resampling.BOX)
        return {
            "image": to_pixels(shown),
            "seen": torch.from_numpy(np.array(small)),
            "shape": torch.tensor(picture.size),
        }

    @classmethod
    def texts(cls, job: Job) -> tuple[str, ...]:
        """The picture's own words without what is looked for, and with it."""
        return contrasted(job.prompt, job.recipe.only)

    def begin(self, model: UNetModel, noise: Tensor, generator: Generator) -> Tensor:
        """The picture's latents."""
        source = model.encode(self.inputs["image"][None]).float()
        self._source, self._noise = source.to(model.device), noise.to(model.device)
        self._ears = Ear(), Ear()
        shape = source.shape[-2:]
        self._heard, self._moved, self._wrong = (
            torch.zeros(n, *shape, device=model.device) for n in (1, 1, 2)
        )
        return source.cpu()

    def hints(self, trajectory: Trajectory) -> Sequence[Hints]:
        """Both rows are listened to."""
        self._clear, self._noisy = trajectory.shares(self._source.device)
        self._kind = trajectory.prediction_type
        return [Hints(ear=ear) for ear in self._ears]

    def guided(self, predictions: Tensor) -> Tensor:
        """Takes notes; nothing is drawn."""
        target = {
            "epsilon": self._noise,
            "v_prediction": self._clear * self._noise - self._noisy * self._source,
            "sample": self._source,
        }[self._kind]
        weight = self._noisy.square()
        self._heard += weight * differences(*self._ears, (predictions.shape[-2], predictions.shape[-1]))
        self._moved += weight * (predictions[:1] - predictions[1:]).square().mean(1)
        self._wrong += weight * (predictions - target).square().mean(1)
        return predictions[-1:]

    def after(self, latents: Tensor, trajectory: Trajectory) -> Tensor:
        """The picture again, with as much noise as is to be on it then."""
        return trajectory.noised(self._source, self._noise)

    def finish(self, picture: Image.Image) -> Image.Image:
        """The mask.

        Raises:
            NotInPicture: the words help nowhere to tell what is there.
        """
        evidence = (_spread(self._heard[0]) * _spread(self._moved[0])).sqrt().cpu().double().numpy()
        part = part_of(evidence, self.inputs["seen"].numpy())
        self._check(part)
        mask = Image.fromarray(np.where(part ^ self.job.recipe.invert, 255, 0).astype(np.uint8))
        width, height = self.inputs["shape"].tolist()
        larger = mask.resize((width, height), Image.Resampling.BICUBIC)
        return larger.point(lambda value: 255 * (value > 127)).convert("RGB")

    def put_back(self, picture: Image.Image) -> Image.Image:
        """The mask, which no watermark is in."""
        return self.finish(picture)

    def checked(self, picture: Image.Image) -> Image.Image:
        """The picture that was looked at: the mask is shown over that."""
        return Image.fromarray(self.inputs["seen"].numpy())

    def _check(self, part: object) -> None:
        height, width = self._wrong.shape[-2:]
        share = Image.fromarray(np.asarray(part, np.uint8) * 255).resize(
            (width, height), Image.Resampling.BOX
        )
        weights = torch.from_numpy(np.array(share, np.float32)).to(self._wrong.device)
        without, told, moved = (
            (each * weights).sum().item() for each in (self._wrong[0], self._wrong[1], self._moved[0])
        )
        if without - told <= max(without * CLEARER, moved * BORNE_OUT):
            raise NotInPicture()


def _spread(values: Tensor) -> Tensor:
    """From 0 to 1."""
    low, high = values.aminmax()
    return (values - low) / (high - low).clamp(min=1e-12)
