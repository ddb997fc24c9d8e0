"""Reads words/<language>.txt: how a language builds its phrases, and its words beside their English.

`adjectives = after` (or before) their noun; `phrases = before` where "on the table" stands before what lies
there; `objects = after` where objects follow their verb even so; `stemmer = indonesian` names the Snowball
algorithm that takes endings off; `plural = s` the ending of plurals; `spaces = no` where no spaces part words;
`counters = ekor, buah` may stand between a number and what is counted, `numbers = after` where numbers follow that;
`negation = after` where "not" follows its verb; `compounds = yes` where words are written together. Then sections of
`english: form, form`:

- `[noun]`, `[verb]`, ...: see `KINDS`.
- `[suffix preposition]`, `[prefix conjunction]`, ...: an ending or a beginning that is a word in English.
- `[ending verb]`: `는: 고 있는, 고 있다` gives verbs in 는 those forms as well; `[ending not]` the same, turned round.
"""

from __future__ import annotations

from collections.abc import Iterator
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
    "not": "z",  # turns the verb beside it round, or says that the noun after it is missing
    "drop": "x",
}


class Entry(NamedTuple):
    """A word or phrase of a language, its English, and the kind of word it is (a value of `KINDS`)."""

    form: str
    english: str
    kind: str


@dataclass
class WordFile:
    """A language's settings, its words, its affixes, and the endings that its words exchange."""

    settings: dict[str, str] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    prefixes: list[Entry] = field(default_factory=list)
    suffixes: list[Entry] = field(default_factory=list)
    endings: list[Entry] = field(default_factory=list)

    def expanded(self) -> Iterator[Entry]:
        """All entries, then each with every other ending that its kind takes."""
        yield from self.entries
        for entry in self.entries:
            for new, old, kind in self.endings:
                if entry.form.endswith(old) and entry.kind == ("v" if kind == "z" else kind):
                    english = f"not {entry.english}" if kind == "z" else entry.english
                    yield Entry(entry.form.removesuffix(old) + new, english, entry.kind)

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
            _add(file, section, line)
        elif "=" in line:
            key, value = line.split("=")
            file.settings[key.strip()] = value.strip()
        elif line:
            raise ValueError(f"line {number}: {line!r}")
    return file


def _add(file: WordFile, section: str, line: str) -> None:
    english, forms = (part.strip() for part in line.split(":", 1))
    where, _, kind = section.rpartition(" ")
    rows = {"suffix": file.suffixes, "prefix": file.prefixes, "ending": file.endings, "": file.entries}[where]
    rows += [Entry(form.strip(), english, KINDS[kind]) for form in forms.split(",") if form.strip()]
