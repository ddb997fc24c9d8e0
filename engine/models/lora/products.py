"""LoHa, LoKr and whole differences: matrices of full rank, the first two made anew from their factors when needed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import torch
from torch import Tensor, nn
from torch.nn.functional import linear

from engine.models.lora.change import applied
from engine.models.lora.parts import Misfit, Part

Shape = tuple[int, ...]


@dataclass(frozen=True)
class Full:
    """A difference as it is (`diff`)."""

    difference: Tensor

    @classmethod
    def of(cls, part: Part, weight: Tensor) -> Full:
        """From `diff`."""
        return cls(part["diff"].reshape(weight.shape))

    def __call__(self, layer: nn.Module, x: Tensor, out: Tensor) -> Tensor:
        """See `Change`."""
        return applied(layer, self.difference, x)

    def whole(self) -> Tensor:
        """See `Difference`."""
        return self.difference


@dataclass(frozen=True)
class Factors:
    """`left @ right`, or with a core between them Tucker's decomposition.

    Attributes:
        left: `[out, rank]`.
        right: `[rank, in * kernel]`; with a core `[rank, in]`.
        core: `[rank, rank, kernel...]`, or None.
    """

    left: Tensor
    right: Tensor
    core: Tensor | None = None

    @classmethod
    def of(cls, part: Part, name: str, core: str, shape: Shape) -> Factors:
        """From the tensors `name_a` and `name_b`, and `core` if there is one, of a product of that shape.

        Raises:
            Misfit: they make another.
        """
        middle, left, right = part.get(core), part[f"{name}_a"], part[f"{name}_b"].flatten(1)
        kernel = [] if middle is None else middle.shape[2:]
        left = left.flatten(1) if middle is None else left.mT  # with a core both are stored by rank
        if (
            left.shape[0] != shape[0]
            or right[0].numel() * torch.Size(kernel).numel() != torch.Size(shape[1:]).numel()
        ):
            raise Misfit
        return cls(left, right, middle)

    def __call__(self) -> Tensor:
        """The product, in fp32, for numbers are small in some."""
        left, right = self.left.float(), self.right.float()
        if self.core is None:
            return left @ right
        return torch.einsum("or,rs...,si->oi...", left, self.core.float(), right)


@dataclass(frozen=True)
class Hadamard:
    """LoHa: two products, multiplied number by number (Hyeon-Woo et al., "FedPara", 2022), times a scale.

    Attributes:
        shape: of the weight.
    """

    one: Factors
    other: Factors
    scale: float
    shape: Shape

    @classmethod
    def of(cls, part: Part, weight: Tensor) -> Hadamard:
        """From `hada_w1_a` and `_b`, `hada_w2_a` and `_b`, and `hada_t1` and `hada_t2` where there are some."""
        shape = tuple(weight.shape)
        one, other = (Factors.of(part, f"hada_w{i}", f"hada_t{i}", shape) for i in (1, 2))
        return _tried(cls(one, other, part.scale(len(one.right)), shape))

    def __call__(self, layer: nn.Module, x: Tensor, out: Tensor) -> Tensor:
        """See `Change`."""
        return applied(layer, self.whole().to(x), x)

    def whole(self) -> Tensor:
        """See `Difference`."""
        return (self.one() * self.other()).reshape(self.shape) * self.scale


@dataclass(frozen=True)
class Kronecker:
    """LoKr: Kronecker's product of a small matrix and a larger one, which may be products themselves (LyCORIS).

    Attributes:
        blocks: `[out1, in1]`, the number of each block.
        block: `[out2, in2, ...]`, or its factors.
        shape: of the weight.
    """

    blocks: Tensor
    block: Tensor | Factors
    scale: float
    shape: Shape

    @classmethod
    def of(cls, part: Part, weight: Tensor) -> Kronecker:
        """From `lokr_w1` or its factors `_a` and `_b`, and `lokr_w2` or its factors, and `lokr_t2` where there is one.

        The scale is alpha over the rank of the factors; where there are none it is 1.
        """
        rows, columns = (
            (len(part["lokr_w1_a"]), part["lokr_w1_b"].shape[1])
            if part.has("lokr_w1_a")
            else part["lokr_w1"].shape
        )
        inner = weight.shape[0] // rows, weight.shape[1] // columns, *weight.shape[2:]
        if (inner[0] * rows, inner[1] * columns) != weight.shape[:2]:
            raise Misfit
        blocks = part["lokr_w1_a"] @ part["lokr_w1_b"] if part.has("lokr_w1_a") else part["lokr_w1"]
        block = (
            part["lokr_w2"].reshape(inner)
            if part.has("lokr_w2")
            else Factors.of(part, "lokr_w2", "lokr_t2", inner)
        )
        ranks = [len(part[role]) for role in ("lokr_w1_b", "lokr_w2_b") if part.has(role)]
        scale = part.scale(ranks[0]) if ranks else 1.0
        return _tried(cls(blocks, block, scale, tuple(weight.shape)))

    def __call__(self, layer: nn.Module, x: Tensor, out: Tensor) -> Tensor:
        """See `Change`; a linear layer's inputs go through the one matrix and then through the other."""
        if isinstance(layer, nn.Conv2d):
            return applied(layer, self.whole().to(x), x)
        inputs = x.reshape(*x.shape[:-1], self.blocks.shape[1], -1)
        return (self.blocks.to(x) @ linear(inputs, self._block().to(x))).flatten(-2) * self.scale

    def whole(self) -> Tensor:
        """See `Difference`."""
        rows, columns = self.blocks.shape
        kernel = self.shape[2:]
        block = self._block()
        block = block.reshape(1, self.shape[0] // rows, 1, self.shape[1] // columns, *kernel)
        blocks = self.blocks.float().view(rows, 1, columns, 1, *[1] * len(kernel))
        return (blocks * block).reshape(self.shape) * self.scale

    def _block(self) -> Tensor:
        return self.block.float() if isinstance(self.block, Tensor) else self.block()


P = TypeVar("P", Hadamard, Kronecker)


def _tried(product: P) -> P:
    """The product, having been made once: ranks that do not match show then."""
    product.whole()
    return product
