"""Turns "not" and "no" into what English says of something that is missing: not wearing a hat, without a hat."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.translation.glossary.lookup import Token

_WITHOUT = "without"
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
            found += [token] if _is_negative(token) or token.kind == "p" else [without, token]
            waits = False
        elif not (token.english == "of" and found and _is_negative(found[-1])):  # "pas de chapeau"
            found.append(token)
    return found


def _is_verb(token: Token) -> bool:
    return token.kind == "v" and not _is_negative(token)


def _is_negative(token: Token) -> bool:
    return token.english == _WITHOUT or token.english.startswith("not ")


def _turned(verb: Token, without: Token) -> Token:
    return without if verb.english in _HAVING else replace(verb, english=f"not {verb.english}")
