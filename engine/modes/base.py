"""What a mode may do differently, from the pictures that it is given to the pixels that it leaves behind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np
import torch
from numpy.typing import NDArray
from PIL.Image import Image
from torch import Generator, Tensor

from engine.api.changing import by_call, chosen
from engine.api.jobs import Job
from engine.models.estimators import Estimators
from engine.models.hints import Hints
from engine.models.noise import varied
from engine.models.ports import Adapters, Conditioning, UNetModel
from engine.models.seamless import Wrap
from engine.pictures.enlarge import enlarge
from engine.pictures.read import fitted, on_white, opened, to_pixels
from engine.sampling.trajectory import Trajectory

Inputs = Mapping[str, Tensor]
"""What a mode has made of its pictures, by name. A model is handed them as `prepare` makes them by default:
`[3, height, width]` in -1..1, of the recipe's size."""

Pixels = NDArray[np.uint8]
"""`[height, width, 3]`, RGB."""

NO_INPUTS: Inputs = MappingProxyType({})


class Way:
    """How one image of a job is drawn. Each method is a hook, by default as for words alone.

    `read` and `finish` run in threads that may take their time, all others in the device's own.

    Attributes:
        job: what was asked for, as if this image were all of it.
        inputs: what `read` returned for the job.
        part: which of the image's parts it draws, where it is drawn in several.
    """

    def __init__(self, job: Job, image: int = 0, inputs: Inputs = NO_INPUTS, part: int = 0) -> None:
        self.job = job.one(image)
        self.inputs = inputs
        self.part = part

    @property
    def seed(self) -> int:
        """What its noise starts from."""
        return self.job.recipe.seed

    @property
    def wrap(self) -> Wrap:
        """Which edges of the picture go on at the opposite ones."""
        return Wrap(*self.job.recipe.wraps)

    @classmethod
    def read(cls, job: Job) -> Inputs:
        """Opens the job's pictures and prepares them, once for all of its images.

        Raises:
            BadImage, ImageTooLarge: one of them can't be used.
        """
        return cls.prepare(job, {name: opened(data) for name, data in job.inputs.items()})

    @classmethod
    def prepare(cls, job: Job, pictures: Mapping[str, Image]) -> Inputs:
        """Pictures, upright but otherwise as they came (of any size, with their transparency), as inputs.

        By default they are put on white and cropped around their middle to fill the recipe's size.
        """
        size = job.recipe.width, job.recipe.height
        return {name: to_pixels(fitted(on_white(each), size)) for name, each in pictures.items()}

    @classmethod
    def estimated(cls, job: Job, inputs: Inputs, estimators: Estimators) -> Inputs:
        """What `read` returned, with what takes a network to see in it.

        Raises:
            NoEstimator: there is none for it.
        """
        return inputs

    @classmethod
    def texts(cls, job: Job) -> tuple[str, ...]:
        """What each row of its model calls is told, the prompt last: as many rows as there are texts."""
        return (job.prompt,) if job.recipe.cfg == 1 else (job.recipe.negative, job.prompt)

    def told(self, calls: int) -> list[tuple[str, ...]]:
        """The texts with what the seed chooses, each as it stands at every one of its model calls.

        Raises:
            TooManyTexts: one of them changes too often.
        """
        texts = chosen(reversed(self.texts(self.job)), self.seed)
        return [by_call(text, calls) for text in reversed(texts)]

    def conditionings(self, model: UNetModel, calls: int) -> tuple[tuple[Conditioning, ...], ...]:
        """What each row is told at every model call, all under the LoRAs that the prompt names at that call."""
        *others, prompt = self.told(calls)
        skip = self.job.recipe.clip_skip
        told = _conditioned(model, prompt, (None,) * calls, skip)
        under = tuple(each.adapters for each in told)
        return (*(_conditioned(model, other, under, skip) for other in others), told)

    def noise(self, shape: Sequence[int], generator: Generator) -> Tensor:
        """The noise to start from, on the CPU."""
        return varied(torch.randn(*shape, generator=generator), self.job.recipe.variations)

    def begin(self, model: UNetModel, noise: Tensor, generator: Generator) -> Tensor | None:
        """Latents `[1, c, h, w]` of a picture to start from, on the CPU; None for pure noise."""
        return None

    def hints(self, trajectory: Trajectory) -> Sequence[Hints]:
        """What each row of the next model call is given besides its text; nothing where there are none."""
        return ()

    def guided(self, predictions: Tensor) -> Tensor:
        """Its rows' predictions `[rows, c, h, w]` as one `[1, c, h, w]` (classifier-free guidance)."""
        without, with_prompt = predictions[:1], predictions[-1:]
        if len(predictions) == 1:
            return with_prompt
        return without + self.job.recipe.cfg * (with_prompt - without)

    def after(self, latents: Tensor, trajectory: Trajectory) -> Tensor:
        """The latents `[1, c, h, w]` to go on with after a model call, on the model's device."""
        return latents

    def alone(self) -> tuple[Job, Inputs]:
        """What a model is told that draws one picture a call: a job, and the pictures that it is given by name."""
        return self.job, {name: self.inputs[name] for name in self.job.inputs}

    def whole(self, parts: Sequence[Pixels]) -> Pixels:
        """The picture as drawn, from all of its parts."""
        (picture,) = parts
        return picture

    def enlarged(self, picture: Image) -> Image:
        """The picture of its delivered size, from the one that was drawn."""
        return enlarge(picture, self.job.recipe.scale, *self.job.recipe.wraps)

    def finish(self, picture: Image) -> Image:
        """The picture as it is delivered, from the one that was drawn and enlarged to its size."""
        return picture

    def put_back(self, picture: Image) -> Image:
        """The finished picture, with the watermark in it, where it shows bit for bit what the mode was given."""
        return picture

    def checked(self, picture: Image) -> Image:
        """What the safety check is to see of the delivered picture: all that people will be shown by it."""
        return picture


def _conditioned(
    model: UNetModel, texts: Sequence[str], under: Sequence[Adapters | None], skip: int | None
) -> tuple[Conditioning, ...]:
    """One conditioning a call; the model is asked once for each text."""
    calls = list(zip(texts, under, strict=True))
    different = list(dict.fromkeys(calls))
    known = model.condition([text for text, _ in different], [adapters for _, adapters in different], skip)
    conditioned = dict(zip(different, known, strict=True))
    return tuple(conditioned[call] for call in calls)
