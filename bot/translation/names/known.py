"""Names that are known: famous.txt, written by hand, and names.gz, which `tools.glossary.names` makes."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import chain

from bot.translation.english import artists
from bot.translation.text import unaccented
from bot.wordlists import sections

_LETTER = r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"
TOKEN = re.compile(rf"{_LETTER}+(?:['’.]{_LETTER}+)*")
LONGEST = 6
"""Words of a name."""


def load() -> None:
    """Reads every name."""
    _ = given(), beginnings()


def tokens(text: str) -> list[str]:
    """The words that names are looked up by: "Mont Saint-Michel" has three."""
    return [t.replace("’", "'") for t in TOKEN.findall(folded(text))]


@cache
def famous() -> frozenset[str]:
    """Names that everybody knows, the artists' among them: folded, of `tokens` parted by spaces."""
    return frozenset(
        " ".join(tokens(n))
        for n in (*_written("characters", "people", "places", "brands", "works"), *artists())
    )


@cache
def known() -> frozenset[str]:
    """Every known name: the famous ones, places of the world, characters."""
    return famous() | {" ".join(tokens(name)) for name in _packed()[0].split("\n")}


@cache
def given() -> frozenset[str]:
    """What people are called by their friends, in many languages; folded."""
    return frozenset(_packed()[1].split("\n")) | frozenset(_written("given"))


@cache
def beginnings() -> frozenset[str]:
    """First words of known names."""
    return frozenset(name.split(" ", 1)[0] for name in known())


def folded(name: str) -> str:
    """Lower case, no accents."""
    return unaccented(name.lower())


@cache
def _packed() -> list[str]:
    return gzip.decompress((files("bot.translation.names") / "names.gz").read_bytes()).decode().split("\n\n")


def _written(*names: str) -> Iterator[str]:
    listed = sections("bot.translation.names", "famous.txt")
    for line in chain.from_iterable(listed[name] for name in names):
        yield from line.split(", ")
