"""The things that the starter model draws, and the words for them; read from `things.txt` (stdlib).

There, one line a thing: `plain name = icon key | other words for it`. The icon key
is its name in the npm package `@iconify-json/fluent-emoji-flat`; it may be left out
where it is the plain name with hyphens. A heading begins a group, and says where
things follow that are drawn half as often in training.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "things.txt"
RARER = ", less asked for"
"""Ends the headings of such things."""
OFTEN, SELDOM = 2, 1
"""Weights of things in training."""


@dataclass(frozen=True)
class Thing:
    """One drawable thing: its plain name, its icon's key, its other words, how often it is asked for."""

    name: str
    icon: str
    synonyms: tuple[str, ...]
    weight: int


def _parse(line: str, weight: int) -> Thing:
    """`name = icon | a, b` -> Thing."""
    head, _, tail = line.partition("|")
    name, _, icon = (part.strip() for part in head.partition("="))
    words = tuple(word.strip() for word in tail.split(",") if word.strip())
    return Thing(name, icon or name.replace(" ", "-"), words, weight)


def _table(lines: Iterable[str]) -> dict[str, Thing]:
    things, weight = [], OFTEN
    for line in lines:
        if line.startswith("#"):
            weight = SELDOM if line.endswith(RARER) else OFTEN
        elif line:
            things.append(_parse(line, weight))
    return {thing.name: thing for thing in things}


THINGS = _table(FILE.read_text(encoding="utf-8").splitlines())
