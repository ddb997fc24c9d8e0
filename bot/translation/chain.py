"""Asks providers in order until one gives a translation that keeps the prompt's syntax."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.translation.answers import NoAnswer, NoTranslation, check, readable
from bot.translation.breaker import Breaker
from bot.translation.protect import Piece
from bot.translation.providers.base import Provider, Unavailable
from bot.translation.restore import join, restore, tidy, whole

log = logging.getLogger(__name__)
_RETRIES = 1
_BACKOFF = 0.25  # seconds
_AT_ONCE = 4  # requests for the pieces of one prompt


@dataclass(frozen=True)
class Attempt:
    """How one provider did: `outcome` is "answered", "in pieces", or why not; `seconds` from first to last byte."""

    provider: str
    outcome: str
    seconds: float


@dataclass(frozen=True)
class Answer:
    """The English prompt and how it came about; `provider` is None where nobody could."""

    english: str
    provider: Provider | None
    attempts: tuple[Attempt, ...]


@dataclass
class Link:
    """A provider in the chain and whether it is worth asking."""

    provider: Provider
    breaker: Breaker = field(default_factory=Breaker)


class Chain:
    """Providers in the order of the setting, each with `timeout` seconds and a breaker."""

    def __init__(self, providers: Sequence[Provider], timeout: float) -> None:
        self.links = [Link(p) for p in providers]
        self._timeout = timeout

    async def translate(self, pieces: Sequence[Piece], language: str) -> Answer:
        """The pieces in English by the first provider that can; never raises but for cancellation."""
        attempts: list[Attempt] = []
        for link in self.links:
            provider = link.provider
            if not provider.reads(language):
                attempts.append(Attempt(provider.name, "does not read the language", 0.0))
            elif provider.rests and not link.breaker.admits():
                attempts.append(Attempt(provider.name, f"resting for {link.breaker.remaining:.0f} s", 0.0))
            else:
                english = await self._try(link, pieces, language, attempts)
                if english is not None:
                    return Answer(english, provider, tuple(attempts))
        return Answer("".join(p.text for p in pieces), None, tuple(attempts))

    async def _try(
        self, link: Link, pieces: Sequence[Piece], language: str, attempts: list[Attempt]
    ) -> str | None:
        start = time.perf_counter()
        english, outcome = None, "answered"
        try:
            async with asyncio.timeout(self._timeout):
                english, outcome = await _ask(link.provider, pieces, language)
            link.breaker.worked()
        except NoAnswer as error:
            outcome = f"no translation: {error}"
            link.breaker.useless()
        except NoTranslation as error:  # of these words; it works all the same
            outcome = f"no translation: {error}"
            link.breaker.worked()
        except Unavailable as error:
            outcome = f"unavailable: {error}"
            link.breaker.failed(error.wait)
        except TimeoutError:
            outcome = f"no answer in {self._timeout:g} s"
            link.breaker.failed()
        except Exception as error:
            outcome = f"failed: {type(error).__name__}"
            log.warning("translator %s failed", link.provider.name, exc_info=True)
            link.breaker.failed()
        attempts.append(Attempt(link.provider.name, outcome, time.perf_counter() - start))
        if english is None:
            log.info("translator %s: %s", link.provider.name, outcome)
        return english


async def _ask(provider: Provider, pieces: Sequence[Piece], language: str) -> tuple[str, str]:
    """English and how it was got: all at once where the answer keeps the syntax, else piece by piece."""
    text = whole(pieces)
    if len(text.encode()) <= provider.limit:
        answer = readable(text, await _call(provider, text, language))
        if (english := restore(pieces, answer)) is not None:
            check(text, answer)
            return english, "answered"
    return await _singly(provider, pieces, language), "answered in pieces"


async def _singly(provider: Provider, pieces: Sequence[Piece], language: str) -> str:
    gate = asyncio.Semaphore(_AT_ONCE)

    async def one(text: str) -> str:
        if len(text.encode()) > provider.limit:
            raise NoTranslation("too long")
        async with gate:
            return tidy(readable(text, await _call(provider, text, language)), text)

    sources = [p.text for p in pieces if p.kind == "text"]
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(one(text)) for text in sources]
    except ExceptionGroup as errors:
        raise errors.exceptions[0] from None
    english = [task.result() or source for task, source in zip(tasks, sources, strict=True)]
    check(" ".join(sources), " ".join(english))
    return join(pieces, english)


async def _call(provider: Provider, text: str, language: str) -> str:
    for _ in range(_RETRIES):
        try:
            return await provider.translate(text, language)
        except Unavailable as error:
            if not error.retry:
                raise
        await asyncio.sleep(_BACKOFF)
    return await provider.translate(text, language)
