"""What Lukis says, one Fluent file a language. English is the reference; what a language lacks is said in English."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from babel import Locale, negotiate_locale
from babel.dates import format_timedelta
from fluent.runtime import FluentBundle, FluentResource

from bot.ports import Say
from engine.api.parameters import FLAGS, PARAMETERS, Parameter

REFERENCE = "en"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


def parameter_words() -> str:
    """English labels and helps of all parameters as Fluent messages, from their one definition."""
    return "\n".join(
        f"parameter-{p.name} = {p.words.label}\nparameter-{p.name}-help = {p.words.help}"
        for p in PARAMETERS.values()
    )


class Locales:
    """All languages of the interface."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        """`sources` maps language tags to Fluent texts; the reference language must be there."""
        self._bundles = {tag: _bundle(tag, text) for tag, text in sources.items()}
        self.languages: tuple[str, ...] = tuple(sources)
        own = {f"--{w}": p for p in PARAMETERS.values() for w in self._listed(f"parameter-{p.name}-flags")}
        self._flags = MappingProxyType({**own, **FLAGS})

    @classmethod
    @cache
    def load(cls) -> Locales:
        """The ones that ship with Lukis."""
        found = {
            f.name.removesuffix(".ftl"): f.read_text("utf-8")
            for f in files(__name__).iterdir()
            if f.name.endswith(".ftl")
        }
        found[REFERENCE] += "\n" + parameter_words()
        return cls({REFERENCE: found.pop(REFERENCE), **dict(sorted(found.items()))})

    def match(self, language: str | None) -> str:
        """The language of ours that suits a BCP 47 tag best ("pt-BR" -> "pt"); the reference where none does."""
        if not language:
            return REFERENCE
        tag = language.replace("_", "-")
        return negotiate_locale([tag, tag.split("-")[0]], self.languages, sep="-") or REFERENCE

    def name(self, language: str) -> str:
        """The language in its own words: "Bahasa Indonesia"."""
        return (Locale.parse(language).get_display_name(language) or language).capitalize()

    def say(self, language: str | None) -> Say:
        """The function that says things in the language that suits best."""
        chosen = self.match(language)

        def say(message: str, **facts: Any) -> str:
            return self._format(chosen, message, facts)

        return say

    def flags(self) -> Mapping[str, Parameter]:
        """Every flag of every language with its parameter: "--steps", "--langkah", ..."""
        return self._flags

    def command_names(self, commands: Iterable[str]) -> dict[str, str]:
        """What other languages call these commands: "gambar" -> "imagine"."""
        return {other: name for name in commands for other in self._listed(f"command-{name}-names")}

    def _listed(self, message: str) -> list[str]:
        """The words of a message that lists some with commas, over all languages that have it."""
        texts = (self._format(tag, message, {}) for tag in self.languages if self.has(tag, message))
        return [word.strip().lower() for text in texts for word in text.split(",") if word.strip()]

    def has(self, language: str, message: str) -> bool:
        """Whether the language itself has that message."""
        return bool(self._bundles[language].has_message(message))

    def _format(self, language: str, message: str, facts: Mapping[str, Any]) -> str:
        for tag in (language, REFERENCE):
            bundle = self._bundles[tag]
            if bundle.has_message(message) and (pattern := bundle.get_message(message).value):
                values = {name: _value(fact, tag) for name, fact in facts.items()}
                return str(bundle.format_pattern(pattern, values)[0])
        raise KeyError(message)


def _bundle(tag: str, text: str) -> FluentBundle:
    bundle = FluentBundle([tag], use_isolating=tag in RIGHT_TO_LEFT)
    bundle.add_resource(FluentResource(text))
    return bundle


def _value(fact: Any, language: str) -> Any:
    """Durations in the language's own form; everything else as Fluent takes it."""
    if isinstance(fact, timedelta):
        return format_timedelta(fact, locale=language, threshold=1.2)
    return fact if isinstance(fact, int | float) else str(fact)
