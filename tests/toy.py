"""A mode as somebody would add it: one row, and the file of its hooks. Only tests that ask for it know it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import numpy as np
import pytest
import torch
from PIL import Image
from torch import Generator, Tensor

from engine.api.jobs import Job
from engine.api.modes import MODES, Input, Mode
from engine.models.ports import UNetModel
from engine.modes import WAYS
from engine.modes.base import Inputs, Way
from engine.pictures.read import fitted, on_white, to_pixels
from engine.sampling.trajectory import Trajectory

BESIDE = Mode(
    "beside",
    (
        Input("image", "Picture", "A picture to start from: your words change it"),
        Input("second", "Second picture", "A picture whose left half stays beside what is painted."),
    ),
    frozenset({"strength"}),
)

DEEP = Mode("deep", asks=frozenset({"depth"}))
"""Asks of a model what none can do."""


class Beside(Way):
    """Changes a picture by words while the left half of a second one stays as it is, to the pixel."""

    @classmethod
    def prepare(cls, job: Job, pictures: Mapping[str, Image.Image]) -> Inputs:
        recipe = job.recipe
        delivered = fitted(
            on_white(pictures["second"]), (recipe.width * recipe.scale, recipe.height * recipe.scale)
        )
        return {**super().prepare(job, pictures), "delivered": to_pixels(delivered)}

    def begin(self, model: UNetModel, noise: Tensor, generator: Generator) -> Tensor:
        self._noise = noise.to(model.device)
        self._second = model.encode(self.inputs["second"][None])
        return self._beside(model.encode(self.inputs["image"][None], generator), self._second).float().cpu()

    def after(self, latents: Tensor, trajectory: Trajectory) -> Tensor:
        return self._beside(latents, trajectory.noised(self._second, self._noise))

    def finish(self, picture: Image.Image) -> Image.Image:
        stays = self.inputs["delivered"][:, :, : picture.width // 2]
        left = ((stays + 1) * 127.5).round().byte().permute(1, 2, 0).numpy()
        picture.paste(Image.fromarray(np.ascontiguousarray(left)))
        return picture

    def put_back(self, picture: Image.Image) -> Image.Image:
        return self.finish(picture)

    def _beside(self, painted: Tensor, stays: Tensor) -> Tensor:
        half = painted.shape[-1] // 2
        return torch.cat([stays[..., :half], painted[..., half:]], dim=-1)


def register_all() -> None:
    """Adds all of them for good, to a process that is a test's own."""
    for row, kind in ((BESIDE, Beside), (DEEP, Way)):
        cast(dict[str, Any], MODES)[row.name] = row
        cast(dict[str, Any], WAYS)[row.name] = kind


def register(monkeypatch: pytest.MonkeyPatch, row: Mode, kind: type[Way]) -> None:
    """Adds a mode for as long as a test runs."""
    monkeypatch.setitem(cast(dict[str, Any], MODES), row.name, row)
    monkeypatch.setitem(cast(dict[str, Any], WAYS), row.name, kind)
