"""Finds the page that a person means: "steps", "langkah", "스텝", "cgf", "DPM++ 2M"."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache

from bot.guide.topics import CHAPTERS, TOPICS
from bot.locales import REFERENCE, Locales
from engine.api.samplers import find_sampler

LONGEST_WORD = 40
"""Characters of what a person asks about that are looked at."""


class Index:
    """All words under which the pages of the guide are found, in every language."""

    def __init__(self, locales: Locales, commands: Mapping[str, str]) -> None:
        """`commands` maps what commands are called to their names: to ask about one shows the first page."""
        self._locales = locales
        self._commands = commands
        self._names = cache(self._read)
        self._everywhere = cache(self._read_all)

    def find(self, words: str, language: str) -> str | None:
        """The name of the page meant, "" for the first one, None if none is near.

        What the person's own language and English call it comes before other languages, and a slip of the
        finger is forgiven.
        """
        key = folded(words)
        near = {**self._names(REFERENCE), **self._names(language)}
        if key in near:
            return near[key]
        if found := self._everywhere().get(key):
            return found
        if find_sampler(words[:LONGEST_WORD]):
            return "sampler"
        close = get_close_matches(key, near, 1, 0.6) if len(key) > 2 else []
        return near[close[0]] if close else None

    def nearest(self, words: str, language: str) -> list[str]:
        """Up to three topics that a person may mean, the likeliest first."""
        near = {name: page for name, page in self._names(language).items() if page in TOPICS}
        close = get_close_matches(folded(words), near, 6, 0.3)
        return list(dict.fromkeys(near[name] for name in close))[:3]

    def _read(self, language: str) -> dict[str, str]:
        names: dict[str, str] = {}
        for page, name in self._pages(language):
            names.setdefault(folded(name), page)
        for name in self._commands:
            names.setdefault(folded(name), "")
        return names

    def _read_all(self) -> dict[str, str]:
        everywhere: dict[str, str] = {}
        for language in self._locales.languages:
            everywhere = {**self._names(language), **everywhere}
        return everywhere

    def _pages(self, language: str) -> Iterator[tuple[str, str]]:
        """Every page with its names: the plainest first, for the first one counts."""
        words, pages = self._locales.words, (*TOPICS, *CHAPTERS)
        yield from ((page, page) for page in pages)
        yield from ((page, name) for page in pages for name in words(language, f"guide-{page}-title"))
        yield from ((page, name) for page in TOPICS for name in words(language, f"guide-{page}-names"))
        for page, topic in TOPICS.items():
            for parameter in topic.parameters:
                yield from ((page, word) for word in words(language, f"parameter-{parameter}"))
                yield from ((page, word) for word in words(language, f"parameter-{parameter}-flags"))


def folded(words: str) -> str:
    """What is compared: letters, marks and digits only ("CFG scale" -> "cfgscale"), syllables as letters."""
    plain = unicodedata.normalize("NFKD", words[:LONGEST_WORD].casefold())
    return "".join(c for c in plain if unicodedata.category(c)[0] in "LMN")
