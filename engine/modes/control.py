"""A picture that keeps something of another one: its lines, its depth, somebody's pose."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from PIL import Image
from torch import Generator, Tensor

from engine.api.controls import RAW, TRACED, kind_of
from engine.api.errors import NoEstimator
from engine.api.jobs import Job
from engine.api.modes import OTHER, REPLIED
from engine.models.estimators import KIND as DEPTH
from engine.models.estimators import Estimators
from engine.models.hints import Hints, Lead
from engine.models.ports import UNetModel
from engine.modes.base import Inputs, Way
from engine.pictures import lines
from engine.sampling.trajectory import Trajectory

_TRACE = dict(zip(TRACED, (lines.canny, lines.line_art, lines.soft_edges, lines.scribble), strict=True))
_SEEN = (DEPTH, "normal", "pose", "seg")
"""Kinds whose maps no plain picture is."""

_MAP = "map {}"


class Control(Way):
    """Is led by a picture, by way of ControlNets.

    What `read` returns: the picture as any mode does, and for each network a map of what it takes, `map 0` and so on,
    `[3, height, width]` in 0..1. Where there is another picture, all networks but the first see that one.
    """

    @classmethod
    def estimated(cls, job: Job, inputs: Inputs, estimators: Estimators) -> Inputs:
        """The maps, traced or seen in the picture, or the picture itself where it is one."""
        recipe = job.recipe
        pictures = [_picture((inputs[name] + 1) / 2) for name in (REPLIED, OTHER) if name in inputs]
        maps = {}
        for i, asked in enumerate(recipe.control):
            picture = pictures[min(i, len(pictures) - 1)]
            drawn = picture if recipe.control_raw else _map(kind_of(asked), picture, estimators)
            maps[_MAP.format(i)] = _pixels(drawn)
        return {**inputs, **maps}

    def begin(self, model: UNetModel, noise: Tensor, generator: Generator) -> Tensor | None:
        """The picture's latents, where it is to be kept besides; with all of the strength nothing is."""
        recipe = self.job.recipe
        self._leads: tuple[Lead, ...] = ()
        if recipe.control_weight and not recipe.show_map:
            self._leads = tuple(
                Lead(model.net(asked), self._image(i), recipe.control_weight)
                for i, asked in enumerate(recipe.control)
            )
        if recipe.strength == 1:
            return None
        return model.encode(self.inputs[REPLIED][None], generator).float().cpu()

    def hints(self, trajectory: Trajectory) -> Sequence[Hints]:
        """The maps, in that part of the drawing in which they lead."""
        recipe, calls = self.job.recipe, len(trajectory.timesteps)
        begun = trajectory.done / calls >= recipe.control_start
        over = (trajectory.done + 1) / calls > recipe.control_end
        if not self._leads or not begun or over:
            return ()
        return [Hints(leads=self._leads)] * len(self.texts(self.job))

    def finish(self, picture: Image.Image) -> Image.Image:
        """The map in its place, where that is what was asked for; of several, what any of them shows."""
        if not self.job.recipe.show_map:
            return picture
        maps = [self.inputs[_MAP.format(i)] for i in range(len(self.job.recipe.control))]
        return _picture(torch.stack(maps).amax(0)).resize(picture.size, Image.Resampling.NEAREST)

    def _image(self, number: int) -> Tensor:
        return self.inputs[_MAP.format(number)][None]


def _map(kind: str, picture: Image.Image, estimators: Estimators) -> Image.Image:
    """What a network of that kind takes from a picture; one that is such a map already is taken as it is.

    Raises:
        NoEstimator: nothing here sees it.
    """
    if kind in TRACED:
        return lines.finished(picture) or _TRACE[kind](picture)
    if kind == DEPTH and lines.is_grey(picture):
        return picture
    if found := estimators.find(kind):
        return estimators.depth(picture, found)
    if kind in _SEEN:
        raise NoEstimator(kind=kind, flag=RAW.flags[0])
    return picture


def _picture(pixels: Tensor) -> Image.Image:
    """From `[3, height, width]` in 0..1."""
    return Image.fromarray((pixels.clamp(0, 1) * 255).round().byte().permute(1, 2, 0).contiguous().numpy())


def _pixels(picture: Image.Image) -> Tensor:
    """To `[3, height, width]` in 0..1."""
    return torch.from_numpy(np.array(picture.convert("RGB"), np.float32) / 255).permute(2, 0, 1).contiguous()
