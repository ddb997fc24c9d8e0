"""What goes into the engine."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from engine.api.recipe import Recipe


class Job(BaseModel):
    """One request for pictures.

    Attributes:
        id: unique for ever; cancel takes it, the log shows it.
        tenant: an opaque name of who asks; the queue is fair between tenants.
        mode: a name in `engine.api.modes.MODES`.
        prompt: in the language that the model understands; the negative prompt lies in the recipe.
        image: for modes that need one: any size, an RGB picture as PNG or JPEG bytes. The engine fits it
            to the recipe's size.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    tenant: str
    mode: str
    prompt: str
    recipe: Recipe
    image: bytes | None = None
