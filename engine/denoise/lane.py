"""A lane: requests that share weights and latent size, and so each forward of the UNet.

Everything else differs from one to the next: prompt, guidance, sampler, steps, seed, strength, mode, LoRAs.
They join and leave between any two steps.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import torch
from torch import Generator, Tensor

from engine.api.errors import BrokenNumbers
from engine.denoise import preview
from engine.denoise.forward import Forward, Relieve, Row, blame
from engine.denoise.request import Request
from engine.models.ports import UNetModel
from engine.modes.base import Way
from engine.sampling.trajectory import Trajectory

log = logging.getLogger(__name__)


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
        self._blind = False  # whether previews of the model can't be made

    @property
    def rows(self) -> int:
        """Rows of the next forward."""
        return sum(request.rows for request in self.requests)

    @property
    def most_rows(self) -> int:
        """Rows that memory was found to hold in one forward."""
        return self._forward.most_rows

    def admit(self, way: Way) -> Request:
        """Lets one image in, from the next step on.

        Raises:
            LukisError: the prompt can't be used.
        """
        recipe = way.job.recipe
        trajectory = Trajectory(recipe.sampler, self.model.scheduler_config, recipe.steps, recipe.strength)
        conditionings = way.conditionings(self.model, len(trajectory.timesteps))
        generator = Generator().manual_seed(way.seed)
        # the noise comes first: with all of its strength, a picture starts from the noise of words alone
        noise = way.noise(self._shape, generator)
        model = self.model.through(recipe.vae) if recipe.vae else self.model
        source = way.begin(model, noise, generator)
        latents = trajectory.start(noise, generator, self.model.device, source)
        request = Request(way, conditionings, trajectory, generator, latents, model)
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
        if shown and not self._blind:
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

    def _inputs(self, result: StepResult) -> dict[Request, list[Row]]:
        """Everyone's rows of the forward."""
        inputs = {}
        for request in self.requests:
            try:
                inputs[request] = request.asks(request.trajectory.scaled(request.latents))
            except BaseException as error:
                result.failed[request] = blame(error)
        return inputs

    def _predict(self, inputs: dict[Request, list[Row]], result: StepResult) -> dict[Request, Tensor]:
        """Guided predictions of those whose rows all came out."""
        answers = iter(self._forward([row for rows in inputs.values() for row in rows]))
        guided = {}
        for request, rows in inputs.items():
            own = [next(answers) for _ in rows]
            broken = next((answer for answer in own if isinstance(answer, Exception)), None)
            if broken:
                result.failed[request] = broken
                continue
            try:
                guided[request] = request.way.guided(torch.cat([a for a in own if isinstance(a, Tensor)]))
            except BaseException as error:
                result.failed[request] = blame(error)
        return guided

    def _advance(self, guided: dict[Request, Tensor], result: StepResult) -> None:
        for request, prediction in guided.items():
            try:
                request.advance(prediction)
            except BaseException as error:
                result.failed[request] = blame(error)

    def _previews(
        self, shown: Sequence[Request], inputs: dict[Request, list[Row]], guided: dict[Request, Tensor]
    ) -> dict[Request, Tensor]:
        """What those see who watch; one that can't be made costs nobody a picture, and is not tried again."""
        try:
            latents = torch.cat([inputs[r][-1].latents for r in shown])
            x0 = preview.predicted(shown, latents, torch.cat([guided[r] for r in shown]))
            return dict(zip(shown, preview.colours(x0, self.model.preview_matrix), strict=True))
        except BaseException as error:
            self._blind = True
            log.warning("%s has no preview: %r", self.model.card.name, blame(error))
            return {}
