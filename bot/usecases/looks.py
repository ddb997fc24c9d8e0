"""Styles as people read of them: in their own words, with no sign that only files have."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from bot.locales import Locales, Say
from bot.styles.folder import shipped
from engine.api.names import alike, short_name
from engine.api.styles import HERE


def titled(say: Say, names: str) -> str:
    """What styles that are worn together are called: those that ship in somebody's language, others by their names."""
    return ", ".join(say(f"style-{each}") if each in shipped() else each for each in names.split(","))


def around(frame: str) -> str:
    """What a style puts around a prompt: "…, watercolor painting"."""
    return frame.replace(HERE, "…")


@lru_cache(maxsize=8)
def called(locales: Locales) -> Mapping[str, str]:
    """The names of styles that ship, by what they are called in all languages."""
    say = {tag: locales.say(tag) for tag in reversed(locales.languages)}
    return {
        alike(short_name(told)): name
        for tag in say
        for name in shipped()
        for told in (say[tag](f"style-{name}"),)
    }
