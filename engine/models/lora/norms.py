"""Differences of a normalization's weight and bias."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import group_norm, layer_norm

from engine.models.lora.parts import Misfit, Part


@dataclass(frozen=True)
class Normalized:
    """What is added to the weight and the bias of a layer norm or a group norm."""

    weight: Tensor
    bias: Tensor

    @classmethod
    def of(cls, part: Part, weight: Tensor) -> Normalized:
        """From LyCORIS' `w_norm` and `b_norm`, or `diff` and `diff_b`; either may be missing."""
        found = [
            part.get("w_norm" if part.has("w_norm") else "diff"),
            part.get("b_norm" if part.has("b_norm") else "diff_b"),
        ]
        both = [torch.zeros_like(weight) if each is None else each.flatten() for each in found]
        if any(each.shape != weight.shape for each in both):
            raise Misfit
        return cls(*both)

    def __call__(self, layer: nn.Module, x: Tensor, out: Tensor) -> Tensor:
        """See `Change`."""
        if isinstance(layer, nn.GroupNorm):
            return group_norm(x, layer.num_groups, self.weight, self.bias, layer.eps)
        assert isinstance(layer, nn.LayerNorm)
        return layer_norm(x, layer.normalized_shape, self.weight, self.bias, layer.eps)
