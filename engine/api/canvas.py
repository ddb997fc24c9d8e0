"""A picture inside a larger one: how far that goes on beyond its edges, and which part of it a model draws. Pure code.

Lengths are in pixels as delivered; those "as drawn" are `scale` times fewer.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from engine.api.errors import CanvasTooLarge
from engine.api.parameters import MULTIPLE, SIDE_MOST, Margins, Parameters, Size

MOST_AT_ONCE = 1.5
"""Of its own area a model draws at most so much at a time."""

WHOLE = 2.5
"""Up to so many times the area that is drawn, all of a larger picture is, if a little smaller: with all of it in view,
what is in the picture is not drawn once more beside it."""

CONTEXT = 2
"""Else the part that is drawn is at least so many times as deep as what is new of it, and at least a square."""

CLOSE = 0.9
"""A part that is so little smaller than it is drawn is drawn too large, and cut, rather than made smaller."""

ZOOM = 1.5
"""How many times larger a scene becomes with one press of a button."""


class Part(NamedTuple):
    """A rectangle of the larger picture. It may reach beyond that: what is drawn there is cut off."""

    left: int
    top: int
    width: int
    height: int


def larger(picture: Size, beyond: Margins) -> Size:
    """The size of the larger picture. Raises CanvasTooLarge where it can't be delivered."""
    left, top, right, bottom = beyond
    size = Size(picture.width + left + right, picture.height + top + bottom)
    if max(size) > SIDE_MOST:
        raise CanvasTooLarge(width=size.width, height=size.height, limit=SIDE_MOST)
    return size


def wanted(parameters: Parameters, picture: Size | None) -> Margins:
    """What is asked for of a picture of that size."""
    if parameters.zoom and picture:
        return zoomed(picture, parameters.zoom)
    return parameters.extend or Margins()


def zoomed(picture: Size, times: float = ZOOM) -> Margins:
    """As much around a picture as makes the scene so many times as wide and as tall."""
    return _around(*(round(side * times) - side for side in picture))


def squared(picture: Size) -> Margins:
    """As much beside a picture, or above and below it, as makes it a square."""
    return _around(*(max(picture) - side for side in picture))


def _around(across: int, down: int) -> Margins:
    return Margins(across // 2, down // 2, across - across // 2, down - down // 2)


def _towards(side: str) -> Callable[[Size], Margins]:
    """A quarter of a picture's shorter side, beside it: so little that what the picture is of is not there again."""
    return lambda picture: Margins(**{side: max(MULTIPLE, min(picture) // 4 // MULTIPLE * MULTIPLE)})


GROWTHS: Mapping[str, Callable[[Size], Margins]] = MappingProxyType(
    {
        "left": _towards("left"),
        "right": _towards("right"),
        "up": _towards("top"),
        "down": _towards("bottom"),
        "zoom": zoomed,
        "square": squared,
    }
)
"""What can be done with a picture at the press of a button, and how far it goes on then."""


def grows(picture: Size, growth: str) -> bool:
    """Whether such a button does anything with a picture of that size."""
    margins = GROWTHS[growth](picture)
    try:
        return larger(picture, margins) != picture
    except CanvasTooLarge:
        return False


def size_to_draw(picture: Size, margins: Margins, native: Size, sizes: tuple[Size, ...], scale: int) -> Size:
    """The size, as drawn, at which a model draws what is new, with what it has to see of the picture.

    Args:
        picture: that is made larger.
        margins: by how much.
        native: the size that the model draws best, as drawn.
        sizes: the only ones that it draws; empty where any will do.
        scale: how many times larger than drawn its pictures are delivered.
    """
    largest = SIDE_MOST // scale // MULTIPLE * MULTIPLE
    if able := [size for size in sizes if max(size) <= largest]:
        return min(able, key=lambda size: math.prod(part(picture, margins, size, scale)[2:]))
    most = MOST_AT_ONCE * math.prod(native) * scale**2
    whole, least = larger(picture, margins), _least(picture, margins, WHOLE * most)
    wide = min(whole.width, max(least.width, int(most / whole.height)))
    tall = min(whole.height, max(least.height, int(most / whole.width)))
    fewest, area = most / MOST_AT_ONCE**2, wide * tall
    times = math.sqrt(min(max(area, fewest), most) / area)
    pieces = (max(1, math.ceil(side * times / scale / MULTIPLE)) for side in (wide, tall))
    return Size(*(min(each * MULTIPLE, largest) for each in pieces))


def part(picture: Size, margins: Margins, drawn: Size, scale: int) -> Part:
    """Which part of the larger picture is drawn at that size (as drawn): all that is new, and some of the picture."""
    whole = larger(picture, margins)
    least = _least(picture, margins, WHOLE * math.prod(drawn) * scale**2)
    times = max(side / pixels for side, pixels in zip(least, drawn, strict=True))
    if CLOSE <= times / scale <= 1:
        times = scale
    wide, tall = (math.ceil(pixels * times) for pixels in drawn)
    return Part(
        _place(whole.width, wide, margins.left, margins.right),
        _place(whole.height, tall, margins.top, margins.bottom),
        wide,
        tall,
    )


def _least(picture: Size, margins: Margins, area: float) -> Size:
    """What has to be drawn at least: the whole, or where that is of more than that area and goes on beyond one edge
    alone, a part of it at that edge."""
    whole = larger(picture, margins)
    if math.prod(whole) <= area or sum(map(bool, margins)) != 1:
        return whole
    across, down = margins.left + margins.right, margins.top + margins.bottom
    deep = max(CONTEXT * (across + down), whole.height if across else whole.width)
    return Size(*(min(side, deep) if new else side for side, new in zip(whole, (across, down), strict=True)))


def _place(whole: int, drawn: int, before: int, after: int) -> int:
    """Where it begins along one direction: at the side that is new where there is one, else around the middle."""
    if before and not after:
        return 0
    if after and not before:
        return whole - drawn
    return (whole - drawn) // 2
