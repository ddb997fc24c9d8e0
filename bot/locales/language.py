"""One language of the interface: its Fluent file, of which a message is parsed when it is first said."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import cached_property
from typing import Any

from babel.dates import format_timedelta
from fluent.runtime import FluentBundle, FluentResource

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})

LONGEST_FACT = 2000
"""Characters. Fluent refuses more than 2,500, and no platform shows as much in one message."""

_ENTRY = re.compile(r"^([a-z][a-z0-9_-]*) *=", re.M)
_PLAIN = re.compile(
    r"(?<![\w/<({-])(?:--?[a-z]+(?:-[a-z]+)*(?: \d+(?:[:.]\d+)*)?|/[a-z]+|\([\w ]+:[\d.]+\)"
    r"|<lora:[^<>]+>|\.[a-z]+\b)",
    re.I,
)
"""What keeps its own direction in a right-to-left sentence: flags, commands, weights, file endings."""


class Language:
    """What Lukis says in one language.

    Parsing a whole file takes a tenth of a second, a message a fraction of a millisecond: so no language
    costs a start anything, nor a chat a pause. Safe to use from several threads.
    """

    def __init__(self, tag: str, text: str) -> None:
        """Takes a BCP 47 tag and the text of a Fluent file without terms and message references."""
        self.tag = tag
        starts = list(_ENTRY.finditer(text))
        ends = [start.start() for start in starts[1:]] + [len(text)]
        self._sources = {s[1]: text[s.start() : end] for s, end in zip(starts, ends, strict=True)}
        self._patterns: dict[str, Any] = {}
        self._said: dict[str, str] = {}

    def __contains__(self, message: str) -> bool:
        return message in self._sources

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def words(self, message: str) -> list[str]:
        """A message that lists words with commas, lower case; empty where the language lacks it."""
        source = self._sources.get(message, "").partition("=")[2]
        line = unicodedata.normalize("NFKC", source.strip().partition("\n")[0]).lower()
        return [word.strip() for word in line.split(",") if word.strip()]

    def format(self, message: str, facts: Mapping[str, Any]) -> str:
        """The message with its blanks filled; one without a fact shows its name.

        Raises:
            KeyError: the language lacks it.
        """
        if facts:
            return self._filled(message, facts)
        if message not in self._said:  # a card's buttons and headings, again and again
            self._said[message] = self._filled(message, facts)
        return self._said[message]

    def _filled(self, message: str, facts: Mapping[str, Any]) -> str:
        values = {name: self._value(fact) for name, fact in facts.items()}
        text = str(self._bundle.format_pattern(self._pattern(message), values)[0])
        return "\n".join(map(_right_to_left, text.split("\n"))) if self._backwards else text

    @cached_property
    def _bundle(self) -> FluentBundle:
        return FluentBundle([self.tag], use_isolating=self._backwards)

    @property
    def _backwards(self) -> bool:
        return self.tag.partition("-")[0] in RIGHT_TO_LEFT

    def _pattern(self, message: str) -> Any:
        if message not in self._patterns:
            source = self._sources[message]
            if self._backwards:
                source = _PLAIN.sub("\u2068\\g<0>\u2069", source)
            self._bundle.add_resource(FluentResource(source))
            self._patterns[message] = self._bundle.get_message(message).value
        return self._patterns[message]

    def _value(self, fact: Any) -> Any:
        """Numbers and durations take the language's own form; everything else stays as it is."""
        if isinstance(fact, int | float):
            return fact
        if isinstance(fact, timedelta):
            return format_timedelta(fact, locale=self.tag.replace("-", "_"), threshold=1.2)
        text = str(fact)
        return text if len(text) <= LONGEST_FACT else text[: LONGEST_FACT - 1] + "…"


def _right_to_left(line: str) -> str:
    """The line with a mark in front where it begins with something Latin, or programs would turn it around."""
    strong = next((d for d in map(unicodedata.bidirectional, line) if d in ("L", "R", "AL")), "")
    return f"\u200f{line}" if strong == "L" else line
