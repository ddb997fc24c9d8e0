"""Names and descriptions of commands and options, in every language that Discord and we have in common."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from discord import Locale, app_commands
from discord.app_commands import TranslationContextLocation as Where
from discord.app_commands import TranslationContextTypes, locale_str
from discord.app_commands.commands import VALID_SLASH_COMMAND_NAME

from bot.locales import REFERENCE, Locales
from engine.api.modes import all_inputs
from engine.api.parameters import PARAMETERS

LONGEST_DESCRIPTION, LONGEST_NAME = 100, 32
OWN = (
    "prompt",
    "about",
    "page",
    "language",
    "file",
    "order",
    "job",
    "second",
    "third",
    "fourth",
    "fifth",
    "private",
    "code",
    "change",
    "words",
)
"""Options that no definition of the engine has."""

_SENTENCES = re.compile(rf"(?s).{{20,{LONGEST_DESCRIPTION - 1}}}(?:[.!?؟।](?=\s|$)|[。！？])")


def options() -> dict[str, str]:
    """Every option's name with its message in the locale files; its help is the same with `-help`."""
    return (
        {name: f"discord-{name}" for name in OWN}
        | {name: f"parameter-{name}" for name in PARAMETERS}
        | {name: f"input-{name}" for name in all_inputs()}
    )


class Words(app_commands.Translator):
    """Feeds discord.py from our locale files. What a language lacks stays as it is: English."""

    def __init__(self, locales: Locales) -> None:
        self._locales = locales

    async def translate(
        self, string: locale_str, locale: Locale, context: TranslationContextTypes
    ) -> str | None:
        key, language = str(string.extras.get("key", "")), self._locales.match(locale.value)
        if not key or language == REFERENCE:
            return None
        if context.location is Where.parameter_name:
            return option_names(self._locales, language).get(key)
        if not self._locales.has(language, key):
            return None
        text = self._locales.say(language)(key)
        if context.location is Where.command_name:
            return _command_name(text) if key.endswith("-names") else text[:LONGEST_NAME]
        return described(text)


def described(text: str) -> str:
    """As much of a help text as Discord takes: whole sentences where that works, else cut with an ellipsis."""
    if len(text) <= LONGEST_DESCRIPTION:
        return text
    sentences = _SENTENCES.match(text)
    return sentences[0] if sentences else text[: LONGEST_DESCRIPTION - 1].rsplit(" ", 1)[0] + "…"


def _command_name(names: str) -> str | None:
    """The first of the names, if Discord takes it."""
    name = names.split(",")[0].strip().lower()
    return name if VALID_SLASH_COMMAND_NAME.fullmatch(name) else None


@cache
def option_names(locales: Locales, language: str) -> dict[str, str]:
    """Labels as option names. Two options of one name make Discord refuse all commands: those stay English."""
    say = locales.say(language)
    names = {
        key: re.sub(r"\s+", "-", say(key).lower()) for key in options().values() if locales.has(language, key)
    }
    return {
        key: n for key, n in names.items() if VALID_SLASH_COMMAND_NAME.fullmatch(n) and _alone(key, n, names)
    }


def _alone(key: str, name: str, names: Mapping[str, str]) -> bool:
    """Whether no other option is called that, in this language or in English."""
    return options().get(name, key) == key and list(names.values()).count(name) == 1
