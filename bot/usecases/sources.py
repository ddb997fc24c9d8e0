"""What a picture to start from says of itself: its size, and the words that it was made of where it carries them."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

from PIL import Image

from bot.changes import Scene
from engine.api.between import nearest
from engine.api.cards import ModelCard
from engine.api.changing import chosen
from engine.api.infotext import FRAME, FRAMED_OUT, LABELS, read
from engine.api.names import find
from engine.api.parameters import Ratio, Size
from engine.api.sizes import Source
from engine.api.styles import bare, without

_PLACE = re.compile(r"[01]|0\.\d{1,6}")


@dataclass(frozen=True)
class Look:
    """A picture's size in pixels and its own words; None where it carries none."""

    size: Size
    words: Scene | None

    def source(self, maker: str | None, card: ModelCard, raw: bool) -> Source:
        """As recipes take it; `maker` is the model that made it where that is known, `raw` whether words stay alone."""
        shape = self.size if maker and find([card], maker, formerly=True) else Ratio(*self.size)
        return Source(shape, told=self.words is not None and not raw, size=self.size)


def looked_at(picture: bytes, plain: bool = False) -> Look:
    """What a picture that was taken in or made by us says. Nothing of it is decoded. `plain` as in `words_of`."""
    with Image.open(io.BytesIO(picture)) as image:
        return Look(Size(*image.size), words_of(image.info.get("parameters"), plain))


def words_of(parameters: object, plain: bool = False) -> Scene | None:
    """The words in a `parameters` text (`engine.api.infotext`); None where there are none. `plain` are those without
    the style that they were drawn in.

    What was asked of another picture, to be done with it, says nothing of what this one shows.

    Where the seed chose among words of ours, `{red|blue}`, they are those that the picture shows.

    >>> words_of("a fox\\nNegative prompt: text\\nSteps: 20, Sampler: Euler")
    Scene(prompt='a fox', negative='text')
    """
    told = read(parameters)
    if not told or not told.prompt or LABELS["image_cfg"] in told.pairs:
        return None
    place = told.pairs.get(LABELS["place"], "")
    shown = nearest(told.prompt, float(place)) if _PLACE.fullmatch(place) else told.prompt
    negative = told.negative
    if plain:
        shown, negative = (
            bare(shown, told.pairs.get(FRAME, "")),
            without(negative, told.pairs.get(FRAMED_OUT, "")),
        )
    words, seed = (shown, negative), told.pairs.get("Seed", "")
    return Scene(*(chosen(words, int(seed)) if told.ours and seed.isdecimal() else words))
