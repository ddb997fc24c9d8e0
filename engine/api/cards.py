"""A model's card: what it is, what it draws, and what suits it.

Any checkpoint may have one: `card.json` in a diffusers folder, or `<name>.json` beside `<name>.safetensors`.
Whatever it leaves out is filled in from the checkpoint's family.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from engine.api.errors import BadModel, Fault
from engine.api.parameters import SIDE_MOST, Size, within
from engine.api.pictured import IMAGE_CFG_DEFAULT
from engine.api.samplers import SAMPLER_CHOICES
from engine.api.values import LANES

LIMITED = ("steps", "cfg", "strength")
"""Parameters whose range a card may narrow."""

PICTURED = frozenset({"editing", "depth"})
"""Variants that draw nothing without a picture, and only in a mode that asks for them."""

Prediction = Literal["epsilon", "v_prediction", "sample"]
"""What a UNet predicts, in the words of diffusers' schedulers."""


class Range(BaseModel):
    """A narrower range of one parameter."""

    model_config = ConfigDict(frozen=True, allow_inf_nan=False)

    least: float
    most: float

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.least > self.most:
            raise ValueError(f"{self.least:g} is more than {self.most:g}")
        return self

    def __contains__(self, value: float) -> bool:
        """Whether the value lies inside; both ends do."""
        return self.least <= value <= self.most


def _drawable(size: Size) -> Size:
    if not all(8 <= side <= SIDE_MOST and side % 8 == 0 for side in size):
        raise ValueError(f"{size} can't be drawn; sides are multiples of 8 up to {SIDE_MOST}")
    return size


def _known_sampler(name: str) -> str:
    if name not in SAMPLER_CHOICES:
        raise ValueError(f"there is no sampler {name}")
    return name


def _limited(name: str) -> str:
    if name not in LIMITED:
        raise ValueError(f"{name} can't be limited; only {', '.join(LIMITED)} can")
    return name


Drawable = Annotated[Size, AfterValidator(_drawable)]
"""Width and height as drawn: multiples of 8 pixels, up to 2048."""


class Defaults(BaseModel):
    """What a picture gets where the person chose nothing.

    `change` is the strength where a picture's own words are known and a change is joined to them: the words say what
    stays, so that less of the picture has to. `upscale` is that of drawing anew a picture that becomes twice as large.
    """

    model_config = ConfigDict(frozen=True)

    steps: Annotated[int, within("steps")] = 28
    cfg: Annotated[float, within("cfg")] = 7.0
    sampler: Annotated[str, AfterValidator(_known_sampler)] = "dpmpp_2m_karras"
    strength: Annotated[float, within("strength")] = 0.6
    image_cfg: Annotated[float, within("image_cfg")] = IMAGE_CFG_DEFAULT
    change: Annotated[float, within("strength")] = 0.75
    upscale: Annotated[float, within("strength")] = 0.3
    negative: str = ""


class ModelCard(BaseModel):
    """A model as people and the queue know it.

    Attributes:
        name: the short name that `--model` takes: lower case, no spaces.
        file: its file's or folder's own name, which `--model` takes too; "" where there is none.
        former: what earlier versions called it, where nothing is called so now; jobs of theirs still say it.
        family: what the weights are (`sd1`, `sd2`, `sdxl`, `sdxl-refiner`, `sd3`, `flux`, `qwen`), told by content.
        variant: `inpainting`, `editing`, `depth`, a few-step method (such as `turbo` or `lcm`) or "".
        abilities: what it can do besides that not every model can, in the words of `engine.api.modes`.
        context: width of the texts that its UNet reads, which tells what is made for it; 0 where there is none.
        clip_skip: which layer of the text encoder is used, counted from the last (1), as people do.
        prediction: overrides the scheduler's prediction type where the weights can't tell it.
        native: the size that it draws best, in pixels as drawn.
        sizes: the only sizes that it draws, as drawn; empty where any multiple of 8 will do.
        scale: how many times larger than drawn its pictures are delivered.
        delta: whether it edits a picture by adding to it what differs between what it sees in it with and without the
            words, rather than by drawing it anew: for small models, which draw more coarsely than they see.
        limits: narrower ranges of what `LIMITED` names; the defaults lie inside.
        triggers: words that call up what the model was tuned for.
        draws, colours, backgrounds: all that a small model knows; empty where there is no such list.
        examples: prompts that come out well.
        styles: looks that go with it, each as a file of styles has it; with the examples they make a pack.
        thumbnail: file name of a small picture beside the card.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str
    file: str = ""
    former: str = ""
    title: str = ""
    description: str = ""
    family: str = "sd1"
    variant: str = ""
    abilities: frozenset[str] = frozenset()
    context: int = 0
    clip_skip: int = Field(1, ge=1, le=12)
    licence: str = ""
    prediction: Prediction | None = None
    native: Drawable = Size(512, 512)
    sizes: tuple[Drawable, ...] = ()
    scale: int = Field(1, ge=1, le=16)
    delta: bool = False
    defaults: Defaults = Defaults()
    limits: dict[Annotated[str, AfterValidator(_limited)], Range] = {}
    triggers: tuple[str, ...] = ()
    draws: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    backgrounds: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    styles: tuple[dict[str, Any], ...] = ()
    thumbnail: str = ""

    @property
    def one_call(self) -> bool:
        """Whether it draws one picture a call, by a pipeline of its own, rather than in lanes, step by step."""
        return self.family not in LANES

    @property
    def needs(self) -> frozenset[str]:
        """What a mode has to ask for, or the model can't be of use to it."""
        return PICTURED & {self.variant}

    @property
    def change(self) -> float:
        """The strength for a change joined to a picture's own words, within the card's limits."""
        return self.allowed(self.defaults.change)

    def allowed(self, strength: float) -> float:
        """The nearest strength within the card's limits."""
        limit = self.limits.get("strength")
        return min(max(strength, limit.least), limit.most) if limit else strength

    @model_validator(mode="after")
    def _defaults_within_limits(self) -> Self:
        for name, limit in self.limits.items():
            if (value := getattr(self.defaults, name)) not in limit:
                raise ValueError(
                    f"its default of {name}, {value:g}, is not within its limits, "
                    f"{limit.least:g} to {limit.most:g}"
                )
        return self


@dataclass(frozen=True)
class PassedOver:
    """What lies in the models folder and can't draw.

    Attributes:
        name: the short name that it would have.
        file: where it lies in the models folder.
        reason: why it can't, one clause in English.
        fault: the same in one word, for people.
        former: see `ModelCard`.
        default: whether it was to draw where no other is asked for.
    """

    name: str
    file: str
    reason: str
    fault: Fault | None = None
    former: str = ""
    default: bool = False

    def error(self, models: Sequence[ModelCard]) -> BadModel:
        """What people hear who ask for it, where these models draw, the first of them unless another is asked for."""
        instead = next((card.name for card in models), "")
        return BadModel(model=self.name, fault=self.fault, reason=self.reason, instead=instead)


class Listing(NamedTuple):
    """What lies in the models folder at one moment: each model is in one of the two.

    Attributes:
        models: those that can be loaded, the default one first.
        passed_over: those that can't, and why.
    """

    models: tuple[ModelCard, ...]
    passed_over: tuple[PassedOver, ...]
