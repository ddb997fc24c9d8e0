"""Naver Papago, with a Naver Cloud account. (deep-translator still asks an address that is gone.)"""

from __future__ import annotations

from bot.translation.options import TranslationOptions
from bot.translation.providers.http import HttpProvider, dig, required

_READS = frozenset("ko ja zh vi th id fr es ru de it".split())


class Papago(HttpProvider):
    """Sends the text to papago.apigw.ntruss.com."""

    name = "papago"

    def __init__(self, options: TranslationOptions) -> None:
        super().__init__(options.timeout)
        secret = options.papago_secret.get_secret_value()
        self._url = options.addresses.get(self.name, "https://papago.apigw.ntruss.com/nmt/v1/translation")
        self._headers = {
            "X-NCP-APIGW-API-KEY-ID": required(options.papago_id, self.name, "PAPAGO_CLIENT_ID"),
            "X-NCP-APIGW-API-KEY": required(secret, self.name, "PAPAGO_CLIENT_SECRET"),
        }

    def reads(self, language: str) -> bool:
        """See `Provider`."""
        return language in _READS

    async def translate(self, text: str, language: str) -> str:
        """See `Provider`."""
        body = {"source": "zh-CN" if language == "zh" else language, "target": "en", "text": text}
        answer = await self.ask("POST", self._url, json=body, headers=self._headers)
        return dig(answer, "message", "result", "translatedText")
