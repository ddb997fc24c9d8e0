"""A language's words by what they are typed like in Latin letters: those of its file here and the glossary's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.translation.glossary.dictionary import dictionary
from bot.translation.romanised.spelling import key, spelled

LANGUAGES = ("hi", "ar", "ja", "ko", "vi")
"""Those that people type so; Urdu is read as Hindi is, of which it is a sister."""
_LONGEST = 4  # words that are one together
_STEM = 3  # letters, before a particle
_ENTRY = re.compile(r"\"([^\"]+)\" ([^,\n]+)|([^\s,\"]+) ([^,\n]+)")


@dataclass(frozen=True)
class Index:
    """What words are written like, by their keys.

    Attributes:
        words: keys, of several words with spaces between, to the native spelling.
        small: keys of words that stand between the others.
        urdu: keys of words that are Urdu rather than Hindi.
        endings: keys of particles that are written together with the word before, the longest first.
    """

    words: Mapping[str, str]
    small: frozenset[str]
    urdu: frozenset[str]
    endings: tuple[tuple[str, str], ...]

    def find(self, keys: tuple[str, ...]) -> str | None:
        """The native spelling of words with these keys."""
        if (native := self.words.get(" ".join(keys))) or len(keys) > 1:
            return native
        for ending, particle in self.endings:
            stem = keys[0].removesuffix(ending)
            if len(stem) >= _STEM and stem != keys[0] and (native := self.words.get(stem)):
                return native + particle
        return None


@cache
def index(language: str) -> Index:
    """A language's index. Takes some tens of ms: keep it off the event loop."""
    own = {name: dict(_entries(language, name)) for name in ("small", "words", "urdu")}
    words: dict[str, str] = {}
    for k, native in (
        *(entry for section in own.values() for entry in section.items()),
        *_of_glossary(language),
    ):
        words.setdefault(k, native)
    book = dictionary(language)
    endings = [] if language != "ko" or book is None else [e.form for e in book.suffixes if " " not in e.form]
    keyed = [(key(language, s), e) for e in endings for s in spelled(language, e)]
    urdu = frozenset(own["urdu"]) - own["words"].keys() - own["small"].keys()
    return Index(words, frozenset(own["small"]), urdu, tuple(sorted(keyed, key=lambda e: -len(e[0]))))


def joined(language: str, words: list[str]) -> Iterator[tuple[int, int, str | None]]:
    """Words cut into those of the index, the longest first: from, to, and how that is written."""
    known, start = index(language), 0
    keys = [key(language, w) for w in words]
    while start < len(words):
        for stop in range(min(len(words), start + _LONGEST), start, -1):
            native = known.find(tuple(keys[start:stop]))
            if native or stop == start + 1:
                yield start, stop, native
                start = stop
                break


def _entries(language: str, name: str) -> Iterator[tuple[str, str]]:
    text = (files("bot.translation.romanised") / f"{language}.txt").read_text("utf-8")
    section = ""
    for line in text.splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif section == name and not line.startswith("#"):
            for found in _ENTRY.finditer(line):
                latin, native = found[1] or found[3], found[2] or found[4]
                yield " ".join(key(language, w) for w in latin.split(" ")), native


def _of_glossary(language: str) -> Iterator[tuple[str, str]]:
    book = dictionary(language)
    for form, (_, kind) in book.forms.items() if book else ():
        if form.count(" ") < 2 and kind != "x" and not form.isascii():
            for latin in spelled(language, form):
                keys = [key(language, w) for w in latin.split(" ")]
                if len("".join(keys)) > 2:
                    yield " ".join(keys), form
