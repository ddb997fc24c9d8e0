"""What a row of a forward is given besides its latents and its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from torch import Tensor

from engine.models.hearing import Ear
from engine.models.seamless import NO_WRAP, Wrap


@dataclass(frozen=True, eq=False)
class Lead:
    """A picture that leads a row by way of a ControlNet.

    Attributes:
        net: what `UNetModel.net` gave.
        image: `[1, 3, height, width]` in 0..1, of the size that is drawn.
        scale: how much of what the network answers is added; never 0.
    """

    net: Any
    image: Tensor
    scale: float


@dataclass(frozen=True, eq=False)
class Like:
    """A picture that a row looks at besides its text, by way of an IP-Adapter.

    Attributes:
        layers: keys and values for each layer of cross-attention, `[1, tokens, width]`.
        scale: how much of what is seen is added; never 0.
    """

    layers: tuple[tuple[Tensor, Tensor], ...]
    scale: float


@dataclass(frozen=True)
class Hints:
    """What a row is given besides its latents and its text. Nothing in it is ever changed, but what an ear has heard.

    Attributes:
        extra: `[1, c, h, w]`, the channels that the UNet takes after the latents, not scaled with them; None for
            what a UNet without a hint is to see.
        wrap: which of its edges go on at the opposite ones.
        leads: what leads it besides its text.
        likes: what it looks at besides its text.
        ear: listens to what cross-attention brings in.
        latents: what it sees in place of the image's own latents, scaled for the timestep as those are.
    """

    extra: Tensor | None = None
    wrap: Wrap = NO_WRAP
    leads: tuple[Lead, ...] = ()
    likes: tuple[Like, ...] = ()
    ear: Ear | None = None
    latents: Tensor | None = None


NO_HINTS = Hints()
