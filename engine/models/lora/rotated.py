"""OFT and BOFT: the channels of a layer's output, turned among themselves."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from engine.models.lora.change import along, unbiased
from engine.models.lora.parts import Misfit, Part


@dataclass(frozen=True)
class Rotated:
    """OFT: blocks of channels, each turned by a matrix of its own (Qiu et al., 2023); BOFT turns them several times.

    A weight that is turned turns the output, so the layer's weight is not needed.

    Attributes:
        turns: `[times, blocks, size, size]`, each matrix less the identity.
        mixed: whether channels are mixed before each turn as the butterflies of BOFT do (Liu et al., 2024).
        gain: of each channel after the turns, less 1 (`rescale`); or None.
    """

    turns: Tensor
    mixed: bool
    gain: Tensor | None = None

    @classmethod
    def of(cls, part: Part, weight: Tensor) -> Rotated:
        """From `oft_blocks`, of three dimensions or, for BOFT, of four.

        kohya's scripts and LyCORIS call the constraint alpha: the largest norm of all blocks for each output channel.
        """
        blocks, gain, channels = part["oft_blocks"], part.get("rescale"), weight.shape[0]
        whole = blocks.ndim in (3, 4) and blocks.shape[-1] == blocks.shape[-2]
        if not whole or blocks.shape[-3] * blocks.shape[-1] != channels:
            raise Misfit
        if gain is not None and gain.numel() != channels:
            raise Misfit
        turns = _turns(blocks, (part.number("alpha") or 0) * channels)
        mixed = blocks.ndim == 4
        turns = turns if mixed else turns.mT[None]  # the two are stored the other way round
        return cls(turns, mixed, None if gain is None else gain.flatten() - 1)

    def __call__(self, layer: nn.Module, x: Tensor, out: Tensor) -> Tensor:
        """See `Change`."""
        base = unbiased(layer, out)
        last = base.movedim(1, -1) if isinstance(layer, nn.Conv2d) else base
        moved = torch.zeros_like(last)
        for time, turn in enumerate(self.turns):
            moved = moved + self._turned(last + moved, time, turn)
        moved = moved.movedim(-1, 1) if isinstance(layer, nn.Conv2d) else moved
        return moved if self.gain is None else moved + (base + moved) * along(layer, self.gain)

    def _turned(self, channels: Tensor, time: int, turn: Tensor) -> Tensor:
        """How far the turn moves `[..., channels]`."""
        if not self.mixed:
            return _by_blocks(channels, turn)
        order = _order(channels.shape[-1], turn.shape[-1] // 2 * 2**time).to(channels.device)
        return _by_blocks(channels[..., order], turn)[..., order.argsort()]


def _turns(blocks: Tensor, most: float) -> Tensor:
    """Cayley's rotations of the blocks, `(I + Q) (I - Q)^-1` with `Q = B - B^T`, less the identity."""
    skew = blocks - blocks.mT
    if most > 0 and (norm := float(skew.norm())) > most:
        skew = skew * (most / norm)
    identity = torch.eye(blocks.shape[-1], device=blocks.device)
    turned: Tensor = torch.linalg.solve(identity - skew, identity + skew)
    return turned - identity


def _by_blocks(channels: Tensor, turn: Tensor) -> Tensor:
    blocks = channels.reshape(*channels.shape[:-1], *turn.shape[:2])
    return torch.einsum("kij,...kj->...ki", turn, blocks).flatten(-2)


def _order(channels: int, reach: int) -> Tensor:
    """Channels so that those which lie `reach` apart are neighbours."""
    return torch.arange(channels).view(-1, 2, reach).mT.flatten()
