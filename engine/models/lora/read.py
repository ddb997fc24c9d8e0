"""A LoRA file to what it does to a model's layers, in every format that people have."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from engine.models.files.addons import read_tensors
from engine.models.files.header import read_header
from engine.models.files.names import bad_file
from engine.models.lora.alphas import told_alphas
from engine.models.lora.change import Change, Difference, FirstChannels, Shifted, change_bytes, kept
from engine.models.lora.lowrank import Generalized, LowRank
from engine.models.lora.names import Layers
from engine.models.lora.norms import Normalized
from engine.models.lora.parts import Misfit, Part, fitting, sort
from engine.models.lora.products import Full, Hadamard, Kronecker
from engine.models.lora.rotated import Rotated
from engine.models.lora.scaled import Decomposed, Scaled
from engine.models.lora.turned import Turned

log = logging.getLogger(__name__)

FOREIGN = 0.1
"""The share of a file's layers that may be of another shape than the model's; with more it is another model's."""

_Made = Callable[[Part, Tensor], Difference]
_DIFFERENCES: Sequence[tuple[tuple[str, ...], _Made]] = (
    (("down", "up"), LowRank.of),
    (("hada_w1_a", "hada_w1_b", "hada_w2_a", "hada_w2_b"), Hadamard.of),
    (("lokr_w1", "lokr_w2"), Kronecker.of),
    (("lokr_w1", "lokr_w2_a", "lokr_w2_b"), Kronecker.of),
    (("lokr_w1_a", "lokr_w1_b", "lokr_w2"), Kronecker.of),
    (("lokr_w1_a", "lokr_w1_b", "lokr_w2_a", "lokr_w2_b"), Kronecker.of),
    (("diff",), Full.of),
)
_OTHERS: Sequence[tuple[tuple[str, ...], Callable[[Part, Tensor], Change]]] = (
    (("a1", "a2", "b1", "b2"), Generalized.of),
    (("oft_blocks",), Rotated.of),
    (("oft_R",), Turned.oft),
    (("boft_R", "boft_s"), Turned.boft),
    (("weight", "on_input"), Scaled.of),
    (("ia3_l",), Scaled.of_peft),
)
"""Formats by the tensors that they need. Only differences may have DoRA's lengths on top."""


@dataclass
class Lora:
    """A loaded file.

    Attributes:
        layers: what it does to each of the model's layers that it changes.
        share: of its layers, how many it does so to, in hundredths: 0.01 to 1.
    """

    layers: dict[nn.Module, tuple[Change, ...]] = field(default_factory=dict)
    share: float = 1.0

    @property
    def bytes(self) -> int:
        """Of its weights."""
        return sum(change_bytes(change) for changes in self.layers.values() for change in changes)


def read_lora(path: Path, layers: Layers, device: torch.device) -> Lora:
    """Reads a file for a model.

    Args:
        path: the file.
        layers: the model's.
        device: where they compute, wherever they lie now.

    Raises:
        BadModel: nothing in it can be used with the model.
    """
    parts = sort(read_tensors(path), told_alphas(read_header(path).metadata))
    lora, lost, wrong = Lora(), [], 0
    for flat, part in parts.items():
        layer = layers.get(flat)
        changes: tuple[Change, ...] = ()
        if layer is not None and part.tensors:
            try:
                changes = _changes(part.to(device), layer, layer is layers.get("unet_conv_in"))
            except Misfit:
                wrong += 1
        if layer is not None and changes:
            lora.layers.setdefault(layer, tuple(_kept(change, layer, device) for change in changes))
        else:
            lost.append(part.name)
    if not lora.layers and not wrong and not any(is_known(part) for part in parts.values()):
        raise bad_file(
            path, f"it is no plain LoRA, nor of another kind that is known here ({_sample(parts)})", "strange"
        )
    if not lora.layers or wrong > FOREIGN * (len(parts) - len(lost) + wrong):
        raise bad_file(path)
    if lost:
        lora.share = hundredths(len(parts) - len(lost), len(parts))
        log.warning(
            "%s: %d of its %d layers do not fit (%s).", path.name, len(lost), len(parts), lost[0][-80:]
        )
    return lora


def hundredths(count: int, total: int) -> float:
    """A share that is not all and not nothing, rounded down."""
    return max(1, 100 * count // total) / 100


def _changes(part: Part, layer: nn.Module, first: bool) -> tuple[Change, ...]:
    """What a part does to its layer, in fp32; nothing where it is of no known kind.

    Raises:
        Misfit: it is of another shape.
    """
    own: Any = layer.weight
    weight: Tensor = own.detach().to(next(iter(part.tensors.values())).device, torch.float32)
    if isinstance(layer, nn.LayerNorm | nn.GroupNorm):
        known = part.tensors.keys() & {"w_norm", "b_norm", "diff", "diff_b"}
        return (Normalized.of(part, weight),) if known else ()
    try:
        main = _main(part, weight)
    except Misfit:
        if not first:
            raise
        main = _of_the_picture(part, weight)
    shift = part.get("diff_b")
    if shift is not None and shift.numel() != len(weight):
        raise Misfit
    return (*main, *(() if shift is None else (Shifted(shift.flatten()),)))


def _main(part: Part, weight: Tensor) -> tuple[Change, ...]:
    """What a part does to the weight."""
    with fitting():
        for needed, make in _DIFFERENCES:
            if part.has(*needed):
                difference = make(part, weight)
                lengths = part.has("dora_scale") or part.has("magnitude")
                return (Decomposed.of(difference, part, weight) if lengths else difference,)
        return tuple(made(part, weight) for needed, made in _OTHERS if part.has(*needed))


def _of_the_picture(part: Part, weight: Tensor) -> tuple[Change, ...]:
    """What a part does to the first channels of the UNet's first convolution, which those of a mask may follow."""
    for channels in range(weight.shape[1] - 1, 0, -1):
        try:
            main = _main(part, weight[:, :channels])
        except Misfit:
            continue
        if not any(isinstance(change, Decomposed) for change in main):
            return tuple(FirstChannels(change, channels) for change in main)
    raise Misfit


def _kept(change: Change, layer: nn.Module, device: torch.device) -> Change:
    own: Any = layer.weight
    return kept(change, device, own.dtype if own.dtype.itemsize > 1 else torch.bfloat16)


def is_known(part: Part) -> bool:
    """Whether a part is of a known kind, and has all that it takes."""
    return any(part.has(*needed) for needed, _ in (*_DIFFERENCES, *_OTHERS))


def _sample(parts: Mapping[str, Part]) -> str:
    """One of the names in the file."""
    return next((f"{part.name}.{next(iter(part.tensors), '')}"[-60:] for part in parts.values()), "empty")
