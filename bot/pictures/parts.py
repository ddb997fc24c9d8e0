"""Shapes in black and white pictures: their parts, what they enclose, what lies between them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
"""`[height, width]`."""

Labels = NDArray[np.intp]
"""`[height, width]`: for each pixel, which part it is of, from 1; 0 for none."""


def parts(mask: Mask) -> Labels:
    """Numbers the parts of it that touch along sides of pixels. Takes as long as there are runs in its rows."""
    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    (rows, starts), (_, stops) = np.nonzero(edges == 1), np.nonzero(edges == -1)
    first = np.searchsorted(rows, np.arange(len(mask) + 1)).tolist()
    begins, ends, of = starts.tolist(), stops.tolist(), [*range(len(rows))]

    def find(run: int) -> int:
        while of[run] != run:
            of[run] = run = of[of[run]]
        return run

    for row in range(1, len(mask)):
        above, below = first[row - 1], first[row]
        while above < first[row] and below < first[row + 1]:
            if begins[above] < ends[below] and begins[below] < ends[above]:
                of[find(below)] = find(above)
            if ends[above] < ends[below]:
                above += 1
            else:
                below += 1
    labels = np.zeros(mask.shape, np.intp)
    names = np.array([find(run) + 1 for run in range(len(rows))], np.intp)
    labels[mask] = np.repeat(names, stops - starts)
    return labels


def filled(mask: Mask) -> Mask:
    """With what it encloses."""
    around = parts(~mask)
    edge = np.concatenate([around[0], around[-1], around[:, 0], around[:, -1]])
    return mask | ~(np.isin(around, np.unique(edge[edge > 0])))


def large(mask: Mask, least: int) -> Mask:
    """Without parts of less than so many pixels."""
    labels = parts(mask)
    enough = np.bincount(labels.ravel()) >= least
    enough[0] = False
    return np.asarray(enough[labels], np.bool_)


def spread(mask: Mask, width: int) -> Mask:
    """Where some of it is in the square of so many pixels, an odd number, around."""
    for _ in range(2):
        sums = np.cumsum(np.pad(mask, ((width // 2 + 1, width // 2), (0, 0))), axis=0, dtype=np.int32)
        mask = (sums[width:] > sums[:-width]).T
    return mask


def closed(mask: Mask, width: int) -> Mask:
    """With gaps in it closed that are narrower than so many pixels, an odd number."""
    return ~spread(~spread(mask, width), width)
