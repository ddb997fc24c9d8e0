"""What makes a mask one: pictures that say, in white, what of another one is to be painted anew."""

from __future__ import annotations

import math
from collections.abc import Mapping

from engine.api.errors import BadMask
from engine.api.values import Words

UNLIKE = 0.05
"""How much wider a mask may be than its picture, as the logarithm of their ratios: what resizing rounds away."""

BACKGROUND = "background"

REGIONS: Mapping[str, tuple[float, float, float, float]] = {
    "left": (0, 0, 0.5, 1),
    "right": (0.5, 0, 1, 1),
    "top": (0, 0, 1, 0.5),
    "bottom": (0, 0.5, 1, 1),
    "center": (0.25, 0.25, 0.75, 0.75),
}
"""Parts of a picture by their names: left, top, right and bottom, as shares of its sides."""

REGION = Words(
    ("--mask",),
    "choice",
    "Part",
    "In reply to a picture or with one: the part that is painted anew. left, right, top, bottom, center or "
    "background; all else stays.",
    "left",
    rare=True,
    choices=(*REGIONS, BACKGROUND),
)
"""How people name one."""

NAMED = rf"^(?:{'|'.join(REGION.choices)})?$"
"""Such a name, or none, as a pattern."""

INVERT = Words(
    ("--invert",),
    "switch",
    "The other part",
    "What the mask marks stays, and all else is painted anew.",
    rare=True,
)
"""How people ask for the other part."""

LEAST, MOST = 0.0001, 0.9999
"""Share of the picture that is painted: a hundredth of a side each way, and all but that."""


def check_shape(picture: tuple[int, int], mask: tuple[int, int]) -> None:
    """Raises BadMask where a mask is of another shape than its picture; its size may be any."""
    if abs(math.log(picture[0] * mask[1] / (picture[1] * mask[0]))) > UNLIKE:
        raise BadMask(fault="shape")


def check_mask(picture: tuple[int, int], mask: tuple[int, int], painted: float) -> None:
    """Raises BadMask where a mask can't be used for a picture; `painted` is the white share of it."""
    check_shape(picture, mask)
    if painted < LEAST:
        raise BadMask(fault="empty")
    if painted > MOST:
        raise BadMask(fault="full")
