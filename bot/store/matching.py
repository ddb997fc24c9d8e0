"""Whether a picture was asked for in some words: what SQL asks of Python."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPACED = ("LATIN", "CYRILLIC", "GREEK")
"""Scripts in which a word is found where it begins; in others, which may leave no space before it, anywhere."""


def fits(words: str, model: str, style: str, *said: bytes | None) -> bool:
    """Whether all the words are in the prompt or its English, and the names of its model and a style are like that."""
    prompt, english, drawn, worn = (folded((text or b"").decode(errors="replace")) for text in said)
    styles = [folded(name) for name in style.split(",") if name]
    if folded(model) not in drawn or (styles and not any(name in worn for name in styles)):
        return False
    there = f"{prompt}\n{english}"
    return all(word.search(there) for word in _patterns(words))


@lru_cache(maxsize=64)
def _patterns(words: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(f"{_border(word)}{re.escape(word)}") for word in folded(words).split())


def _border(word: str) -> str:
    spaced = unicodedata.name(word[0], "").startswith(_SPACED) or word[0].isdecimal()
    return r"(?<![^\W_])" if spaced else ""


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """A text as it is compared: without case, accents of Latin letters, and other ways to write the same."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in plain if not "\u0300" <= c <= "\u036f")
