"""Asks providers in order until one gives a translation that keeps the prompt's syntax."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.sound import sound
from bot.translation.answers import NoAnswer, NoTranslation, readable
from bot.translation.breaker import Breaker
from bot.translation.detect import Detector
from bot.translation.protect import Piece
from bot.translation.providers.base import Provider, Unavailable
from bot.translation.restore import join, restore, tidy, whole
from bot.translation.review import Review
from bot.translation.signs import put_back, told
from bot.translation.text import fold

log = logging.getLogger(__name__)
_RETRIES = 1
_BACKOFF = 0.25  # seconds
_NONE = "no translation"
_SILENT = ("resting", "unavailable", "no answer", "failed")
KINDS = ("answered", _NONE, *_SILENT, "does not read the language")
"""How outcomes begin, whatever else they tell."""

_AT_ONCE = 4  # requests for the pieces of one prompt
_LONG = 400  # characters; longer answers are read in a thread
_SENTENCE = 3  # words from which on different pieces don't mean the same by chance


@dataclass(frozen=True)
class Attempt:
    """How one provider did: `outcome` is "answered", "in pieces", or why not; `seconds` from first to last byte."""

    provider: str
    outcome: str
    seconds: float

    @property
    def kind(self) -> str:
        """The outcome without what it says of this one attempt: one of `KINDS`."""
        return next(kind for kind in KINDS if self.outcome.startswith(kind))

    @property
    def heard(self) -> bool:
        """Whether it answered, only not to these words."""
        return self.outcome.startswith(_NONE)

    @property
    def silent(self) -> bool:
        """Whether it gave no answer, though it reads the language."""
        return not self.heard and self.outcome.startswith(_SILENT)


@dataclass(frozen=True)
class Answer:
    """The English prompt and how it came about; `provider` is None where nobody could.

    Attributes:
        lasting: whether it is worth remembering: a real translation, none of whose words was left.
    """

    english: str
    provider: Provider | None
    attempts: tuple[Attempt, ...]
    lasting: bool = False


@dataclass
class Link:
    """A provider in the chain and whether it is worth asking."""

    provider: Provider
    breaker: Breaker = field(default_factory=Breaker)


class Chain:
    """Providers in the order of the setting, each with `timeout` seconds and a breaker.

    The detector that decided about the prompts reads the answers too.

    Attributes:
        tried: told of each attempt.
    """

    def __init__(self, providers: Sequence[Provider], timeout: float, detector: Detector) -> None:
        self.links = [Link(p) for p in providers]
        self._timeout = timeout
        self._review = Review(detector)
        self.tried: Callable[[Attempt], object] = lambda attempt: None

    async def translate(self, pieces: Sequence[Piece], language: str) -> Answer:
        """The pieces in English by the first provider that can; never raises but for cancellation."""
        answer = await self._first(pieces, language)
        for attempt in answer.attempts:
            self.tried(attempt)
        return answer

    async def _first(self, pieces: Sequence[Piece], language: str) -> Answer:
        attempts: list[Attempt] = []
        for link in self.links:
            provider = link.provider
            if not provider.reads(language):
                attempts.append(Attempt(provider.name, "does not read the language", 0.0))
            elif provider.rests and not link.breaker.admits():
                attempts.append(Attempt(provider.name, f"resting for {link.breaker.remaining:.0f} s", 0.0))
            else:
                found = await self._try(link, pieces, language, attempts)
                if found is not None:
                    return Answer(found.english, provider, tuple(attempts), found.lasting)
        return Answer("".join(p.text for p in pieces), None, tuple(attempts))

    async def _try(
        self, link: Link, pieces: Sequence[Piece], language: str, attempts: list[Attempt]
    ) -> _Found | None:
        start = time.perf_counter()
        found = None
        try:
            async with asyncio.timeout(self._timeout):
                found = await _Asking(link.provider, pieces, language, self._review).answer()
            outcome = found.how
            link.breaker.worked()
        except NoAnswer as error:
            outcome = f"{_NONE}: {error}"
            link.breaker.useless()
        except NoTranslation as error:  # of these words; it works all the same
            outcome = f"{_NONE}: {error}"
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
        if found is None:
            log.info("translator %s: %s", link.provider.name, outcome)
        return found


@dataclass(frozen=True)
class _Found:
    english: str
    how: str
    lasting: bool


@dataclass(frozen=True)
class _Asking:
    """One provider asked for one prompt: all at once where the answer keeps the syntax, else piece by piece."""

    provider: Provider
    pieces: Sequence[Piece]
    language: str
    review: Review

    async def answer(self) -> _Found:
        asking, restoring = (told, put_back) if self.provider.told else (whole, restore)
        text = sound(asking(self.pieces))
        if len(text.encode()) <= self.provider.limit:
            answer = readable(text, await _call(self.provider, text, self.language))
            if (english := restoring(self.pieces, answer)) is not None:
                return _Found(english, "answered", await self._read(text, answer))
        return await self._singly()

    async def _singly(self) -> _Found:
        gate = asyncio.Semaphore(_AT_ONCE)

        async def one(text: str) -> str:
            if len(text.encode()) > self.provider.limit:
                raise NoTranslation("too long")
            async with gate:
                return tidy(readable(text, await _call(self.provider, text, self.language)), text)

        sources = [sound(p.text) for p in self.pieces if p.kind == "text"]
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(one(text)) for text in sources]
        except ExceptionGroup as errors:
            raise errors.exceptions[0] from None
        english = [task.result() or source for task, source in zip(tasks, sources, strict=True)]
        _differ(sources, english)
        lasting = await self._read(" ".join(sources), " ".join(english))
        return _Found(join(self.pieces, english), "answered in pieces", lasting)

    async def _read(self, source: str, answer: str) -> bool:
        """Whether it is worth remembering; raises NoTranslation where it is none. Long ones in a thread."""
        if self.provider.rough:
            self.review.rough(source, answer)
            return False
        if len(answer) > _LONG:
            return await asyncio.to_thread(self.review.read, source, answer, self.language)
        return self.review.read(source, answer, self.language)


def _differ(sources: Sequence[str], english: Sequence[str]) -> None:
    """Raises NoTranslation where a sentence is the answer to whatever is asked."""
    same = len({fold(s) for s in sources}) > 1 and len({fold(e) for e in english}) == 1
    if same and len(english[0].split()) >= _SENTENCE:
        raise NoTranslation("the same for every piece")


async def _call(provider: Provider, text: str, language: str) -> str:
    for _ in range(_RETRIES):
        try:
            return await provider.translate(text, language)
        except Unavailable as error:
            if not error.retry:
                raise
        await asyncio.sleep(_BACKOFF)
    return await provider.translate(text, language)
