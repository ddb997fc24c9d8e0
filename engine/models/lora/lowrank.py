"""LoRA, LoCon and GLoRA: products of narrow matrices."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import conv2d, linear

from engine.models.lora.change import applied
from engine.models.lora.parts import Misfit, Part


@dataclass(frozen=True)
class LowRank:
    """`up @ down * scale`; for a convolution `down` has its kernel, or `mid` between them (Tucker's decomposition).

    Attributes:
        down, mid, up: in the layer's number of dimensions.
        bias: of `up`, where it has one.
    """

    down: Tensor
    up: Tensor
    scale: float
    mid: Tensor | None = None
    bias: Tensor | None = None

    @classmethod
    def of(cls, part: Part, weight: Tensor) -> LowRank:
        """From `lora_down`, `lora_up`, and `lora_mid` where there is one."""
        down, up, mid = part["down"], part["up"], part.get("mid")
        return cls.fitted((down, mid, up), weight, part.scale(len(down)), part.get("up_bias"))

    @classmethod
    def fitted(
        cls,
        matrices: tuple[Tensor, Tensor | None, Tensor],
        weight: Tensor,
        scale: float,
        bias: Tensor | None = None,
    ) -> LowRank:
        """Matrices in the layer's shape; those of linear layers and of 1x1 convolutions are stored as either.

        Raises:
            Misfit: they do not fit.
        """
        down, mid, up = matrices
        ones = [1] * (weight.ndim - 2)
        kernel = ones if mid is not None else weight.shape[2:]
        down = down.reshape(len(down), weight.shape[1], *kernel)
        up = up.reshape(weight.shape[0], up.shape[1], *ones)
        mid = None if mid is None else mid.reshape(up.shape[1], len(down), *weight.shape[2:])
        if up.shape[1] != len(down if mid is None else mid) or (
            bias is not None and bias.numel() != len(weight)
        ):
            raise Misfit
        return cls(down, up, scale, mid, bias)

    def __call__(self, layer: nn.Module, x: Tensor, out: Tensor) -> Tensor:
        """See `Change`."""
        if not isinstance(layer, nn.Conv2d):
            return linear(linear(x, self.down), self.up, self.bias) * self.scale
        narrow = (
            applied(layer, self.down, x)
            if self.mid is None
            else applied(layer, self.mid, conv2d(x, self.down))
        )
        return conv2d(narrow, self.up, self.bias) * self.scale

    def whole(self) -> Tensor:
        """See `Difference`."""
        up, down = self.up.flatten(1), self.down.flatten(1)
        if self.mid is None:
            return (up @ down).view(len(up), *self.down.shape[1:]) * self.scale
        return torch.einsum("or,rs...,si->oi...", up, self.mid, down) * self.scale


@dataclass(frozen=True)
class Generalized:
    """GLoRA: `W + W A + B`, A and B of low rank, so that W A is too.

    Attributes:
        inner: A's narrow side, `[rank, in]`; of a convolution 1x1.
        outer: the layer's weight times A's other side, `[out, rank, ...]`.
        added: B.
    """

    inner: Tensor
    outer: Tensor
    added: LowRank

    @classmethod
    def of(cls, part: Part, weight: Tensor) -> Generalized:
        """From LyCORIS' `a1`, `a2`, `b1` and `b2`; its first versions have each pair the other way round."""
        first, second = part["a1"].flatten(1), part["a2"].flatten(1)
        up, down = part["b1"], part["b2"]
        if first.shape[0] != weight.shape[1] and second.shape[0] == weight.shape[1]:
            first, second, up, down = second, first, down, up
        if first.shape != second.shape[::-1] or len(first) != weight.shape[1]:
            raise Misfit
        scale = part.scale(len(second))
        outer = torch.einsum("oi...,ir->or...", weight, first) * scale
        inner = second.view(*second.shape, *[1] * (weight.ndim - 2))
        return cls(inner, outer, LowRank.fitted((down, part.get("bm"), up), weight, scale))

    def __call__(self, layer: nn.Module, x: Tensor, out: Tensor) -> Tensor:
        """See `Change`."""
        narrow = conv2d(x, self.inner) if isinstance(layer, nn.Conv2d) else linear(x, self.inner)
        return applied(layer, self.outer, narrow) + self.added(layer, x, out)
