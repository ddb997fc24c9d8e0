"""One file a mode: how it draws. Whoever draws calls its hooks; nobody else asks which mode it is."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from engine.api.controls import COST
from engine.api.jobs import Job
from engine.api.modes import MODES
from engine.models.estimators import NO_ESTIMATORS, Estimators
from engine.modes.base import NO_INPUTS, Inputs, Way


def _way(mode: str) -> type[Way]:
    """What the mode's file defines."""
    module = import_module(f"{__name__}.{mode}")
    (kind,) = (
        each
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, Way) and each.__module__ == module.__name__
    )
    return kind


WAYS: Mapping[str, type[Way]] = {name: _way(name) for name in MODES}
"""By name in `engine.api.modes.MODES`."""


def way(job: Job, image: int = 0, inputs: Inputs = NO_INPUTS, part: int = 0) -> Way:
    """One image of the job, or a part of it, to be drawn in its mode's way; `inputs` is what `read` returned."""
    return WAYS[job.mode](job, image, inputs, part)


def read(job: Job, estimators: Estimators = NO_ESTIMATORS) -> Inputs:
    """The job's pictures as its mode takes them. Takes up to a second, and longer where one of the estimators has to
    look at them: call it off the denoise thread.

    Raises:
        NoImage, SurplusImage: they are not those that the mode takes.
        BadImage, ImageTooLarge: one of them can't be used.
        NoEstimator: what the mode takes from them can't be seen here.
    """
    MODES[job.mode].check(job.inputs)
    kind = WAYS[job.mode]
    return kind.estimated(job, kind.read(job), estimators)


def rows(job: Job) -> int:
    """How many rows of a forward each of its drawings takes."""
    return len(WAYS[job.mode].texts(job))


def cost(job: Job) -> float:
    """What the fair queue weighs each of its drawings by: pixels x rows of model calls, in megapixel-calls."""
    recipe = job.recipe
    led = 1 + COST * len(recipe.control)
    return recipe.part.width * recipe.part.height * recipe.calls * rows(job) * led / 1e6
