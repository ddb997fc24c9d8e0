"""What every other bot does: one `pipe(...)` call after the other, in the order of arrival."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import AutoPipelineForImage2Image, AutoPipelineForText2Image, ControlNetModel
from diffusers.utils import logging as diffusers_logging

from benchmarks.apart import Serve, Served
from benchmarks.workloads import Arrival
from engine.api.jobs import Job
from engine.modes import read, way
from engine.modes.base import Pixels, Way
from engine.pictures.write import picture
from engine.sampling.samplers import build

diffusers_logging.disable_progress_bar()

Stepped = Callable[..., dict[str, Any]]
"""Called after every step."""


def of_folder(folder: Path, device: str, control: Path) -> Serve:
    """A Stable Diffusion model and its ControlNet, in half precision on an accelerator."""
    half = torch.bfloat16 if device.startswith("cuda") else torch.float32
    pipe = AutoPipelineForText2Image.from_pretrained(
        folder, torch_dtype=half, safety_checker=None, local_files_only=True
    )
    net = ControlNetModel.from_pretrained(control, torch_dtype=half, local_files_only=True)
    pipe.to(device)
    led = AutoPipelineForText2Image.from_pipe(pipe, controlnet=net.to(device))
    return Peer(pipe, AutoPipelineForImage2Image.from_pipe(pipe), led).serve


class Peer:
    """A diffusers pipeline behind a first-come-first-served queue.

    What it has no call for it draws as what costs it the same or less: a part painted anew as a picture changed, a
    frame between two descriptions or pictures as one of them, a variation as the plain picture.
    """

    def __init__(self, pipe: Any, to_image: Any, led: Any) -> None:
        """`pipe` draws from words, `to_image` from a picture, `led` by a map; they share their weights."""
        self._pipe, self._to_image, self._led = pipe, to_image, led
        for each in (pipe, to_image, led):
            each.set_progress_bar_config(disable=True)

    def serve(self, arrivals: Sequence[Arrival]) -> list[Served]:
        """Serves one after the other, in the order of arrival."""
        began = time.perf_counter()
        steps: list[float] = []  # when each ended, the first job's first
        served = []

        def stepped(_pipe: Any, _step: int, _timestep: Any, tensors: dict[str, Any]) -> dict[str, Any]:
            steps.append(time.perf_counter() - began)
            return tensors

        for arrival in arrivals:
            came = steps[arrival.after - 1] if arrival.after else arrival.at
            time.sleep(max(0.0, came - (time.perf_counter() - began)))
            self._make(arrival.job, stepped)
            served.append(Served(came, time.perf_counter() - began))
        return served

    def _make(self, job: Job, stepped: Stepped) -> None:
        """The picture that a person gets, with a call for each of its parts."""
        inputs = read(job)
        ways = [way(job, 0, inputs, part) for part in range(job.recipe.parts)]
        whole = ways[0].whole([self.draw(each, stepped) for each in ways])
        picture(whole, ways[0])

    def draw(self, asked: Way, stepped: Stepped) -> Pixels:
        """One call, with the same scheduler, seed and numbers as ours."""
        job, inputs = asked.alone()
        recipe = job.recipe
        size: dict[str, Any] = {"height": recipe.height, "width": recipe.width}
        pipe, own = self._pipe, size
        if recipe.control:
            pipe, own = self._led, {"image": asked.inputs["map 0"][None], **size}
        elif inputs:
            own = {"image": inputs["image"][None] / 2 + 0.5, "strength": recipe.strength}
            pipe = self._to_image
        pipe.scheduler = build(recipe.sampler, pipe.scheduler.config, recipe.steps)
        images = pipe(
            job.prompt,
            negative_prompt=recipe.negative,
            num_inference_steps=recipe.steps,
            guidance_scale=recipe.cfg,
            generator=torch.Generator().manual_seed(recipe.seed),
            output_type="np",
            callback_on_step_end=stepped,
            **own,
        ).images
        return (images[0] * 255).round().astype(np.uint8)  # type: ignore[no-any-return]
