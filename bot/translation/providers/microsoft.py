"""Microsoft Translator (Azure), with an account's key. (deep-translator downloads a list for every request.)"""

from __future__ import annotations

from bot.translation.options import TranslationOptions
from bot.translation.providers.http import HttpProvider, dig, required

_CODES = {"zh": "zh-Hans", "no": "nb", "tl": "fil", "sr": "sr-Cyrl"}


class Microsoft(HttpProvider):
    """Sends the text to api.cognitive.microsofttranslator.com."""

    name = "microsoft"

    def __init__(self, options: TranslationOptions) -> None:
        super().__init__(options.timeout)
        key = required(options.microsoft_key.get_secret_value(), self.name, "MICROSOFT_API_KEY")
        self._url = options.addresses.get(
            self.name, "https://api.cognitive.microsofttranslator.com/translate"
        )
        self._headers = {"Ocp-Apim-Subscription-Key": key}
        if options.microsoft_region:
            self._headers["Ocp-Apim-Subscription-Region"] = options.microsoft_region

    async def translate(self, text: str, language: str) -> str:
        """See `Provider`."""
        query = {"api-version": "3.0", "from": _CODES.get(language, language), "to": "en"}
        answer = await self.ask("POST", self._url, params=query, json=[{"Text": text}], headers=self._headers)
        return dig(answer, 0, "translations", 0, "text")
