"""Sets a picture into what was painted around it: no pixel of it changes, and no seam shows.

A model's decoder gives colours back a little otherwise than it was given them. How much so, the painted picture tells
inside the edge of the one that is set in, for it shows that, too. What is outside is corrected by as much, less and
less away from the edge: slowly by what is common along it, quickly by what is each pixel's own.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""`[height, width, 3]`, RGB."""

Numbers = NDArray[np.float32]
Places = NDArray[np.int_]

FAR, NEAR = 64, 2.5
"""Over how many pixels what is common, and over how many as drawn what is each pixel's own, falls to 0.37 (1/e)."""

DEPTH = 24
"""Pixels inside an edge, and each way along it, over which what is common is the mean."""

_ROWS = 64
"""Corrected at a time, so that it takes little memory."""


class _Edge(NamedTuple):
    """What is to be added outside an edge, `[pixels along it, 3]`."""

    common: Numbers
    own: Numbers


def set_in(picture: Pixels, painted: Pixels, place: tuple[int, int], scale: float) -> Pixels:
    """`painted` with the picture in it, where it shows the same already. It is changed in place.

    Args:
        picture: that is set in.
        painted: what was painted around it, and in its place.
        place: where the picture begins: columns from the left, rows from the top.
        scale: how many times larger than drawn it was painted.
    """
    left, top = place
    height, width = picture.shape[:2]
    inside = np.s_[top : top + height, left : left + width]
    edges = _edges(picture, painted[inside])
    across = np.arange(painted.shape[1]) - left
    for start in range(0, len(painted), _ROWS):
        rows = painted[start : start + _ROWS]
        down = np.arange(start, start + len(rows)) - top
        rows[:] = np.clip(rows + _added(edges, across, down, picture.shape, scale) + 0.5, 0, 255)
    painted[inside] = picture
    return painted


class _Edges(NamedTuple):
    left: _Edge
    right: _Edge
    top: _Edge
    bottom: _Edge


def _edges(picture: Pixels, painted: Pixels) -> _Edges:
    turned, painted_turned = picture.swapaxes(0, 1), painted.swapaxes(0, 1)
    return _Edges(
        _edge(picture, painted),
        _edge(picture[:, ::-1], painted[:, ::-1]),
        _edge(turned, painted_turned),
        _edge(turned[:, ::-1], painted_turned[:, ::-1]),
    )


def _edge(picture: Pixels, painted: Pixels) -> _Edge:
    """The left one."""
    missing = picture[:, :DEPTH].astype(np.float32) - painted[:, :DEPTH]
    along = np.pad(missing.mean(1), ((DEPTH, DEPTH), (0, 0)), mode="edge")
    sums = np.pad(along.cumsum(0, dtype=np.float64), ((1, 0), (0, 0)))
    window = 2 * DEPTH + 1
    common = ((sums[window:] - sums[:-window]) / window).astype(np.float32)
    return _Edge(common, missing[:, 0] - common)


def _added(edges: _Edges, across: Places, down: Places, shape: tuple[int, ...], scale: float) -> Numbers:
    """What is added to some rows, `[rows, columns, 3]`. Beyond a corner it is of both edges, by how far beyond each.

    Args:
        edges: of the picture.
        across, down: where each column, and each of the rows, lies from its first on.
        shape: of the picture.
        scale: how many times larger than drawn it was painted.
    """
    column, row = across.clip(0, shape[1] - 1), down.clip(0, shape[0] - 1)
    x, y = np.abs(across - column)[None, :, None], np.abs(down - row)[:, None, None]
    distance, share = np.hypot(x, y).astype(np.float32), (x / np.maximum(x + y, 1)).astype(np.float32)
    beside_left = (across < 0)[None, :, None]
    above = (down < 0)[:, None, None]
    added = np.zeros((len(down), len(across), 3), np.float32)
    for reach, each in ((FAR, 0), (NEAR * max(scale, 1), 1)):
        beside = np.where(beside_left, edges.left[each][row][:, None], edges.right[each][row][:, None])
        over = np.where(above, edges.top[each][column][None], edges.bottom[each][column][None])
        added += np.exp(-distance / reach) * (share * beside + (1 - share) * over)
    return added
