"""How a picture that is too large to be drawn at once is cut into tiles, each overlapping the next."""

from __future__ import annotations

from typing import NamedTuple

from engine.api.values import Size

STEP = 8
"""Tiles begin at multiples of so many pixels: one latent."""

SHARED = 4
"""At least one part in so many of a tile lies in the next one too."""


class Box(NamedTuple):
    """Where a tile lies, in pixels."""

    left: int
    top: int
    right: int
    bottom: int


def boxes(whole: Size, tile: Size) -> tuple[Box, ...]:
    """All tiles of that size, row by row; together they cover the whole, which is no smaller than one.

    >>> [box.left for box in boxes(Size(128, 64), Size(64, 64))]
    [0, 32, 64]
    """
    return tuple(
        Box(left, top, left + tile.width, top + tile.height)
        for top in _starts(whole.height, tile.height)
        for left in _starts(whole.width, tile.width)
    )


def _starts(whole: int, tile: int) -> list[int]:
    if whole <= tile:
        return [0]
    shared = tile // SHARED
    count = -(-(whole - shared) // (tile - shared))
    return [round(i * (whole - tile) / (count - 1) / STEP) * STEP for i in range(count)]
