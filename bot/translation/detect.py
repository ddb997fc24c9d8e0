"""Which language a prompt is in, and which of its parts need English.

Letters other than Latin need English at once. In Latin letters a prompt is too short for statistics alone
("gato", "kucing"), so every word is a witness: English dictionary, prompt tags and artists speak for English; the
glossary's words and a statistical detector for the languages the operator expects; the person's own language tips
the scale. Without a witness against it a prompt is left as it is.
"""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.translation.english import loans, prompt_words
from bot.translation.glossary.dictionary import english, latin
from bot.translation.text import has_emoji, has_letters, script, scripts, unaccented, words

_BY_SCRIPT = {
    "Hangul": "ko", "Kana": "ja", "Han": "zh", "Arabic": "ar", "Devanagari": "hi", "Cyrillic": "ru", "Greek": "el",
    "Hebrew": "he", "Thai": "th", "Bengali": "bn", "Tamil": "ta", "Telugu": "te", "Kannada": "kn",
    "Malayalam": "ml", "Gujarati": "gu", "Gurmukhi": "pa", "Armenian": "hy", "Georgian": "ka", "Khmer": "km",
    "Lao": "lo", "Myanmar": "my", "Sinhala": "si", "Ethiopic": "am", "Tibetan": "bo", "Mongolian": "mn",
}  # fmt: skip
_SHARED = {
    "Arabic": ("ar", "fa", "ur", "ps", "ckb", "ug"),
    "Cyrillic": ("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "tg", "mn", "tt"),
    "Devanagari": ("hi", "mr", "ne", "sa"),
    "Han": ("zh", "ja", "yue"),
    "Hebrew": ("he", "yi"),
    "Bengali": ("bn", "as"),
}
_TELLING = {
    "uk": "іїєґ", "be": "ўі", "sr": "ђјљњћџ", "mk": "ѓќѕ", "kk": "әғқңөұүһ", "fa": "پچژگکی", "ur": "ٹڈڑںےہھ",
    "ru": "ыэё", "bg": "",
}  # fmt: skip
_DENSE = ("Han", "Kana", "Hangul")  # one letter can be a word
_ALIASES = {"fil": "tl", "nb": "no", "nn": "no", "iw": "he", "in": "id", "ji": "yi", "cmn": "zh", "jw": "jv"}
_SURE, _KNOWN, _TAG, _COMMON = 1.5, 1.0, 1.6, 1.2
_STATISTICS, _HINT, _MARGIN, _LETTER = 1.6, 0.7, 0.4, 0.7
_OWN = 0.3  # evidence of its own that a person's language needs before it counts for more
_SHARED_WORD = 0.3  # how much less a word says for another language that is English as well
_OWN_LETTERS = {
    "ů": "cs", "ě": "cs", "ř": "cs", "ł": "pl", "ą": "pl", "ę": "pl", "ż": "pl", "ő": "hu", "ű": "hu", "ı": "tr",
    "ğ": "tr", "ş": "tr", "ș": "ro", "ț": "ro", "ơ": "vi", "ư": "vi", "ạ": "vi", "ế": "vi", "ệ": "vi", "đ": "vi",
    "ß": "de", "ã": "pt", "õ": "pt", "ñ": "es", "ľ": "sk",
}  # fmt: skip
_PRIOR = {"ru": 4.0, "ar": 2.0, "hi": 2.0, "zh": 2.0}  # commoner than what shares their script
_READ = 2_000  # characters are plenty to tell a language


@dataclass(frozen=True)
class Verdict:
    """What a prompt is in.

    Attributes:
        language: BCP 47 without region, "en" for English, "und" where nothing speaks for any language,
            "und-Zsye" for emoji alone.
        confidence: 0 to 1.
        reason: what decided it, in one clause of English, for whoever looks inside.
        foreign: for each part of the prompt, whether it needs English.
    """

    language: str
    confidence: float
    reason: str
    foreign: tuple[bool, ...]


def base_language(tag: str | None) -> str | None:
    """A language without region and script, as this package names it ("pt-BR" is "pt", "fil" is "tl")."""
    if not tag:
        return None
    base = tag.replace("_", "-").split("-")[0].lower()
    return _ALIASES.get(base, base)


class Detector:
    """Tells languages apart; thread-safe. `load` reads 5 MB and takes about a second: keep it off the event loop."""

    def __init__(self, languages: Sequence[str]) -> None:
        self._languages = frozenset(languages) | {"en"}
        self._loading = threading.Lock()
        self.loaded = False

    def load(self) -> None:
        """Reads what `judge` needs; further calls return at once."""
        if self.loaded:
            return
        with self._loading:
            _ = self._statistics, self._witnesses, english(), prompt_words()
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
        other = sum((_other_letters(part[:_READ]) for part in parts), Counter[str]())
        if not other:
            return self._latin(parts, hint)
        language = self._by_script(other, " ".join(parts)[:_READ], hint)
        foreign = tuple(bool(_other_letters(p)) or self._is_foreign(p, hint) for p in parts)
        return Verdict(language, 0.9 if other.most_common(1)[0][0] in _SHARED else 1.0, "script", foreign)

    def _wordless(self, parts: Sequence[str]) -> Verdict:
        foreign = tuple(has_emoji(p) for p in parts)
        return Verdict("und-Zsye" if any(foreign) else "und", 1.0, "no words", foreign)

    def _by_script(self, letters: Counter[str], text: str, hint: str | None) -> str:
        if letters["Kana"]:
            return "ja"
        name = letters.most_common(1)[0][0]
        shared = _SHARED.get(name)
        if not shared:
            return _BY_SCRIPT.get(name, "und")
        if hint in shared:
            return str(hint)
        if name == "Han":
            return "zh"
        expected = [name for name in shared if name in self._languages] or [shared[0]]
        telling = Counter({name: sum(text.count(c) for c in _TELLING.get(name, "")) for name in expected})
        best, count = telling.most_common(1)[0]
        if count:
            return best
        ranks = self._ranks(text)
        return max(expected, key=lambda name: ranks.get(name, 0.0) * _PRIOR.get(name, 1.0))

    def _latin(self, parts: Sequence[str], hint: str | None) -> Verdict:
        alone = sum(bool(words(part)) for part in parts) == 1
        scores = [self._scores(part, hint, alone) for part in parts]
        total: defaultdict[str, float] = defaultdict(float)
        for score in scores:
            lead = max((v for name, v in score.items() if name != "en"), default=0.0)
            if lead > score["en"]:
                for name, v in score.items():
                    total[name] += v * (name != "en")
        if not total:
            sure = sum(s["en"] for s in scores)
            return Verdict(
                "en" if sure else "und",
                round(min(1.0, sure / 2), 2),
                "English words" if sure else "nothing known",
                (False,) * len(parts),
            )
        language, weight = max(total.items(), key=lambda item: item[1])
        foreign = tuple(s.get(language, 0.0) > s["en"] + _MARGIN for s in scores)
        if not any(foreign):
            return Verdict("en", 0.5, "no words that are surely of another language", foreign)
        against = sum(s["en"] for s, f in zip(scores, foreign, strict=True) if f)
        rival = sorted(total.values())[-2] if len(total) > 1 else 0.0
        confidence = weight / (weight + 0.5 * rival + against + 0.3)
        return Verdict(language, round(confidence, 2), f"words of {language}", foreign)

    def _is_foreign(self, part: str, hint: str | None) -> bool:
        """Whether Latin letters within a prompt in another script need English as well."""
        scores = self._scores(part, hint, alone=False)
        return max((v for name, v in scores.items() if name != "en"), default=0.0) > scores["en"] + 0.5

    def _scores(self, part: str, hint: str | None, alone: bool) -> Mapping[str, float]:
        loaned = loans().findall(part[:_READ].lower())
        found = words(loans().sub(" ", part[:_READ].lower()))
        scores: defaultdict[str, float] = defaultdict(float, en=_TAG * len(" ".join(loaned).split()))
        own: defaultdict[str, float] = defaultdict(float)  # by words that English has not
        unknown = 0
        for word in found:
            weight = _english_weight(word)
            scores["en"] += weight
            witnesses = self._testimony(word, weight)
            for language, worth in witnesses.items():
                (scores if weight else own)[language] += worth
            unknown += not weight and not witnesses
            for letter in set(word) & _OWN_LETTERS.keys() if not weight else ():
                own[_OWN_LETTERS[letter]] += _LETTER
        if unknown:
            share = _STATISTICS * min(1.0, len(part) / 20) * (0.5 + 0.5 * unknown / len(found))
            for language, probability in self._ranks(part[:_READ]).items():
                (scores if language == "en" else own)[language] += share * probability
        for language, worth in own.items():
            scores[language] += worth
        meant = alone and len(found) == 1 and {hint, f"{hint}+"} & set(self._witnesses.get(found[0], ()))
        if hint and hint != "en" and (own[hint] > _OWN or meant):
            scores[hint] += _HINT
        return scores

    def _testimony(self, word: str, english: float) -> dict[str, float]:
        """The languages that have the word, and how surely.

        A word that is English too says a little less for them; one with the very same meaning, as much.
        """
        names = self._witnesses.get(word) or self._witnesses.get(word.removesuffix("s"), ())
        worth = {"+": _SURE, "=": english or _KNOWN}
        most = english - _SHARED_WORD if english else _SURE
        return {
            n.rstrip("+="): worth["="] if n[-1] == "=" else min(most, worth.get(n[-1], _KNOWN)) for n in names
        }

    def _ranks(self, text: str) -> dict[str, float]:
        return dict(self._statistics.rank(text))

    @cached_property
    def _statistics(self) -> Any:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier

        identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
        identifier.set_languages(self._languages & set(identifier.labels))
        return identifier

    @cached_property
    def _witnesses(self) -> dict[str, tuple[str, ...]]:
        return latin(self._languages - {"en"})


def _english_weight(word: str) -> float:
    common, known, _ = english()
    if word in prompt_words() or unaccented(word) in prompt_words():
        return _TAG
    for form in (word, word.removesuffix("'s"), *word.split("-")):
        if form in common:
            return _COMMON
        if form in known:
            return _KNOWN
    return 0.0


def _other_letters(part: str) -> Counter[str]:
    """Letters of other scripts than Latin; not single ones, as in "a Δ shaped ship", where Latin words stand too."""
    counted = scripts(part)
    if counted["Latin"]:
        counted = sum(
            (scripts(w) for w in words(part) if len(w) > 2 or script(w[0]) in _DENSE), Counter[str]()
        )
    return Counter({name: n for name, n in counted.items() if name not in ("Latin", "Other")})
