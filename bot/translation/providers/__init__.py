"""Who can translate: one file each, one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType

from bot.translation.options import TranslationOptions
from bot.translation.providers.base import Provider

PROVIDERS: Mapping[str, str] = MappingProxyType(
    {
        "google": "google:Google",
        "mymemory": "mymemory:MyMemory",
        "libretranslate": "libretranslate:LibreTranslate",
        "apertium": "apertium:Apertium",
        "model": "model:LocalModel",
        "deepl": "deepl:DeepL",
        "microsoft": "microsoft:Microsoft",
        "papago": "papago:Papago",
        "yandex": "yandex:Yandex",
        "glossary": "glossary:Glossary",
    }
)
"""Provider names as the setting has them, and where their class lies: only what is chosen is imported."""


def make_provider(name: str, options: TranslationOptions) -> Provider:
    """A provider by name.

    Raises:
        ValueError: no such provider, or a setting that it needs is missing; says which.
    """
    if name not in PROVIDERS:
        raise ValueError(f"there is no translator called {name!r}; there are {', '.join(PROVIDERS)}")
    module, _, kind = PROVIDERS[name].partition(":")
    make: Callable[[TranslationOptions], Provider] = getattr(import_module(f"{__name__}.{module}"), kind)
    return make(options)
