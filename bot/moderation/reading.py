"""A text as people read it, however it is typed: without marks, in one alphabet, with its letters together."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import partial

import regex

from bot.moderation.scripts import FIGURES, SPELT, STROKES, TO_CYRILLIC, TO_LATIN, UNSPACED

_INVISIBLE = regex.compile(
    r"[[\p{C}--\s]\p{Variation_Selector}\u034f\u115f\u1160\u3164\uffa0\u0640\ufffd]", regex.V1
)
_MARKS = regex.compile(
    r"[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
"""Those that a word is also read without. A Hindi vowel and a Japanese voicing are more than that."""

_SPACES = regex.compile(r"[\s_\-‐‑‒–—]+")
_WEIGHTS = regex.compile(r"[:：]\s*[+\-]?[\d.]{1,8}\s*(?=[)\]）］])|[()\[\]{}（）［］｛｝\\|｜]")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}@$!€]+")
_LONG = regex.compile(r"(\p{L})\1{2,}")
_APART = regex.compile(
    r"(?<![\p{L}\p{M}\p{N}])(?:[\p{L}\p{N}]\p{M}*[^\p{L}\p{M}\p{N}]{1,3}){2,}[\p{L}\p{N}]\p{M}*(?![\p{L}\p{M}\p{N}])"
)
_NO_LETTERS = regex.compile(r"[^\p{L}\p{M}\p{N}]+")
_APART_UNSPACED = regex.compile(rf"(?<=[{UNSPACED}])[\s\p{{P}}]{{1,3}}(?=[{UNSPACED}])", regex.V1)
_LATIN, _CYRILLIC = regex.compile(r"\p{Latin}"), regex.compile(r"\p{Cyrillic}")
_OTHER = regex.compile(r"[\p{L}--\p{Latin}]", regex.V1)


def seen(text: str) -> str:
    """The text without what nobody sees, and its letters in their usual form: ｆｏｘ is fox."""
    return unicodedata.normalize("NFKC", _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)))


def exact(text: str) -> str:
    """The same, large and small letters alike and its words with one space between them, each mark kept."""
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", seen(text).casefold())).strip()


def folded(text: str) -> str:
    """The same without marks: Nüdé is nude.

    >>> folded("ＮÜ\\u200bDÉ_fox")
    'nude fox'
    """
    bare = _MARKS.sub("", unicodedata.normalize("NFD", exact(text)))
    return unicodedata.normalize("NFC", bare).translate(STROKES).translate(SPELT)


def readings(text: str) -> list[str]:
    """All that a text may be read as, itself first."""
    read = dict.fromkeys((folded(text), folded(_WEIGHTS.sub("", seen(text)))))
    for otherwise in (_latin, _cyrillic, _lettered, _together, _together_after_one, _shortened):
        read |= dict.fromkeys([otherwise(each) for each in read])
    return [*read]


def _alike(
    ours: regex.Pattern[str], foreign: regex.Pattern[str], letters: Mapping[int, int], text: str
) -> str:
    """Words that mix alphabets in ours, and those that could be ours among such as are."""
    among = any(ours.search(word) and not foreign.search(word) for word in _WORD.findall(text))

    def read(found: regex.Match[str]) -> str:
        word = found[0]
        plain = word.translate(letters)
        mixed = ours.search(word) and foreign.search(word)
        return plain if mixed or (among and not foreign.search(plain)) else word

    return _WORD.sub(read, text)


_latin = partial(_alike, _LATIN, _OTHER, TO_LATIN)
_cyrillic = partial(_alike, _CYRILLIC, _LATIN, TO_CYRILLIC)


def _lettered(text: str) -> str:
    """Figures among letters as the letters that they look like."""
    return _WORD.sub(lambda w: w[0].translate(FIGURES) if any(map(str.isalpha, w[0])) else w[0], text)


def _together(text: str) -> str:
    """Letters that stand apart, as one word."""
    return _APART_UNSPACED.sub("", _APART.sub(lambda found: _NO_LETTERS.sub("", found[0]), text))


def _together_after_one(text: str) -> str:
    """The same where the first of them is a word by itself: a d o g."""
    return _APART.sub(lambda found: f"{found[0][0]} {_NO_LETTERS.sub('', found[0][1:])}", text)


def _shortened(text: str) -> str:
    """Letters that are there three times or more, once."""
    return _LONG.sub(r"\1", text)
