"""English as prompts use it, beyond a dictionary: tags of picture models, artists, loans, phrases."""

from __future__ import annotations

import re
from functools import cache, partial

from bot.wordlists import sections

_sections = partial(sections, "bot.translation", "english.txt")

OPENERS = frozenset(
    "a an the in on at of with and or to from by for under over behind beside near into onto through between above "
    "below without inside outside around against across along during while who which that is are has his her".split()
)
"""Small words that begin a phrase of its own."""


@cache
def artists() -> frozenset[str]:
    """Names, lower case, that prompts call up without a capital letter."""
    return frozenset(_sections()["artists"])


@cache
def loans() -> re.Pattern[str]:
    """Foreign phrases that English has made its own, and names of places and works, lower case."""
    longest_first = sorted(_sections()["phrases"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(p) for p in longest_first)})(?!\w)")


@cache
def lent() -> frozenset[str]:
    """Lower-case words of other languages that stand in English prompts too."""
    return frozenset(_sections()["lent"])


@cache
def prompt_words() -> frozenset[str]:
    """Lower-case words that mark English prompts though few dictionaries have them; parts of names as well."""
    return frozenset(
        w for section in ("artists", "words") for line in _sections()[section] for w in line.split()
    )


def opens(word: str) -> bool:
    """Whether a phrase of its own begins with an English word, lower case: in space, wearing a hat."""
    return word in OPENERS or (word.endswith("ing") and len(word) > 5)
