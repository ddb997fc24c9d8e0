"""What every other bot does: one `pipe(...)` call after the other, in the order of arrival."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import AutoPipelineForImage2Image, AutoPipelineForText2Image
from diffusers.utils import logging as diffusers_logging

from benchmarks.apart import Serve, Served
from benchmarks.workloads import Arrival
from engine.api.jobs import Job
from engine.modes import read
from engine.pictures.write import picture
from engine.sampling.samplers import build

diffusers_logging.disable_progress_bar()


def of_folder(folder: Path, device: str) -> Serve:
    """A Stable Diffusion model, in half precision on an accelerator."""
    half = torch.bfloat16 if device.startswith("cuda") else torch.float32
    pipe = AutoPipelineForText2Image.from_pretrained(
        folder, torch_dtype=half, safety_checker=None, local_files_only=True
    )
    pipe.to(device)
    return Peer(pipe, AutoPipelineForImage2Image.from_pipe(pipe)).serve


class Peer:
    """A diffusers pipeline behind a first-come-first-served queue."""

    def __init__(self, pipe: Any, to_image: Any) -> None:
        """`pipe` draws from words, `to_image` from a picture; they share their weights."""
        self._pipes = {False: pipe, True: to_image}
        for each in self._pipes.values():
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
            picture(self.draw(arrival.job, stepped), arrival.job, arrival.job.recipe.seed)
            served.append(Served(came, time.perf_counter() - began))
        return served

    def draw(self, job: Job, stepped: Callable[..., dict[str, Any]]) -> np.ndarray[Any, Any]:
        """One call, with the same scheduler, seed and numbers as ours."""
        recipe, pipe = job.recipe, self._pipes[bool(job.inputs)]
        pipe.scheduler = build(recipe.sampler, pipe.scheduler.config, recipe.steps)
        own: dict[str, Any] = {"height": recipe.height, "width": recipe.width}
        if inputs := read(job):
            own = {"image": inputs["image"][None] / 2 + 0.5, "strength": recipe.strength}
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
