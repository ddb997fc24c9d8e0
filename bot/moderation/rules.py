"""Lists of words and what they find in a text."""

from __future__ import annotations

import math
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal, get_args

import regex

from bot.moderation.reading import exact, folded, readings, seen
from bot.moderation.scripts import AFTER, BEFORE, kind

Level = Literal["block", "spoiler", "report"]
"""Nothing is drawn; what is drawn hides until it is tapped; it is drawn, and admins hear of it."""

List = Literal["allow", Level]
"""What is allowed is no part of the text for the other lists of the same place."""

LEVELS: tuple[Level, ...] = get_args(Level)
LISTS: tuple[List, ...] = ("allow", *LEVELS)

LONGEST_LINE = 200
"""Characters."""

PATIENCE = 0.2
"""Seconds of the processor that a regular expression may take for a text; whatever takes longer counts as found, so
that nobody gets past it by making it slow."""

ALL_PATIENCE = 10.0
"""The same for all of a place's expressions and all texts of a job together, in seconds on the clock."""

MOST_TIMES = 1000
"""That a part of an expression has to be there in a row: each time takes memory, gigabytes for a{10000000}."""

_TIMES = regex.compile(r"\{([0-9]+)(?:,[0-9]*)?\}")

_TRIED = ("a" * 200 + "\0", "ab " * 70, " " * 200 + "\0", "1" * 200 + "x", "aaaa bbbb! " * 20)
"""Texts that make careless expressions slow: one that takes too long over them is taken from nobody in a chat."""


class BadLine(ValueError):
    """A line that can't be used; its argument says why: long, empty, pattern, all or slow."""


@dataclass(frozen=True)
class Hit:
    """What a list has found: which list, and the line of it as it was written."""

    level: Level
    line: str


class Lines:
    """The lines of one list, ready to look for."""

    def __init__(self, lines: Iterable[str], exactly: bool = False) -> None:
        """`exactly` is for words that mean themselves alone: with their marks, in their own alphabet.

        Raises:
            BadLine: one of them can't be used.
        """
        self._read = exact if exactly else folded
        self._meant: dict[str, str] = {}
        self._expressions: list[tuple[regex.Pattern[str], str]] = []
        bounded = defaultdict[tuple[str, str], list[str]](list)
        for line in lines:
            if body := expression(line):
                self._expressions.append((_compiled(body), line))
                continue
            word, before, after = self._bounds(line)
            self._meant.setdefault(word, line)
            bounded[before, after].append(word)
        self._words = [
            regex.compile(rf"{before}(?P<word>\L<words>){after}", regex.V1, words=words)
            for (before, after), words in bounded.items()
        ]

    def _bounds(self, line: str) -> tuple[str, str, str]:
        """A line's word as it is looked for, and what has to stand before and after it."""
        text = line.strip()
        word = self._read(text.strip("*"))
        if not word:
            raise BadLine("empty")
        before = "" if text.startswith("*") else BEFORE[kind(word[0])]
        return word, before, "" if text.endswith("*") else AFTER[kind(word[-1])]

    def find(self, texts: Sequence[str], plain: str, until: float) -> str | None:
        """The first line that is in a text, which is given in all its readings, and as it is seen.

        What no expression has looked at by `until`, on the monotonic clock, counts as found.
        """
        for text in texts:
            for words in self._words:
                if found := words.search(text):
                    return self._meant[found["word"]]
        for pattern, line in self._expressions:
            if time.monotonic() > until or any(_matches(pattern, text) for text in (plain, *texts[:1])):
                return line
        return None

    def without(self, text: str, until: float) -> str:
        """The text without what the lines find in it. What nobody got to by `until` allows nothing."""
        for words in self._words:
            text = words.sub(" ", text)
        for pattern, _ in self._expressions:
            if time.monotonic() > until:
                break
            with suppress(TimeoutError):  # one that takes too long allows nothing
                text = pattern.sub(" ", text, timeout=PATIENCE, concurrent=True)
        return text


class Rules:
    """The lists of one place: the whole bot's, or a chat's."""

    def __init__(self, lists: Mapping[List, Sequence[str]]) -> None:
        """Raises BadLine where one of the lines can't be used."""
        self._allowed = Lines(lists.get("allow", ()), exactly=True)
        self._lists = {level: Lines(lists[level]) for level in LEVELS if lists.get(level)}

    def __bool__(self) -> bool:
        return bool(self._lists)

    def find(self, *texts: str) -> list[Hit]:
        """What the lists have found in some texts, the hardest first, at most one of each. Takes time: in a thread."""
        until, hits = time.monotonic() + ALL_PATIENCE, dict[Level, Hit]()
        for text in dict.fromkeys(texts):
            left = self._allowed.without(exact(text), until)
            read, plain = readings(left), seen(left)
            for level, lines in self._lists.items():
                if level not in hits and (line := lines.find(read, plain, until)) is not None:
                    hits[level] = Hit(level, line)
        return [hits[level] for level in LEVELS if level in hits]


def expression(line: str) -> str:
    """What stands between the slashes of a line that is a regular expression; "" for any other."""
    text = line.strip()
    return text[1:-1] if len(text) > 2 and text[0] == text[-1] == "/" else ""


def check_line(line: str) -> None:
    """Raises BadLine where a line can't be used: for those that people send. Takes time: in a thread."""
    if len(line) > LONGEST_LINE:
        raise BadLine("long")
    Lines([line])
    if (body := expression(line)) and any(_outlasts(_compiled(body), text) for text in _TRIED):
        raise BadLine("slow")


def _compiled(body: str) -> regex.Pattern[str]:
    if "\n" in body:
        raise BadLine("pattern")
    if _times(body) > MOST_TIMES:
        raise BadLine("slow")
    try:
        pattern = regex.compile(body, regex.IGNORECASE | regex.V0)
    except (regex.error, RecursionError, OverflowError):
        raise BadLine("pattern") from None
    if pattern.fullmatch("", timeout=PATIENCE):
        raise BadLine("all")
    return pattern


def _times(body: str) -> int:
    """How many times in a row a part of it has to be there at most, as if all repetitions were inside each other."""
    written = "".join(body.split())  # which (?x) passes over
    return math.prod(max(1, int(least)) for least in _TIMES.findall(written))


def _matches(pattern: regex.Pattern[str], text: str) -> bool:
    try:
        return pattern.search(text, timeout=PATIENCE, concurrent=True) is not None
    except TimeoutError:
        return True


def _outlasts(pattern: regex.Pattern[str], text: str) -> bool:
    try:
        pattern.search(text, timeout=PATIENCE, concurrent=True)
    except TimeoutError:
        return True
    return False
