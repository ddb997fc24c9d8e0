"""LoRA for each row of a batch: forward hooks on the model's own layers.

peft replaces layers and knows one adapter a row; hooks leave the model as it is, so a row without a LoRA is
computed exactly as if there were none, and a row may have several, each at its own weight: how far it goes from the
base to what the file makes of it. Several are added up, each against the base.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

import torch
from torch import Tensor, nn

from engine.api.blocks import ELSEWHERE, Blocks, Factors, factors
from engine.api.events import LoraInPart
from engine.api.tags import FLAGS
from engine.models.files.shelf import AddonFolder
from engine.models.files.versions import Version
from engine.models.lora.names import block_numbers, layer_names
from engine.models.lora.read import Lora, read_lora
from engine.models.named import NamedFiles
from engine.models.ports import Adapters
from engine.models.prompts import Hypernet

FLAG = FLAGS["lora"]

Find = Callable[[str], Version]
"""Which file a name means. Raises UnknownChoice where there is none."""

_EVERYWHERE: Factors = (1.0,) * (ELSEWHERE + 1)


@dataclass
class Plan:
    """Which rows a LoRA works on, and how strongly.

    Attributes:
        indices: of the rows; None for all of them in order.
        weights: `[rows, blocks]`.
        works: in which of the blocks it does anything to any of them.
    """

    indices: Tensor | None
    weights: Tensor
    works: tuple[bool, ...]


class Loras:
    """The LoRAs of one model. Only the denoise thread may use it."""

    def __init__(
        self,
        folder: AddonFolder,
        parts: Mapping[str, nn.Module],
        device: torch.device,
        most_bytes: int = 2**30,
        before_first: Callable[[], None] = lambda: None,
        on_growth: Callable[[], None] = lambda: None,
        family: str = "sd1",
    ) -> None:
        """Loads nothing yet.

        Args:
            folder: where the files lie.
            parts: the modules they may change: `unet`, `text_encoder`, `text_encoder_2`.
            device: where the layers compute, wherever they lie now.
            most_bytes: of weights kept on the device; the least recently used go first.
            before_first: called before the first LoRA is loaded.
            on_growth: called when LoRAs have been loaded, which take memory beside the models.
            family: of the model, which says what its blocks are called.
        """
        layers = layer_names(parts)
        self._files: NamedFiles[Lora] = NamedFiles(
            folder,
            FLAG,
            partial(read_lora, layers=layers, device=device),
            lambda lora: lora.bytes,
            most_bytes,
        )
        self._blocks = block_numbers(parts)
        self._family = family
        self._device = device
        self._before_first = before_first
        self._on_growth = on_growth
        self._hooks: dict[nn.Module, Any] = {}
        self._plans: dict[Version, Plan] = {}

    @property
    def bytes(self) -> int:
        """Of weights on the device."""
        return self._files.bytes

    @contextmanager
    def under(self, rows: Sequence[Adapters], encoding: bool = False) -> Iterator[None]:
        """While inside, row i of whatever passes the layers is computed under the LoRAs of `rows[i]`.

        Args:
            rows: the LoRAs of each.
            encoding: whether what passes are texts, on which a LoRA may have a weight of its own. These are the
                beginning of a picture, for which files are read as they lie there now.

        Raises:
            UnknownChoice: there is no LoRA of that name.
            BadModel: the file can't be used with this model.
            OutOfRange: the model has other blocks than somebody tells weights for.
        """
        find = cache(self._files.now if encoding else self._files.as_read)
        sets = [by_block(find, adapters, self._family, encoding) for adapters in rows]
        files = {file for adapters in rows for file in _used(find, adapters)}
        new = [self._load(file) for file in files]
        if any(new):
            self._files.shrink(files)
            self._on_growth()
        self._plans = {file: self._plan(file, sets) for file in files if any(file in each for each in sets)}
        try:
            yield
        finally:
            self._plans = {}
            self._files.shrink(files)

    def lying(self, adapters: Adapters) -> tuple[Version, ...]:
        """The files of these LoRAs as they lie there now. Raises as `under`."""
        return tuple(_used(cache(self._files.now), adapters))

    def notices(self, adapters: Adapters) -> tuple[LoraInPart, ...]:
        """What is to be said of these LoRAs, which are loaded: which of them fit the model only in part."""
        shares = {file: self._files[file].share for file in _used(self._files.as_read, adapters)}
        return tuple(
            LoraInPart(self._files.name_of(file), share) for file, share in shares.items() if share < 1
        )

    def _plan(self, file: Version, sets: Sequence[Mapping[Version, Factors]]) -> Plan:
        rows = [i for i, adapters in enumerate(sets) if file in adapters]
        told = [sets[i][file] for i in rows]
        indices = None if len(rows) == len(sets) else torch.tensor(rows, device=self._device)
        works = tuple(any(column) for column in zip(*told, strict=True))
        return Plan(indices, torch.tensor(told, device=self._device), works)

    def _load(self, file: Version) -> bool:
        """Whether it had to be read."""
        if not self._hooks and file not in self._files:
            self._before_first()
        new = self._files.load(file)
        for layer in self._files[file].layers.keys() - self._hooks.keys() if new else ():
            # a function, so that a copy of the layer is no copy of all this
            self._hooks[layer] = layer.register_forward_hook(lambda *given: self._move(*given))
        return new

    def _move(self, layer: nn.Module, inputs: tuple[Tensor, ...], output: Tensor) -> Tensor | None:
        """A layer's hook: its output with what the LoRAs of its rows add to it."""
        moved, block = None, self._blocks[layer]
        for file, plan in self._plans.items():
            for change in self._files[file].layers.get(layer, ()) if plan.works[block] else ():
                x, out = (
                    each if plan.indices is None else each[plan.indices] for each in (inputs[0], output)
                )
                added = change(layer, x, out)
                added = added * plan.weights[:, block].to(added.dtype).view(-1, *[1] * (added.ndim - 1))
                moved = output if moved is None else moved
                if plan.indices is None:
                    moved = moved + added
                else:
                    moved = moved.index_add(0, plan.indices, added.to(moved.dtype))
        return moved


