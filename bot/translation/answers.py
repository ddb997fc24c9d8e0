"""Tells a translation from what services send instead of one, by its form alone."""

from __future__ import annotations

import html
import re

from bot.translation.unwrap import unwrapped

_PAGE = re.compile(
    r"<!doctype|<html|<head|<body|</?(?:div|p|title|script|h\d)\b|"
    r"\bError \d{3}\b|that[’'`]?s an error|that[’'`]s all we know|server error|"
    r"too many requests|unusual traffic|access denied|service unavailable|bad gateway|internal error",
    re.IGNORECASE,
)
_MYMEMORY = re.compile(
    r"MYMEMORY WARNING|YOU USED ALL AVAILABLE FREE TRANSLATIONS|QUERY LENGTH LIMIT|INVALID (?:SOURCE|TARGET) LANGUAGE|"
    r"IS AN INVALID|INVALID LANGUAGE PAIR|PLEASE SELECT TWO DISTINCT|NO QUERY SPECIFIED|INVALID EMAIL|"
    r"NO CONTENT PROVIDED|USAGELIMITS",
)
_REFUSAL = re.compile(
    r"\bas an? (?:AI|artificial intelligence|language model)\b|"
    r"\bI(?:['’`]m| am) (?:unable|not able|not allowed) to\b|"
    r"\bI (?:cannot|can['’`]?t|can not|won['’`]?t|will not|could ?n['’`]?t|could not|do not|don['’`]?t) "
    r"(?:feel comfortable|help|assist|translate|comply|provide|fulfil|process|answer|complete|respond|engage|"
    r"create|generate|understand|recogni[sz]e|do that|support)|"
    r"\b(?:I(?:['’`]m| am)? )?(?:sorry|apologi[sz]e),? (?:but |that )?I\b|"
    r"\b(?:cannot|can['’`]?t|could ?n['’`]?t|could not) be translated\b|"
    r"\btranslation (?:failed|error|(?:is )?not (?:available|possible|supported|found))|"
    r"\b(?:no|unable to find a) translation (?:was )?(?:found|available)|"
    r"\b(?:unsupported|unknown) language\b|\blanguage (?:is )?not supported\b|"
    r"\bviolates? .{0,40}(?:polic|guideline|terms)|\bagainst (?:my|our|the) (?:polic|guideline|terms)|"
    r"\bI must decline\b|\bunable to (?:translate|process|assist|comply|fulfil|help)|\buntranslatable\b|"
    r"\b(?:request|content|text|prompt|input) (?:(?:was|is|has been|cannot be|can['’`]?t be|could not be) )"
    r"(?:not (?:allowed|permitted|supported|translated)|blocked|filtered|flagged|rejected|processed|translated)",
    re.IGNORECASE,
)
_LOOP = re.compile(r"(\b\w+\b)(?:\W+\1\b){5,}", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_ASCII = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | str.maketrans(
    "、。،؛؟\u3000\u00a0", ",.,;?  "
)
_LONGEST_ENTITY = 8
"""Characters of an entity as services write one: `&quot;`, `&#8220;`."""


class NoTranslation(Exception):
    """What came back is no translation; the message says why, without quoting it."""


class NoAnswer(NoTranslation):
    """What came back is no answer at all but what a service that doesn't work says, whatever the words."""


def readable(source: str, answer: object) -> str:
    """The answer as plain text: entities, full-width signs and control characters resolved, its wrapping taken off.

    Raises:
        NoAnswer: it is empty, an error page, a quota notice, or far too long.
        NoTranslation: it is no language, or a refusal.
    """
    if not isinstance(answer, str):
        raise NoAnswer("not a text")
    most = 8 * len(source) + 200
    if len(answer) > _LONGEST_ENTITY * most:
        raise NoAnswer("far too long")
    text = _CONTROL.sub("", _unescaped(answer).translate(_ASCII)).strip()
    _refuse(source, text, most)
    return unwrapped(source, text)


def _refuse(source: str, text: str, most: int) -> None:
    if not any(c.isalnum() for c in text):
        raise NoAnswer("empty")
    if len(text) > most:
        raise NoAnswer("far too long")
    if _PAGE.search(text) and not _PAGE.search(source):
        raise NoAnswer("an error page")
    if _MYMEMORY.search(text):
        raise NoAnswer("a quota notice")
    if _REFUSAL.search(text) and not _REFUSAL.search(source):
        raise NoTranslation("a refusal")
    if _LOOP.search(text) and not _LOOP.search(source):
        raise NoTranslation("the same word over and over")


def _unescaped(answer: str) -> str:
    try:
        return html.unescape(answer)
    except ValueError:  # an entity of thousands of digits
        raise NoAnswer("not a text") from None
