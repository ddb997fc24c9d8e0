"""The archive as dictionaries: one language at a time, when it is first asked for."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from io import BytesIO

import snowballstemmer  # type: ignore[import-untyped]

from bot.translation.glossary.forms import Normaliser, normaliser
from bot.translation.glossary.wordfile import Entry

Word = tuple[str, str]  # English, kind


@dataclass(frozen=True, eq=False)
class Dictionary:
    """A language's words and how it builds phrases.

    Attributes:
        language: its code.
        forms: words and phrases, as `plain` spells them, to English and kind (a value of `wordfile.KINDS`); a word of
            which only that it is one is known stands for itself, its kind is `UNKNOWN`.
        nouns: adjectives that are nouns as well, to the noun's English: `mono`, cute, is a monkey.
        stems: word stems to the forms they stand for, parted by spaces.
        prefixes, suffixes: affixes that are words in English.
        settings: see `wordfile`.
        plain: spells a text as the forms are spelled.
    """

    language: str
    forms: Mapping[str, Word]
    nouns: Mapping[str, str]
    stems: Mapping[str, str]
    prefixes: tuple[Entry, ...]
    suffixes: tuple[Entry, ...]
    settings: Mapping[str, str]
    plain: Normaliser

    @property
    def spaced(self) -> bool:
        """Whether spaces part its words."""
        return self.settings.get("spaces") != "no"

    @property
    def nouns_first(self) -> bool:
        """Whether adjectives follow their noun."""
        return self.settings.get("adjectives") == "after"

    @property
    def heads_last(self) -> bool:
        """Whether "on the table" stands before what lies there."""
        return self.settings.get("phrases") == "before"

    @property
    def places_last(self) -> bool:
        """Whether "on" follows its noun though phrases stand in English order."""
        return self.settings.get("places") == "after"

    @property
    def bare_genitive(self) -> bool:
        """Whether a noun right after another one belongs to it: a cup of coffee."""
        return self.settings.get("genitive") == "bare"

    @property
    def objects_last(self) -> bool:
        """Whether objects follow their verb even so."""
        return self.settings.get("objects") == "after"

    @property
    def negates_behind(self) -> bool:
        """Whether "not" follows its verb."""
        return self.settings.get("negation") == "after"

    @cached_property
    def counters(self) -> tuple[str, ...]:
        """What may stand between a number and what is counted, the longest first: `3 ekor kucing`, `三只猫`."""
        found = [counter.strip() for counter in self.settings.get("counters", "").split(",")]
        return tuple(sorted(filter(None, found), key=len, reverse=True))

    @property
    def counts_behind(self) -> bool:
        """Whether a number follows what it counts."""
        return self.settings.get("numbers") == "after"

    @cached_property
    def longest(self) -> int:
        """Most words (or characters, where no spaces part them) of a form."""
        return max((form.count(" ") + 1 if self.spaced else len(form) for form in self.forms), default=1)

    @cached_property
    def _stem(self) -> Callable[[str], str] | None:
        name = self.settings.get("stemmer")
        return snowballstemmer.stemmer(name).stemWord if name else None

    def find(self, form: str) -> Word | None:
        """The form itself, else the word of the same stem that is most like it."""
        return self.forms.get(form) or self.forms.get(self._relative(form))

    def inflected(self, form: str) -> Word | None:
        """The word that this one is the plural of: gatitos is gatito."""
        ending = self.settings.get("plural")
        if not ending or not form.endswith(ending):
            return None
        relative = self._relative(form)
        close = form.startswith(relative) and len(form) - len(relative) <= 2
        return self.forms.get(relative) if close else None

    def noun(self, form: str) -> str:
        """What an adjective, or a form of it, is as a noun: "" where it is none."""
        return self.nouns.get(form) or self.nouns.get(self._relative(form), "")

    def _relative(self, form: str) -> str:
        if self._stem is None or len(form) < 3 or " " in form:
            return ""
        stem = self._stem(form)
        rivals = self.stems.get(stem, stem).split(" ")
        nearest = max(rivals, key=lambda rival: self._likeness(rival, form))
        return "" if self._cut_short(nearest, form, stem) else nearest

    def _cut_short(self, word: str, form: str, stem: str) -> bool:
        """Whether a form and a word have nothing in common but the little that a stemmer leaves of both: `ser` and
        `será`, to be, are no `sereia`, nor are `seres`, beings. Only verbs' own endings are that long."""
        ending = self.settings.get("plural", "")
        bare = form in (stem, stem + ending, f"{stem}e{ending}")
        shared = len(stem) if bare else _alike(word, form)
        little = word.startswith(stem) and form.startswith(stem) and len(word) - shared >= shared
        return little and (bare or self.forms.get(word, ("", ""))[1] != "v")

    def _likeness(self, rival: str, form: str) -> tuple[int, bool, int]:
        """Letters in common from the start; of equals the singular, then the one of like length."""
        plural = self.forms.get(rival, ("", ""))[0].endswith("s")
        return _alike(rival, form), not plural, -abs(len(rival) - len(form))


def _alike(one: str, other: str) -> int:
    """How many letters they share from the start."""
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def dictionary(language: str) -> Dictionary | None:
    """A language's dictionary, or None where there is none. The first time it reads 10 to 60 kB, and keeps them:
    do that off the event loop."""
    return _read(language) if language in languages() else None


@cache
def _read(language: str) -> Dictionary:
    with _archive() as archive:
        header, forms, stems = archive.read(language).decode().split("\n\n")
    settings = json.loads(header)
    rows = [line.split("\t") for line in forms.split("\n")]
    prefixes, suffixes = (
        tuple(sorted((Entry(*row) for row in settings.pop(name)), key=lambda e: -len(e.form)))
        for name in ("prefixes", "suffixes")
    )
    return Dictionary(
        language=language,
        forms={row[0]: (row[1] or row[0] if row[2] == "u" else row[1], row[2]) for row in rows},
        nouns={row[0]: row[3] for row in rows if len(row) > 3},
        stems=dict(line.split("\t") for line in stems.split("\n") if line),
        prefixes=prefixes,
        suffixes=suffixes,
        settings=settings,
        plain=normaliser(language),
    )


@cache
def languages() -> frozenset[str]:
    """Every language the glossary has words of."""
    with _archive() as archive:
        return frozenset(archive.namelist()) - {"english", "latin"}


@cache
def english() -> tuple[frozenset[str], frozenset[str], Mapping[str, str]]:
    """Common English words, less common ones, and the names of emoji."""
    with _archive() as archive:
        common, known, emoji = archive.read("english").decode().split("\n\n")
    names = dict(line.split("\t") for line in emoji.split("\n"))
    return frozenset(common.split("\n")), frozenset(known.split("\n")), names


def latin(wanted: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Words in Latin letters and which of the wanted languages have them; "+" after the surest,
    "=" after those that English has with the same meaning."""
    with _archive() as archive:
        rows = (line.split("\t") for line in archive.read("latin").decode().split("\n"))
    found = {word: tuple(x for x in names.split(" ") if x.rstrip("+=") in wanted) for word, names in rows}
    return {word: names for word, names in found.items() if names}


@cache
def _bytes() -> bytes:
    return (files("bot.translation.glossary") / "glossary.zip").read_bytes()


def _archive() -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(_bytes()))
