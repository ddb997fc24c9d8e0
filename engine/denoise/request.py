"""One image being denoised: everything about it that it shares with nobody."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Generator, Tensor

from engine.api.jobs import Job
from engine.denoise.trajectory import Trajectory
from engine.models.ports import Conditioning


@dataclass(eq=False)
class Request:
    """An image of a job on its way.

    Attributes:
        job: what was asked for.
        seed: of this image.
        prompt, negative: negative is None where the guidance is 1, and the image takes one row.
        trajectory: its sampler.
        generator: on the CPU; noise that the sampler adds comes from it.
        latents: `[1, c, h, w]` in fp32, on the model's device.
    """

    job: Job
    seed: int
    prompt: Conditioning
    negative: Conditioning | None
    trajectory: Trajectory
    generator: Generator
    latents: Tensor

    @property
    def conditionings(self) -> tuple[Conditioning, ...]:
        """One a row: without the prompt first, with it last."""
        return (self.prompt,) if self.negative is None else (self.negative, self.prompt)

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

    def guided(self, predictions: Tensor) -> Tensor:
        """Its rows' predictions `[rows, c, h, w]` as one `[1, c, h, w]` (classifier-free guidance)."""
        without, with_prompt = predictions[:1], predictions[-1:]
        if self.negative is None:
            return with_prompt
        return without + self.job.recipe.cfg * (with_prompt - without)

    def advance(self, prediction: Tensor) -> None:
        """Takes the guided prediction of this step."""
        self.latents = self.trajectory.advance(prediction, self.latents, self.generator)
