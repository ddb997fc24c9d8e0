"""Google Translate's mobile page, through deep-translator. Needs no key; Google blocks it at times."""

from __future__ import annotations

from typing import Any

from deep_translator import google
from deep_translator.constants import GOOGLE_LANGUAGES_TO_CODES

from bot.translation.options import TranslationOptions
from bot.translation.providers.base import EMOJI
from bot.translation.providers.scraped import Scraped

_CODES = {"zh": "zh-CN", "he": "iw", "jv": "jw"}
_KNOWN = frozenset(GOOGLE_LANGUAGES_TO_CODES.values())


class Google(Scraped):
    """Sends the text to translate.google.com."""

    name = "google"

    def __init__(self, options: TranslationOptions) -> None:
        super().__init__(google, options.timeout)
        self._address = options.addresses.get(self.name)

    def reads(self, language: str) -> bool:
        """See `Provider`."""
        return language != EMOJI

    def ask(self, text: str, language: str) -> Any:
        """See `Scraped`."""
        code = _CODES.get(language, language)
        engine = google.GoogleTranslator(source=code if code in _KNOWN else "auto", target="en")
        if self._address:
            engine._base_url = self._address
        return engine.translate(text)
