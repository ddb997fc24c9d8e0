"""Tells whether words in Latin letters are of a language that is written in others, and writes them in those."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.translation.english import lent
from bot.translation.names.known import given
from bot.translation.romanised.index import LANGUAGES, find, index, joined
from bot.translation.romanised.spelling import key

_WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")
_JAPANESE_GAP = re.compile(r"(?<=[\u3040-\u9fff]) (?=[\u3040-\u9fff])")
_ARABIC_GAP = re.compile(r"(?<!\S)((?:و )?ال|و) (?=[\u0620-\u064a])")
_KOREAN_GAP = re.compile(r"(?<=[가-힣]) (?=(?:을|를|이|가|은|는|의|에|에서|와|과|로|으로|도)(?:\s|$))")
_OWN, _SMALL, _SHARED, _ENGLISH, _LETTER = 1.0, 0.6, 0.5, 0.2, 0.2
"""What a word is worth: nobody else's; one between the others; another language's too; English too; a letter."""
_LEAST, _SHARE = 1.5, 0.55
_HINTED_LEAST, _HINTED_SHARE = 0.9, 0.45
_ACCENTED = "vi"  # nobody who types its accents leaves some of them out
_SHORT = 3  # letters of a word that may be anything
_URDU = 0.15  # share of words that makes Hindi Urdu


Ordinary = Callable[[str], frozenset[str]]
"""The languages that have a lower-case word in Latin letters."""


@dataclass(frozen=True)
class Told:
    """Which language words are in, and how surely; `worth` is what its words are worth together."""

    language: str
    worth: float


def load() -> None:
    """Reads the words of every language."""
    for language in LANGUAGES:
        index(language)


def words_of(text: str) -> list[str]:
    """The words of a text; digits may stand for letters: ma3a."""
    return [w for w in _WORD.findall(text.lower()) if not w.isdigit()]


def tell(text: str, hint: str | None, ordinary: Ordinary) -> Told | None:
    """The language of a text in Latin letters, if it is one of those written in others.

    Args:
        hint: the person's language.
        ordinary: the languages that have a word as it is.
    """
    found = words_of(text)
    others = [ordinary(word) for word in found]
    if not found or (all("en" in o for o in others) and hint not in (*LANGUAGES, "ur")):
        return None
    rival = Counter(language for o in others for language in o)
    typed = [language for language in LANGUAGES if language != _ACCENTED or text.isascii()]
    told = [t for language in typed if (t := _told(language, found, others, hint, rival))]
    best = max(told, key=lambda t: t.worth, default=None)
    if best and best.language == "hi" and (hint == "ur" or _is_urdu(found)):
        return Told("ur", best.worth)
    return best


def native(text: str, language: str) -> str:
    """A text's words as the language writes them; those that are not known stay."""
    written = written_in(language)
    spans = [m.span() for m in _WORD.finditer(text)]
    words = [text[a:b].lower() for a, b in spans]
    result, end = "", 0
    for start, stop, word in joined(written, words):
        if word:
            result += text[end : spans[start][0]] + word
            end = spans[stop - 1][1]
    return _spaced(result + text[end:], written)


def _spaced(text: str, language: str) -> str:
    """Words that the language writes together with those before or behind them."""
    if language == "ja":
        return _JAPANESE_GAP.sub("", text)
    if language == "ar":
        return _ARABIC_GAP.sub(r"\1", text)
    return _KOREAN_GAP.sub("", text) if language == "ko" else text


def knows(word: str, language: str) -> bool:
    """Whether a word is one of the language's."""
    return find(written_in(language), word.lower()) is not None


def amid_english(text: str, language: str, ordinary: Ordinary) -> bool:
    """Whether some word of a text can be of no other language."""
    others = lent() | given()
    return text.isascii() and any(
        len(w) > _SHORT and w not in others and not ordinary(w) and knows(w, language) for w in words_of(text)
    )


def is_typed(word: str) -> bool:
    """Whether a word is one of any of these languages."""
    return any(knows(word, language) for language in LANGUAGES)


def reads(language: str) -> bool:
    """Whether a language is one of these."""
    return written_in(language) in LANGUAGES


def written_in(language: str) -> str:
    """The language that `native` writes: Urdu in the letters and words of Hindi."""
    return "hi" if language == "ur" else language


def _told(
    language: str,
    words: Sequence[str],
    others: Sequence[frozenset[str]],
    hint: str | None,
    rivals: Mapping[str, int],
) -> Told | None:
    small, worth, strange = index(language).small, 0.0, 0.0
    for start, stop, written in joined(language, list(words)):
        for i in range(start, stop):
            if written and stop - start > 1:
                worth += _OWN if "en" not in others[i] else _SHARED
            elif written:
                worth += _worth(words[i], key(language, words[i]) in small, others[i], language)
            else:
                strange += "en" in others[i]
    hinted = written_in(hint or "") == language
    least, share = (_HINTED_LEAST, _HINTED_SHARE) if hinted else (_LEAST, _SHARE)
    rival = max((n for other, n in rivals.items() if other not in (language, "en")), default=0)
    if worth < least or worth < share * len(words) or worth <= strange or (rival >= worth and not hinted):
        return None
    return Told(language, worth + hinted)


def _worth(word: str, small: bool, others: frozenset[str], language: str) -> float:
    if len(word) == 1:
        return _LETTER
    if not others - {language}:
        return _OWN if word not in lent() else _SHARED
    if small:
        return _SMALL
    return _ENGLISH if "en" in others else _SHARED


def _is_urdu(words: Sequence[str]) -> bool:
    urdu = index("hi").urdu
    return sum(key("hi", word) in urdu for word in words) >= _URDU * len(words)
