"""Finds the glossary's words in a text: the longest match first, affixes split off, the rest as it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.translation.glossary.dictionary import Dictionary
from bot.translation.glossary.wordfile import Entry

UNKNOWN = "u"
_LATIN = re.compile(r"[A-Za-z0-9]+")
_PAIR = re.compile(r"[A-Za-z0-9]{2}")
_DIGITS = re.compile(r"(?<![A-Za-z\d])\d{1,4}(?![A-Za-z\d])")
_COUNTED = re.compile(r"(?<!\d)(\d{1,4})\s(?=[^\W\da-zA-Z])")
_MOST_DIGITS = 4
_BEHIND_ITS_LETTER = "\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3"  # vowels of Thai and Lao
_BEFORE_ITS_LETTER = "\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4"
_MAX_AFFIXES = 4
_LONGEST_FORM = (
    80  # characters; no word or phrase of the glossary is as long, nor one written together of some
)


@dataclass(frozen=True)
class Token:
    """A word of the text in English, and its kind: a value of `wordfile.KINDS`, or `UNKNOWN`.

    Attributes:
        plural: whether it is more than one.
        noun: what an adjective is as a noun, if it is one.
        shown: how a whole group stands in the text, as one and as many; empty for a word.
        described: whether the group has adjectives in it.
    """

    english: str
    kind: str
    plural: bool = False
    shown: tuple[str, ...] = ()
    noun: str = ""
    described: bool = False


def find_tokens(text: str, book: Dictionary, ending: bool = False) -> list[Token]:
    """The text as tokens, in its own order; `ending` where it may begin with an ending of what stood before it."""
    return list(_spaced(text, book, ending) if book.spaced else _unspaced(text, book))


def _spaced(text: str, book: Dictionary, ending: bool) -> Iterator[Token]:
    parts = text.split()
    forms = [book.plain(part) for part in parts]
    start = 0
    if ending and parts and text[:1] == parts[0][:1] and (endings := _endings(forms, book)) is not None:
        yield from endings
        start = 1
    while start < len(parts):
        if number := _number(parts[start], book, last=start + 1 == len(parts)):
            yield number
            start += 1 + _counter(forms, start + 1, book)
            continue
        for end in range(min(len(parts), start + book.longest), start, -1):
            if tokens := _parse(" ".join(forms[start:end]), book):
                yield from tokens
                start = end + (tokens[-1].kind == "m" and _counter(forms, end, book))
                break
        else:
            yield Token(parts[start], UNKNOWN)
            start += 1


@lru_cache(maxsize=8192)
def _parse(form: str, book: Dictionary, affixes: int = 0) -> tuple[Token, ...] | None:
    """A word or phrase: as it stands, without affixes, or as a compound of known words.

    What is known of its parts is remembered: there are many ways to take a compound apart.
    """
    if len(form) > _LONGEST_FORM:
        return None
    if word := book.forms.get(form):
        return (Token(*word, noun=book.noun(form)),)
    half, _, other = form.partition("-")
    if half == other and (word := book.find(half)):
        return (Token(*word, plural=True),)
    if word := book.inflected(form):
        return (Token(*word, plural=_is_plural(form, book), noun=book.noun(form)),)
    if affixes < _MAX_AFFIXES and (tokens := _without_affix(form, book, affixes + 1)):
        return tokens
    if word := book.find(form):
        return (Token(*word, plural=_is_plural(form, book), noun=book.noun(form)),)
    return _compound(form, book) if book.settings.get("compounds") == "yes" and not affixes else None


def _without_affix(form: str, book: Dictionary, affixes: int) -> tuple[Token, ...] | None:
    for affix in book.prefixes:
        rest = form.removeprefix(affix.form)
        if len(rest) > 1 and rest != form and (tokens := _parse(rest, book, affixes)):
            return (_token(affix), *tokens)
    for affix in book.suffixes:
        rest = form.removesuffix(affix.form)
        if rest and rest != form and (tokens := _parse(rest, book, affixes)):
            first = (_token(affix), *tokens) if affix.kind == "a" else (*tokens, _token(affix))
            return tuple(t for t in first if t.kind != "x") or None
    return None


def _endings(forms: list[str], book: Dictionary) -> list[Token] | None:
    """What the first word says where it is nothing but endings; None where it is a word."""
    if any(_parse(" ".join(forms[:end]), book) for end in range(min(len(forms), book.longest), 0, -1)):
        return None
    rest = forms[0]
    found: list[Token] = []
    while rest and len(found) < _MAX_AFFIXES:
        affix = next((a for a in book.suffixes if rest.startswith(a.form)), None)
        if affix is None:
            return None
        found.append(_token(affix))
        rest = rest[len(affix.form) :]
    return None if rest else [t for t in found if t.kind != "x"]


def _number(word: str, book: Dictionary, *, last: bool) -> Token | None:
    """A number in digits, of any script, with what counts behind it or before another word."""
    digits = next((i for i, c in enumerate(word) if not c.isdecimal()), len(word))
    counter = book.plain(word[digits:]).lstrip("-")
    if not 0 < digits <= _MOST_DIGITS or (counter not in book.counters if counter else last):
        return None
    return Token(str(int(word[:digits])), "m")


def _counter(forms: list[str], place: int, book: Dictionary) -> int:
    """1 where a word only says what is counted, as in `3 ekor kucing`; not where it may be what is counted."""
    if place >= len(forms) or forms[place] not in book.counters:
        return 0
    return int(place + 1 < len(forms) or place > 1 or forms[place] not in book.forms)


def _token(affix: Entry) -> Token:
    return Token(affix.english, affix.kind)


def _is_plural(form: str, book: Dictionary) -> bool:
    ending = book.settings.get("plural")
    return bool(ending) and form.endswith(str(ending))


def _compound(form: str, book: Dictionary) -> tuple[Token, ...] | None:
    for cut in range(len(form) - 1, 0, -1):
        if (word := book.forms.get(form[:cut])) and (rest := _parse(form[cut:], book)):
            return (Token(*word), *rest)
    return None


def _unspaced(text: str, book: Dictionary) -> Iterator[Token]:
    for part in _COUNTED.sub(r"\1", text).split():
        plain = book.plain(part)
        yield from _characters(plain, part if len(part) == len(plain) else plain, book)


def _characters(text: str, shown: str, book: Dictionary) -> Iterator[Token]:
    start = unknown = 0
    while start < len(text):
        found = _digits(text, start, book) or _longest(text, start, book)
        if not found:
            run = _LATIN.match(text, start)
            start = run.end() if run else start + 1
            continue
        if unknown < start:
            yield Token(shown[unknown:start], UNKNOWN)
        form, (english, kind) = found
        yield Token(english, kind)
        start += len(form)
        if kind == "m":
            start = _counted(text, start, book) or start
        unknown = start
    if unknown < start:
        yield Token(shown[unknown:start], UNKNOWN)


def _digits(text: str, start: int, book: Dictionary) -> tuple[str, tuple[str, str]] | None:
    """A number in digits with what counts behind it, as a word."""
    digits = _DIGITS.match(text, start)
    if digits is None or not (end := _counted(text, digits.end(), book)):
        return None
    return text[start:end], (str(int(digits[0])), "m")


def _counted(text: str, start: int, book: Dictionary) -> int:
    """Where what counts ends, behind a number; 0 where there is none, or it is the beginning of a longer word."""
    counter = next((c for c in book.counters if text.startswith(c, start)), "")
    word = _longest(text, start, book)
    return start + len(counter) if counter and (not word or len(word[0]) <= len(counter)) else 0


def _parts(text: str, place: int) -> bool:
    """Whether a word may end there: not within a letter and its marks and vowels, as Thai writes them around it."""
    if not 0 < place < len(text):
        return True
    return not (
        unicodedata.category(text[place]).startswith("M")
        or text[place] in _BEHIND_ITS_LETTER
        or text[place - 1] in _BEFORE_ITS_LETTER
    )


def _longest(text: str, start: int, book: Dictionary) -> tuple[str, tuple[str, str]] | None:
    if not _parts(text, start):
        return None
    for end in range(min(len(text), start + book.longest), start, -1):
        if (
            (word := book.forms.get(text[start:end]))
            and not _PAIR.fullmatch(text, end - 1, end + 1)
            and _parts(text, end)
        ):
            return text[start:end], word
    return None
