"""A part of a picture by what it shows: which words are looked for, and how."""

from __future__ import annotations

import re

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
    named = r"\s+".join(map(re.escape, _ARTICLES.sub("", words).split()))
    told = re.compile(rf"(?:\b{_BEFORE}\s+(?:[\w-]+\s+)?)?\b{named}(?:e?s)?\b", re.IGNORECASE)
    if named and told.search(scene):
        return " ".join(told.sub("", scene).split()), scene
    return scene, ", ".join(filter(None, (scene, words)))
