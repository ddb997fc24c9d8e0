"""Words in Latin letters as witnesses: which languages they speak for, and how surely."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from copy import copy
from functools import cache, cached_property, lru_cache
from typing import Any

from bot.translation.english import loans, prompt_words
from bot.translation.glossary.dictionary import english, latin
from bot.translation.text import unaccented, words

SURE = 1.5
"""What a word is worth that a person wrote down as one of the language's."""
READ = 2_000
"""Characters are plenty to tell a language."""
_KNOWN, _TAG, _COMMON = 1.0, 1.6, 1.2
_STATISTICS, _HINT, _LETTER = 1.6, 0.7, 0.7
_OWN = 0.3  # evidence of its own that a person's language needs before it counts for more
_SHARED_WORD = 0.3  # how much less a word says for another language that is English as well
_OWN_LETTERS = {
    "ů": "cs", "ě": "cs", "ř": "cs", "ł": "pl", "ą": "pl", "ę": "pl", "ż": "pl", "ő": "hu", "ű": "hu", "ı": "tr",
    "ğ": "tr", "ş": "tr", "ș": "ro", "ț": "ro", "ơ": "vi", "ư": "vi", "ạ": "vi", "ế": "vi", "ệ": "vi", "đ": "vi",
    "ß": "de", "ã": "pt", "õ": "pt", "ñ": "es", "ľ": "sk",
}  # fmt: skip


class Witnesses:
    """What words and letters say for the languages that are expected."""

    def __init__(self, languages: frozenset[str]) -> None:
        self._languages = languages

    def load(self) -> None:
        """Reads what is asked below."""
        _ = self._statistics, self._by_word, english(), prompt_words()

    def scores(self, part: str, hint: str | None, alone: bool) -> Mapping[str, float]:
        """What speaks for each language in a part of a prompt.

        Args:
            hint: the person's language.
            alone: whether the prompt has no other part.
        """
        loaned = loans().findall(part[:READ].lower())
        found = words(loans().sub(" ", part[:READ].lower()))
        scores: defaultdict[str, float] = defaultdict(float, en=_TAG * len(" ".join(loaned).split()))
        own: defaultdict[str, float] = defaultdict(float)  # by words that English has not
        unknown = 0
        for word in found:
            weight = english_weight(word)
            scores["en"] += weight
            witnesses = self.testimony(word, weight)
            for language, worth in witnesses.items():
                (scores if weight else own)[language] += worth
            unknown += not weight and not witnesses
            for letter in set(word) & _OWN_LETTERS.keys() if not weight else ():
                own[_OWN_LETTERS[letter]] += _LETTER
        if unknown:
            share = _STATISTICS * min(1.0, len(part) / 20) * (0.5 + 0.5 * unknown / len(found))
            for language, probability in self.ranks(part[:READ]).items():
                (scores if language == "en" else own)[language] += share * probability
        for language, worth in own.items():
            scores[language] += worth
        if hint and hint != "en":
            meant = len(found) if alone and self._all_are(found, hint) else 0
            scores[hint] += _HINT * (meant or own[hint] > _OWN)
        return scores

    def testimony(self, word: str, english: float) -> dict[str, float]:
        """The languages that have the word, and how surely.

        A word that is English too says a little less for them; one with the very same meaning, as much.
        """
        worth = {"+": SURE, "=": english or _KNOWN}
        most = english - _SHARED_WORD if english else SURE
        return {
            n.rstrip("+="): worth["="] if n[-1] == "=" else min(most, worth.get(n[-1], _KNOWN))
            for n in self._names(word)
        }

    def ordinary(self, word: str) -> frozenset[str]:
        """The languages that have the lower-case word."""
        return frozenset(n.rstrip("+=") for n in self._names(word)) | (
            {"en"} if english_weight(word) else set()
        )

    def ranks(self, text: str) -> dict[str, float]:
        """How likely each expected language is by the letters alone."""
        return dict(self._statistics.rank(text))

    def ranks_among(self, languages: Sequence[str], text: str) -> dict[str, float]:
        """How likely each of these languages is by the letters alone."""
        return dict(_statistics_of(frozenset(languages)).rank(text))

    def _all_are(self, found: Sequence[str], language: str) -> bool:
        """Whether every word is one of the language, though English has them too with other meanings."""
        return bool(found) and all({language, f"{language}+"} & set(self._by_word.get(w, ())) for w in found)

    def _names(self, word: str) -> Sequence[str]:
        return self._by_word.get(word) or self._by_word.get(word.removesuffix("s"), ())

    @cached_property
    def _statistics(self) -> Any:
        return _statistics_of(self._languages)

    @cached_property
    def _by_word(self) -> dict[str, tuple[str, ...]]:
        return latin(self._languages - {"en"})


@cache
def _statistics_of(languages: frozenset[str]) -> Any:
    identifier = copy(_every_language())
    identifier.set_languages(languages & set(identifier.labels))
    return identifier


@cache
def _every_language() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@lru_cache(maxsize=8192)
def english_weight(word: str) -> float:
    """How surely a lower-case word is English as prompts have it; 0 where nothing says so."""
    common, known, _ = english()
    if word in prompt_words() or unaccented(word) in prompt_words():
        return _TAG
    for form in (word, word.removesuffix("'s"), *word.split("-")):
        if form in common:
            return _COMMON
        if form in known:
            return _KNOWN
    return 0.0
