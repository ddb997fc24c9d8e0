"""Which language a prompt is in, and which of its parts need English.

Letters other than Latin need English at once. In Latin letters a prompt is too short for statistics alone
("gato", "kucing"), so every word is a witness: English dictionary, prompt tags and artists speak for English; the
glossary's words and a statistical detector for the languages the operator expects; the person's own language tips
the scale. Names speak for nobody. Without a witness against it a prompt is left as it is; where English and another
language are mixed, each word is judged by itself.
"""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from bot.translation import by_script
from bot.translation.by_script import other_letters
from bot.translation.by_word import Stretch, stretches
from bot.translation.english import lent, loans
from bot.translation.glossary.dictionary import dictionary
from bot.translation.names.find import Span, blank, find_names
from bot.translation.names.known import load as load_names
from bot.translation.romanised import tell as romanised
from bot.translation.text import has_emoji, has_letters, words
from bot.translation.vocabulary import vocabulary
from bot.translation.witnesses import READ, SURE, Witnesses, english_weight

_ALIASES = {"fil": "tl", "nb": "no", "nn": "no", "iw": "he", "in": "id", "ji": "yi", "cmn": "zh", "jw": "jv"}
_MARGIN = 0.4
_LENDERS = frozenset(("fr", "it", "es", "de", "pt", "nl"))  # languages that English takes words from
_LENT = 0.4  # share of a part's words that is no loan any more
_TELLING = 3  # letters of a word that tells something by itself
_SHORT = 5  # letters of a word whose stem may be anything
_HALF = 0.5  # what it is worth otherwise, for the person's language
_KNOWN = (
    1.0  # what makes a part mixed: a word that the person's or the other parts' language has, or a sure one
)


@dataclass(frozen=True)
class Verdict:
    """What a prompt is in.

    Attributes:
        language: BCP 47 without region, "en" for English, "und" where nothing speaks for any language,
            "und-Zsye" for emoji alone.
        confidence: 0 to 1.
        reason: what decided it, in one clause of English, for whoever looks inside.
        foreign: for each part of the prompt, whether it needs English.
        mixed: whether it is English but for single words.
        known: whether a dictionary has any word of what needs English: else it may be names.
        romanised: whether it is in Latin letters though the language is written in others.
    """

    language: str
    confidence: float
    reason: str
    foreign: tuple[bool, ...]
    mixed: bool = False
    known: bool = True
    romanised: bool = False


def base_language(tag: str | None) -> str | None:
    """A language without region and script, as this package names it ("pt-BR" is "pt", "fil" is "tl")."""
    if not tag:
        return None
    base = tag.replace("_", "-").split("-")[0].lower()
    return _ALIASES.get(base, base)


