"""A LibreTranslate server: self-hosted, any language that it lists."""

from __future__ import annotations

from bot.translation.options import TranslationOptions
from bot.translation.providers.base import NoTranslation, Unavailable
from bot.translation.providers.http import HttpProvider, address_of, dig, is_near, required

_CODES = {"zh": ("zh-Hans", "zh", "zh-CN"), "no": ("nb", "no"), "pt": ("pt", "pt-BR"), "tl": ("tl", "fil")}


class LibreTranslate(HttpProvider):
    """Sends the text to the server that `libretranslate_url` names."""

    name = "libretranslate"

    def __init__(self, options: TranslationOptions) -> None:
        super().__init__(options.timeout)
        url = required(options.libretranslate_url, self.name, "LIBRETRANSLATE_URL")
        self._url = address_of("LIBRETRANSLATE_URL", url)
        self._key = options.libretranslate_key.get_secret_value()
        self._known: frozenset[str] | None = None
        self.local = is_near(self._url)

    def reads(self, language: str) -> bool:
        """See `Provider`. Until the server's list is known, everything is worth a try."""
        return self._known is None or any(c in self._known for c in _CODES.get(language, (language,)))

    async def translate(self, text: str, language: str) -> str:
        """See `Provider`."""
        body = {"q": text, "source": self._code(language), "target": "en", "format": "text"}
        if self._key:
            body["api_key"] = self._key
        return dig(await self.ask("POST", f"{self._url}/translate", json=body), "translatedText")

    def _code(self, language: str) -> str:
        codes = _CODES.get(language, (language,))
        return next(
            (c for c in codes if self._known and c in self._known), codes[-1] if not self._known else codes[0]
        )

    async def warm(self) -> None:
        """Asks which languages the server reads."""
        try:
            listed = await self.ask("GET", f"{self._url}/languages")
        except (Unavailable, NoTranslation):
            return
        if isinstance(listed, list):
            self._known = (
                frozenset(str(entry.get("code")) for entry in listed if isinstance(entry, dict)) or None
            )
