"""What the use cases ask of the world: platforms to answer on, a translator, and words in a language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from bot.messages import Address, Card, Receipt

if TYPE_CHECKING:
    from bot.usecases.service import ImagineService

Say = Callable[..., str]
"""`say("message-id", fact=value)`: a sentence in one person's language. Never raises for a known id."""


class Unavailable(Exception):
    """The platform can't take this now; trying again can help. `after` is in seconds, None if it did not say."""

    def __init__(self, reason: str, after: float | None = None) -> None:
        super().__init__(reason)
        self.after = after


class Unreachable(Exception):
    """The platform will never take this: the chat is gone, or the person has blocked the bot."""


class BadToken(Exception):
    """The platform does not accept the token; the other platforms go on."""


class Platform(Protocol):
    """A chat platform. Every method raises `Unavailable` or `Unreachable` and nothing else of the platform's.

    Attributes:
        name: as in `Address.platform`.
        title: as people write it: "Telegram".
    """

    name: str
    title: str

    async def run(self, service: ImagineService) -> None:
        """Connects, passes on what people send, and reconnects, until cancelled.

        Raises:
            BadToken: the token is wrong.
        """
        ...

    async def send(self, address: Address, card: Card) -> Receipt:
        """Answers with a new message."""
        ...

    async def edit(self, receipt: Receipt, card: Card) -> None:
        """Changes a message in place, pictures included. A message that is gone is no error."""
        ...

    async def remove(self, receipt: Receipt) -> None:
        """Deletes messages. Those that are gone are no error."""
        ...

    async def deliver(self, address: Address, status: Receipt | None, card: Card, key: str) -> Receipt:
        """Answers with the result and clears the status message away.

        Args:
            address: what is answered.
            status: the status message, if one could be shown.
            card: pictures, or the sentence that says why there are none.
            key: the same for every attempt at this delivery, for platforms that can tell repeats.
        """
        ...

    def pace(self, address: Address) -> float:
        """Seconds to leave between two edits in this chat."""
        ...


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
        kept: the pieces that went through untouched, in order: weights, tags, quotes, names, English parts.
    """

    original: str
    english: str
    language: str
    outcome: Outcome
    provider: str | None = None
    confidence: float = 1.0
    kept: tuple[str, ...] = ()


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

    async def correct(self, prompt: str, english: str, *, person: str = "") -> None:
        """Remembers a person's own English for that very text ("use original", "edit translation").

        It counts for that person alone, so that nobody can change what others draw; "" is the operator.
        """
        ...
