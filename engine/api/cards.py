"""A model's card: what it is, what it draws, and what suits it.

Any checkpoint may have one: `card.json` in a diffusers folder, or `<name>.json` beside `<name>.safetensors`.
Whatever it leaves out is filled in from the checkpoint's family.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from engine.api.parameters import Size


class Range(BaseModel):
    """A narrower range of one parameter."""

    model_config = ConfigDict(frozen=True)

    least: float
    most: float


class Defaults(BaseModel):
    """What a picture gets where the person chose nothing."""

    model_config = ConfigDict(frozen=True)

    steps: int = Field(28, ge=1, le=150)
    cfg: float = Field(7.0, ge=1, le=30)
    sampler: str = "dpmpp_2m_karras"
    strength: float = Field(0.6, ge=0.05, le=1)
    negative: str = ""


class ModelCard(BaseModel):
    """A model as people and the queue know it.

    Attributes:
        name: the short name that `--model` takes: lower case, no spaces.
        family: what the weights are (`sd1`, `sd2`, `sdxl`, `sdxl-refiner`, `sd3`, `flux`), told by content.
        variant: `inpainting`, a few-step method (`turbo`, `lightning`, `hyper`, `lcm`) or "".
        abilities: what it can do besides that not every model can, in the words of `engine.api.modes`.
        clip_skip: which layer of the text encoder is used, counted from the last (1), as people do.
        prediction: overrides the scheduler's prediction type where the weights can't tell it.
        native: the size that it draws best, in pixels as drawn.
        sizes: the only sizes that it draws, as drawn; empty where any multiple of 8 will do.
        scale: how many times larger than drawn its pictures are delivered.
        limits: narrower ranges by parameter name.
        triggers: words that call up what the model was tuned for.
        draws, colours, backgrounds: all that a small model knows; empty where there is no such list.
        examples: prompts that come out well.
        thumbnail: file name of a small picture beside the card.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str
    title: str = ""
    description: str = ""
    family: str = "sd1"
    variant: str = ""
    abilities: frozenset[str] = frozenset()
    clip_skip: int = Field(1, ge=1, le=12)
    licence: str = ""
    prediction: Literal["epsilon", "v_prediction", "sample"] | None = None
    native: Size = Size(512, 512)
    sizes: tuple[Size, ...] = ()
    scale: int = Field(1, ge=1, le=16)
    defaults: Defaults = Defaults()
    limits: dict[str, Range] = {}
    triggers: tuple[str, ...] = ()
    draws: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    backgrounds: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    thumbnail: str = ""
