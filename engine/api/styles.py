"""Styles: how a picture is to look, whatever it shows. A frame goes around the prompt's English."""

from __future__ import annotations

import re
from typing import Annotated, NamedTuple

from pydantic import Field

from engine.api.between import joined, sides
from engine.api.values import Words

HERE = "{prompt}"
"""Where the prompt goes in a frame."""

LONGEST_STYLE, LONGEST_FRAME = 100, 1000
"""Characters of a style's name, and of its frame or of what it leaves out."""

NONE = "none"
"""What is asked for who wants no style where there is a usual one."""

NO_STYLE = (NONE, "raw", "off")
"""All names of that."""

STYLE = Words(
    ("--style",),
    "style",
    "Style",
    "How the picture looks, whatever it shows. /style lists them; two with a comma between them are worn together, "
    "none goes without.",
    "watercolor",
)
"""How people name it."""

_EDGES = " ,;、，"

Frame = Annotated[str, Field(max_length=LONGEST_FRAME)]


class Style(NamedTuple):
    """A style by its name, with what it does to a prompt; without a frame it does nothing.

    `few` is the frame for models that know no more than a list of words; the prompt alone where it is empty.
    """

    name: Annotated[str, Field(max_length=LONGEST_STYLE)]
    prompt: Frame = ""
    negative: Frame = ""
    few: Frame = ""

    def __str__(self) -> str:
        return self.name

    @property
    def worn(self) -> bool:
        """Whether there is such a look."""
        return bool(self.prompt or self.negative or self.few)

    def over(self, other: Style) -> Style:
        """Both at once: the other one's frame inside of this one's. What is too long for that is left out."""
        return Style(
            f"{other.name},{self.name}"[:LONGEST_STYLE],
            framed(other.prompt or HERE, self.prompt)[:LONGEST_FRAME],
            ", ".join(filter(None, (other.negative, self.negative)))[:LONGEST_FRAME],
            framed(other.few or HERE, self.few)[:LONGEST_FRAME],
        )


def framed(prompt: str, frame: str) -> str:
    """A prompt in a frame; each of several descriptions in its own.

    >>> framed("a fox", "{prompt}, ink drawing")
    'a fox, ink drawing'
    >>> framed("a fox | a cat", "{prompt}, ink drawing")
    'a fox, ink drawing | a cat, ink drawing'
    """
    if not frame:
        return prompt
    texts = sides(prompt)
    if len(texts) > 1:
        return joined(framed(text, frame) for text in texts)
    before, _, after = frame.partition(HERE)
    return before + prompt + after if prompt.strip() else f"{before} {after}".strip(_EDGES)


def bare(prompt: str, frame: str) -> str:
    """What stood in a frame; all of a prompt that does not lie in it.

    >>> bare("a fox, ink drawing", "{prompt}, ink drawing")
    'a fox'
    """
    before, here, after = (re.sub(r"\s+", " ", part) for part in frame.partition(HERE))
    lies = here and prompt.startswith(before) and prompt.endswith(after)
    return (
        prompt[len(before) : len(prompt) - len(after)]
        if lies and len(prompt) > len(frame) - len(HERE)
        else prompt
    )


def without(negative: str, framed_out: str) -> str:
    """What is to be missing, but for what a style wants so."""
    gone = {each.strip() for each in framed_out.split(",")}
    return ", ".join(word for each in negative.split(",") if (word := each.strip()) and word not in gone)
