"""A part of a prompt that is in two languages, word by word: what needs English, what stays.

English words and names stay where they are. A single one right beside foreign words goes with them, since it may
have to change places ("dragon merah" is a red dragon), unless it means something else there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.translation.english import OPENERS, opens
from bot.translation.glossary.dictionary import dictionary
from bot.translation.glossary.lookup import UNKNOWN, find_tokens
from bot.translation.names.find import Span
from bot.translation.text import scripts
from bot.translation.witnesses import SURE, Witnesses, english_weight

_UNIT = re.compile(
    r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+(?:['’‑-][A-Za-z\u00c0-\u024f\u1e00-\u1eff]+)*|[^\sA-Za-z\u00c0-\u024f\u1e00-\u1eff]+"
)
_LINKS = tuple("pcd")  # kinds of words that stand between others: prepositions, conjunctions, articles
_LETTERS = ("a", "i")  # which English has as words, and others too
_RARE = 1.0  # how surely a word is English that may be another language's as well


Own = Callable[[str], bool]


@dataclass(frozen=True)
class Stretch:
    """A part of a text, from `start` to `stop`, and whether it needs English."""

    start: int
    stop: int
    foreign: bool


@dataclass(frozen=True)
class _Unit:
    """A word: "F" foreign or unknown, "E" English, "S" both, "A" both alike, "N" of a name, "" without letters."""

    start: int
    stop: int
    label: str


def stretches(
    text: str, language: str, names: Sequence[Span], witnesses: Witnesses, own: Own | None = None
) -> list[Stretch]:
    """What of a text in this language and English stays, and what is to be translated.

    Args:
        own: tells further words of the language.
    """
    units = _sorted_out(list(_units(text, language, names, witnesses, own)))
    groups = [group for unit_group in _groups(units) for group in _phrases(unit_group, text)]
    found: list[Stretch] = []
    for i, group in enumerate(groups):
        foreign = group[0].label == "F" or _goes_with(groups, i, text, language)
        stretch = Stretch(group[0].start, group[-1].stop, foreign)
        if found and found[-1].foreign is foreign:
            stretch = replace(stretch, start=found.pop().start)
        found.append(stretch)
    return found


def _units(
    text: str, language: str, names: Sequence[Span], witnesses: Witnesses, own: Own | None
) -> Iterator[_Unit]:
    named = {i for span in names for i in range(*span)}
    for match in _UNIT.finditer(text):
        start, stop = match.span()
        if start in named:
            label = "N"
        elif not scripts(match.group()):
            label = ""
        elif own and own(match.group().lower()):
            label = "F"
        else:
            label = _label(match.group().lower().replace("’", "'"), language, witnesses)
        yield _Unit(start, stop, label)


def _label(word: str, language: str, witnesses: Witnesses) -> str:
    weight = english_weight(word)
    if not weight:
        return "S" if word in _LETTERS else "F"
    worth = witnesses.testimony(word, 0.0).get(language)
    book = dictionary(language)
    meaning, kind = book.forms.get(word, ("", "")) if book else ("", "")
    if meaning == word and word in OPENERS:
        return "A"
    if worth is None or meaning == word:
        return "E"
    links = kind in _LINKS and word not in OPENERS
    return "F" if worth >= SURE and (links or weight <= _RARE) else "S"


def _sorted_out(units: list[_Unit]) -> list[_Unit]:
    """Words of both languages take the side of their neighbours: English where all beside them are; small ones that
    mean the same in both, the side of what they open: "in der Küche", "in the fog". What has no letters goes with
    what follows it, or else with what is before."""
    following = ""
    for i in range(len(units) - 1, -1, -1):
        if units[i].label == "A":
            units[i] = replace(units[i], label="E" if following in ("E", "N") else "F")
        following = units[i].label if units[i].label not in ("S", "") else following
    for i, unit in enumerate(units):
        if unit.label == "S":
            beside = {u.label for u in units[max(0, i - 1) : i + 2] if u is not unit} - {""}
            units[i] = replace(unit, label="E" if beside == {"E"} else "F")
    label = ""
    for i in range(len(units) - 1, -1, -1):
        label = units[i].label or label
        units[i] = replace(units[i], label=label)
    for i, unit in enumerate(units):
        label = unit.label or label
        units[i] = replace(unit, label=label or "E")
    return units


def _groups(units: list[_Unit]) -> Iterator[list[_Unit]]:
    for _, group in groupby(units, lambda unit: unit.label):
        yield list(group)


def _phrases(group: list[_Unit], text: str) -> Iterator[list[_Unit]]:
    """English cut before a word that opens a phrase of its own: cute | in space."""
    if group[0].label != "E":
        yield group
        return
    phrase: list[_Unit] = []
    for unit in group:
        word = text[unit.start : unit.stop].lower()
        if phrase and not opens(text[phrase[0].start : phrase[0].stop].lower()) and opens(word):
            yield phrase
            phrase = []
        phrase.append(unit)
    yield phrase


def _goes_with(groups: Sequence[list[_Unit]], index: int, text: str, language: str) -> bool:
    """Whether an English word or a name is to be translated along with what is beside it."""
    group = groups[index]
    words = text[group[0].start : group[-1].stop]
    beside = any(0 <= i < len(groups) and groups[i][0].label == "F" for i in (index - 1, index + 1))
    if not beside or len(group) > 1 or opens(words.lower()):
        return False
    return not _means_otherwise(words, language)


def _means_otherwise(words: str, language: str) -> bool:
    """Whether the dictionary takes an English word for one of its own: "red" is a net in Spanish."""
    book = dictionary(language)
    if book is None:
        return False
    known = [t for t in find_tokens(words, book) if t.kind != UNKNOWN]
    return any(t.english not in words.lower() for t in known)
