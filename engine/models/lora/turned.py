"""peft's own OFT and BOFT: the channels of a layer's input, turned among themselves."""

from __future__ import annotations

from dataclasses import dataclass
from math import isqrt

import torch
from torch import Tensor, nn

from engine.models.lora.change import along, applied, own_weight, unbiased
from engine.models.lora.parts import Misfit, Part


@dataclass(frozen=True)
class Turned:
    """Blocks of the input's channels, each turned by a matrix of its own before the layer sees them.

    Attributes:
        turns: `[blocks, size, size]`, each matrix less the identity; channels are rows, multiplied from the left.
        gain: of each channel of the output after that, less 1; or None.
    """

    turns: Tensor
    gain: Tensor | None = None

    @classmethod
    def oft(cls, part: Part, weight: Tensor) -> Turned:
        """From `oft_R`: the upper triangles of skew-symmetric blocks, one for all where there is but one.

        The turns are Cayley's to the fourth power of the block, as peft computes them unless it is told otherwise,
        which a file does not say.
        """
        upper, channels = part["oft_R"], _inputs(weight)
        size = (1 + isqrt(1 + 8 * upper.shape[-1])) // 2
        if upper.ndim != 2 or size * (size - 1) // 2 != upper.shape[-1] or channels % size:
            raise Misfit
        if len(upper) not in (1, channels // size):
            raise Misfit
        skew = torch.zeros(len(upper), size, size, device=upper.device)
        rows, columns = torch.triu_indices(size, size, 1, device=upper.device)
        skew[:, rows, columns] = upper
        skew = skew - skew.mT
        square = skew @ skew
        turns = 2 * skew + 2 * square + 2 * square @ skew + square @ square
        return cls(turns.expand(channels // size, -1, -1).contiguous())

    @classmethod
    def boft(cls, part: Part, weight: Tensor) -> Turned:
        """From `boft_R`, `[times, blocks, size, size]`, and `boft_s`, what each output is multiplied by."""
        blocks, gain, channels = part["boft_R"], part["boft_s"].flatten() - 1, _inputs(weight)
        if blocks.ndim != 4 or blocks.shape[1] * blocks.shape[2] != channels or gain.numel() != len(weight):
            raise Misfit
        skew = (blocks - blocks.mT) / 2
        identity = torch.eye(blocks.shape[-1], device=blocks.device)
        turns: Tensor = torch.linalg.solve(identity + skew, identity - skew, left=False)
        if len(turns) == 1:
            return cls(turns[0] - identity, gain)
        whole = torch.eye(channels, device=blocks.device)
        for time, turn in enumerate(turns):
            order = _order(channels, blocks.shape[-1] // 2, time)
            diagonal: Tensor = torch.block_diag(*turn)  # type: ignore[no-untyped-call]
            whole = diagonal[order][:, order] @ whole
        return cls((whole - torch.eye(channels, device=blocks.device))[None], gain)

    def __call__(self, layer: nn.Module, x: Tensor, out: Tensor) -> Tensor:
        """See `Change`."""
        last = x.movedim(1, -1) if isinstance(layer, nn.Conv2d) else x
        blocks = last.reshape(*last.shape[:-1], *self.turns.shape[:2])
        turned = torch.einsum("...ki,kij->...kj", blocks, self.turns).flatten(-2)
        turned = turned.movedim(-1, 1) if isinstance(layer, nn.Conv2d) else turned
        moved = applied(layer, own_weight(layer, x), turned)
        return (
            moved if self.gain is None else moved + (unbiased(layer, out) + moved) * along(layer, self.gain)
        )


def _inputs(weight: Tensor) -> int:
    """How many channels the input has.

    Raises:
        Misfit: the layer looks at several pixels at once, where peft's two ways to compute it differ.
    """
    if weight.shape[2:].numel() != 1:
        raise Misfit
    return weight.shape[1]


def _order(channels: int, half: int, time: int) -> Tensor:
    """Where peft's butterflies take each channel from: groups of `half`, first the even ones of a stretch."""
    groups = torch.arange(channels).view(-1, 2**time, 2, half)
    return groups.transpose(1, 2).flatten()
