"""Everyday words, which no embedding's bare name may be: those that CLIP's vocabulary has whole. Needs no torch."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

MERGES = Path(__file__).parents[1] / "configs" / "clip_merges.txt.gz"
"""CLIP's byte-pair merges, one a line, the commonest first."""

_ENDINGS = ("", "s", "es", "ed", "ing", "er", "est", "ly", "y", "'s")
_IDIOM = re.compile(r"\d+[a-z]*")
"""4k, 85mm, 1girl: what prompts are full of."""


def is_word(name: str) -> bool:
    """Whether a prompt may well say the name and mean the word: "cat", "snowy", "4k"; not "easynegative"."""
    return (
        (name.isascii() and len(name) < 3)
        or bool(_IDIOM.fullmatch(name))
        or any(_is_known(name, ending) for ending in _ENDINGS)
    )


def _is_known(name: str, ending: str) -> bool:
    root = name.removesuffix(ending)
    return name.endswith(ending) and len(root) >= 3 and not _words().isdisjoint((root, f"{root}e"))


@cache
def _words() -> frozenset[str]:
    lines = gzip.decompress(MERGES.read_bytes()).decode("utf-8").splitlines()
    joined = (line.replace(" ", "") for line in lines)
    return frozenset(word.removesuffix("</w>") for word in joined if word.endswith("</w>"))
