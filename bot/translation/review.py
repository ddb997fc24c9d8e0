"""Reads a service's answer as a person would: is it English, all of it, and as much as was asked?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.translation.answers import NoTranslation
from bot.translation.detect import Detector
from bot.translation.english import prompt_words
from bot.translation.glossary.dictionary import english
from bot.translation.glossary.translate import word_for_word
from bot.translation.text import fold, script, scripts, unaccented

_HOLD = re.compile(r"\{\s*\d+\s*\}")
_WORD = re.compile(
    r"[^\W\d_](?:[^\s\d!-&(-,./:-@\[-`{-~،。、।؟？！：；，“”«»「」]*[^\W\d_'’-])?[\u0900-\u0dff\u0e31-\u0e4e]*"
)
"""A letter, and what stands with it up to a space or a stop: vowel signs are no letters."""
_PART = re.compile(r"[,;.\n]")
_SMALL = frozenset(
    "a an the of in on at to from by with and or is are as its his her their for into under over near".split()
)
_HANGING = frozenset("a an the of with and or from to for into its his her their my your".split())
_CUT = 0.45
"""The least share of the glossary's words that matter that an answer has; services say things in fewer words."""
_LEAST = 4  # words that matter, below which nobody can tell whether some are missing
_TELLING = 3  # letters of a word that may be of another language
_UNKNOWN = 0.5  # share of an answer's words that English does not know, from which on it is none


@dataclass(frozen=True)
class Review:
    """Reads answers with the detector that decided about the prompts."""

    detector: Detector

    def rough(self, source: str, answer: str) -> None:
        """What must be true of any answer, the glossary's too.

        Raises:
            NoTranslation: it says the same as the source, or is still in another script.
        """
        if fold(source) == fold(answer):
            raise NoTranslation("the text itself")
        letters = scripts(answer)
        if letters and letters["Latin"] < 0.5 * letters.total():
            raise NoTranslation("not in English")

    def read(self, source: str, answer: str, language: str) -> bool:
        """Whether an answer is worth remembering: nothing of the source is left in it.

        Args:
            source: what was to be translated, placeholders and all.
            answer: what came back, readable (`answers.readable`).
            language: the source's.

        Raises:
            NoTranslation: another language, half translated, or cut short.
        """
        source, answer = _HOLD.sub(" ", source), _HOLD.sub(" ", answer)
        self.rough(source, answer)
        rough = word_for_word(source, language) or ""
        names = _names(source) & _names(answer)
        left = [w for w in _left(source, answer) if w not in names]
        if rough and any(not _stands(word, rough) for word in left):
            raise NoTranslation("half translated")
        self._in_english(answer, {*left, *names, *_words(rough)}, source)
        _complete(answer, _words(rough), may_hang=_ends_small(source, rough, language))
        return not left

    def _in_english(self, answer: str, besides: set[str], source: str) -> None:
        """Judges an answer's words, other than those that may be names or that the glossary says too."""
        parts = [[w for w in _WORD.findall(p) if _plain(w) not in besides] for p in _PART.split(answer)]
        said = [word for part in parts for word in part]
        if any(script(w[0]) != "Latin" and w not in source for w in said):
            raise NoTranslation("not in English")
        matter = [w for w in said if len(w) > 1 and _plain(w) not in _SMALL]
        unknown = [w for w in matter if not _is_english(w) and not w[0].isupper()]
        if len(unknown) > 1 and len(unknown) >= _UNKNOWN * len(matter):
            raise NoTranslation("not in English")
        if self._foreign([" ".join(part) for part in parts if part]):
            raise NoTranslation("not in English")

    def _foreign(self, parts: list[str]) -> bool:
        """Whether the detector finds another language, or several of its words among English ones."""
        verdict = self.detector.judge(parts)
        foreign = [part for part, is_foreign in zip(parts, verdict.foreign, strict=True) if is_foreign]
        if not verdict.mixed:
            return bool(foreign)
        cut = [
            part[s.start : s.stop]
            for part in foreign
            for s in self.detector.cut(part, verdict.language)
            if s.foreign
        ]
        return sum(len(w) >= _TELLING for text in cut for w in _WORD.findall(text)) > 1


def _left(source: str, answer: str) -> Iterator[str]:
    """The answer's words that stand in the source as they are, English ones aside."""
    asked = {_plain(w) for w in _WORD.findall(source)}
    for word in map(_plain, _WORD.findall(answer)):
        foreign = script(word[0]) not in ("Latin", "Other")
        if (foreign and word in source.lower()) or (
            word in asked and not _is_english(word) and len(word) > 1
        ):
            yield word


def _stands(word: str, text: str) -> bool:
    """Whether a word stands in a text, in Latin letters as a whole one."""
    return word in (_words(text) if script(word[0]) == "Latin" else text.lower())


def _names(text: str) -> set[str]:
    """Words with a capital that stands for a name: not a first word's, nor one where nearly all have one."""
    found = list(_WORD.finditer(text))
    capital = [m.group()[0].isupper() for m in found]
    if sum(capital) > 2 and all(capital):
        return set()
    beside = [any(capital[max(i - 1, 0) : i] + capital[i + 1 : i + 2]) for i in range(len(found))]
    return {_plain(m.group()) for m, c, b in zip(found, capital, beside, strict=True) if c and b}


def _ends_small(source: str, rough: str, language: str) -> bool:
    """Whether the source's last word is a small one itself, or none that English has."""
    last = _words(source)[-1:]
    meaning = _words(word_for_word(last[0], language) or "") if last else []
    return {*meaning} <= _SMALL and not {*last} & {*_words(rough)}


def _complete(answer: str, expected: list[str], *, may_hang: bool) -> None:
    """Compares an answer with the words that the glossary makes of the source.

    Raises:
        NoTranslation: much of it is missing, or it ends in the midst of something.
    """
    said = _words(answer)
    most, least = (sum(w not in _SMALL for w in words) for words in (expected, said))
    if not least:
        raise NoTranslation("nothing but small words")
    hangs = expected and not may_hang and _hangs(answer, said[-1], expected)
    if hangs or (most >= _LEAST and least < _CUT * most):
        raise NoTranslation("cut short")


def _hangs(answer: str, last: str, expected: list[str]) -> bool:
    """Whether an answer ends in "the" or the like, in dots, or within a word."""
    if last in _HANGING or answer.rstrip().endswith(("...", "…")):
        return expected[-1] not in _SMALL
    if last in _SMALL and len(_words(answer)) < len(expected):
        return expected[-1] not in _SMALL
    if last in expected or not answer.lower().endswith(last) or (len(last) > 1 and _is_english(last)):
        return False
    return script(last[0]) == "Latin" and any(word.startswith(last) for word in expected)


def _words(text: str) -> list[str]:
    return [_plain(w) for w in _WORD.findall(text)]


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _is_english(word: str) -> bool:
    common, known, _ = english()
    plain = _plain(word)
    forms = (plain, plain.removesuffix("'s"), plain.removesuffix("s"), *plain.split("-"))
    return unaccented(plain) in prompt_words() or any(
        f in common or f in known or f in prompt_words() for f in forms
    )
