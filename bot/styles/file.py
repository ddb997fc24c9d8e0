"""One style as a file says it: JSON of ours or of SDXL's style selectors, or a line of the web UIs' `styles.csv`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    AliasChoices,
    BaseModel,
    ConfigDict,
    Field,
    field_validator,
    model_validator,
)

from engine.api.names import LONGEST_NAME, short_name
from engine.api.parameters import Parameters
from engine.api.styles import HERE, LONGEST_FRAME, NO_STYLE, Style

MEANT = frozenset({"ratio", "size", "steps", "cfg", "sampler", "clip_skip", "vae", "tile", "format"})
"""Parameters that a style may bring along: how a picture is drawn, not what or how many."""

_PAIR = re.compile(r"([1-9]\d{0,4})[:x]([1-9]\d{0,4})")


def _frame(text: str) -> str:
    """A frame with one place for the prompt; a text without one goes behind it."""
    text = " ".join(text.split())
    if text and HERE not in text:
        text = f"{HERE}, {text}"
    if text.count(HERE) > 1 or set("{}|\\") & set(text.replace(HERE, "")):
        raise ValueError(f"it has braces or bars beside one {HERE}")
    return text


def _name(text: str) -> str:
    name = short_name(text)
    if not text.strip() or name in NO_STYLE or "," in name:
        raise ValueError("nothing can be called so")
    return name


Frame = Annotated[str, Field(max_length=LONGEST_FRAME), AfterValidator(_frame)]


class StyleFile(BaseModel):
    """A style with all that it brings along.

    Attributes:
        name: what `--style` takes.
        title: what people see, where it is not the name.
        prompt: the frame: `{prompt}, watercolor painting`.
        negative: what is to be missing.
        few: the frame for models that know no more than a list of words.
        parameters: values that hold where nobody says otherwise, as flags have them.
        loras: names with their weights.
        model: what draws, where nobody says otherwise.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    name: Annotated[str, Field(max_length=LONGEST_NAME), AfterValidator(_name)]
    title: str = Field("", max_length=LONGEST_NAME)
    prompt: Frame = ""
    negative: str = Field(
        "", max_length=LONGEST_FRAME, validation_alias=AliasChoices("negative", "negative_prompt")
    )
    few: Frame = ""
    parameters: Parameters = Parameters()
    loras: Mapping[
        Annotated[str, Field(pattern=r"^[^<>:|\n]{1,80}$")], Annotated[float, Field(ge=-4, le=4)]
    ] = {}
    model: str | None = Field(None, max_length=LONGEST_NAME)

    @model_validator(mode="before")
    @classmethod
    def _titled(cls, said: Any) -> Any:
        """Its name as it is written is what people see, where it is no short one."""
        if (
            isinstance(said, Mapping)
            and isinstance(name := said.get("name"), str)
            and short_name(name) != name
        ):
            return {"title": name[:LONGEST_NAME], **said}
        return said

    @field_validator("parameters", mode="before")
    @classmethod
    def _typed(cls, said: Any) -> Any:
        """`16:9` and `512x768` as people write them."""
        if not isinstance(said, Mapping):
            return said
        pairs = {
            n: _PAIR.fullmatch(v) for n, v in said.items() if n in ("ratio", "size") and isinstance(v, str)
        }
        return {**said, **{name: (int(pair[1]), int(pair[2])) for name, pair in pairs.items() if pair}}

    @field_validator("parameters")
    @classmethod
    def _meant(cls, parameters: Parameters) -> Parameters:
        if beyond := parameters.given - MEANT:
            raise ValueError(f"a style has no say in {', '.join(sorted(beyond))}")
        return parameters

    @property
    def file(self) -> str:
        """None that people would write; see `engine.api.names.Called`."""
        return ""

    @property
    def former(self) -> str:
        """It was never called otherwise."""
        return ""

    @property
    def style(self) -> Style:
        """What it does to a prompt."""
        tags = "".join(f" <lora:{name}:{weight:g}>" for name, weight in self.loras.items())
        return Style(self.name, (self.prompt or HERE) + tags, self.negative, self.few)
