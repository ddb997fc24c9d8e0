"""Pictures made larger: how many times, and how large they may become."""

from __future__ import annotations

from engine.api.errors import TooLarge
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
