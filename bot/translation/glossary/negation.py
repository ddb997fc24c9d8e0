"""Turns "not" and "no" into what English says of something that is missing: not wearing a hat, without a hat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from bot.translation.glossary.lookup import UNKNOWN, Token
from bot.translation.missing import BEINGS

_WITHOUT = "without"
_NOMINAL = frozenset({"d", "m", "r", "a", "n", UNKNOWN})
_HAVING = ("with", "having")


def negated(tokens: Iterable[Token], *, behind: bool, verbal: bool) -> list[Token]:
    """The tokens with every "not" joined to its verb, or said as "without" before a noun.

    Args:
        tokens: in the language's own order.
        behind: whether "not" follows its verb.
        verbal: whether "without" stands where verbs do (Chinese), not where prepositions do.
    """
    without = Token(_WITHOUT, "v" if verbal else "p")
    found: list[Token] = []
    waits = False  # a "not" whose word is to come
    for token in (t for t in tokens if t.kind != "x"):
        if token.kind == "z":
            if behind and found and _is_verb(found[-1]):
                found[-1] = _turned(found[-1], without)
            else:
                waits = not (found and _is_negative(found[-1]))
        elif waits and _is_verb(token):
            found.append(_turned(token, without))
            waits = False
        elif _is_verb(token) and found and found[-1].english == _WITHOUT:  # without wearing a hat
            found[-1] = _turned(token, without)
        elif waits and token.kind not in "rcsog":
            found.append(token if _is_negative(token) else without)
            if token.kind != "p":
                found.append(token)
            waits = False
        elif not (token.english == "of" and found and _is_negative(found[-1])):  # "pas de chapeau"
            found.append(token)
    return list(_neither(found))


def _neither(tokens: list[Token]) -> Iterator[Token]:
    """The tokens, "or" in place of the "and" that joins something missing to what is missing before it."""
    missing = False
    for i, token in enumerate(tokens):
        if token.kind == "c" and token.english == "and" and missing and _goes_on(tokens[i + 1 :]):
            yield replace(token, english="or")
            continue
        missing = token.english == _WITHOUT or (missing and token.kind in _NOMINAL)
        yield token


def _goes_on(rest: list[Token]) -> bool:
    """Whether what follows is a thing like the one before, not somebody new in the picture."""
    nominal = list(takewhile(lambda t: t.kind in _NOMINAL, rest))
    return bool(nominal) and not any(t.kind in "dm" or t.english in BEINGS for t in nominal)


def _is_verb(token: Token) -> bool:
    return token.kind == "v" and not _is_negative(token)


def _is_negative(token: Token) -> bool:
    return token.english == _WITHOUT or token.english.startswith("not ")


def _turned(verb: Token, without: Token) -> Token:
    return without if verb.english in _HAVING else replace(verb, english=f"not {verb.english}")
