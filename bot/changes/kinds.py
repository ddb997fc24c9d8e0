"""What words are about: the time of day, the weather, a colour, something worn. The words lie in `kinds.txt`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial
from typing import NamedTuple

from bot.wordlists import sections

_sections = partial(sections, "bot.changes", "kinds.txt")

SETTINGS = ("place", "weather", "season", "time")
"""What surrounds the things in a picture, in the order in which prompts say it."""

_LONGEST = 4
"""Words of the longest phrase in `kinds.txt`."""


class Concept(NamedTuple):
    """One of the things that a picture has one of: its kind and its name, which is a phrase for it; where it stands."""

    kind: str
    name: str
    start: int
    end: int

    def contradicts(self, other: Concept) -> bool:
        """Whether a picture can't show both: two of a kind, or a pair that excludes each other."""
        return self.kind == other.kind or other.name in _contradictions().get(self.name, ())


def concepts(words: Sequence[str]) -> list[Concept]:
    """Times, weathers, seasons and places that lower-case words name, the longest phrases first."""
    return list(_found(words))


def _found(words: Sequence[str]) -> Iterator[Concept]:
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + _LONGEST), start, -1):
            if known := _named().get(" ".join(words[start:end])):
                yield Concept(*known, start, end)
                start = end
                break
        else:
            start += 1


@cache
def of_kind(kind: str) -> frozenset[str]:
    """All words and phrases of a kind."""
    lines = _sections()[kind]
    if kind in SETTINGS:
        return frozenset(word for word, known in _named().items() if known[0] == kind)
    return frozenset(_listed(" ".join(lines)))


@cache
def _named() -> dict[str, tuple[str, str]]:
    known: dict[str, tuple[str, str]] = {}
    for kind in SETTINGS:
        for line in _sections()[kind]:
            name, _, words = line.partition(":")
            known |= {word: (kind, name) for word in _listed(words) if word not in known}
    return known


@cache
def _contradictions() -> dict[str, tuple[str, ...]]:
    pairs = (line.partition(":") for line in _sections()["contradictions"])
    return {name: tuple(_listed(others)) for name, _, others in pairs}


def _listed(words: str) -> list[str]:
    return [word.strip() for word in words.split(",") if word.strip()]
