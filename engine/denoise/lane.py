"""A lane: requests that share weights and latent size, and so each forward of the UNet.

Everything else differs from one to the next: prompt, guidance, sampler, steps, seed, strength, mode, LoRAs.
They join and leave between any two steps.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import torch
from torch import Generator, Tensor

from engine.api.errors import BrokenNumbers
from engine.api.jobs import Job
from engine.denoise import preview
from engine.denoise.forward import Forward, Relieve, Row, blame
from engine.denoise.request import Request
from engine.denoise.trajectory import Trajectory
from engine.models.ports import Conditioning, UNetModel
from engine.modes import STARTS
from engine.pictures.read import Source


@dataclass
class StepResult:
    """What a step did besides moving everyone on.

    Attributes:
        failed: who left, and why.
        previews: RGB bytes `[h, w, 3]` for those that asked, on the model's device.
    """

    failed: dict[Request, Exception] = field(default_factory=dict)
    previews: dict[Request, Tensor] = field(default_factory=dict)


class Lane:
    """Requests of one model and size. Belongs to the device's denoise thread.

    Attributes:
        model: whose weights they share.
        requests: who is in it, in the order of admission.
        parked: who has left their seats to others, with all that they have.
    """

    def __init__(self, model: UNetModel, pixels: tuple[int, int], relieve: Relieve = lambda: None) -> None:
        """`pixels` are width and height as drawn; `relieve` frees memory on the device."""
        self.model = model
        self.requests: list[Request] = []
        self.parked: list[Request] = []
        self._pixels = pixels
        self._forward = Forward(model, pixels, relieve)

    @property
    def rows(self) -> int:
        """Rows of the next forward."""
        return sum(request.rows for request in self.requests)

    @property
    def most_rows(self) -> int:
        """Rows that memory was found to hold in one forward."""
        return self._forward.most_rows

    def admit(self, job: Job, seed: int, source: Source | None = None) -> Request:
        """Lets one image of the job in, from the next step on.

        Raises:
            LukisError: the prompt can't be used, or the mode's picture is missing.
        """
        prompt, negative = self._conditionings(job)
        recipe = job.recipe
        generator = Generator().manual_seed(seed)
        trajectory = Trajectory(recipe.sampler, self.model.scheduler_config, recipe.steps, recipe.strength)
        # the noise comes first: with all of its strength, a picture starts from the noise of words alone
        noise = torch.randn(self._shape, generator=generator)
        latents = STARTS[job.mode](self.model, source, generator)
        start = trajectory.start(noise, generator, self.model.device, latents)
        request = Request(job, seed, prompt, negative, trajectory, generator, start)
        self.requests.append(request)
        return request

    def leave(self, request: Request) -> None:
        """Takes a request out: finished, failed or cancelled."""
        (self.parked if request in self.parked else self.requests).remove(request)

    def park(self, request: Request) -> None:
        """Lets a request wait where it is; it loses nothing but time."""
        self.requests.remove(request)
        self.parked.append(request)

    def resume(self, request: Request) -> None:
        """Lets a parked request go on."""
        self.parked.remove(request)
        self.requests.append(request)

    def step(self, wanting_preview: Collection[Request] = ()) -> StepResult:
        """One forward; everyone in the lane moves on by one model call, those who fail leave."""
        result = StepResult()
        inputs = self._inputs(result)
        guided = self._predict(inputs, result)
        finite = torch.cat(list(guided.values())).isfinite().flatten(1).all(1) if guided else None
        shown = [request for request in guided if request in wanting_preview]
        if shown:
            result.previews = self._previews(shown, inputs, guided)
        self._advance(guided, result)
        if finite is not None:
            # read last: an accelerator has the schedulers' work to do until then
            broken = [r for r, ok in zip(guided, finite.tolist(), strict=True) if not ok]
            result.failed |= dict.fromkeys(broken, BrokenNumbers())
        for request in result.failed:
            self.leave(request)
        return result

    @property
    def _shape(self) -> tuple[int, int, int, int]:
        width, height = (side // self.model.latent_factor for side in self._pixels)
        return 1, self.model.latent_channels, height, width

    def _conditionings(self, job: Job) -> tuple[Conditioning, Conditioning | None]:
        (prompt,) = self.model.condition([job.prompt])
        if job.recipe.cfg == 1:
            return prompt, None
        (negative,) = self.model.condition([job.recipe.negative], [prompt.adapters])
        return prompt, negative

    def _inputs(self, result: StepResult) -> dict[Request, Tensor]:
        inputs = {}
        for request in self.requests:
            try:
                inputs[request] = request.trajectory.scaled(request.latents)
            except Exception as error:
                result.failed[request] = blame(error)
        return inputs

    def _predict(self, inputs: dict[Request, Tensor], result: StepResult) -> dict[Request, Tensor]:
        """Guided predictions of those whose rows all came out."""
        rows = [
            Row(latents, request.trajectory.timestep, conditioning)
            for request, latents in inputs.items()
            for conditioning in request.conditionings
        ]
        answers = iter(self._forward(rows))
        guided = {}
        for request in inputs:
            own = [next(answers) for _ in request.conditionings]
            broken = next((answer for answer in own if isinstance(answer, Exception)), None)
            if broken:
                result.failed[request] = broken
            else:
                guided[request] = request.guided(torch.cat([a for a in own if isinstance(a, Tensor)]))
        return guided

    def _advance(self, guided: dict[Request, Tensor], result: StepResult) -> None:
        for request, prediction in guided.items():
            try:
                request.advance(prediction)
            except Exception as error:
                result.failed[request] = blame(error)

    def _previews(
        self, shown: Sequence[Request], inputs: dict[Request, Tensor], guided: dict[Request, Tensor]
    ) -> dict[Request, Tensor]:
        x0 = preview.predicted(
            shown, torch.cat([inputs[r] for r in shown]), torch.cat([guided[r] for r in shown])
        )
        return dict(zip(shown, preview.colours(x0, self.model.preview_matrix), strict=True))
