"""What every format comes down to: how far a layer's output moves."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Protocol, TypeVar

import torch
from torch import Tensor, nn
from torch.nn.functional import conv2d, linear


class Change(Protocol):
    """What a file does to one layer. Its tensors are those of a dataclass."""

    def __call__(self, layer: nn.Module, x: Tensor, out: Tensor) -> Tensor:
        """How far the output `out` for the input `x` moves, all the way from the base to the changed weights."""
        ...


class Difference(Change, Protocol):
    """A change that adds a matrix to the layer's weight."""

    def whole(self) -> Tensor:
        """The matrix, in the shape of the weight."""
        ...


def applied(layer: nn.Module, weight: Tensor, x: Tensor) -> Tensor:
    """The input through another weight, in the layer's manner and without a bias."""
    if isinstance(layer, nn.Conv2d):
        return conv2d(x, weight, None, layer.stride, layer.padding, layer.dilation, layer.groups)
    return linear(x, weight)


def own_weight(layer: nn.Module, like: Tensor) -> Tensor:
    """The layer's weight where the tensor lies: one that is streamed has gone home by now."""
    weight: Any = layer.weight
    moved: Tensor = weight.to(like)
    return moved


def unbiased(layer: nn.Module, out: Tensor) -> Tensor:
    """A layer's output without its bias."""
    bias: Any = layer.bias
    return out if bias is None else out - along(layer, bias.to(out))


def along(layer: nn.Module, channels: Tensor) -> Tensor:
    """A number a channel, so that it lies along the channels of the layer's inputs and outputs."""
    return channels.view(-1, 1, 1) if isinstance(layer, nn.Conv2d) else channels


C = TypeVar("C", bound=Change)


def kept(change: C, device: torch.device, dtype: torch.dtype) -> C:
    """The change with all of its tensors on a device and in a precision."""
    assert is_dataclass(change)
    moved: dict[str, Any] = {}
    for each in fields(change):
        value = getattr(change, each.name)
        if isinstance(value, Tensor):
            moved[each.name] = value.to(device, dtype)
        elif is_dataclass(value) and callable(value):
            moved[each.name] = kept(value, device, dtype)
    return replace(change, **moved)


def change_bytes(change: Change) -> int:
    """Of its tensors."""
    assert is_dataclass(change)
    values = [getattr(change, each.name) for each in fields(change)]
    return sum(
        value.nbytes if isinstance(value, Tensor) else change_bytes(value)
        for value in values
        if isinstance(value, Tensor) or (is_dataclass(value) and callable(value))
    )


@dataclass(frozen=True)
class Shifted:
    """A bias that is added to (`diff_b`)."""

    bias: Tensor

    def __call__(self, layer: nn.Module, x: Tensor, out: Tensor) -> Tensor:
        """See `Change`."""
        return along(layer, self.bias).expand_as(out)


@dataclass(frozen=True)
class FirstChannels:
    """A change of a first convolution that knows fewer channels: an inpainting model has the mask's after them."""

    change: Change
    channels: int

    def __call__(self, layer: nn.Module, x: Tensor, out: Tensor) -> Tensor:
        """See `Change`."""
        return self.change(layer, x[:, : self.channels], out)
