"""The port of translators: what the use cases ask of them."""

from __future__ import annotations

from collections.abc import Collection
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
        confidence: how sure the language is, 0 to 1.
        unanswered: whether services that were asked before gave no answer.
        kept: the pieces that went through untouched, in order: weights, tags, quotes, names, English parts.
        joined: whether the English is that of a picture with the change that the original asks for.
        negative: what the prompt says is missing, in English: it was taken out, since models draw what they read.
    """

    original: str
    english: str
    language: str
    outcome: Outcome
    provider: str | None = None
    confidence: float = 1.0
    unanswered: bool = False
    kept: tuple[str, ...] = ()
    joined: bool = False
    negative: str = ""

    @property
    def all_of_it(self) -> str:
        """The English with what is missing: for a negative prompt, where both are what shall not be there."""
        return ", ".join(filter(None, (self.english, self.negative)))


class Translator(Protocol):
    """Turns prompts into English and keeps their syntax whole. Never raises."""

    async def translate(self, prompt: str, language: str | None = None, *, person: str = "") -> Translation:
        """Translates where that is needed.

        Args:
            prompt: words, weights, `<lora:...>` and quoted text, without flags.
            language: what the person speaks (BCP 47), a hint for prompts too short to tell.
            person: whose corrections count; those made for "" count for everyone.
        """
        ...

    async def forget(self, texts: Collection[str]) -> None:
        """Remembers no translation any more of texts that are made of nothing but the words in these."""
        ...

    async def correct(self, prompt: str, english: str, *, person: str = "") -> None:
        """Remembers a person's own English for that very text ("Use my own words", "Edit translation").

        It counts for that person alone, so that nobody can change what others draw; "" is the operator.
        """
        ...
