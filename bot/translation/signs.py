"""A prompt for the glossary, which is told what each sign of its syntax is, and its answer back with the syntax.

Other translators see all signs alike and must keep their order (`restore`). The glossary is ours: it may move a bracket
with all that is in it, as in `桌子上的(红苹果:1.2)`, (a red apple:1.2) on a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.translation.english import opens
from bot.translation.protect import QUOTES, Piece
from bot.translation.restore import shows
from bot.translation.text import unspaced

_SPACE = re.compile(r"\s+")
_SIGN = re.compile(r"\{(\d+)[()\"|]?\}|,")
_CLINGING = ".!?:;…"
_OPENING, _CLOSING = "([{（［｛", ")]}）］｝"
_TOGGLE = re.compile(r"\*{1,3}|_|~~")
_ASIDE = re.compile(r"by\s|https?:|www\.|embedding:", re.IGNORECASE)
_TOKEN = re.compile(r"<[^:<>]+>|__")


def told(pieces: Sequence[Piece]) -> str:
    """All pieces as one text whose signs say what they are: `{0(}` opens what `{2)}` closes, `{3"}` stands like a noun,
    `{4|}` parts what is beside it."""
    closing = pairs(pieces)
    means = dict.fromkeys(closing, "(") | dict.fromkeys(closing.values(), ")")
    return _SPACE.sub(" ", "".join(_shown(i, piece, means) for i, piece in enumerate(pieces))).strip()


def put_back(pieces: Sequence[Piece], answer: str) -> str | None:
    """The English prompt, or None where the answer to `told` hasn't each sign once."""
    commas = iter([i for i, p in enumerate(pieces) if p.kind == "comma"])
    places = [int(m[1]) if m[1] else next(commas, -1) for m in _SIGN.finditer(answer)]
    if sorted(places) != [i for i, p in enumerate(pieces) if p.kind != "text" and shows(p)]:
        return None
    words = _SIGN.sub("\0", answer).split("\0")
    closing = pairs(pieces)
    means = dict.fromkeys(closing, "(") | dict.fromkeys(closing.values(), ")")
    parts = [_words(words[0])]
    for place, said in zip(places, words[1:], strict=True):
        parts += [_sign(pieces, place, means), _words(said)]
    return _joined(part for part in parts if part.text)


class _Part(NamedTuple):
    """A stretch of the English prompt, and whether a space may stand before and behind it."""

    text: str
    before: bool = True
    behind: bool = True


def _shown(index: int, piece: Piece, means: Mapping[int, str]) -> str:
    if piece.kind == "text" or not shows(piece):
        return piece.text
    if piece.kind == "comma":
        return ", "
    if piece.kind == "leaf":
        return f"{{{index}{chr(34) if like_noun(piece) else '|'}}}"
    return f"{{{index}{means.get(index, '|')}}}"


def _words(said: str) -> _Part:
    said = said.strip()
    return _Part(said, said[:1] not in _CLINGING, said[-1:] not in "¿¡")


def _sign(pieces: Sequence[Piece], place: int, means: Mapping[int, str]) -> _Part:
    """A sign: brackets cling to what is in them, leaves stand like words, all others as they were typed."""
    piece = pieces[place]
    if piece.kind == "leaf":
        return _Part(piece.text)
    if place in means:
        return _Part(piece.english, means[place] == "(", means[place] == ")")
    left, right = (
        pieces[max(0, place - 1)].text[-1:],
        "".join(p.text[:1] for p in pieces[place + 1 : place + 2]),
    )
    typed = " " * (left.isspace() and place > 0) + piece.english
    apart = right.isspace() or (unspaced(right) and piece.english[-1:] not in " \n|:#¿¡")
    return _Part(typed + " " * apart, before=False, behind=False)


def _joined(parts: Iterator[_Part]) -> str:
    line, space = "", False
    for part in parts:
        line += " " * (space and part.before) + part.text
        space = part.behind
    return line


def core(pieces: Sequence[Piece]) -> tuple[Sequence[Piece], Sequence[Piece], Sequence[Piece]]:
    """What stands before the first words to translate, from there to the last, and the rest.

    Quotes and the like beside the words go with them, and a bracket is cut nowhere.
    """
    texts = [i for i, p in enumerate(pieces) if p.kind == "text"]
    first, last = _reach(pieces, texts[0], -1), _reach(pieces, texts[-1], 1)
    for start, end in pairs(pieces).items():
        if start < first <= end < last or first < start <= last < end:
            first, last = min(first, start), max(last, end)
    first, last = _reach(pieces, first, -1), _reach(pieces, last, 1)
    return pieces[:first], pieces[first : last + 1], pieces[last + 1 :]


def _reach(pieces: Sequence[Piece], place: int, step: int) -> int:
    """The last in a direction of what stands like a noun, with nothing but spaces between."""
    beyond = place + step
    while 0 <= beyond < len(pieces):
        piece = pieces[beyond]
        if piece.kind == "leaf" and like_noun(piece):
            place = beyond
        elif shows(piece):
            break
        beyond += step
    return place


def pairs(pieces: Sequence[Piece]) -> Mapping[int, int]:
    """Indices of marks that open something, and of those that close it; none of those that don't match."""
    found: dict[int, int] = {}
    open_: list[tuple[int, str, int]] = []  # marks, their signs, and how many of their brackets are open
    for i, piece in enumerate(pieces):
        sign = piece.text.strip() if piece.kind == "mark" else ""
        start = None
        if _TOGGLE.fullmatch(sign):
            if open_ and open_[-1][1] == sign:
                start = open_.pop()[0]
            else:
                open_.append((i, sign, 0))
        elif opening := sum(c in _OPENING for c in sign):
            open_.append((i, "", opening))
        elif closing := sum(c in _CLOSING for c in sign):
            start = _closed(open_, closing)
        if start is not None:
            found[start] = i
    return found


def like_noun(leaf: Piece) -> bool:
    """Whether it stands in its clause like a noun: quoted words, an embedding, `85mm`; not a URL, nor "by" somebody,
    nor English that says more of what is before it, "in space"."""
    text = leaf.text
    if text[0].isalnum():
        return not _ASIDE.match(text) and not (" " in text and opens(text.split(" ", 1)[0].lower()))
    return text[0] in QUOTES or bool(_TOKEN.match(text))


def _closed(open_: list[tuple[int, str, int]], count: int) -> int | None:
    """Closes so many brackets; the mark that opened them, where it is one and had no more."""
    while open_ and not open_[-1][2]:
        open_.pop()
    if open_ and open_[-1][2] == count:
        return open_.pop()[0]
    while count and open_:
        mark, sign, brackets = open_.pop()
        if brackets > count:
            open_.append((mark, sign, brackets - count))
        count -= min(count, brackets)
    return None
