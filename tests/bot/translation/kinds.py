"""Prompts of each kind that went wrong for somebody, and what must hold in their English.

corpus/kinds has a file a kind, and a case a line: what the person speaks, the prompt ("⏎" ends a line), what must hold,
and in answers.tsv what a service says. What must hold is a list of these:

    cat             this word, and what is listed behind it comes behind it; "cat|cats" is one of both
    ,  ;            a comma; a comma or a line's end
    +cat            this word, anywhere; "a␣cat" has a space in it
    !cat            not this word
    ~cat            not this word either: it is in the negative prompt
    ×1              nothing is said twice
    $               no letters but Latin outside quotes
    =  ==           the prompt as it is; and that without a warning that nobody could translate it
    is:hi|ur        it is foreign, and told to be in one of these languages
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.translation.chain import Chain
from bot.translation.options import TranslationOptions
from bot.translation.providers.glossary import Glossary
from bot.translation.text import scripts
from bot.translation.translator import PromptTranslator
from tests.bot.translation.stand_ins import DETECTOR, MemoryCache, StandIn

FOLDER = Path(__file__).parent / "corpus" / "kinds"
KINDS = sorted(path.stem for path in FOLDER.glob("*.tsv"))
_ORDERED = {",": r",", ";": r"[,\n]"}
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|「[^」]*」|'[^']*'")


@dataclass(frozen=True)
class Case:
    """A line of the corpus; `answer` is what a service says, "" where none is asked."""

    language: str
    prompt: str
    holds: tuple[str, ...]
    answer: str = ""


@dataclass(frozen=True)
class Outcome:
    """A case, its English, and what of it did not hold."""

    case: Case
    english: str
    amiss: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.case.prompt!r} -> {self.english!r}: {' '.join(self.amiss)}"


def cases(kind: str) -> list[Case]:
    """The cases of a kind, in the order of the file."""
    lines = (FOLDER / f"{kind}.tsv").read_text("utf-8").splitlines()
    return [_case(*line.split("\t")) for line in lines]


async def outcomes(kind: str) -> AsyncIterator[Outcome]:
    """What becomes of a kind's cases with the glossary alone, or behind a service that says what the case has.

    The cases of "unknown" come one after the other to the same translator, since words that nobody knows must not
    change what becomes of the next ones.
    """
    shared = _translator()
    for case in cases(kind):
        translator = shared if kind == "unknown" else _translator(case.answer)
        yield await _outcome(case, translator, told=kind != "language")
        if translator is not shared:
            await translator.close()
    await shared.close()


def amiss(case: Case, english: str, negative: str = "") -> Iterable[str]:
    """What of the words that must hold does not."""
    said, at = _QUOTED.sub("", english), 0
    for hold in case.holds:
        sign, word = hold[0], hold[1:].replace("␣", " ")
        if hold == "×1":
            bad = any(n > 1 for w, n in Counter(re.findall(r"\w{4,}", english.lower())).items())
        elif hold == "$":
            bad = any(script != "Latin" for script in scripts(said))
        elif sign == "+":
            bad = _find(word, english, 0) is None
        elif sign == "!":
            bad = _find(word, said, 0) is not None
        elif sign == "~":
            bad = _find(word, english, 0) is not None or _find(word, negative, 0) is None
        elif hold.startswith(("=", "is:")):
            continue
        else:
            found = _find(hold.replace("␣", " "), english, at)
            bad, at = found is None, found or at
        if bad:
            yield hold


def _case(language: str, prompt: str, holds: str, answer: str = "") -> Case:
    return Case(language, prompt.replace("⏎", "\n"), tuple(holds.split()), answer)


def _translator(answer: str = "") -> PromptTranslator:
    service = [StandIn(lambda _: answer)] if answer else []
    chain = Chain([*service, Glossary(TranslationOptions())], 5.0, DETECTOR)
    return PromptTranslator(chain, cache=MemoryCache(), detector=DETECTOR)


async def _outcome(case: Case, translator: PromptTranslator, *, told: bool) -> Outcome:
    hint = case.language if told else None
    translation = await translator.translate(case.prompt, hint)
    wrong = list(amiss(case, translation.english, translation.negative))
    for hold in case.holds:
        if hold.startswith("="):
            changed = translation.english != case.prompt
            wrong += [hold] * (changed or (hold == "==" and translation.outcome == "failed"))
        elif hold.startswith("is:"):
            plan = await translator.plan(case.prompt, hint)
            wrong += [hold] * (not plan.needed or plan.verdict.language not in hold[3:].split("|"))
    shown = translation.language if case.holds[0].startswith("is:") else translation.english
    return Outcome(case, shown, tuple(wrong))


def _find(word: str, english: str, start: int) -> int | None:
    """Where the first of the word, or of its alternatives, ends."""
    found = _pattern(word).search(english, start)
    return found.end() if found else None


def _pattern(word: str) -> re.Pattern[str]:
    if word in _ORDERED:
        return re.compile(_ORDERED[word])
    words = "|".join(re.escape(w) for w in word.split("|"))
    plural = "" if word.endswith("s") else "(?:e?s)?"
    before, behind = (r"(?<!\w)" if word[0].isalnum() else ""), (r"(?!\w)" if word[-1].isalnum() else "")
    return re.compile(f"{before}(?:{words}){plural}{behind}", re.IGNORECASE)
