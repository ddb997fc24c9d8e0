"""Where names stand in a text: known ones, and what capitals give away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from bot.translation.names.known import LONGEST, TOKEN, beginnings, famous, folded, given, known

_GAP = re.compile(r"\.?[ \u00a0-]|\. ")
_PARTICLES = frozenset(
    "of the van von de del della da di der den dos du la le el al bin y e und et dan".split()
)
_TITLE = 3  # words that all have capitals say nothing by it
Ordinary = Callable[[str], Collection[str]]
"""The languages whose dictionaries have a lower-case word, "en" among them."""
Span = tuple[int, int]


@dataclass(frozen=True)
class _Word:
    text: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        return folded(self.text.replace("’", "'").removesuffix("'s"))

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def find_names(
    text: str, ordinary: Ordinary, *, typed: Callable[[str], bool] = lambda _: False, german: bool = False
) -> list[Span]:
    """The names of a text, in order.

    Args:
        ordinary: tells words of a language from names that nobody's dictionary has.
        typed: tells words of languages that are written in other letters.
        german: every noun has a capital there.
    """
    found = _Finder(text, ordinary, typed, german)
    return sorted(found.known() + found.capitals())


class _Finder:
    """Finds the names of one text; a word belongs to one at most."""

    def __init__(self, text: str, ordinary: Ordinary, typed: Callable[[str], bool], german: bool) -> None:
        self._text = text
        self._words = [_Word(m.group(), *m.span()) for m in TOKEN.finditer(text)]
        self._ordinary = ordinary
        self._typed = typed
        self._german = german
        main = [w for w in self._words if w.folded not in _PARTICLES]
        shouted = text.isupper() and len(text) > 4
        self._titled = shouted or (len(main) >= _TITLE and all(w.capital for w in main))
        self._taken: set[int] = set()

    def known(self) -> list[Span]:
        """Known names, the longest first."""
        spans = []
        for i, word in enumerate(self._words):
            if i in self._taken or word.folded not in beginnings():
                continue
            for stop in range(min(len(self._words), i + LONGEST), i, -1):
                if self._joined(i, stop) and self._is_known(i, stop):
                    spans.append(self._take(i, stop))
                    break
        return spans

    def capitals(self) -> list[Span]:
        """Words with capitals beside each other, and single ones within a text, that no dictionary has."""
        return [] if self._titled else [self._take(*run) for run in self._runs() if self._is_run(*run)]

    def _is_known(self, start: int, stop: int) -> bool:
        words = self._words[start:stop]
        name = " ".join(w.folded for w in words)
        if name not in known():
            return False
        if stop - start == 1:
            return self._is_single(start) and not self._is_first_name(start)
        if name in famous() or (words[0].capital and words[-1].capital and not self._titled):
            return True
        return not self._says_something(words)

    def _says_something(self, words: Sequence[_Word]) -> bool:
        """Whether half of a name's words or more, all lower case, are one language's: black stones, piedras negras."""
        told = Counter(language for w in words for language in self._ordinary(w.text.lower()))
        return bool(told) and 2 * max(told.values()) >= len(words)

    def _is_single(self, index: int) -> bool:
        """Whether a word that is a name is meant as one: written so, or no dictionary has it."""
        word = self._words[index]
        languages = self._ordinary(word.text.lower())
        if not languages:
            return word.capital or not self._typed(word.text)
        if not word.capital or self._titled or (self._german and "de" in languages):
            return False
        return index > 0 or len(self._words) == 1

    def _is_first_name(self, index: int) -> bool:
        """Whether a name is followed by another one: Sofia Rossi is no town."""
        if index + 1 == len(self._words) or self._titled or self._german:
            return False
        return (
            self._words[index].capital and self._words[index + 1].capital and self._joined(index, index + 2)
        )

    def _runs(self) -> Iterator[Span]:
        """Stretches of capitals, particles between them included."""
        i = 0
        while i < len(self._words):
            if not self._starts(i):
                i += 1
                continue
            stop = end = i + 1
            while end < len(self._words) and end not in self._taken and self._joined(end - 1, end + 1):
                if self._words[end].capital:
                    stop = end + 1
                elif self._words[end].folded not in _PARTICLES:
                    break
                end += 1
            yield (i, stop)
            i = stop

    def _starts(self, index: int) -> bool:
        return index not in self._taken and self._words[index].capital

    def _is_run(self, start: int, stop: int) -> bool:
        words = [w for w in self._words[start:stop] if w.capital]
        unknown = [w for w in words if not self._ordinary(w.text.lower())]
        if len(words) == 1:
            return bool(unknown) and start > 0 and not self._german
        if words[0].folded in given() or words[0].folded in known():
            return any(w in unknown for w in words[1:]) or (words[0] in unknown and not self._german)
        begins = start == 0 and stop < len(self._words) and words[0] not in unknown
        return bool(unknown) and not self._german and not begins

    def _joined(self, start: int, stop: int) -> bool:
        pairs = zip(self._words[start : stop - 1], self._words[start + 1 : stop], strict=True)
        return all(_GAP.fullmatch(self._text, a.end, b.start) for a, b in pairs)

    def _take(self, start: int, stop: int) -> Span:
        self._taken.update(range(start, stop))
        return self._words[start].start, self._words[stop - 1].end


def blank(text: str, spans: Sequence[Span]) -> str:
    """The text with spaces for its names."""
    for start, stop in spans:
        text = text[:start] + " " * (stop - start) + text[stop:]
    return text
