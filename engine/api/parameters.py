"""Every parameter of a picture, once: flags, range, default and English words.

The text parser, Discord's options, the page, the command line, the docs table and the validation all
derive from `PARAMETERS`. Words in other languages lie in the locale files, by the parameter's name.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

from engine.api import basic, between, controls, likes
from engine.api.finding import LONGEST, ONLY
from engine.api.lanes import CLIP_SKIP, TILE, VAE
from engine.api.masks import INVERT, REGION
from engine.api.pictured import DEPTH, IMAGE_CFG
from engine.api.styles import STYLE, Style
from engine.api.upscaling import NOISE_LEVEL, UPSCALE, UPSCALER
from engine.api.values import (
    MOST_VARIATIONS,
    MULTIPLE,
    SIDE_LEAST,
    SIDE_MOST,
    FileFormat,
    Margins,
    Parameter,
    Ratio,
    Size,
    Tile,
    Variation,
    Words,
)


class Parameters(BaseModel):
    """What a person asked for; None leaves it to the model's card."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @property
    def given(self) -> frozenset[str]:
        """Names of those that a person has set to something else than their default."""
        return frozenset(self.model_dump(exclude_defaults=True))

    ratio: Annotated[Ratio | None, basic.RATIO] = None
    size: Annotated[Size | None, basic.SIZE] = None
    steps: Annotated[int | None, Field(ge=1, le=150), basic.STEPS] = None
    cfg: Annotated[float | None, Field(ge=1, le=30), basic.CFG] = None
    sampler: Annotated[str | None, basic.SAMPLER] = None
    seed: Annotated[int | None, Field(ge=0, le=2**32 - 1), basic.SEED] = None
    vary: Annotated[float | None, Field(ge=0, le=1), basic.VARY] = None
    variations: Annotated[tuple[Variation, ...], Field(max_length=MOST_VARIATIONS), basic.VARIATIONS] = ()
    count: Annotated[int, Field(ge=1, le=8), basic.COUNT] = 1
    negative: Annotated[str, Field(max_length=1000), basic.NEGATIVE] = ""
    strength: Annotated[float | None, Field(ge=0.05, le=1), basic.STRENGTH] = None
    image_cfg: Annotated[float | None, Field(ge=1, le=5), IMAGE_CFG] = None
    clip_skip: Annotated[int | None, Field(ge=1, le=4), CLIP_SKIP] = None
    vae: Annotated[str | None, Field(max_length=100), VAE] = None
    extend: Annotated[Margins | None, basic.EXTEND] = None
    zoom: Annotated[float | None, Field(ge=1.05, le=4), basic.ZOOM] = None
    tile: Annotated[Tile | None, TILE] = None
    region: Annotated[str | None, REGION] = None
    invert: Annotated[bool, INVERT] = False
    only: Annotated[str, Field(max_length=LONGEST), ONLY] = ""
    upscale: Annotated[int | None, Field(ge=2, le=4), UPSCALE] = None
    upscaler: Annotated[str | None, Field(max_length=100), UPSCALER] = None
    noise_level: Annotated[int | None, Field(ge=0, le=350), NOISE_LEVEL] = None
    depth: Annotated[bool, DEPTH] = False
    control: Annotated[tuple[str, ...], Field(max_length=controls.MOST), controls.CONTROL] = ()
    control_weight: Annotated[float | None, Field(ge=0, le=2), controls.WEIGHT] = None
    control_start: Annotated[float | None, Field(ge=0, le=1), controls.START] = None
    control_end: Annotated[float | None, Field(ge=0, le=1), controls.END] = None
    control_raw: Annotated[bool, controls.RAW] = False
    show_map: Annotated[bool, controls.SHOWN] = False
    like: Annotated[bool, likes.LIKE] = False
    like_weight: Annotated[float | None, Field(ge=0, le=2), likes.WEIGHT] = None
    like_by: Annotated[str | None, Field(max_length=100), likes.BY] = None
    frames: Annotated[int | None, Field(ge=between.LEAST, le=between.MOST), between.FRAMES] = None
    loop: Annotated[bool, between.LOOP] = False
    place: Annotated[float | None, Field(ge=0, le=1), between.PLACE] = None
    style: Annotated[Style | None, STYLE] = None
    model: Annotated[str | None, Field(max_length=100), basic.MODEL] = None
    format: Annotated[FileFormat | None, basic.FORMAT] = None
    raw: Annotated[bool, basic.RAW] = False


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

__all__ = [
    "FLAGS",
    "MOST_VARIATIONS",
    "MULTIPLE",
    "PARAMETERS",
    "SIDE_LEAST",
    "SIDE_MOST",
    "FileFormat",
    "Margins",
    "Parameter",
    "Parameters",
    "Ratio",
    "Size",
    "Tile",
    "Variation",
    "Words",
    "usual",
    "within",
]
