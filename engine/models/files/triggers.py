"""What a LoRA's trainer has written into its file: the words that call up what it was taught, the models it is for."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from engine.models.files.header import BadHeader, read_header

MOST, LONGEST = 3, 40
"""How many words are told of a file, and how long each may be."""

_ALWAYS = 0.9
"""A tag that is on nearly as many pictures as the most frequent one calls them all up."""


_FAMILIES = (
    (re.compile(r"sd_v1|stable-diffusion-v1(?!\d)"), "sd1"),
    (re.compile(r"sd_v2|stable-diffusion-v2(?!\d)"), "sd2"),
    (re.compile(r"sdxl_(?!refiner)|stable-diffusion-xl-v1-(?!refiner)"), "sdxl"),
    (re.compile(r"sd3(?!\d)|stable-diffusion-3(?!\d)"), "sd3"),
    (re.compile(r"flux-?1(?!\d)"), "flux"),
)
"""How trainers name what they began from (kohya's `ss_base_model_version`, ModelSpec's `architecture`)."""


class Told(NamedTuple):
    """What a file tells.

    Attributes:
        triggers: words; none where it tells none.
        family: of the models that it is for, as cards name it; "" where it tells none that is known here.
    """

    triggers: tuple[str, ...] = ()
    family: str = ""


def told_by(path: Path) -> Told:
    """What a file tells: nothing where it can't be read."""
    try:
        metadata = read_header(path).metadata
    except BadHeader:
        return Told()
    return Told(told_triggers(metadata), told_family(metadata))


def told_family(metadata: Mapping[str, str]) -> str:
    """The family that the metadata names; "" where it names none, or two."""
    keys = "ss_base_model_version", "modelspec.architecture"
    named = {
        family for key in keys for begin, family in _FAMILIES if begin.match(metadata.get(key, "").lower())
    }
    return named.pop() if len(named) == 1 else ""


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
