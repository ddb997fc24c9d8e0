"""Apertium's HTTP service (APy): free, rule-based, runs anywhere; few pairs with English, some by way of Spanish."""

from __future__ import annotations

from itertools import pairwise

from bot.translation.options import TranslationOptions
from bot.translation.providers.base import NoTranslation, Unavailable
from bot.translation.providers.http import HttpProvider, address_of, dig, is_near, required

_CODES = {
    "an": "arg", "ast": "ast", "be": "bel", "bg": "bul", "ca": "cat", "cs": "ces", "cy": "cym", "da": "dan",
    "de": "deu", "eo": "epo", "es": "spa", "eu": "eus", "fi": "fin", "fr": "fra", "gl": "glg", "hi": "hin",
    "hr": "hbs", "id": "ind", "is": "isl", "it": "ita", "kk": "kaz", "mk": "mkd", "ms": "zlm", "mt": "mlt",
    "nl": "nld", "no": "nob", "oc": "oci", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "sl": "slv",
    "sr": "hbs", "sv": "swe", "tr": "tur", "tt": "tat", "uk": "ukr", "ur": "urd",
}  # fmt: skip
_BRIDGES = ("spa", "fra", "cat")


class Apertium(HttpProvider):
    """Sends the text to the server that `apertium_url` names."""

    name = "apertium"

    def __init__(self, options: TranslationOptions) -> None:
        super().__init__(options.timeout)
        self._url = address_of("APERTIUM_URL", required(options.apertium_url, self.name, "APERTIUM_URL"))
        self._pairs: frozenset[tuple[str, str]] = frozenset()
        self.local = is_near(self._url)

    def reads(self, language: str) -> bool:
        """See `Provider`. Until the server's pairs are known, every language with a code is worth a try."""
        return language in _CODES and (not self._pairs or bool(self._way(_CODES[language])))

    async def translate(self, text: str, language: str) -> str:
        """See `Provider`."""
        if not self._pairs:
            await self.warm()
        way = self._way(_CODES[language])
        if not way:
            raise NoTranslation("no pair for the language")
        for source, target in pairwise(way):
            query = {"langpair": f"{source}|{target}", "q": text, "markUnknown": "no"}
            text = dig(
                await self.ask("POST", f"{self._url}/translate", data=query), "responseData", "translatedText"
            )
        return text

    def _way(self, code: str) -> tuple[str, ...]:
        """Languages from this one to English, by a bridge where there is no direct pair; empty if there is none."""
        ways = [(code, "eng"), *((code, bridge, "eng") for bridge in _BRIDGES)]
        return next((way for way in ways if all(pair in self._pairs for pair in pairwise(way))), ())

    async def warm(self) -> None:
        """Asks which pairs the server has."""
        try:
            answer = await self.ask("GET", f"{self._url}/listPairs")
            self._pairs = frozenset(
                (p["sourceLanguage"], p["targetLanguage"]) for p in answer["responseData"]
            )
        except (Unavailable, NoTranslation, KeyError, TypeError):
            return
