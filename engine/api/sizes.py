"""The size to draw at: the nearest to what is wanted that a model has."""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.api import canvas
from engine.api.cards import ModelCard
from engine.api.errors import OutOfRange
from engine.api.modes import Mode
from engine.api.parameters import PARAMETERS, Parameters
from engine.api.values import MULTIPLE, SIDE_LEAST, SIDE_MOST, Margins, Ratio, Size

UNLIKE = 0.1
"""From here on the model's nearest shape is another one than was asked for: the logarithm of how much wider it is."""


@dataclass(frozen=True)
class Source:
    """The picture that another one starts from, as far as a recipe is concerned.

    Attributes:
        shape: its size in pixels where that is to be kept, else its width to height.
        told: whether its own words are known, so that they say what stays.
        size: in pixels, where it is to go on beyond its edges or to become larger.
    """

    shape: Size | Ratio
    told: bool = False
    size: Size | None = None


def _multiple(side: float) -> int:
    return max(MULTIPLE, round(side / MULTIPLE) * MULTIPLE)


def _from_ratio(ratio: Ratio, card: ModelCard) -> Size:
    """The size of that ratio with about the card's native area."""
    area = card.native.width * card.native.height
    height = math.sqrt(area * ratio.height / ratio.width)
    return Size(_multiple(height * ratio.width / ratio.height), _multiple(height))


def _bounded(size: Size, card: ModelCard) -> Size:
    """The size with sides that can be delivered: a picture given may have any shape."""
    step = card.scale * MULTIPLE
    least, most = -(-SIDE_LEAST // step) * MULTIPLE, SIDE_MOST // step * MULTIPLE
    return Size(*(min(max(side, least), most) for side in size))


def _apart(a: Size, b: Size) -> float:
    """How different two shapes are: 0 for equal ones, 0.1 for a tenth wider."""
    return abs(math.log(a.width * b.height / (a.height * b.width)))


def _distance(a: Size, b: Size) -> float:
    """How different two sizes look: the ratio counts most, then the area."""
    return _apart(a, b) + 0.01 * abs(math.log(a.width * a.height / (b.width * b.height)))


def _wanted(shape: Size | Ratio | None, card: ModelCard) -> Size:
    """The size to draw at that shows best what is wanted, whether the model has it or not."""
    match shape:
        case Size():
            return Size(*(_multiple(side / card.scale) for side in shape))
        case Ratio():
            return _from_ratio(shape, card)
    return card.native


def drawn_size(parameters: Parameters, card: ModelCard, source: Source | None = None) -> Size:
    """The size to draw at, in multiples of 8 pixels: the nearest that the model has.

    Nearest to what was asked for; else to the shape of the picture that it starts from; else the model's own.

    Raises:
        OutOfRange: a side would be under 64 or over 2048 pixels as delivered.
    """
    asked = parameters.size or parameters.ratio
    wanted = _wanted(asked or (source.shape if source else None), card)
    if card.sizes:
        wanted = min(card.sizes, key=lambda size: _distance(size, wanted))
    elif not asked:
        wanted = _bounded(wanted, card)
    for side in wanted:
        if not SIDE_LEAST <= side * card.scale <= SIDE_MOST:
            flag = PARAMETERS["size" if parameters.size else "ratio"].flag
            raise OutOfRange.beyond(flag, str(asked or wanted), SIDE_LEAST, SIDE_MOST, "pixels")
    return wanted


def narrowed(parameters: Parameters, card: ModelCard) -> str:
    """The size or ratio that was asked for, as typed, where the model draws nothing like it; "" where it does."""
    asked, drawn = parameters.size or parameters.ratio, drawn_size(parameters, card)
    delivered = Size(*(side * card.scale for side in drawn))
    match asked:
        case Size():
            rounding = MULTIPLE * card.scale
            alike = all(abs(a - b) < rounding for a, b in zip(asked, delivered, strict=True))
        case Ratio():
            alike = _apart(_wanted(asked, card), drawn) < UNLIKE
        case _:
            alike = True
    return "" if alike else str(asked)


def extended(
    parameters: Parameters, card: ModelCard, mode: Mode, source: Source | None
) -> tuple[Margins, Size]:
    """How far a picture is to go on beyond its edges, and the size to draw at.

    Raises:
        OutOfRange: see `drawn_size`.
        CanvasTooLarge: it would become too large.
    """
    size = source.size if source else None
    extend = canvas.wanted(parameters, size) if "extend" in mode.parameters else Margins()
    if size and any(extend):
        return extend, canvas.size_to_draw(size, extend, card.native, card.sizes, card.scale)
    return extend, drawn_size(parameters, card, source)
