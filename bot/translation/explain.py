"""What was decided about a prompt and why: the words behind `lukis translate`."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale, UnknownLocaleError
from pydantic import BaseModel, ConfigDict

from bot.translating import Outcome
from bot.translation.translator import PromptTranslator


class Asked(BaseModel):
    """A provider that was considered: what came of it, and in how many seconds."""

    model_config = ConfigDict(frozen=True)

    provider: str
    outcome: str
    seconds: float


class Explanation(BaseModel):
    """How a prompt was understood.

    Attributes:
        language: BCP 47 tag, "und" when unknown.
        confidence: 0 to 1.
        reason: what decided, in English.
        outcome: see `bot.ports.Translation`.
        kept: pieces that went through untouched.
        translated: the stretches that were given to a translator.
        negative: what it says is missing, in English; taken out, for the negative prompt.
        provider: who translated, or None.
        remembered: whether the answer was known already.
        asked: every provider that was considered, in order.
        seconds: all in all.
    """

    model_config = ConfigDict(frozen=True)

    prompt: str
    english: str
    negative: str
    language: str
    confidence: float
    reason: str
    outcome: Outcome
    kept: tuple[str, ...]
    translated: tuple[str, ...]
    provider: str | None
    remembered: bool
    asked: tuple[Asked, ...]
    seconds: float

    def in_words(self) -> str:
        """For a terminal: one fact a line."""
        return "\n".join(f"{name:<11} {value}" for name, value in self._facts())

    def _facts(self) -> Iterator[tuple[str, str]]:
        yield "prompt", self.prompt
        yield "language", f"{_name(self.language)}, {self.confidence:.0%} sure ({self.reason})"
        yield "decision", "left as it is" if self.outcome == "unchanged" else "to be translated"
        if self.kept:
            yield "kept", "  ".join(self.kept)
        if self.translated:
            yield "translated", "  ".join(self.translated)
        for asked in self.asked:
            yield asked.provider, f"{asked.outcome} ({asked.seconds * 1000:.1f} ms)"
        if self.provider:
            note = " (word for word)" if self.outcome == "word-for-word" else ""
            yield "by", self.provider + note + (", remembered" if self.remembered else "")
        if self.outcome == "failed":
            yield "result", "nobody could translate it; the prompt stays as it is"
        yield "english", self.english
        if self.negative:
            yield "left out", self.negative


async def explain(
    translator: PromptTranslator, prompt: str, language: str | None = None, *, person: str = ""
) -> Explanation:
    """Translates a prompt and tells how; arguments are those of `Translator.translate`."""
    account = await translator.account(prompt, language, person=person)
    translation = account.translation
    return Explanation(
        prompt=prompt,
        english=translation.english,
        negative=translation.negative,
        language=translation.language,
        confidence=translation.confidence,
        reason=account.reason,
        outcome=translation.outcome,
        kept=translation.kept,
        translated=account.translated,
        provider=translation.provider,
        remembered=account.remembered,
        asked=tuple(
            Asked(provider=a.provider, outcome=a.outcome, seconds=a.seconds) for a in account.attempts
        ),
        seconds=account.seconds,
    )


def _name(language: str) -> str:
    """A language's English name and tag."""
    if language == "und":
        return "unknown"
    try:
        return f"{Locale.parse(language).english_name} ({language})"
    except (UnknownLocaleError, ValueError):
        return language
