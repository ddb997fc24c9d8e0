"""Prompts that are tried in several ways: `a {red,blue} ball` is a red ball and a blue one.

What stands in braces with commas is spread, one picture each; several braces, or nested ones, give every combination.
Braces with a `|` are the seed's choice (`engine.api.changing`) and stay. A comma within a side is written `\\,`. The
commas and braces of any keyboard will do: `｛红，蓝｝`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product, takewhile
from math import prod
from typing import NamedTuple

DEEPEST = 16
"""Open braces, one in the other; deeper ones stay text."""

_TOKEN = re.compile(r"\\.|[{｛}｝|｜,，、،]|[^\\{｛}｝|｜,，、،]+|\\", re.DOTALL)
_COMMA = re.compile(r"[,，、،]")
_BRACE_OR_BAR = re.compile(r"[{｛}｝|｜]")
_COMMAS, _BARS, _COMMA_AS_TEXT = ",，、،", "|｜", "\\,"


class Side(NamedTuple):
    """One way of a prompt: what was chosen in it, and all of it."""

    label: str
    text: str


class _Sign(str):
    """A comma or a bar that stands between the pieces of its braces."""


class _Choice(NamedTuple):
    """Braces whose sides are tried each."""

    sides: tuple[_Pieces, ...]


_Pieces = Sequence["str | _Choice"]


def ways(prompt: str) -> int:
    """How many pictures a prompt asks for; 1 where it has nothing to spread."""
    return _ways(_read(prompt))


def spread(prompt: str) -> tuple[Side, ...]:
    """Every way of a prompt, the last braces changing fastest. Ask `ways` before: there may be any number.

    >>> [side.text for side in spread("a {red,blue} ball")]
    ['a red ball', 'a blue ball']
    """
    pieces = _read(prompt)
    if not any(isinstance(piece, _Choice) for piece in pieces):
        return (Side("", prompt),)
    return tuple(
        Side(", ".join(filter(None, chosen)), " ".join("".join(told).split()))
        for told, chosen in _all(pieces)
    )


def side(prompt: str, image: int, images: int) -> Side:
    """The way of the prompt that one of so many pictures shows: the pictures of a way follow each other."""
    sides = spread(prompt)
    return sides[image * len(sides) // images]


def folded(texts: Sequence[str]) -> str:
    """One prompt that spreads to these texts: what they begin and end with stands once.

    >>> folded(["a red ball", "a blue ball"])
    'a {red,blue} ball'
    """
    if len(set(texts)) == 1:
        return texts[0]
    words = [text.split() for text in texts]
    before = _shared(words)
    after = _shared([each[before:][::-1] for each in words])
    middles = [" ".join(each[before : len(each) - after]) for each in words]
    first = words[0]
    whole = " ".join((*first[:before], _braces(middles), *first[len(first) - after :]))
    for told in (whole, _braces(texts)):
        if [each.text for each in spread(told)] == [" ".join(text.split()) for text in texts]:
            return told
    return _braces([_BRACE_OR_BAR.sub("", text) for text in texts])


def _shared(words: Sequence[Sequence[str]]) -> int:
    """How many words all of them begin with."""
    return sum(1 for _ in takewhile(lambda same: len(set(same)) == 1, zip(*words, strict=False)))


def _braces(sides: Sequence[str]) -> str:
    return "{" + ",".join(_COMMA.sub(r"\\,", each) for each in sides) + "}"


def _read(prompt: str) -> list[str | _Choice]:
    """The prompt in pieces; braces without a partner stay text."""
    opened: list[list[str | _Choice]] = [[]]
    for token in _TOKEN.findall(prompt):
        if token in "{｛" and len(opened) <= DEEPEST:
            opened.append([token])
        elif token in "}｝" and len(opened) > 1:
            closed = opened.pop()
            opened[-1] += _closed(closed, token)
        else:
            opened[-1].append(_Sign(token) if len(opened) > 1 and token in _COMMAS + _BARS else token)
    return [_plain(piece) for pieces in opened for piece in pieces]


def _closed(pieces: list[str | _Choice], closing: str) -> list[str | _Choice]:
    """What stands in the place of braces: a choice, or what they were."""
    signs = {str(piece) for piece in pieces if isinstance(piece, _Sign)}
    if not signs or signs & set(_BARS):
        return [*map(_plain, pieces), closing]
    sides: list[list[str | _Choice]] = [[]]
    for piece in pieces[1:]:
        if isinstance(piece, _Sign):
            sides.append([])
        else:
            sides[-1].append("," if piece == _COMMA_AS_TEXT else piece)
    return [_Choice(tuple(sides))]


def _plain(piece: str | _Choice) -> str | _Choice:
    return str(piece) if isinstance(piece, str) else piece


def _ways(pieces: _Pieces) -> int:
    return prod(sum(map(_ways, piece.sides)) for piece in pieces if isinstance(piece, _Choice))


def _all(pieces: _Pieces) -> Iterator[tuple[list[str], list[str]]]:
    """Every way, as its pieces and those of them that were chosen."""
    options = [
        [(" ".join("".join(told).split()), True) for each in piece.sides for told, _ in _all(each)]
        if isinstance(piece, _Choice)
        else [(piece, False)]
        for piece in pieces
    ]
    for told in product(*options):
        yield [text for text, _ in told], [text for text, chosen in told if chosen]
