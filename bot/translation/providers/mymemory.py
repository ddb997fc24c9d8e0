"""MyMemory, through deep-translator. Needs no key; 5,000 characters a day, 50,000 with an e-mail address."""

from __future__ import annotations

from typing import Any

from deep_translator import mymemory
from deep_translator.constants import MY_MEMORY_LANGUAGES_TO_CODES

from bot.translation.options import TranslationOptions
from bot.translation.providers.scraped import Scraped

_PREFERRED = {"en": "en-GB", "zh": "zh-CN", "pt": "pt-PT", "ar": "ar-SA", "no": "nb-NO", "sr": "sr-Latn-RS"}


def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for code in MY_MEMORY_LANGUAGES_TO_CODES.values():
        found.setdefault(code.split("-")[0], code)
    return found | {k: v for k, v in _PREFERRED.items() if v in MY_MEMORY_LANGUAGES_TO_CODES.values()}


class MyMemory(Scraped):
    """Sends the text to api.mymemory.translated.net."""

    name = "mymemory"
    limit = 480

    def __init__(self, options: TranslationOptions) -> None:
        super().__init__(mymemory, options.timeout)
        self._codes = _codes()
        self._address = options.addresses.get(self.name, "https://api.mymemory.translated.net/get")
        self._email = options.mymemory_email or None

    def reads(self, language: str) -> bool:
        """See `Provider`."""
        return language in self._codes

    def ask(self, text: str, language: str) -> Any:
        """See `Scraped`."""
        engine = mymemory.MyMemoryTranslator(source=self._codes[language], target="en-GB", email=self._email)
        engine._base_url = self._address
        return engine.translate(text)
