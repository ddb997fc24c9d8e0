"""What a UNet's cross-attention brings in from a row's text, kept while somebody wants to compare it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor
from torch.nn.functional import interpolate

LAYERS = "transformer_blocks.0.attn2"
"""Those that are listened to: the first cross-attention of every block."""

FEWEST = 64
"""Places of the smallest picture whose finest layers are listened to, too."""


class Ear:
    """Keeps what each layer brought a row in its last model call: `[places, width]`."""

    def __init__(self) -> None:
        self.brought: list[Tensor] = []


@contextmanager
def heard(net: Any, ears: Sequence[Ear | None]) -> Iterator[None]:
    """While inside, row i of what passes a UNet is listened to by `ears[i]`, from the beginning."""
    listening = [(i, ear) for i, ear in enumerate(ears) if ear]
    for _, ear in listening:
        ear.brought = []

    def take(_: Any, __: Any, brought: Tensor) -> None:
        for i, ear in listening:
            ear.brought.append(brought[i])

    layers = (layer for name, layer in net.named_modules() if name.endswith(LAYERS)) if listening else ()
    handles = [layer.register_forward_hook(take) for layer in layers]
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()


def differences(one: Ear, other: Ear, size: tuple[int, int]) -> Tensor:
    """`[h, w]`, where what two rows heard differs, on average 1; `size` is that of their latents, height and width.

    Layers of the latents' own size see little but textures, and are left out where there are others.
    """
    height, width = size
    maps = []
    for a, b in zip(one.brought, other.brought, strict=True):
        if len(a) > max(FEWEST, height * width // 4):
            continue
        factor = round((height * width / len(a)) ** 0.5)
        apart = (
            (a.float() - b.float()).square().mean(-1).view(1, 1, -(-height // factor), -(-width // factor))
        )
        maps.append(interpolate(apart / apart.mean().clamp(min=1e-12), size, mode="bilinear")[0, 0])
    return torch.stack(maps).mean(0) if maps else torch.ones(size, device=one.brought[0].device)
