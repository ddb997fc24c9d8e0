"""PromptTranslator: decide, protect, look up, ask once for all who want the same, put back."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.translating import Outcome, Translation
from bot.translation.by_word import Stretch
from bot.translation.cache import PERSON, Cache
from bot.translation.chain import Answer, Attempt, Chain
from bot.translation.detect import Detector, Verdict
from bot.translation.missing import take_out
from bot.translation.protect import Piece, split
from bot.translation.providers.base import Unavailable
from bot.translation.restore import framed
from bot.translation.romanised import tell as romanised
from bot.translation.signs import core
from bot.translation.text import normalise, words

log = logging.getLogger(__name__)
_LONG = 400  # characters; longer prompts are looked at in a thread


@dataclass(frozen=True)
class Plan:
    """What is to be done with a prompt: its language, and its pieces with English parts made leaves."""

    verdict: Verdict
    pieces: tuple[Piece, ...]

    @property
    def needed(self) -> bool:
        """Whether anything is to be translated."""
        return any(p.kind == "text" for p in self.pieces)

    @property
    def source(self) -> str:
        """The language that is asked to be translated from: the one that `translated` is written in."""
        language = self.verdict.language
        return romanised.written_in(language) if self.verdict.romanised else language

    @property
    def translated(self) -> tuple[str, ...]:
        """What is to be translated, piece by piece."""
        return tuple(p.text for p in self.pieces if p.kind == "text")

    @property
    def kept(self) -> tuple[str, ...]:
        """What goes through untouched, commas and spaces aside."""
        return tuple(p.text.strip() for p in self.pieces if p.kind in ("leaf", "mark") and p.text.strip())


@dataclass(frozen=True)
class Account:
    """A translation and how it came about.

    Attributes:
        reason: what decided about the language, in English.
        translated: the stretches of the prompt that were to be translated.
        attempts: the providers that were considered.
        remembered: whether the answer was known already.
        seconds: all in all.
    """

    translation: Translation
    reason: str
    translated: tuple[str, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    remembered: bool = False
    seconds: float = 0.0


class PromptTranslator:
    """The `Translator` port over a chain of providers.

    Use `build_translator`. `warm` loads what the first prompt would wait for; `close` lets go of connections.
    """

    def __init__(self, chain: Chain, *, cache: Cache, detector: Detector) -> None:
        self._chain = chain
        self._cache = cache
        self._detector = detector
        self._flights: dict[tuple[str, str], asyncio.Task[Answer]] = {}

    def tell(self, tried: Callable[[Attempt], object]) -> None:
        """Tells of each attempt of a provider from now on."""
        self._chain.tried = tried

    async def translate(self, prompt: str, language: str | None = None, *, person: str = "") -> Translation:
        """See `bot.ports.Translator`."""
        return (await self.account(prompt, language, person=person)).translation

    async def account(self, prompt: str, language: str | None = None, *, person: str = "") -> Account:
        """As `translate`, with what was decided and who was asked."""
        start = time.perf_counter()
        try:
            account = await self._work(prompt, language, person)
        except Exception:
            log.exception("translating a prompt of %d characters failed", len(prompt))
            account = Account(Translation(prompt, prompt, "und", "failed"), "an error, see the log")
        return replace(account, seconds=time.perf_counter() - start)

    async def correct(self, prompt: str, english: str, *, person: str = "") -> None:
        """See `bot.ports.Translator`."""
        try:
            await self._cache.correct(normalise(prompt), english.strip(), person)
        except Exception:
            log.exception("a correction could not be saved")

    async def plan(self, prompt: str, language: str | None = None) -> Plan:
        """What would be translated, without doing it."""
        if len(prompt) > _LONG or not self._detector.loaded:
            return await asyncio.to_thread(self._plan, prompt, language)
        return self._plan(prompt, language)

    async def forget(self, texts: Collection[str]) -> None:
        """See `Translator`. Prompts that vary are asked about in parts, and in other orders than they are typed in."""
        typed = "\n".join(map(normalise, texts))
        there = {*words(typed)}
        if typed:
            await self._cache.forget(lambda text: text in typed or there.issuperset(words(text)))

    async def warm(self) -> None:
        """Loads the detector and whatever providers load."""
        await asyncio.to_thread(self._detector.load)
        for link in self._chain.links:
            try:
                await link.provider.warm()
            except Unavailable as error:
                log.warning("translator %s is not ready: %s", link.provider.name, error)

    async def close(self) -> None:
        """Ends what is under way and closes every provider."""
        for flight in tuple(self._flights.values()):
            flight.cancel()
        for link in self._chain.links:
            await link.provider.close()

    async def _work(self, prompt: str, hint: str | None, person: str) -> Account:
        text = normalise(prompt)
        corrected = await self._cache.correction(text, person)
        plan = await self.plan(prompt, hint)
        verdict = plan.verdict
        same = Translation(
            prompt, prompt, verdict.language, "unchanged", confidence=verdict.confidence, kept=plan.kept
        )
        account = Account(same, verdict.reason, plan.translated)
        if corrected is not None:
            return _remembered(account, corrected, PERSON)
        if not plan.needed:
            return account
        if cached := await self._cache.get(text, verdict.language, self._lasting):
            return _parted(_remembered(account, cached.english, cached.provider))
        answer = await self._ask_once(text, plan)
        provider = answer.provider
        english = prompt if provider is None else answer.english
        translation = replace(
            same,
            english=english,
            outcome=_outcome(answer, verdict),
            provider=provider.name if provider else None,
            unanswered=provider is not None and any(attempt.silent for attempt in answer.attempts),
        )
        return _parted(replace(account, translation=translation, attempts=answer.attempts))

    @property
    def _lasting(self) -> list[str]:
        """Providers whose answers are worth remembering."""
        return [link.provider.name for link in self._chain.links if not link.provider.rough]

    async def _ask_once(self, text: str, plan: Plan) -> Answer:
        """One call for everybody who wants the same now; nobody's leaving stops it for the others."""
        key = (text, plan.verdict.language)
        if (flight := self._flights.get(key)) is None:
            flight = asyncio.create_task(self._ask(text, plan), name="translate")
            self._flights[key] = flight
            flight.add_done_callback(lambda _: self._flights.pop(key, None))
        return await asyncio.shield(flight)

    async def _ask(self, text: str, plan: Plan) -> Answer:
        before, pieces, behind = core(plan.pieces)
        answer = await self._chain.translate(pieces, plan.source)
        english = framed(before, pieces, behind, answer.english).strip()
        if answer.provider is not None and answer.lasting:
            await self._cache.put(text, plan.verdict.language, answer.provider.name, english)
        return replace(answer, english=english)

    def _plan(self, prompt: str, hint: str | None) -> Plan:
        self._detector.load()
        pieces = split(normalise(prompt))
        segments = [list(group) for _, group in groupby(range(len(pieces)), _Segments(pieces))]
        texts = [" ".join(pieces[i].text for i in s if pieces[i].kind == "text") for s in segments]
        verdict = self._detector.judge(texts, hint)
        kept = {i for s, f in zip(segments, verdict.foreign, strict=True) if not f for i in s}
        merged = _merged(pieces, kept)
        if verdict.romanised:
            merged = _with_digits(merged, verdict.language)
        return Plan(verdict, tuple(self._cut(merged, verdict)))

    def _cut(self, pieces: Sequence[Piece], verdict: Verdict) -> Iterator[Piece]:
        """Pieces with English words and names among those to translate as leaves; words in their language's letters."""
        for piece in pieces:
            if piece.kind != "text":
                yield piece
                continue
            stretches = self._detector.cut(piece.text, verdict.language, typed=verdict.romanised)
            for part in _pieces(piece.text, stretches):
                native = part.kind == "text" and verdict.romanised
                yield Piece("text", romanised.native(part.text, verdict.language)) if native else part


