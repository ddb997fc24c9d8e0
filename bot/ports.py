"""What the use cases ask of the world: a translator. Platforms and the store join below as they are built."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

Outcome = Literal["unchanged", "translated", "word-for-word", "failed"]


@dataclass(frozen=True)
class Translation:
    """A prompt in its own words and in English.

    Attributes:
        original: as typed, without flags.
        english: what the model gets; equals `original` when nothing was translated.
        language: BCP 47 tag of the original ("id", "ko", "zh"); "en" when it is English, "und" when unknown.
        outcome: `word-for-word` marks the embedded glossary's help; `failed` that nobody could translate.
        provider: who translated ("google", "glossary", "person" for a correction), or None.
    """

    original: str
    english: str
    language: str
    outcome: Outcome
    provider: str | None = None


class Translator(Protocol):
    """Turns prompts into English and keeps their syntax whole. Never raises."""

    async def translate(self, prompt: str, language: str | None = None) -> Translation:
        """Translates where that is needed.

        Args:
            prompt: words, weights, `<lora:...>` and quoted text, without flags.
            language: what the person speaks (BCP 47), a hint for prompts too short to tell.
        """
        ...

    async def correct(self, prompt: str, english: str) -> None:
        """Remembers a person's own English for that very text ("use original", "edit translation")."""
        ...
