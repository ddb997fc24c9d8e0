"""Yandex Translate, with a Yandex Cloud key. (deep-translator speaks its version 1.5, which is gone.)"""

from __future__ import annotations

from bot.translation.options import TranslationOptions
from bot.translation.providers.http import HttpProvider, dig, required


class Yandex(HttpProvider):
    """Sends the text to translate.api.cloud.yandex.net."""

    name = "yandex"

    def __init__(self, options: TranslationOptions) -> None:
        super().__init__(options.timeout)
        key = required(options.yandex_key.get_secret_value(), self.name, "YANDEX_API_KEY")
        address = "https://translate.api.cloud.yandex.net/translate/v2/translate"
        self._url = options.addresses.get(self.name, address)
        self._headers = {"Authorization": f"Api-Key {key}"}
        self._folder = options.yandex_folder

    async def translate(self, text: str, language: str) -> str:
        """See `Provider`."""
        body: dict[str, object] = {
            "texts": [text],
            "sourceLanguageCode": language,
            "targetLanguageCode": "en",
        }
        if self._folder:
            body["folderId"] = self._folder
        return dig(
            await self.ask("POST", self._url, json=body, headers=self._headers), "translations", 0, "text"
        )
