"""Hypernetworks for each row of a batch: small networks that change what attention takes its keys and values from.

They are asked right before the UNet's own layers, for the rows that have them; all others see nothing of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import layer_norm, linear

from engine.api.tags import FLAGS
from engine.models.files.addons import read_tensors
from engine.models.files.header import read_header
from engine.models.files.hypernets import HypernetFolder, Layer, NotAHypernet, layout_of
from engine.models.files.names import bad_file
from engine.models.files.versions import Version
from engine.models.named import NamedFiles
from engine.models.ports import Adapters
from engine.models.prompts import Hypernet

SIDES = ("to_k", "to_v")
"""The layers whose inputs are changed, in the order of a file's networks."""


@dataclass(frozen=True)
class Net:
    """One of a file's networks."""

    layers: tuple[tuple[Layer, Tensor, Tensor], ...]
    activation: nn.Module
    activates_last: bool

    def __call__(self, x: Tensor) -> Tensor:
        """What is added to `x` at a weight of 1."""
        *_, last = (i for i, (layer, _, _) in enumerate(self.layers) if layer.linear)
        for i, (layer, weight, bias) in enumerate(self.layers):
            if not layer.linear:
                x = layer_norm(x, weight.shape, weight, bias)
                continue
            x = linear(x, weight, bias)
            x = self.activation(x) if i < last or self.activates_last else x
        return x

    @property
    def bytes(self) -> int:
        """Of its weights."""
        return sum(weight.nbytes + bias.nbytes for _, weight, bias in self.layers)


Nets = Mapping[tuple[int, int], Net]
"""A file's networks, by width and side."""


@dataclass(frozen=True)
class Plan:
    """Which rows a file's networks change next, and how strongly; `rows` is None for all of them in order."""

    nets: Nets
    rows: Tensor | None
    weights: Tensor

    def moved(self, side: int, x: Tensor) -> Tensor:
        """The inputs of a layer, with theirs changed."""
        net = self.nets.get((x.shape[-1], side))
        if net is None:
            return x
        mine = x if self.rows is None else x[self.rows]
        mine = mine + net(mine) * self.weights.to(mine.dtype).view(-1, *[1] * (mine.ndim - 1))
        return mine if self.rows is None else x.index_copy(0, self.rows, mine)


class Hypernets:
    """The hypernetworks of one model. Only the denoise thread may use it."""

    def __init__(
        self,
        folder: HypernetFolder,
        unet: Any,
        device: torch.device,
        most_bytes: int = 2**28,
        before_first: Callable[[], None] = lambda: None,
        on_growth: Callable[[], None] = lambda: None,
    ) -> None:
        """Loads nothing yet.

        Args:
            folder: where the files lie.
            unet: whose attention they change.
            device: where it computes.
            most_bytes: of weights kept on the device; the least recently used go first.
            before_first: called before the first is loaded.
            on_growth: called when one has been loaded, which takes memory beside the models.
        """
        self._layers = [
            (side, layer)
            for name, layer in unet.named_modules()
            for side, end in enumerate(SIDES)
            if name.endswith(f".{end}")
        ]
        taken = {(layer.in_features, side) for side, layer in self._layers}
        self._files: NamedFiles[Nets] = NamedFiles(
            folder,
            FLAGS["hypernet"],
            partial(read_hypernet, taken=taken, device=device, dtype=unet.dtype),
            lambda nets: sum(net.bytes for net in nets.values()),
            most_bytes,
        )
        self._device = device
        self._before_first = before_first
        self._on_growth = on_growth
        self._hooked = False
        self._plans: list[Plan] = []

    @property
    def bytes(self) -> int:
        """Of weights on the device."""
        return self._files.bytes

    def check(self, adapters: Adapters) -> None:
        """Loads those that are named, as they lie there now.

        Raises:
            UnknownChoice: there is no hypernetwork of that name.
            BadModel: the file can't be used with this model.
        """
        for file, _ in _named(self._files.now, adapters):
            self._load(file)

    @contextmanager
    def under(self, rows: Sequence[Adapters]) -> Iterator[None]:
        """While inside, row i of whatever passes the UNet is computed under the hypernetworks of `rows[i]`, one after
        the other as they are named. Raises as `check`."""
        named = [_named(self._files.as_read, adapters) for adapters in rows]
        files = {file for each in named for file, _ in each}
        for file in files:
            self._load(file)
        try:
            for place in range(max(map(len, named), default=0)):
                self._plans += self._at(place, named)
            yield
        finally:
            self._plans = []
            self._files.shrink(files)

    def _at(self, place: int, named: Sequence[Sequence[tuple[Version, float]]]) -> Iterator[Plan]:
        """A plan for each file that is the one of that place in any row."""
        there = {row: each[place] for row, each in enumerate(named) if len(each) > place}
        for file in {file: None for file, _ in there.values()}:
            rows = [row for row, (own, _) in there.items() if own == file]
            weights = torch.tensor([there[row][1] for row in rows], device=self._device)
            every = len(rows) == len(named)
            yield Plan(self._files[file], None if every else torch.tensor(rows, device=self._device), weights)

    def _load(self, file: Version) -> None:
        if not self._files.load(file):
            return
        if not self._hooked:
            self._before_first()
            for side, layer in self._layers:
                # a function, so that a copy of the layer is no copy of all this
                layer.register_forward_pre_hook(partial(lambda *given: self._move(*given), side))
            self._hooked = True
        self._on_growth()

    def _move(self, side: int, layer: nn.Module, inputs: tuple[Tensor, ...]) -> tuple[Tensor, ...] | None:
        """A layer's hook: its input as the hypernetworks of its rows make it."""
        if not self._plans:
            return None
        x, *others = inputs
        for plan in self._plans:
            x = plan.moved(side, x)
        return (x, *others)


def _named(find: Callable[[str], Version], adapters: Adapters) -> list[tuple[Version, float]]:
    """The files and their weights; a weight of 0 changes nothing."""
    return [(find(each.name), each.weight) for each in adapters if isinstance(each, Hypernet) and each.weight]


def read_hypernet(path: Path, taken: set[tuple[int, int]], device: torch.device, dtype: torch.dtype) -> Nets:
    """Reads a file for a UNet whose attention takes such widths on such sides.

    Raises:
        BadModel: it can't be read, or changes nothing that the UNet has.
    """
    tensors = read_tensors(path)
    try:
        layout = layout_of(read_header(path))
    except NotAHypernet as problem:
        raise bad_file(path, problem, problem.fault) from problem
    activation = getattr(nn, layout.activation)().eval()

    def net(layers: Sequence[Layer]) -> Net:
        held = tuple(
            (each, tensors[each.weight].to(device, dtype), tensors[each.bias].to(device, dtype))
            for each in layers
        )
        return Net(held, activation, layout.activates_last)

    nets = {key: net(layers) for key, layers in layout.nets.items() if key in taken}
    if not nets:
        raise bad_file(path)
    return nets
