"""What goes into the engine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field

from engine.api.recipe import Recipe
from engine.api.spread import side

MOST_SHARE = 100
"""Of a tenant: with more, others would seem to stand still."""


class Job(BaseModel):
    """One request for pictures.

    Attributes:
        id: unique for ever; cancel takes it, the log shows it.
        tenant: an opaque name of who asks; the queue is fair between tenants.
        share: how many times the usual work the queue gives its tenant while others wait as well.
        mode: a name in `engine.api.modes.MODES`.
        prompt: in the language that the model understands; the negative prompt lies in the recipe. That of a sweep
            is spread over its pictures (`engine.api.spread`); that of a morph names all
            that it goes through (`engine.api.between`).
        checked: whether the safety check is asked about its pictures; no preview is shown of them then.
        inputs: the pictures that the mode takes, by their names in its row: PNG or JPEG bytes of any size. The
            engine fits them to the recipe's size.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    tenant: str
    share: Annotated[int, Field(ge=1, le=MOST_SHARE)] = 1
    mode: str
    prompt: str
    recipe: Recipe
    checked: bool = False
    inputs: Mapping[str, bytes] = {}

    def one(self, image: int) -> Self:
        """The job as if that image were all of it."""
        prompt = side(self.prompt, image, self.recipe.images).text if self.recipe.spread else self.prompt
        return self.model_copy(update={"recipe": self.recipe.one(image), "prompt": prompt})

    def each(self) -> tuple[Self, ...]:
        """Every image as a job."""
        return tuple(self.one(i) for i in range(self.recipe.images))
