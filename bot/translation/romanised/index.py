"""A language's words by what they are typed like in Latin letters: those of its file here and the glossary's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from bot.translation.glossary.dictionary import dictionary
from bot.translation.romanised.spelling import key, spelled
from bot.translation.witnesses import english_weight
from bot.wordlists import sections

LANGUAGES = ("hi", "ar", "ja", "ko", "vi")
"""Those that people type so; Urdu is read as Hindi is, of which it is a sister."""
_LONGEST = 4  # words that are one together
_STEM = 3  # letters, before a particle


@dataclass(frozen=True)
class Index:
    """What words are written like, by their keys.

    Attributes:
        words: keys, of several words with spaces between, to the native spelling.
        small: keys of words that stand between the others.
        urdu: keys of words that are Urdu rather than Hindi.
        exact: spellings of the file here: an English word has to be spelled so.
        endings: keys of particles that are written together with the word before, the longest first.
    """

    words: Mapping[str, str]
    small: frozenset[str]
    urdu: frozenset[str]
    exact: frozenset[str]
    endings: tuple[tuple[str, str], ...]


@cache
def index(language: str) -> Index:
    """A language's index. Takes some tens of ms: keep it off the event loop."""
    typed = {name: list(_entries(language, name)) for name in ("small", "words", "urdu")}
    own = {name: {_keyed(language, t): native for t, native in reversed(typed[name])} for name in typed}
    exact = frozenset(t for entries in typed.values() for t, _ in entries)
    words: dict[str, str] = {}
    by_hand = (entry for section in own.values() for entry in section.items())
    for k, native in (*by_hand, *_of_glossary(language)):
        words.setdefault(k, native)
    book = dictionary(language)
    endings = [] if language != "ko" or book is None else [e.form for e in book.suffixes if " " not in e.form]
    keyed = [(key(language, s), e) for e in endings for s in spelled(language, e)]
    urdu = frozenset(own["urdu"]) - own["words"].keys() - own["small"].keys()
    return Index(words, frozenset(own["small"]), urdu, exact, tuple(sorted(keyed, key=lambda e: -len(e[0]))))


def find(language: str, word: str) -> str | None:
    """How a lower-case word is written in its own letters; None where it is none of the language's."""
    known = index(language)
    if english_weight(word) and word not in known.exact:
        return None
    typed = key(language, word)
    if native := known.words.get(typed):
        return native
    for ending, particle in known.endings:
        stem = typed.removesuffix(ending)
        if len(stem) >= _STEM and stem != typed and (native := known.words.get(stem)):
            return native + particle
    return None


def joined(language: str, words: list[str]) -> Iterator[tuple[int, int, str | None]]:
    """Words cut into those of the index, the longest first: from, to, and how that is written."""
    start = 0
    keys = [key(language, w) for w in words]
    while start < len(words):
        for stop in range(min(len(words), start + _LONGEST), start, -1):
            single = stop == start + 1
            native = (
                find(language, words[start])
                if single
                else index(language).words.get(" ".join(keys[start:stop]))
            )
            if native or single:
                yield start, stop, native
                start = stop
                break


def _keyed(language: str, words: str) -> str:
    return " ".join(key(language, w) for w in words.split(" "))


def _entries(language: str, name: str) -> Iterator[tuple[str, str]]:
    for line in sections("bot.translation.romanised", f"{language}.txt").get(name, ()):
        for entry in filter(None, line.split(", ")):
            latin, _, native = entry[1:].partition('" ') if entry.startswith('"') else entry.partition(" ")
            yield latin, native


def _of_glossary(language: str) -> Iterator[tuple[str, str]]:
    book = dictionary(language)
    for form, (_, kind) in book.forms.items() if book else ():
        if form.count(" ") < 2 and kind != "x" and not form.isascii():
            for latin in spelled(language, form):
                typed = _keyed(language, latin)
                if len(typed.replace(" ", "")) > 2:
                    yield typed, form
