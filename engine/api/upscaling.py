"""Pictures made larger: how many times, and how large they may become."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from engine.api.errors import TooLarge
from engine.api.names import Drawn
from engine.api.values import Size, Words

UPSCALE = Words(
    ("--upscale",),
    "integer",
    "Upscale",
    "In reply to a picture or with one: how many times as wide and high it becomes.",
    "2",
    rare=True,
)
"""How people say how many times."""

PLAIN, REDRAWN = "plain", "model"
"""What makes a picture larger without a file of its own: stretching and sharpening; and the model, which draws it anew
a little."""

UPSCALER = Words(
    ("--upscaler",),
    "upscaler",
    "Upscaler",
    "What makes a picture larger: model draws it anew a little, plain sharpens it, and /models lists any others.",
    PLAIN,
    rare=True,
)
"""How people choose one."""

NOISE_LEVEL = Words(
    ("--noise-level",),
    "integer",
    "Noise level",
    "With Stable Diffusion's own upscaler: how much noise is put on the picture before it is drawn larger. 0 keeps all "
    "of it, 20 is usual, more lets it make up more.",
    "20",
    rare=True,
)
"""How people say how freely such an upscaler may draw."""

DRAWN: Mapping[Drawn, Mapping[str, float]] = MappingProxyType(
    {
        "x4": {"noise_level": 20, "steps": 30, "cfg": 9.0},
        "latent": {"noise_level": 0, "steps": 20, "cfg": 1.0},
    }
)
"""Upscalers that draw in steps, and what suits each where nobody says otherwise. The latter is always at noise 0."""

USUAL = 2
"""How many times larger a picture becomes where nobody says."""

MOST_PIXELS = 16_777_216
"""Of a picture made larger: 4096 x 4096."""


def fits(given: Size, times: int) -> bool:
    """Whether a picture of that size can be made so many times larger."""
    return given.width * given.height * times**2 <= MOST_PIXELS


def check_larger(given: Size, times: int) -> Size:
    """The size that a picture becomes. Raises TooLarge where that is more than is drawn."""
    size = Size(*(side * times for side in given))
    if not fits(given, times):
        raise TooLarge(width=size.width, height=size.height, limit=MOST_PIXELS // 1_000_000)
    return size
