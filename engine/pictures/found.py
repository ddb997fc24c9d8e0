"""From where something shows in a picture, roughly, to the part of the picture that it is."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_closing, binary_dilation, binary_fill_holes, median_filter, zoom

Map = NDArray[np.float64]
"""`[h, w]`, 0 to 1."""

Mask = NDArray[np.bool_]

SHADES = 10
"""Of each colour: pictures are looked at in so few."""

FEW, MOST = 48, 0.97
"""A drawing has no more colours in that share of it."""

NEAR, BEYOND = 0.7, 16
"""From this share of the threshold on, and within one of so many parts of a side, something may go on."""


def part_of(evidence: Map, picture: NDArray[np.uint8]) -> Mask:
    """The part `[height, width]` of a picture, RGB, that coarse evidence of any size points at.

    In drawings it ends where their colours do; elsewhere it is what stands out, as roundly as that is known.
    """
    height, width = picture.shape[:2]
    times = height / evidence.shape[0], width / evidence.shape[1]
    fine = zoom(evidence, times, order=3, mode="nearest", grid_mode=True)
    threshold = otsu(fine)
    clear = fine > threshold
    reach = max(1, min(height, width) // BEYOND)
    near = binary_dilation(fine > threshold * NEAR, iterations=reach)
    shades = _shades(picture)
    if not _is_drawn(shades):
        padded = np.pad(clear, reach)
        return np.asarray(binary_closing(padded, iterations=reach)[reach:-reach, reach:-reach] | clear)
    inside, outside = (
        np.bincount(shades[where], minlength=SHADES**3) / max(1, where.sum()) for where in (clear, ~near)
    )
    own = near & (inside >= outside)[shades]
    found = np.asarray(binary_fill_holes(median_filter(own, 3)))
    return found if found.any() else clear


def otsu(values: Map) -> float:
    """The threshold between the two groups that values fall into best (Otsu, 1979)."""
    counts, edges = np.histogram(values, 64)
    centres = (edges[1:] + edges[:-1]) / 2
    below, sums = np.cumsum(counts), np.cumsum(counts * centres)
    above = below[-1] - below
    apart = sums / np.maximum(below, 1) - (sums[-1] - sums) / np.maximum(above, 1)
    return float(centres[np.argmax(below * above * apart**2)])


def _shades(picture: NDArray[np.uint8]) -> NDArray[np.int64]:
    coarse = (picture.astype(np.int64) * SHADES) // 256
    return (coarse[..., 0] * SHADES + coarse[..., 1]) * SHADES + coarse[..., 2]


def _is_drawn(shades: NDArray[Any]) -> bool:
    """Whether few colours make up nearly all of it."""
    counts = np.sort(np.bincount(shades.ravel()))[::-1]
    return bool(counts[:FEW].sum() >= MOST * shades.size)
