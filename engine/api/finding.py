"""A part of a picture by what it shows: which words are looked for, and how."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.api.values import Words

LONGEST = 200
"""Characters of the words."""

ONLY = Words(
    ("--only",),
    "text",
    "Only",
    "In reply to a picture or with one: what of it is painted anew, in words. You see the part before anything is "
    "drawn.",
    "the hat",
    rare=True,
)
"""How people name such a part."""

_BEFORE = r"(?:a|an|the|this|that|these|those|his|her|its|their|my|your|our|all|both|some)"
_ARTICLES = re.compile(rf"^(?:{_BEFORE}\s+)+", re.IGNORECASE)


def contrasted(scene: str, words: str) -> tuple[str, str]:
    """A picture's own description without what is looked for, and with it; both in English.

    >>> contrasted("a man with a red hat", "the hat")
    ('a man with', 'a man with a red hat')
    >>> contrasted("a man", "the hat")
    ('a man', 'a man, the hat')
    """
    sought = _ARTICLES.sub("", words).split()
    told = _naming(sought)
    if sought and told.search(scene):
        return " ".join(told.sub("", scene).split()), scene
    return scene, ", ".join(filter(None, (scene, words)))


def _naming(words: Sequence[str]) -> re.Pattern[str]:
    """How a description may name such a thing, with what stands before it."""
    named = r"\s+".join(map(re.escape, words))
    return re.compile(rf"(?:\b{_BEFORE}\s+(?:[\w-]+\s+)?)?\b{named}(?:e?s)?\b", re.IGNORECASE)
