"""From what a person asked for and what a model's card says to a recipe with nothing left open."""

from __future__ import annotations

from random import Random
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from engine.api import controls, likes
from engine.api.cards import LIMITED, ModelCard
from engine.api.enlarged import larger
from engine.api.errors import OutOfRange, UnfitModel
from engine.api.finding import LONGEST
from engine.api.masks import NAMED
from engine.api.modes import CONTROLS, Mode
from engine.api.names import LONGEST_NAME
from engine.api.parameters import (
    MOST_VARIATIONS,
    MULTIPLE,
    PARAMETERS,
    SIDE_MOST,
    FileFormat,
    Margins,
    Parameters,
    Size,
    Tile,
    Variation,
    within,
)
from engine.api.pictured import IMAGE_CFG_DEFAULT
from engine.api.points import MOST_POINTS, Point
from engine.api.samplers import SAMPLER_CHOICES
from engine.api.sizes import Source, extended
from engine.api.styles import Style
from engine.api.tiles import boxes
from engine.api.values import SEEDS

Side = Annotated[int, Field(ge=MULTIPLE, multiple_of=MULTIPLE)]
"""As drawn, in pixels."""


class Recipe(BaseModel):
    """Everything that decides a picture besides its words and the pictures that it is given.

    Sizes are as drawn, multiples of 8 pixels; the delivered picture is `scale` times larger. Where one is to `extend`,
    they are of the part that is drawn (`engine.api.canvas.part`), and the margins are in pixels as delivered. With a
    `piece`, the picture is drawn in parts of that size; one that is `upscale` times as large as the picture that it is
    made from is just `delivered` pixels, and no model draws it where it has an `upscaler`; one that has a
    `noise_level` draws it, in steps of its own.
    Image i of `count` starts from noise of `seed + i` (modulo 2**32). Where it is a variation they all start from that
    of `seed`, and the last of the `variations` mixed into it, one after the other, is of its own seed plus i.
    In a sweep there is a picture for each of its points, and `count` is 1. A morph is one whose points have a
    place from 0 to 1: its frames, which may run back and forth in a `loop`. A frame alone has that place, too.
    The part that is painted anew is that `region`, or what `only` says; or all else, where they `invert` it. Where it
    was marked by hand, neither knows of it.
    A `style` is put around its words as the engine is told them, and `few` says that its model knows a list of words.
    """

    model_config = ConfigDict(frozen=True)

    model: str
    width: Side
    height: Side
    scale: int = Field(1, ge=1)
    steps: Annotated[int, within("steps")]
    cfg: Annotated[float, within("cfg")]
    sampler: str
    seed: Annotated[int, within("seed")]
    variations: Annotated[tuple[Variation, ...], Field(max_length=MOST_VARIATIONS)] = ()
    count: Annotated[int, within("count")] = 1
    strength: Annotated[float, within("strength")] = 1.0
    image_cfg: Annotated[float, within("image_cfg")] = IMAGE_CFG_DEFAULT
    negative: str = ""
    format: FileFormat = "png"
    clip_skip: Annotated[int | None, within("clip_skip")] = None
    vae: str = ""
    extend: Margins = Margins()
    tile: Tile | None = None
    region: Annotated[str, Field(pattern=NAMED)] = ""
    only: Annotated[str, Field(max_length=LONGEST)] = ""
    invert: bool = False
    piece: Size | None = None
    delivered: Size | None = None
    upscale: Annotated[int, Field(ge=1, le=PARAMETERS["upscale"].most)] = 1
    upscaler: str = ""
    noise_level: Annotated[int | None, within("noise_level")] = None
    control: tuple[str, ...] = ()
    control_weight: Annotated[float, within("control_weight")] = 1.0
    control_start: Annotated[float, within("control_start")] = 0.0
    control_end: Annotated[float, within("control_end")] = 1.0
    control_raw: bool = False
    show_map: bool = False
    like_weight: Annotated[float, within("like_weight")] = likes.USUAL
    like_by: Annotated[str, Field(max_length=LONGEST_NAME)] = ""
    place: Annotated[float | None, within("place")] = None
    loop: bool = False
    style: Style | None = None
    few: bool = False
    sweep: Annotated[tuple[Point, ...], Field(max_length=MOST_POINTS)] = ()

    @model_validator(mode="after")
    def _can_be_delivered(self) -> Self:
        if not self.piece and self.scale * max(self.width, self.height) > SIDE_MOST:
            raise ValueError(f"{self.scale} times {self.width}x{self.height} is more than {SIDE_MOST}")
        return self

    @property
    def images(self) -> int:
        """How many pictures it makes."""
        return len(self.sweep) or self.count

    @property
    def moving(self) -> bool:
        """Whether its pictures are the frames of a morph, which all have its words."""
        return bool(self.sweep) and self.sweep[0].place is not None

    @property
    def spread(self) -> bool:
        """Whether each of its pictures has its own way of the words."""
        return bool(self.sweep) and not self.moving

    @property
    def parted(self) -> bool:
        """Whether its words are several descriptions (`engine.api.between`)."""
        return self.moving or self.place is not None

    def each(self) -> tuple[Self, ...]:
        """The recipe of every image by itself."""
        return tuple(self.one(i) for i in range(self.images))

    def one(self, image: int) -> Self:
        """The recipe that gives image `image` alone."""
        if self.sweep:
            return self.model_copy(update={"sweep": (), "loop": False, **self.sweep[image].given})
        if not self.variations:
            return self.model_copy(update={"count": 1, "seed": (self.seed + image) % SEEDS})
        *others, (seed, weight) = self.variations
        last = Variation((seed + image) % SEEDS, weight)
        return self.model_copy(update={"count": 1, "variations": (*others, last)})

    def reseeded(self, seed: int) -> Self:
        """The same with other noise; a sweep still shows what it is of."""
        if not self.sweep:
            return self.model_copy(update={"seed": seed, "variations": ()})
        points = tuple(each.shifted(seed - self.seed) for each in self.sweep)
        return self.model_copy(update={"seed": seed, "sweep": points})

    def varied(self, weight: float, seed: int) -> Self:
        """A variation: `weight` 0 to 1 of the noise of `seed` mixed in. With more of them than can be kept, the last
        gives way."""
        if not weight:
            return self
        kept = self.variations[: MOST_VARIATIONS - 1]
        return self.model_copy(update={"variations": (*kept, Variation(seed, weight))})

    def turned(self, invert: bool) -> Self:
        """The same with the part that it says, if any, or all else."""
        return self.model_copy(update={"invert": invert}) if self.region or self.only else self

    def own(self, mode: Mode) -> dict[str, Any]:
        """Values of the parameters that mean something in such a mode and not in all, by name."""
        fields = type(self).model_fields
        kept = mode.parameters & fields.keys() - {"strength" if self.upscaler else "upscaler"}
        kept -= {
            name
            for name in kept & {*CONTROLS, "place", "region", "only", "noise_level"}
            if getattr(self, name) == fields[name].default
        }
        return {name: getattr(self, name) for name in PARAMETERS if name in kept}

    @property
    def stretched(self) -> bool:
        """Whether nothing draws it: it is made larger by what knows no words and takes no steps."""
        return bool(self.upscaler) and self.noise_level is None

    @property
    def redrawn(self) -> bool:
        """Whether an upscaler draws it, from its words and its seed, with a sampler of its own and no model."""
        return bool(self.upscaler) and self.noise_level is not None

    @property
    def wraps(self) -> tuple[bool, bool]:
        """Whether the picture goes on beyond its edges with the opposite ones: sideways, and up and down."""
        return self.tile in ("both", "x"), self.tile in ("both", "y")

    @property
    def given(self) -> Size | None:
        """The size of the picture that it makes larger, None where it makes none larger."""
        return Size(*(side // self.upscale for side in self.delivered)) if self.delivered else None

    @property
    def part(self) -> Size:
        """What is drawn at once."""
        return self.piece or Size(self.width, self.height)

    @property
    def parts(self) -> int:
        """How many parts an image is drawn in."""
        return len(boxes(Size(self.width, self.height), self.part))

    @property
    def frame(self) -> str:
        """What goes around its English; "" where nothing does."""
        return (self.style.few if self.few else self.style.prompt) if self.style else ""

    @property
    def calls(self) -> int:
        """Model calls that one image takes, or each part of it."""
        sampler, _ = SAMPLER_CHOICES[self.sampler]
        return sampler.calls(max(1, int(self.steps * self.strength)))


def _chosen(parameters: Parameters, card: ModelCard, mode: Mode, source: Source | None) -> dict[str, Any]:
    """What a card may limit, by name: the person's choice, or else the card's default.

    Raises OutOfRange where the choice lies outside what the card allows.
    """
    defaults = {name: getattr(card.defaults, name) for name in LIMITED}
    if mode.strength is not None:
        defaults["strength"] = card.allowed(mode.strength)
    elif source and source.told:
        defaults["strength"] = card.change
    chosen = defaults | parameters.model_dump(include=set(LIMITED), exclude_none=True)
    of_another = parameters.noise_level is not None  # an upscaler of its own, which the card knows nothing of
    for name, limit in () if of_another else card.limits.items():
        if (value := chosen[name]) not in limit:
            raise OutOfRange.beyond(PARAMETERS[name].flag, f"{value:g}", limit.least, limit.most)
    return chosen


def meaningless(parameters: Parameters, card: ModelCard) -> tuple[str, ...]:
    """Names of those that were set and that a model of such a family does not know."""
    return tuple(n for n, p in PARAMETERS.items() if n in parameters.given and p.strange_to(card.family))


def resolve(
    parameters: Parameters,
    card: ModelCard,
    mode: Mode,
    random: Random | None = None,
    source: Source | None = None,
) -> Recipe:
    """Fills in what the person left open; `random` picks the seed where none was given.

    Raises:
        OutOfRange: a value lies outside what the card allows.
        UnfitModel: the model knows no such parameter.
        TooLarge: the picture would have more pixels than are drawn.
    """
    if meaningless(parameters, card):
        raise UnfitModel(model=card.name)
    defaults = card.defaults
    chosen = _chosen(parameters, card, mode, source)
    if mode.enlarges:
        parameters = parameters.model_copy(update={"size": None, "ratio": None})
    extend, size = extended(parameters, card, mode, source)
    random = random or Random()
    recipe = Recipe(
        model=card.name,
        width=size.width,
        height=size.height,
        scale=card.scale,
        steps=1 if parameters.show_map else chosen["steps"],
        cfg=chosen["cfg"],
        sampler=parameters.sampler or defaults.sampler,
        seed=random.randrange(SEEDS) if parameters.seed is None else parameters.seed,
        variations=parameters.variations,
        count=1 if parameters.show_map else parameters.count,
        strength=chosen["strength"] if "strength" in mode.parameters else 1.0,
        image_cfg=parameters.image_cfg or defaults.image_cfg,
        negative=parameters.negative or defaults.negative,
        format=parameters.format or "png",
        clip_skip=parameters.clip_skip,
        vae=parameters.vae or "",
        extend=extend,
        tile=parameters.tile,
        region=(parameters.region or "") if "region" in mode.parameters else "",
        only=parameters.only if "only" in mode.parameters else "",
        invert=parameters.invert and ("only" in mode.calls or parameters.region is not None),
        **controls.kept(parameters.model_dump(include={*CONTROLS & mode.parameters})),
        **likes.kept(parameters.model_dump(include={*likes.LIKES & mode.parameters})),
        **parameters.model_dump(include={"place", "loop"}),
        style=parameters.style,
        few=bool(parameters.style and card.draws),
    )
    if mode.enlarges and source and source.size:
        recipe = recipe.model_copy(update=larger(card, source, source.size, parameters, recipe.steps))
    return recipe.varied(parameters.vary, random.randrange(SEEDS)) if parameters.vary else recipe
