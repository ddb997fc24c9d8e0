"""What the chain asks of whoever translates."""

from __future__ import annotations

from abc import ABC, abstractmethod

from bot.translation.answers import NoAnswer, NoTranslation

__all__ = ["EMOJI", "UNKNOWN", "NoAnswer", "NoTranslation", "Provider", "Unavailable"]
UNKNOWN = "und"
EMOJI = "und-Zsye"


class Unavailable(Exception):
    """The provider can't serve now: down, slow, or it has had enough of us.

    Attributes:
        retry: whether the same request may work a moment later.
        wait: seconds that it asks to be left alone, 0 if it doesn't say.
    """

    def __init__(self, reason: str, *, retry: bool = False, wait: float = 0.0) -> None:
        super().__init__(reason)
        self.retry = retry
        self.wait = wait


class Provider(ABC):
    """Translates text into English.

    Attributes:
        name: what the `TRANSLATORS` setting and the reply call it.
        local: whether the text stays on this machine or its network.
        rough: whether the result is a word-for-word help only.
        rests: whether it is left alone for a while after a failure; False for what is always there.
        told: whether it is told what each sign stands for (`signs.told`), which only ours understand.
        limit: most UTF-8 bytes of text in one request.
    """

    name: str
    local: bool = False
    rough: bool = False
    rests: bool = True
    told: bool = False
    limit: int = 4_500

    def reads(self, language: str) -> bool:
        """Whether it is worth asking for this language (as `detect.Verdict` names it)."""
        return language not in (UNKNOWN, EMOJI)

    @abstractmethod
    async def translate(self, text: str, language: str) -> str:
        """The text in English, unchecked.

        Args:
            text: words, commas and placeholders such as `{3}`.
            language: what it is in (BCP 47 without region), `UNKNOWN` or `EMOJI`.

        Raises:
            Unavailable: the provider can't serve now.
            NoAnswer: what it says has nothing to do with the text.
            NoTranslation: it has none for this text.
        """

    async def warm(self) -> None:  # noqa: B027 - few need it
        """Makes ready what the first request would wait for."""

    async def close(self) -> None:  # noqa: B027 - few need it
        """Lets go of connections and threads."""
