"""English as prompts use it, beyond a dictionary: tags of picture models, artists, loans."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


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


@cache
def _sections() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in (files("bot.translation") / "english.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            found[line.strip("[]")] = current = []
        elif line and not line.startswith("#"):
            current.append(line)
    return found
