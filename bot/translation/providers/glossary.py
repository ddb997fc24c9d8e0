"""The embedded glossary: no network, no key, over a hundred languages, word for word."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from bot.translation.glossary.dictionary import dictionary, languages
from bot.translation.glossary.orders import ordered
from bot.translation.glossary.translate import emoji_names, word_for_word
from bot.translation.options import TranslationOptions
from bot.translation.providers.base import EMOJI, NoTranslation, Provider


class Glossary(Provider):
    """Translates what it knows and leaves the rest."""

    name = "glossary"
    local = True
    rough = True
    rests = False
    told = True
    limit = 40_000

    def __init__(self, options: TranslationOptions) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="translate-glossary")

    def reads(self, language: str) -> bool:
        """See `Provider`."""
        return language == EMOJI or language in languages()

    async def translate(self, text: str, language: str) -> str:
        """See `Provider`."""
        english = await asyncio.get_running_loop().run_in_executor(self._pool, _translate, text, language)
        if english is None:
            raise NoTranslation("no word that it knows")
        return english

    async def warm(self) -> None:
        """See `Provider`."""
        await asyncio.get_running_loop().run_in_executor(self._pool, dictionary, "id")

    async def close(self) -> None:
        """See `Provider`."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def _translate(text: str, language: str) -> str | None:
    if language == EMOJI:
        return emoji_names(text)
    return ordered(text, language, lambda words: word_for_word(words, language)) or word_for_word(
        text, language
    )