def _used(find: Find, adapters: Adapters) -> list[Version]:
    """The files that change anything, be it the texts alone."""
    return list({**total(find, adapters), **total(find, adapters, encoding=True)})


def total(find: Find, adapters: Adapters, encoding: bool = False) -> dict[Version, float]:
    """The weights by file, those on texts where they are encoded; a LoRA named twice counts twice, weight 0 not at all.

    Raises:
        UnknownChoice: there is no LoRA of that name.
    """
    told = _told(find, adapters, encoding)
    sums = {file: sum(weight for weight, _ in each) for file, each in told.items()}
    return {file: weight for file, weight in sums.items() if weight}


def by_block(find: Find, adapters: Adapters, family: str, encoding: bool = False) -> dict[Version, Factors]:
    """The same in each block of a model of that family.

    Raises:
        UnknownChoice: there is no LoRA of that name.
        OutOfRange: the model has other blocks.
    """
    sums: dict[Version, Factors] = {}
    for file, each in _told(find, adapters, encoding).items():
        apart = [
            [weight * factor for factor in (factors(blocks, family) if blocks else _EVERYWHERE)]
            for weight, blocks in each
        ]
        sums[file] = tuple(map(sum, zip(*apart, strict=True)))
    return {file: weights for file, weights in sums.items() if any(weights)}


def _told(find: Find, adapters: Adapters, encoding: bool) -> dict[Version, list[tuple[float, Blocks | None]]]:
    """Every weight of each file, and its blocks where some differ."""
    told: dict[Version, list[tuple[float, Blocks | None]]] = {}
    for adapter in adapters:
        if isinstance(adapter, Hypernet):
            continue
        name, weight, *others = adapter
        encoder, blocks = (*others, None, None)[:2]
        own = encoder if encoding and isinstance(encoder, float) else weight
        told.setdefault(find(name), []).append((own, blocks))
    return told
