"""What the value of a parameter can be, and what people call it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

Kind = Literal[
    "integer",
    "number",
    "ratio",
    "size",
    "sampler",
    "model",
    "text",
    "switch",
    "variations",
    "choice",
    "margins",
    "upscaler",
    "vae",
    "names",
    "style",
]

Tile = Literal["both", "x", "y"]
"""Where a picture repeats: sideways and up and down, only sideways, only up and down."""

FileFormat = Literal["png", "jpeg", "webp", "avif"]
"""What the file of a picture can be."""

LANES = frozenset({"sd1", "sd2", "sdxl", "sdxl-refiner"})
"""Families that are drawn in lanes: models with a UNet."""

SIDE_LEAST, SIDE_MOST = 64, 2048
"""Range of a delivered picture's sides, in pixels."""

MULTIPLE = 8
"""Sides, as drawn, are multiples of this many pixels: one latent."""

SEEDS = 2**32
"""How many there are."""

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


class Margins(NamedTuple):
    """How many pixels a picture goes on beyond each of its edges."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0

    def __str__(self) -> str:
        return ",".join(f"{side}={pixels}" for side, pixels in self._asdict().items() if pixels)


@dataclass(frozen=True)
class Words:
    """How people name a parameter: `flags` (the first is the one shown) and English `label` and `help`.

    `rare` are those that no form offers: they are typed as flags, or come from buttons. A choice has its `choices`,
    and `bare` is the one that the flag alone means.
    `families` are those of models that know it, all where empty.
    """

    flags: tuple[str, ...]
    kind: Kind
    label: str
    help: str
    example: str = ""
    rare: bool = False
    choices: tuple[str, ...] = ()
    bare: str = ""
    families: frozenset[str] = frozenset()


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

    def strange_to(self, family: str) -> bool:
        """Whether models of that family do not know it."""
        return bool(self.words.families) and family not in self.words.families
