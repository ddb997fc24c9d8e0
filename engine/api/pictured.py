"""What is said of pictures that a model is given to look at, besides words: to edit them, or for their depth."""

from __future__ import annotations

from engine.api.values import LANES, Words

IMAGE_CFG = Words(
    ("--image-cfg",),
    "number",
    "Picture guidance",
    "With a model that edits pictures as it is told: how closely it keeps to the picture. 1 is free, 2 changes little.",
    "1.5",
    rare=True,
    families=LANES,
)
"""How people name it."""

IMAGE_CFG_DEFAULT = 1.5
"""Where nobody says."""