class Detector:
    """Tells languages apart; thread-safe. `load` reads 5 MB and takes about a second: keep it off the event loop."""

    def __init__(self, languages: Sequence[str]) -> None:
        self._languages = frozenset(languages)
        self._witnesses = Witnesses(self._languages | {"en"})
        self._loading = threading.Lock()
        self.loaded = False

    def load(self) -> None:
        """Reads what `judge` needs; further calls return at once."""
        if self.loaded:
            return
        with self._loading:
            self._witnesses.load()
            by_script.load()
            romanised.load()
            load_names()
            for language in self._languages:
                dictionary(language)
            self.loaded = True

    def judge(self, parts: Sequence[str], hint: str | None = None) -> Verdict:
        """Decides about the parts of one prompt, parted by commas and the like.

        Args:
            parts: words only, their syntax taken out.
            hint: the person's language, if known.
        """
        hint = base_language(hint)
        if not any(has_letters(part) for part in parts):
            return self._wordless(parts)
        bare = [blank(part[:READ], self._names(part[:READ], hint)) for part in parts]
        other = sum((other_letters(part) for part in bare), Counter[str]())
        if not other:
            return self._in_latin_letters(bare, hint)
        language = by_script.language_of(other, " ".join(bare)[:READ], hint, self._witnesses.ranks_among)
        foreign = tuple(bool(other_letters(p)) or self._is_foreign(p, hint) for p in bare)
        return Verdict(language, 0.9 if by_script.is_shared(other) else 1.0, "script", foreign)

    def cut(self, text: str, language: str, *, typed: bool = False) -> list[Stretch]:
        """What of a foreign part's text is to be translated from this language, and what stays as it is.

        Args:
            typed: whether it is in Latin letters though the language is written in others.
        """
        if not has_letters(text):
            return [Stretch(0, len(text), foreign=True)]
        own = partial(romanised.knows, language=language) if typed else None
        return stretches(text, language, self._names(text, language), self._witnesses, own)

    def _names(self, part: str, language: str | None) -> list[Span]:
        german = language == "de"
        return find_names(part, self._witnesses.ordinary, typed=romanised.is_typed, german=german)

    def _wordless(self, parts: Sequence[str]) -> Verdict:
        foreign = tuple(has_emoji(p) for p in parts)
        return Verdict("und-Zsye" if any(foreign) else "und", 1.0, "no words", foreign)

    def _in_latin_letters(self, parts: Sequence[str], hint: str | None) -> Verdict:
        if verdict := self._romanised(parts, hint):
            return verdict
        verdict = self._latin(parts, hint)
        return verdict if any(verdict.foreign) else self._typed_amid_english(parts, hint) or verdict

    def _romanised(self, parts: Sequence[str], hint: str | None) -> Verdict | None:
        """What is typed in Latin letters though its language is written in others; None where it is not."""
        told = romanised.tell(loans().sub(" ", " ".join(parts).lower()), hint, self._witnesses.ordinary)
        if told is None:
            return None
        foreign = tuple(self._has_words_of(part, told.language) for part in parts)
        reason = f"words of {told.language} in Latin letters"
        return Verdict(told.language, 0.8, reason, foreign, romanised=True) if any(foreign) else None

    def _typed_amid_english(self, parts: Sequence[str], hint: str | None) -> Verdict | None:
        """The same for single words of the person's language among English ones."""
        if hint is None or not romanised.reads(hint):
            return None
        ordinary = self._witnesses.ordinary
        left = [loans().sub(" ", part.lower()) for part in parts]
        foreign = tuple(romanised.amid_english(part, hint, ordinary) for part in left)
        reason = f"words of {hint} in Latin letters among English ones"
        return Verdict(hint, 0.6, reason, foreign, mixed=True, romanised=True) if any(foreign) else None

    def _has_words_of(self, part: str, language: str) -> bool:
        found = romanised.words_of(part)
        known = [w for w in found if romanised.knows(w, language)]
        return 2 * len(known) >= len(found) and any("en" not in self._witnesses.ordinary(w) for w in known)

    def _latin(self, parts: Sequence[str], hint: str | None) -> Verdict:
        alone = sum(bool(words(part)) for part in parts) == 1
        scores = [self._witnesses.scores(part, hint, alone) for part in parts]
        total: defaultdict[str, float] = defaultdict(float)
        for score in scores:
            lead = max((v for name, v in score.items() if name != "en"), default=0.0)
            if lead > score["en"]:
                for name, v in score.items():
                    total[name] += v * (name != "en")
        if not total:
            return self._mixed(parts, scores, hint)
        language, weight = max(total.items(), key=lambda item: item[1])
        whole = [s.get(language, 0.0) > s["en"] + _MARGIN for s in scores]
        if not any(whole):
            return self._mixed(parts, scores, hint)
        against = sum(s["en"] for s, f in zip(scores, whole, strict=True) if f)
        rival = sorted(total.values())[-2] if len(total) > 1 else 0.0
        confidence = weight / (weight + 0.5 * rival + against + 0.3)
        foreign = tuple(
            w or self._evidence(p).get(language, 0.0) >= _KNOWN for w, p in zip(whole, parts, strict=True)
        )
        known = any(
            f and self._evidence(p, language).get(language) for p, f in zip(parts, foreign, strict=True)
        )
        return Verdict(language, round(confidence, 2), f"words of {language}", foreign, known=known)

    def _mixed(
        self, parts: Sequence[str], scores: Sequence[Mapping[str, float]], hint: str | None
    ) -> Verdict:
        """A prompt no part of which is another language's as a whole: still, there may be words of one."""
        found = [self._evidence(part, hint) for part in parts]
        total: Counter[str] = sum((Counter(f) for f in found), Counter())
        language = max(
            total, key=lambda name: (name == hint and total[name] >= _KNOWN, total[name]), default="en"
        )
        least = _KNOWN if language == hint else SURE
        foreign = tuple(
            f.get(language, 0.0) >= least and (language == hint or not _may_be_lent(f, part))
            for f, part in zip(found, parts, strict=True)
        )
        sure = sum(s["en"] for s in scores)
        if any(foreign):
            confidence = total[language] / (total[language] + sure)
            reason = f"words of {language} among English ones"
            return Verdict(language, round(confidence, 2), reason, foreign, mixed=True)
        reason = "English words" if sure else "nothing known"
        return Verdict("en" if sure else "und", round(min(1.0, sure / 2), 2), reason, foreign)

    def _evidence(self, part: str, hint: str | None = None) -> dict[str, float]:
        """What words that English has not say for other languages; for the person's, those of both as well."""
        found: defaultdict[str, float] = defaultdict(float)
        shared = 0
        for word in words(loans().sub(" ", part.lower())):
            testimony = self._witnesses.testimony(word, 0.0)
            if english_weight(word):
                shared += testimony.get(hint or "", 0.0) >= SURE and len(word) > _TELLING
            elif len(word) < _TELLING and word.isascii():
                found[hint or ""] += _HALF * (hint in testimony)
            elif word not in lent():
                for language, worth in testimony.items():
                    found[language] += worth
                if hint and hint not in testimony:
                    found[hint] += self._in_dictionary(word, hint)
        if hint and found[hint]:
            found[hint] += _HALF * shared
        return {language: worth for language, worth in found.items() if worth}

    def _in_dictionary(self, word: str, language: str) -> float:
        """What a word says that the language's dictionary has in another form, or in a phrase."""
        book = dictionary(language)
        if book is None or language == "en":
            return 0.0
        form = book.plain(word)
        if len(form) > _SHORT and book.find(form):
            return _KNOWN
        if form in book.forms or (form in vocabulary(language) and len(form) > _TELLING):
            return _KNOWN
        return _HALF * (form in vocabulary(language))

    def _is_foreign(self, part: str, hint: str | None) -> bool:
        """Whether Latin letters within a prompt in another script need English as well."""
        scores = self._witnesses.scores(part, hint, alone=False)
        return max((v for name, v in scores.items() if name != "en"), default=0.0) > scores["en"] + 0.5


def _may_be_lent(evidence: Mapping[str, float], part: str) -> bool:
    """Whether a foreign word or two in English may be loans that no dictionary has yet: "mercado style food stall"."""
    strange = sum(not english_weight(word) for word in words(part) if len(word) > 1)
    return bool(evidence.keys() & _LENDERS) and strange < 2 and strange < _LENT * len(words(part))