class _Segments:
    """Numbers the parts of a list: commas, `|`, line ends and BREAK part it."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._number = 0

    def __call__(self, index: int) -> int:
        piece = self._pieces[index]
        parts = piece.kind == "comma" or (
            piece.kind == "mark"
            and (piece.text.strip().startswith(("|", "｜", "BREAK", "AND")) or "\n" in piece.text)
        )
        self._number += parts
        return self._number


def _pieces(text: str, stretches: Sequence[Stretch]) -> Iterator[Piece]:
    """A text's stretches as pieces: words to translate, leaves, and what stands between them."""
    end = 0
    for stretch in stretches:
        if between := text[end : stretch.start]:
            yield Piece("mark", between)
        yield Piece("text" if stretch.foreign else "leaf", text[stretch.start : stretch.stop])
        end = stretch.stop
    if behind := text[end:]:
        yield Piece("mark", behind)


def _merged(pieces: Sequence[Piece], kept: set[int]) -> list[Piece]:
    """Pieces with the words of kept parts as leaves, neighbours among those joined into one."""
    result: list[Piece] = []
    for i, piece in enumerate(pieces):
        if piece.kind != "text" or i not in kept:
            result.append(piece)
            continue
        leaf = Piece("leaf", piece.text)
        if len(result) > 1 and result[-1].kind == "comma" and result[-2].kind == "leaf":
            leaf = Piece("leaf", result[-2].text + result[-1].text + piece.text)
            del result[-2:]
        result.append(leaf)
    return result


def _outcome(answer: Answer, verdict: Verdict) -> Outcome:
    """What became of a prompt. Words that no dictionary has and nobody translates, though all were asked, are names."""
    if answer.provider is not None:
        return "word-for-word" if answer.provider.rough else "translated"
    heard = bool(answer.attempts) and all(a.heard for a in answer.attempts)
    return "unchanged" if heard and not verdict.known else "failed"


def _parted(account: Account) -> Account:
    """With what a translated prompt says is missing taken out of it."""
    translation = account.translation
    if translation.outcome not in ("translated", "word-for-word"):
        return account
    english, negative = take_out(translation.english, translation.kept)
    return replace(account, translation=replace(translation, english=english, negative=negative))


def _with_digits(pieces: Sequence[Piece], language: str) -> list[Piece]:
    """Pieces with what looks like a token, but is a word whose digits are letters, among the words: ma3a."""
    result: list[Piece] = []
    for piece in pieces:
        if piece.kind == "leaf" and piece.text.isalnum() and romanised.knows(piece.text, language):
            piece = Piece("text", piece.text)
        gap = len(result) > 1 and result[-1].text == " " and result[-2].kind == "text"
        if piece.kind == "text" and gap:
            piece = Piece("text", result[-2].text + result[-1].text + piece.text)
            del result[-2:]
        result.append(piece)
    return result


def _remembered(account: Account, english: str, provider: str) -> Account:
    same = account.translation
    outcome: Outcome = "unchanged" if english == same.original else "translated"
    translation = replace(same, english=english, outcome=outcome, provider=provider)
    return replace(account, translation=translation, remembered=True)
