"""A picture that is changed by a difference, so that what a model draws coarsely wherever it draws does not show."""

from __future__ import annotations

import torch
from torch import Generator, Tensor

from engine.sampling.predictions import clean
from engine.sampling.trajectory import Trajectory


class Delta:
    """The picture, and what has become of it so far.

    At every call both get the same noise, and the model is asked what it sees in either: told the words in the one, not
    told them in the other. What differs between its answers is added to the picture as it was (after InfEdit,
    2312.04965, and FlowEdit, 2412.08629). Errors that are in both answers are in neither picture.
    """

    def __init__(self, source: Tensor, noise: Tensor, generator: Generator, keeping: float) -> None:
        """Nothing is changed yet.

        Args:
            source: latents of the picture `[1, c, h, w]`, on the model's device.
            noise: the first call's, on the CPU.
            generator: the image's own, for that of the later calls.
            keeping: how slowly it changes, from 1: a call goes that part of the way.
        """
        self._source = self._now = source
        self._noise = noise.to(source.device)
        self._generator, self._keeping = generator, keeping

    def seen(self, trajectory: Trajectory) -> Tensor:
        """The picture with the noise of the next model call, as the model takes it."""
        self._clear, self._noisy = trajectory.shares(self._source.device)
        self._kind = trajectory.prediction_type
        return trajectory.scaled(trajectory.noised(self._source, self._noise))

    def change(self, of_source: Tensor, told: Tensor) -> None:
        """Takes what the model said of the picture, and what it said of what has become of it, told the words."""
        changed = self._source + self._clean(self._now, told) - self._clean(self._source, of_source)
        self._now = self._now.lerp(changed, 1 / self._keeping)

    def noised(self, trajectory: Trajectory) -> Tensor:
        """What has become of the picture, with new noise, as much as the next model call is to find."""
        self._noise = torch.randn(self._noise.shape, generator=self._generator).to(self._source.device)
        return trajectory.noised(self._now, self._noise)

    def _clean(self, latents: Tensor, prediction: Tensor) -> Tensor:
        """What a prediction says that these latents are, of which the model was shown the noisy ones."""
        shown = self._clear * latents + self._noisy * self._noise
        return clean(self._kind, shown, prediction, self._clear, self._noisy)
