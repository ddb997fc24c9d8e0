"""Providers and a cache that tests write by hand: obedient, hostile, slow, broken."""

from __future__ import annotations

import asyncio
import random
import re
from collections.abc import Awaitable, Callable, Sequence

from bot.translation.cache import Cached
from bot.translation.chain import Chain
from bot.translation.detect import Detector
from bot.translation.options import LANGUAGES
from bot.translation.providers.base import Provider
from bot.translation.translator import PromptTranslator
from tests.patience import PATIENCE

WORDS = {
    "seekor": "a", "kucing": "cat", "merah": "red", "di": "in", "salju": "the snow", "anjing": "dog",
    "memakai": "wearing", "topi": "hat", "biru": "blue", "latar": "background", "rumah": "house",
    "hutan": "forest", "rubah": "fox", "papan": "sign",
}  # fmt: skip
DETECTOR = Detector(LANGUAGES)
"""One for all tests: it takes a second to load."""

Answering = Callable[[str], str | Awaitable[str]]


def obedient(text: str) -> str:
    """Translates the Indonesian words that it knows and leaves everything else in place."""
    return re.sub(r"\w+", lambda m: WORDS.get(m.group().lower(), m.group()), text)


def _shuffled(text: str) -> str:
    words = obedient(text).split()
    random.Random(text).shuffle(words)
    return " ".join(words)


def _full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" and not c.isalnum() else c for c in obedient(text))


HOSTILE: dict[str, Callable[[str], str]] = {
    "lower-cases": lambda text: obedient(text).lower(),
    "shouts": lambda text: obedient(text).upper(),
    "re-orders": _shuffled,
    "turns around": lambda text: obedient(text)[::-1],
    "drops brackets": lambda text: re.sub(r"[{}()\[\]<>]", "", obedient(text)),
    "drops digits": lambda text: re.sub(r"\d", "", obedient(text)),
    "translates placeholders": lambda text: re.sub(r"\{(\d+)\}", r"(bracket \1)", obedient(text)),
    "renumbers placeholders": lambda text: re.sub(
        r"\{(\d+)\}", lambda m: f"{{{int(m[1]) + 1}}}", obedient(text)
    ),
    "doubles placeholders": lambda text: re.sub(r"(\{\d+\})", r"\1 \1", obedient(text)),
    "spaces placeholders": lambda text: obedient(text).replace("{", " { ").replace("}", " } "),
    "writes full width": _full_width,
    "escapes HTML": lambda text: (
        obedient(text).replace("{", "&#123;").replace("}", "&#125;").replace(",", "&#44;")
    ),
    "adds syntax": lambda text: f'({obedient(text)}:1.5), <lora:evil:9> "x" BREAK [a|b] AND __w__ {{0}}',
    "adds quotes": lambda text: f'"{obedient(text)}"',
    "adds sentences": lambda text: f"Here is your translation: {obedient(text)}. I hope, it helps!",
    "drops commas": lambda text: obedient(text).replace(",", ""),
    "adds commas": lambda text: obedient(text).replace(" ", ", "),
    "breaks lines": lambda text: obedient(text).replace(" ", "\n"),
    "says everything twice": lambda text: f"{obedient(text)} {obedient(text)}",
    "cuts the end": lambda text: obedient(text)[: len(text) // 2],
    "answers with an article": lambda text: "the",
    "adds control characters": lambda text: "\u202e\x00" + obedient(text) + "\u200b",
}
"""What services do to text, by what it is called."""
HOPELESS = frozenset({"turns around", "answers with an article", "cuts the end"})
"""Those of them whose answers are no translations."""


class StandIn(Provider):
    """A provider that answers by a function.

    Attributes:
        asked: every text that it was given.
    """

    def __init__(self, answer: Answering = obedient, *, name: str = "stand-in", rough: bool = False) -> None:
        self.name = name
        self.rough = rough
        self.asked: list[str] = []
        self._answer = answer

    async def translate(self, text: str, language: str) -> str:
        """See `Provider`."""
        self.asked.append(text)
        answer = self._answer(text)
        return answer if isinstance(answer, str) else await answer


class MemoryCache:
    """A `Cache` without a limit."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, str, str], str] = {}
        self.corrections: dict[tuple[str, str], str] = {}

    async def get(self, text: str, language: str, providers: Sequence[str]) -> Cached | None:
        """See `Cache`."""
        found = [(self.rows.get((text, language, p)), p) for p in providers]
        return next((Cached(english, p) for english, p in found if english is not None), None)

    async def correction(self, text: str, person: str) -> str | None:
        """See `Cache`."""
        return self.corrections.get((text, person), self.corrections.get((text, "")))

    async def put(self, text: str, language: str, provider: str, english: str) -> None:
        """See `Cache`."""
        self.rows[text, language, provider] = english

    async def correct(self, text: str, english: str, person: str) -> None:
        """See `Cache`."""
        self.corrections[text, person] = english

    async def forget(self, which: Callable[[str], bool]) -> None:
        """See `Cache`."""
        self.rows = {key: english for key, english in self.rows.items() if not which(key[0])}


def translator(
    *providers: Provider, cache: MemoryCache | None = None, timeout: float = PATIENCE
) -> PromptTranslator:
    """A translator over these providers."""
    return PromptTranslator(
        Chain(providers, timeout, DETECTOR), cache=cache or MemoryCache(), detector=DETECTOR
    )


async def forever(text: str) -> str:
    """An answer that never comes."""
    return (await asyncio.Event().wait() and text) or text
