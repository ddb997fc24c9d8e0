"""Pictures that repeat without a seam: convolutions that see the opposite edge beyond each edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import NamedTuple

from torch import Tensor, nn
from torch.nn.functional import pad


class Wrap(NamedTuple):
    """Which edges of a picture go on at the opposite ones: left and right, top and bottom."""

    across: bool = False
    down: bool = False


NO_WRAP = Wrap()


@contextmanager
def wrapped(module: nn.Module, rows: Sequence[Wrap]) -> Iterator[None]:
    """While inside, row i of whatever passes the module's convolutions is padded as `rows[i]` says.

    Rows without a wrap are padded with zeros as ever. Other hooks of a layer see its input padded, and a layer that
    pads nothing itself.
    """
    with ExitStack() as stack:
        if any(map(any, rows)):
            for layer in module.modules():
                if isinstance(layer, nn.Conv2d) and any(layer.padding):
                    stack.enter_context(_padding(layer, rows))
        yield


@contextmanager
def _padding(layer: nn.Conv2d, rows: Sequence[Wrap]) -> Iterator[None]:
    padding = layer.padding
    down, across = (int(each) for each in padding)
    handle = layer.register_forward_pre_hook(lambda _, given: (_padded(given[0], (across, down), rows),))
    layer.padding = (0, 0)
    try:
        yield
    finally:
        layer.padding = padding
        handle.remove()


def _padded(x: Tensor, widths: tuple[int, int], rows: Sequence[Wrap]) -> Tensor:
    """Each row with its own edges, `widths` wide across and down."""
    if len(set(rows)) == 1:
        return _around(x, widths, rows[0])
    padded = _around(x, widths, NO_WRAP)
    for wrap in set(rows) - {NO_WRAP}:
        own = [i for i, row in enumerate(rows) if row == wrap]
        padded[own] = _around(x[own], widths, wrap)
    return padded


def _around(x: Tensor, widths: tuple[int, int], wrap: Wrap) -> Tensor:
    across, down = widths
    x = pad(x, (across, across, 0, 0), mode="circular" if wrap.across else "constant")
    return pad(x, (0, 0, down, down), mode="circular" if wrap.down else "constant")
