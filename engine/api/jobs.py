"""What goes into the engine."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict

from engine.api.recipe import Recipe


class Job(BaseModel):
    """One request for pictures.

    Attributes:
        id: unique for ever; cancel takes it, the log shows it.
        tenant: an opaque name of who asks; the queue is fair between tenants.
        mode: a name in `engine.api.modes.MODES`.
        prompt: in the language that the model understands; the negative prompt lies in the recipe.
        inputs: the pictures that the mode takes, by their names in its row: PNG or JPEG bytes of any size. The
            engine fits them to the recipe's size.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    tenant: str
    mode: str
    prompt: str
    recipe: Recipe
    inputs: Mapping[str, bytes] = {}
