"""The words that call up what a LoRA was taught, as its trainer has written them into its file."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.models.files.header import BadHeader, read_header

MOST, LONGEST = 3, 40
"""How many words are told of a file, and how long each may be."""

_ALWAYS = 0.9
"""A tag that is on nearly as many pictures as the most frequent one calls them all up."""


def triggers_of(path: Path) -> tuple[str, ...]:
    """Those of a file; none where it tells none, or can't be read."""
    try:
        return told_triggers(read_header(path).metadata)
    except BadHeader:
        return ()


def told_triggers(metadata: Mapping[str, str]) -> tuple[str, ...]:
    """The phrase that the file's card names (ModelSpec), or else the tags that nearly all pictures had (kohya)."""
    phrase = metadata.get("modelspec.trigger_phrase", "")
    return _plain(phrase.split(",")) or _plain(_frequent(metadata.get("ss_tag_frequency", "")))


def _frequent(told: str) -> list[str]:
    """The tags of a table of folders, each a table of tags and how often they were used."""
    try:
        folders: Any = json.loads(told)
    except (ValueError, RecursionError):
        return []
    counts: Counter[str] = Counter()
    for tags in folders.values() if isinstance(folders, dict) else ():
        if isinstance(tags, dict):
            for tag, count in tags.items():
                counts[tag.strip()] += count if type(count) is int else 0
    # whole sentences for captions are no tags: each stands there once
    least = max(2, max(counts.values(), default=0) * _ALWAYS)
    return [tag for tag, count in counts.most_common() if count >= least]


def _plain(words: list[str]) -> tuple[str, ...]:
    """The first of them that can be shown, each once."""
    stripped = (" ".join(word.split()) for word in words)
    shown = (word for word in stripped if word and word.isprintable() and len(word) <= LONGEST)
    return tuple(dict.fromkeys(shown))[:MOST]
