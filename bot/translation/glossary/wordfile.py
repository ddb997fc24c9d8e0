"""Reads words/<language>.txt: how a language builds its phrases, and its words beside their English.

adjectives = after          where they stand: before or after their noun
phrases = after             "before" where "on the table" stands before what lies there
stemmer = indonesian        a Snowball algorithm that takes endings off
spaces = no                 words are not parted by spaces

[noun]
background: latar, latar belakang
[suffix]
with: lı                    an ending (or [prefix]) that is a word of its own in English
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

KINDS = {
    "noun": "n",
    "adjective": "a",
    "number": "m",
    "determiner": "d",
    "adverb": "r",
    "preposition": "p",
    "postposition": "p",
    "conjunction": "c",
    "verb": "v",
    "object": "o",  # marks the noun before it as a verb's object
    "subject": "s",  # marks the noun before it as a verb's subject
    "of": "g",  # makes what stands before it describe the noun after it
    "drop": "x",
}


class Entry(NamedTuple):
    """A word or phrase of a language, its English, and the kind of word it is (a value of `KINDS`)."""

    form: str
    english: str
    kind: str


@dataclass
class WordFile:
    """A language's settings, entries and affixes (affix, English, kind)."""

    settings: dict[str, str] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    prefixes: list[Entry] = field(default_factory=list)
    suffixes: list[Entry] = field(default_factory=list)

    def header(self) -> dict[str, object]:
        """What the lookup needs besides the words."""
        return {**self.settings, "prefixes": self.prefixes, "suffixes": self.suffixes}


def read_words(text: str) -> WordFile:
    """Parses the file; see the module's own words for its form.

    Raises:
        ValueError: a line that is neither a setting, a section, an entry nor a comment.
    """
    file, section = WordFile(), ""
    for number, line in enumerate(text.splitlines(), 1):
        line = line.split("#")[0].strip()
        if line.startswith("["):
            section = line.strip("[]")
        elif ":" in line:
            file_into(file, section, line)
        elif "=" in line:
            key, value = line.split("=")
            file.settings[key.strip()] = value.strip()
        elif line:
            raise ValueError(f"line {number}: {line!r}")
    return file


def file_into(file: WordFile, section: str, line: str) -> None:
    """Adds one `english: form, form` line; `section` is "noun", or "suffix object" for an affix of that kind."""
    english, forms = (part.strip() for part in line.split(":", 1))
    where, _, kind = section.rpartition(" ")
    rows = {"suffix": file.suffixes, "prefix": file.prefixes, "": file.entries}[where]
    rows += [Entry(form.strip(), english, KINDS[kind]) for form in forms.split(",") if form.strip()]
