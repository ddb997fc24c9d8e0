"""Every parameter of a picture, once: flags, range, default and English words.

The text parser, Discord's options, the page, the command line, the docs table and the validation all
derive from `PARAMETERS`. Words in other languages lie in the locale files, by the parameter's name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any, Literal, NamedTuple, get_args

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

Kind = Literal[
    "integer", "number", "ratio", "size", "sampler", "model", "text", "switch", "variations", "choice"
]

FileFormat = Literal["png", "jpeg", "webp", "avif"]
"""What the file of a picture can be."""


_LANES = frozenset({"sd1", "sd2", "sdxl", "sdxl-refiner"})
"""Families that are drawn in lanes: models with a UNet."""

MOST_VARIATIONS = 20
"""Of variations of variations."""


class Size(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


class Ratio(NamedTuple):
    """Width to height, as in 16:9."""

    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width}:{self.height}"


class Variation(NamedTuple):
    """Other noise that is mixed in: what it starts from, and how much of it there is, 0 to 1."""

    seed: int
    weight: float

    def __str__(self) -> str:
        return f"{self.seed}:{self.weight!r}"


@dataclass(frozen=True)
class Words:
    """How people name a parameter: `flags` (the first is the one shown) and English `label` and `help`.

    `rare` are those that no form offers: they are typed as flags, or come from buttons. A choice has its `choices`.
    `families` are those of models that know it, all where empty.
    """

    flags: tuple[str, ...]
    kind: Kind
    label: str
    help: str
    example: str = ""
    rare: bool = False
    choices: tuple[str, ...] = ()
    families: frozenset[str] = frozenset()


class Parameters(BaseModel):
    """What a person asked for; None leaves it to the model's card."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @property
    def given(self) -> frozenset[str]:
        """Names of those that a person has set to something else than their default."""
        return frozenset(self.model_dump(exclude_defaults=True))

    ratio: Annotated[
        Ratio | None,
        Words(
            ("--ar", "--aspect", "--ratio"),
            "ratio",
            "Aspect ratio",
            "Width to height. 16:9 is wide, 9:16 is tall, 1:1 is square.",
            "16:9",
        ),
    ] = None
    size: Annotated[
        Size | None,
        Words(
            ("--size", "--resolution"),
            "size",
            "Size",
            "Width x height of the picture in pixels. Wins over the aspect ratio.",
            "512x768",
        ),
    ] = None
    steps: Annotated[
        int | None,
        Field(ge=1, le=150),
        Words(
            ("--steps", "-s"),
            "integer",
            "Steps",
            "How many times the noise is refined. More is slower and finer; 20 to 30 is usually enough.",
            "30",
        ),
    ] = None
    cfg: Annotated[
        float | None,
        Field(ge=1, le=30),
        Words(
            ("--cfg", "--guidance", "-c"),
            "number",
            "Guidance",
            "How closely the picture follows the prompt. Low is free, high is literal and harsher.",
            "7",
        ),
    ] = None
    sampler: Annotated[
        str | None,
        Words(
            ("--sampler", "--scheduler"),
            "sampler",
            "Sampler",
            "The method that removes the noise. Soft and artistic: Euler, DDIM. Varied: the ones with “a” or "
            "“SDE”. Crisp and realistic: DPM++ 2M, UniPC, Heun.",
            "euler",
        ),
    ] = None
    seed: Annotated[
        int | None,
        Field(ge=0, le=2**32 - 1),
        Words(
            ("--seed",),
            "integer",
            "Seed",
            "The number that the noise starts from. The same seed and words give the same picture.",
            "7",
        ),
    ] = None
    vary: Annotated[
        float | None,
        Field(ge=0, le=1),
        Words(
            ("--vary",),
            "number",
            "Variation",
            "How much of the seed's noise is replaced by other noise: 0 is the same picture, 0.2 a close relative, "
            "1 another one. In reply to a picture, that one is varied.",
            "0.2",
        ),
    ] = None
    variations: Annotated[
        tuple[Variation, ...],
        Field(max_length=MOST_VARIATIONS),
        Words(
            ("--variations",),
            "variations",
            "Variations",
            "The very noise that is mixed in, as a picture tells it: seeds, and how much of each, in their order.",
            "7:0.2,8:0.1",
            rare=True,
        ),
    ] = ()
    count: Annotated[
        int,
        Field(ge=1, le=8),
        Words(
            ("--n", "--count", "--images", "-n"),
            "integer",
            "Images",
            "How many pictures to make, each with its own seed.",
            "4",
        ),
    ] = 1
    negative: Annotated[
        str,
        Field(max_length=1000),
        Words(
            ("--no", "--negative", "--without"),
            "text",
            "Without",
            "What the picture should not show.",
            "blurry, text",
        ),
    ] = ""
    strength: Annotated[
        float | None,
        Field(ge=0.05, le=1),
        Words(
            ("--strength",),
            "number",
            "Strength",
            "With a picture to start from: how far to leave it. 0.3 touches it up, 0.9 keeps little.",
            "0.6",
        ),
    ] = None
    clip_skip: Annotated[
        int | None,
        Field(ge=1, le=4),
        Words(
            ("--clip-skip",),
            "integer",
            "Clip skip",
            "Which layer of the text encoder is listened to, counted from its last. Many drawing models want 2.",
            "2",
            rare=True,
            families=_LANES,
        ),
    ] = None
    model: Annotated[
        str | None,
        Field(max_length=100),
        Words(("--model", "-m"), "model", "Model", "Which model draws. /models lists them.", "starter"),
    ] = None
    format: Annotated[
        FileFormat | None,
        Words(
            ("--format",),
            "choice",
            "File format",
            "What the picture's own file is. PNG keeps every pixel; JPEG, WebP and AVIF are much smaller.",
            "webp",
            choices=get_args(FileFormat),
        ),
    ] = None
    raw: Annotated[
        bool,
        Words(
            ("--raw",), "switch", "As typed", "Give the prompt to the model as typed, without translating it."
        ),
    ] = False


@dataclass(frozen=True)
class Parameter:
    """One parameter as its readers need it; `least` and `most` are None where it has no range."""

    name: str
    words: Words
    default: Any
    least: float | None = None
    most: float | None = None

    @property
    def flag(self) -> str:
        """The flag that is shown: "--steps"."""
        return self.words.flags[0]


def _read() -> Mapping[str, Parameter]:
    def one(name: str) -> Parameter:
        field = Parameters.model_fields[name]
        words = next(m for m in field.metadata if isinstance(m, Words))
        bound = {k: getattr(m, k) for m in field.metadata for k in ("ge", "le") if hasattr(m, k)}
        return Parameter(name, words, field.default, bound.get("ge"), bound.get("le"))

    return MappingProxyType({name: one(name) for name in Parameters.model_fields})


PARAMETERS: Mapping[str, Parameter] = _read()
"""Every parameter by name, in the order in which they are shown."""


def usual() -> tuple[Parameter, ...]:
    """Those that forms offer."""
    return tuple(p for p in PARAMETERS.values() if not p.words.rare)


def within(name: str) -> FieldInfo:
    """A field in the range of the parameter of that name."""
    info: FieldInfo = Field(ge=PARAMETERS[name].least, le=PARAMETERS[name].most)
    return info


FLAGS: Mapping[str, Parameter] = MappingProxyType({f: p for p in PARAMETERS.values() for f in p.words.flags})
"""Every flag, short ones included, with its parameter."""

SIDE_LEAST, SIDE_MOST = 64, 2048
"""Range of a delivered picture's sides, in pixels."""
