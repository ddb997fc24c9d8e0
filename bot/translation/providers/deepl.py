"""DeepL, with an account's key. (deep-translator still sends the key as DeepL no longer takes it.)"""

from __future__ import annotations

from bot.translation.options import TranslationOptions
from bot.translation.providers.http import HttpProvider, dig, required

_READS = frozenset(
    "ar bg cs da de el es et fi fr he hu id it ja ko lt lv no nl pl pt ro ru sk sl sv th tr uk vi zh".split()
)


class DeepL(HttpProvider):
    """Sends the text to api.deepl.com, or api-free.deepl.com for a free account's key (it ends in ":fx")."""

    name = "deepl"

    def __init__(self, options: TranslationOptions) -> None:
        super().__init__(options.timeout)
        key = required(options.deepl_key.get_secret_value(), self.name, "DEEPL_API_KEY")
        host = "api-free.deepl.com" if key.endswith(":fx") else "api.deepl.com"
        self._url = options.addresses.get(self.name, f"https://{host}/v2/translate")
        self._headers = {"Authorization": f"DeepL-Auth-Key {key}"}

    def reads(self, language: str) -> bool:
        """See `Provider`."""
        return language in _READS

    async def translate(self, text: str, language: str) -> str:
        """See `Provider`."""
        source = "NB" if language == "no" else language.upper()
        body = {"text": [text], "source_lang": source, "target_lang": "EN-US"}
        return dig(
            await self.ask("POST", self._url, json=body, headers=self._headers), "translations", 0, "text"
        )
