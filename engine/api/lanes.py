"""How people name what only models know that are drawn in lanes, step by step."""

from __future__ import annotations

from typing import get_args

from engine.api.values import LANES, Tile, Words

CLIP_SKIP = Words(
    ("--clip-skip",),
    "integer",
    "Clip skip",
    "Which layer of the text encoder is listened to, counted from its last. Many drawing models want 2.",
    "2",
    rare=True,
    families=LANES,
)

TILE = Words(
    ("--tile", "--seamless"),
    "choice",
    "Seamless",
    "A picture that repeats without a seam, as tiles do: both ways, or with x sideways, with y up and down.",
    "x",
    rare=True,
    families=LANES,
    choices=get_args(Tile),
    bare="both",
)

VAE = Words(
    ("--vae",),
    "vae",
    "VAE",
    "Another decoder from /models turns what is drawn into pixels: colours and fine details change.",
    "vae-ft-mse",
    rare=True,
    families=LANES,
)
"""How people choose one."""
