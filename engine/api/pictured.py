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

DEPTH = Words(
    ("--depth",),
    "switch",
    "Keep the depth",
    "In reply to a picture or with one, with a depth model: what is near stays near and what is far stays far, all "
    "else follows the words. --show-map shows what is kept.",
    rare=True,
    families=LANES,
)
"""How people ask for a picture with another one's depth."""

IMAGE_CFG_DEFAULT = 1.5
"""Where nobody says."""
