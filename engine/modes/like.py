"""A picture in the likeness of another one: the words say what, the picture how."""

from __future__ import annotations

from collections.abc import Sequence

from torch import Generator, Tensor

from engine.api.jobs import Job
from engine.api.modes import LIKE
from engine.models.estimators import Estimators
from engine.models.hints import Hints
from engine.models.ports import UNetModel
from engine.modes.base import NO_INPUTS, Inputs, Way
from engine.pictures.read import on_white, opened
from engine.sampling.trajectory import Trajectory

_NOTHING = "nothing"


class Like(Way):
    """Looks at a picture besides its text, by way of an IP-Adapter.

    What `read` returns: what an image encoder says of the picture, and what it says where nothing is to be seen.
    """

    @classmethod
    def read(cls, job: Job) -> Inputs:
        """Nothing yet: the encoder takes the picture as it came."""
        return NO_INPUTS

    @classmethod
    def estimated(cls, job: Job, inputs: Inputs, estimators: Estimators) -> Inputs:
        """What the encoder says of it; where it has no weight in any image, it is not asked."""
        picture = on_white(opened(job.inputs[LIKE]))
        if not any(each.like_weight for each in job.recipe.each()):
            return inputs
        seen = estimators.shown(picture, job.recipe.like_by)
        return {**inputs, LIKE: seen.picture, _NOTHING: seen.nothing}

    def begin(self, model: UNetModel, noise: Tensor, generator: Generator) -> Tensor | None:
        """Starts from pure noise, with what each row is to look at: only the prompt's at the picture."""
        recipe = self.job.recipe
        self._hints: list[Hints] = []
        if weight := recipe.like_weight:
            *others, _ = self.texts(self.job)
            like, blank = (model.like(recipe.like_by, self.inputs[n], weight) for n in (LIKE, _NOTHING))
            self._hints = [*[Hints(likes=(blank,))] * len(others), Hints(likes=(like,))]
        return None

    def hints(self, trajectory: Trajectory) -> Sequence[Hints]:
        """The same at every step."""
        return self._hints
