"""One image being denoised: everything about it that it shares with nobody."""

from __future__ import annotations

from dataclasses import dataclass, replace

from torch import Generator, Tensor

from engine.api.events import Notice
from engine.api.jobs import Job
from engine.denoise.forward import Row
from engine.models.hints import NO_HINTS
from engine.models.ports import Conditioning, UNetModel
from engine.modes.base import Way
from engine.sampling.trajectory import Trajectory


@dataclass(eq=False)
class Request:
    """An image of a job on its way.

    Attributes:
        way: how it is drawn.
        conditionings: for each row that it takes of a forward, one for every model call.
        trajectory: its sampler.
        generator: on the CPU; noise that the sampler adds comes from it.
        latents: `[1, c, h, w]` in fp32, on the model's device.
        model: what decodes them.
    """

    way: Way
    conditionings: tuple[tuple[Conditioning, ...], ...]
    trajectory: Trajectory
    generator: Generator
    latents: Tensor
    model: UNetModel

    @property
    def job(self) -> Job:
        """What was asked for."""
        return self.way.job

    @property
    def notices(self) -> list[Notice]:
        """What is to be said of how it is drawn."""
        return [notice for row in self.conditionings for told in row for notice in told.notices]

    @property
    def rows(self) -> int:
        """How many rows of a forward it takes."""
        return len(self.conditionings)

    @property
    def left(self) -> int:
        """Model calls that it still needs."""
        return len(self.trajectory.timesteps) - self.trajectory.done

    @property
    def finished(self) -> bool:
        """Whether only the decoder is left."""
        return self.trajectory.finished

    def asks(self, latents: Tensor) -> list[Row]:
        """Its rows of the next forward, given its latents scaled for the timestep."""
        hints = self.way.hints(self.trajectory) or (NO_HINTS,) * self.rows
        return [
            Row(
                latents if hint.latents is None else hint.latents,
                self.trajectory.timestep,
                told[self.trajectory.done],
                replace(hint, wrap=self.way.wrap),
            )
            for told, hint in zip(self.conditionings, hints, strict=True)
        ]

    def advance(self, prediction: Tensor) -> None:
        """Takes the guided prediction of this step."""
        latents = self.trajectory.advance(prediction, self.latents, self.generator)
        self.latents = self.way.after(latents, self.trajectory)
