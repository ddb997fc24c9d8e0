"""Text pooling that does not see that a row's text was repeated to the length of its neighbours'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn


class OwnLengthPooling(nn.Module):
    """A UNet's text pooling (`addition_embed_type="text"`) that sees each row at its own length.

    Cross-attention does not change when a row's text is repeated, but this pooling attends to the text's
    mean as well, so it does.
    """

    def __init__(self, pooling: nn.Module) -> None:
        super().__init__()
        self.pooling = pooling
        self.lengths: Sequence[int] = ()

    @contextmanager
    def of(self, lengths: Sequence[int]) -> Iterator[None]:
        """While inside, row i has `lengths[i]` tokens of its own."""
        self.lengths = lengths
        try:
            yield
        finally:
            self.lengths = ()

    def forward(self, text: Tensor) -> Tensor:
        """Pools `[rows, tokens, dim]` to `[rows, time_dim]`."""
        lengths = self.lengths or [text.shape[1]] * len(text)
        pooled: dict[int, Tensor] = {}
        for length in set(lengths):
            rows = [i for i, own in enumerate(lengths) if own == length]
            pooled |= zip(rows, self.pooling(text[rows, :length]), strict=True)
        return torch.stack([pooled[i] for i in range(len(text))])


def own_length_pooling(net: Any) -> OwnLengthPooling | None:
    """Gives a UNet or ControlNet such a pooling, where it has any."""
    if net.config.addition_embed_type != "text":
        return None
    net.add_embedding = OwnLengthPooling(net.add_embedding)
    pooling: OwnLengthPooling = net.add_embedding
    return pooling


@contextmanager
def lengths_of(net: Any, lengths: Sequence[int]) -> Iterator[None]:
    """While inside, row i of what passes a UNet or ControlNet has `lengths[i]` tokens of its own."""
    pooling = getattr(net, "add_embedding", None)
    if not isinstance(pooling, OwnLengthPooling):
        yield
        return
    with pooling.of(lengths):
        yield
