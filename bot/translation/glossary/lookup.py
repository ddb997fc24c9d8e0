"""Finds the glossary's words in a text: the longest match first, affixes split off, the rest as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.translation.glossary.dictionary import Dictionary
from bot.translation.glossary.wordfile import Entry

UNKNOWN = "u"
_LATIN = re.compile(r"[A-Za-z0-9]+")
_PAIR = re.compile(r"[A-Za-z0-9]{2}")
_MAX_AFFIXES = 4
_LONGEST_FORM = (
    80  # characters; no word or phrase of the glossary is as long, nor one written together of some
)


@dataclass(frozen=True)
class Token:
    """A word of the text in English, and its kind: a value of `wordfile.KINDS`, or `UNKNOWN`.

    Attributes:
        plural: whether it is more than one.
        shown: how a whole group stands in the text, as one and as many; empty for a word.
    """

    english: str
    kind: str
    plural: bool = False
    shown: tuple[str, ...] = ()


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
        for end in range(min(len(parts), start + book.longest), start, -1):
            if tokens := _parse(" ".join(forms[start:end]), book):
                yield from tokens
                start = end
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
        return (Token(*word),)
    half, _, other = form.partition("-")
    if half == other and (word := book.find(half)):
        return (Token(*word, plural=True),)
    if word := book.inflected(form):
        return (Token(*word, plural=_is_plural(form, book)),)
    if affixes < _MAX_AFFIXES and (tokens := _without_affix(form, book, affixes + 1)):
        return tokens
    if word := book.find(form):
        return (Token(*word, plural=_is_plural(form, book)),)
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
    for part in text.split():
        plain = book.plain(part)
        yield from _characters(plain, part if len(part) == len(plain) else plain, book)


def _characters(text: str, shown: str, book: Dictionary) -> Iterator[Token]:
    start = unknown = 0
    while start < len(text):
        found = _longest(text, start, book)
        if not found:
            run = _LATIN.match(text, start)
            start = run.end() if run else start + 1
            continue
        if unknown < start:
            yield Token(shown[unknown:start], UNKNOWN)
        form, (english, kind) = found
        yield Token(english, kind)
        start = unknown = start + len(form)
    if unknown < start:
        yield Token(shown[unknown:start], UNKNOWN)


def _longest(text: str, start: int, book: Dictionary) -> tuple[str, tuple[str, str]] | None:
    for end in range(min(len(text), start + book.longest), start, -1):
        if (word := book.forms.get(text[start:end])) and not _PAIR.fullmatch(text, end - 1, end + 1):
            return text[start:end], word
    return None
