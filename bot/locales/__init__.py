"""What Lukis says, one Fluent file a language. English is the reference; what a language lacks is said in English."""

from __future__ import annotations

import locale
import os
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from bot.locales.language import RIGHT_TO_LEFT, Language
from engine.api.modes import all_inputs
from engine.api.parameters import FLAGS, PARAMETERS, Parameter

Say = Callable[..., str]
"""`say("message-id", fact=value)`: a sentence in one person's language. Never raises for a known id."""

REFERENCE = "en"

RELATED = MappingProxyType(
    {
        **dict.fromkeys(("in", "ms", "jv", "su", "min", "bjn", "ban", "ace", "mad"), "id"),
        **dict.fromkeys(("ca", "gl", "eu", "an", "ast", "qu", "gn", "ay"), "es"),
        **dict.fromkeys(("cmn", "yue", "wuu", "hak", "nan", "ug", "bo", "ii"), "zh"),
        **dict.fromkeys(("be", "kk", "ky", "tg", "tk", "tt", "ba", "cv", "sah"), "ru"),
        **dict.fromkeys(("arz", "ary", "apc", "arq", "aeb"), "ar"),
        **dict.fromkeys(("bho", "mai", "awa", "raj", "bgc"), "hi"),
    }
)
"""Which of ours most who speak another language read, after CLDR's `languageMatching`; old codes too."""

LONGEST_NAME = 40
"""Characters of a language's tag or name that are looked at."""


class Locales:
    """All languages of the interface."""

    def __init__(self, sources: Mapping[str, str], default: str = REFERENCE) -> None:
        """`sources` maps language tags to Fluent texts, the reference language first.

        `default` is spoken to people of whom no language is known.
        """
        self._spoken = {tag: Language(tag, text) for tag, text in sources.items()}
        self._tags = {tag.lower(): tag for tag in sources}
        self.languages: tuple[str, ...] = tuple(sources)
        self._default = self.match(default)
        self._flags = MappingProxyType(
            {
                **{f: p for tag in self.languages for f, p in self._own_flags(tag).items()},
                **FLAGS,
            }
        )

    @classmethod
    @cache
    def load(cls, default: str = REFERENCE) -> Locales:
        """The ones that ship with Lukis."""
        found = {
            f.name.removesuffix(".ftl"): f.read_text("utf-8")
            for f in files(__name__).iterdir()
            if f.name.endswith(".ftl")
        }
        found[REFERENCE] += "\n" + defined_words()
        return cls({REFERENCE: found.pop(REFERENCE), **dict(sorted(found.items()))}, default)

    def match(self, language: str | None) -> str:
        """The language of ours that suits a BCP 47 tag best ("pt-BR" -> "pt").

        Where there is no tag, the default; where none suits, the reference.
        """
        if not language:
            return self._default
        tag = language[:LONGEST_NAME].replace("_", "-").lower()
        while tag:
            if found := self._tags.get(tag) or self._tags.get(RELATED.get(tag, "")):
                return found
            tag = tag.rpartition("-")[0]
        return REFERENCE

    def find(self, words: str) -> str | None:
        """The language that a person names: by its tag, in its own words or in English; None if it is none."""
        wanted = words.strip()[:LONGEST_NAME].lower()
        for tag in self.languages:
            if wanted in self.words(tag, "language-names"):
                return tag
        found = self.match(wanted) if wanted else REFERENCE
        return found if found != REFERENCE or wanted.split("-")[0] == REFERENCE else None

    def name(self, language: str) -> str:
        """The language in its own words: "Bahasa Indonesia"."""
        return self._format(language, "language-name", {})

    def say(self, language: str | None) -> Say:
        """The function that says things in the language that suits best."""
        chosen = self.match(language)

        def say(message: str, /, **facts: Any) -> str:
            return self._format(chosen, message, facts)

        return say

    def flags(self, language: str | None = None) -> Mapping[str, Parameter]:
        """Flags with their parameters: "--steps", "--langkah", ...

        Those of every language, or those that the language calls its own and the English ones.
        """
        return self._flags if language is None else {**FLAGS, **self._own_flags(self.match(language))}

    def command_names(self, commands: Iterable[str]) -> dict[str, str]:
        """What other languages call these commands: "gambar" -> "imagine"."""
        return {
            other: name
            for tag in reversed(self.languages)
            for name in commands
            for other in self.words(tag, f"command-{name}-names")
        }

    def words(self, language: str, message: str) -> list[str]:
        """The words of a message that lists some with commas; empty where the language itself lacks it."""
        return self._spoken[language].words(message)

    def has(self, language: str, message: str) -> bool:
        """Whether the language itself has that message."""
        return message in self._spoken[language]

    def _own_flags(self, language: str) -> dict[str, Parameter]:
        return {
            f"--{word}": parameter
            for parameter in PARAMETERS.values()
            for word in self.words(language, f"parameter-{parameter.name}-flags")
        }

    def _format(self, language: str, message: str, facts: Mapping[str, Any]) -> str:
        """Says it in the language, else in the reference. Raises KeyError where that lacks it too."""
        try:
            return self._spoken[language].format(message, facts)
        except KeyError:
            return self._spoken[REFERENCE].format(message, facts)


def defined_words() -> str:
    """English labels and helps of all parameters and inputs as Fluent messages, from their one definition."""
    words = [(f"parameter-{p.name}", p.words.label, p.words.help) for p in PARAMETERS.values()]
    words += [(f"input-{i.name}", i.label, i.help) for i in all_inputs().values()]
    return "\n".join(f"{key} = {label}\n{key}-help = {help}" for key, label, help in words)


def terminal_language() -> str | None:
    """The language of this terminal's locale as a BCP 47 tag, or None where it has none."""
    chosen = next((v for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(name))), None)
    tag = (chosen or locale.getlocale()[0] or "").partition(".")[0].partition("@")[0].replace("_", "-")
    return None if tag in ("", "C", "POSIX") else tag


__all__ = ["REFERENCE", "RELATED", "RIGHT_TO_LEFT", "Locales", "Say", "defined_words", "terminal_language"]
