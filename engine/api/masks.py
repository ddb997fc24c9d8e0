"""What makes a mask one: pictures that say, in white, what of another one is to be painted anew."""

from __future__ import annotations

import math

from engine.api.errors import BadMask

UNLIKE = 0.05
"""How much wider a mask may be than its picture, as the logarithm of their ratios: what resizing rounds away."""

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
