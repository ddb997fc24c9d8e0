"""Takes what an English prompt says is missing out of it, for the negative prompt: models draw what they read.

`a cat without a hat` is a cat, and no hat; `a street with (no cars:1.2), rain` a street, rain, and no (cars:1.2).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.translation.protect import Piece, split
from bot.translation.restore import shows
from bot.translation.signs import pairs

BEINGS = frozenset(
    "cat kitten dog puppy girl boy man woman child children person people baby king queen prince princess knight horse "
    "bird fox wolf rabbit bear tiger lion elephant monkey dragon robot astronaut samurai warrior wizard witch fairy "
    "mermaid angel grandmother grandfather mother father friend couple cow sheep goat chicken duck fish owl eagle "
    "deer".split()
)
"""Who, named after an "and", is in the picture and not one more thing that somebody is without."""
_WORD = r"[^\W_][\w'’-]*+"
_STOPS = (
    "in on at under above below by near behind between beside over with without from into through against around along "
    "across inside outside while but as like during before after to for is are was were who that which where next and "
    "or nor of made not no no-one covered filled surrounded a an the any some"
)
_NOUNS = "building ring king wing string thing clothing painting ceiling railing lightning earring evening morning "
_NOUNS += "wedding swing spring drawing lighting writing icing sibling duckling"
_ING = rf"(?!(?:{'|'.join(_NOUNS.split())})s?\b)[a-z]{{2,20}}ing\b"
_OBJECT = rf"(?!(?:{'|'.join(_STOPS.split())}|{_ING})\b){_WORD}"
_ARTICLE = r"(?:(?:a|an|the|any|some|his|her|its|their|single|a single)\s+)?"
_THING = rf"{_ARTICLE}{_OBJECT}(?:\s+{_OBJECT}){{0,4}}"
_THINGS = (
    rf"{_THING}(?:\s+of\s+{_THING})?(?:\s+(?:or|nor)\s+(?:any\s+)?{_THING}"
    rf"|\s+and\s+(?!(?:a|an|the|one|two|three)\b){_THING}){{0,3}}"
)
_BOTH = (
    rf"(?:a|an)\s+{_OBJECT}(?:\s+{_OBJECT}){{0,2}}\s+and\s+(?:a|an)\s+"
    rf"(?!(?:{_WORD}\s+){{0,2}}(?:{'|'.join(sorted(BEINGS))})\b){_OBJECT}(?:\s+{_OBJECT}){{0,2}}"
)
_AIMED = (
    r"(?:looking|staring|gazing|glancing|peeking|pointing|aiming|waving|shouting|barking|growling)\s+at"
    rf"|(?:looking|waiting|searching)\s+for|{_ING}(?:\s+(?:to|towards?|into|onto|through))?"
)
_PLACED = (
    r"on|in|against|over|under|above|below|behind|between|beside|near|by|along|across|around|with|next\s+to"
)
_STAYING = (
    "sitting|standing|lying|leaning|resting|sleeping|kneeling|perching|hanging|floating|looking|staring|playing|"
    "swimming|walking|running|jumping|climbing|riding|flying|dancing|fighting|talking"
)
_DOING = rf"(?:(?:{_STAYING})\s+(?:{_PLACED})\s+{_THING}|(?:{_AIMED})(?:\s+{_THING})?)"
_LEAD = r"(?:\b(?:and|but|that|which|who|where|there|it|he|she|they)\s+){0,3}"
_HAVING = (
    r"(?:wear|wearing|have|having|hold|holding|carry|carrying|contain|containing|show|showing|with|got|has)"
)
_NOT_LATER = r"(?!\s+(?:only|longer|matter|less|more|doubt|just|yet)\b)"
_MISSING = (
    r"(?:(?:completely|entirely|totally)\s+)?(?:without|lacking|devoid\s+of|free\s+of)(?:\s+having)?"
    r"|(?:(?:with|has|have|having|is|are|there\s+is|there\s+are|wearing|holding)\s+)?(?-i:no|No(?=\s[a-z]))"
    + _NOT_LATER
)
_NOT = (
    rf"(?:is|are|was|were|do|does|did|has|have)(?:n['’]t|\s+not){_NOT_LATER}|not(?=\s+(?:{_HAVING}|{_ING})\b)"
)
_BEFORE = rf"{_LEAD}\b(?:{_MISSING}|(?:{_NOT})(?:\s+{_HAVING}\b)?)"
_SAID = re.compile(rf"{_BEFORE}\s+(?P<what>{_DOING}|{_BOTH}|{_THINGS})", re.IGNORECASE)
_OPEN = re.compile(rf"{_BEFORE}(?:\s(?:a|an|the|any|some))?$", re.IGNORECASE)
_AROUND = r"(?:\s+else\b)?(?:\s+around\b(?!\s+(?:a|an|the|it|him|her|them|his|its|their)\b))?"
_NOBODY = re.compile(rf"{_LEAD}\b(?:with\s+)?(?:nobody|no[ -]one)\b{_AROUND}", re.IGNORECASE)
_LEADING = re.compile(rf"^{_ARTICLE}", re.IGNORECASE)
_JOINS = re.compile(r"\s(?:or|nor|and)\s+(?:any\s+)?", re.IGNORECASE)
_BEFORE_STOP = re.compile(r"\s(?=[.!?])")
_SPACES, _BEFORE_COMMA = re.compile(r"(?<=\S)[^\S\n]{2,}"), re.compile(r"(?<![^\S\n])[^\S\n]++(?=,)")
_LEFT = re.compile(
    r"(?:(?:and|but|with|wearing|having|holding|the|a|an|that|who|which|is|has|are)(?: |$))*+", re.IGNORECASE
)
_DANGLING = re.compile(r"\s(?:and|but|with|that|who|which|where)$", re.IGNORECASE)


def take_out(english: str, kept: Sequence[str] = ()) -> tuple[str, str]:
    """The prompt without what is said to be missing, and that, parted by commas.

    Brackets and their weights go with what is in them. A prompt that says nothing else stays as it is.

    Args:
        english: a translation.
        kept: what somebody typed in English, which stays.
    """
    taking = _Taking(split(english))
    for i, piece in enumerate(tuple(taking.pieces)):
        typed = any(piece.text in words for words in kept)
        if piece.kind == "text" and taking.pieces[i] is piece and not typed:
            taking.read(i)
    rest = _tidied([p for p in taking.pieces if p.text])
    return (rest, ", ".join(taking.missing)) if any(c.isalnum() for c in rest) else (english, "")


class _Taking:
    """A prompt's pieces, of which those that say what is missing become empty, one after the other.

    Attributes:
        pieces: what is left.
        missing: what was taken.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = list(pieces)
        self.missing: list[str] = []
        self._closing = pairs(pieces)

    def read(self, place: int) -> None:
        """Takes what a stretch of words says is missing, with the bracket around it if that is all there is in it."""
        text, missing, opened = _read(self.pieces[place].text)
        if opened:
            end = _next(self.pieces, place, self._closing)
            if not end:
                return
            missing.append("".join(p.text for p in self.pieces[place + 1 : end + 1]).strip())
            self._clear(place + 1, end)
        if not missing:
            return
        self.pieces[place] = Piece("text", text)
        if not text and self._closing.get(place - 1) == place + 1:
            opening, closing = self.pieces[place - 1].text, self.pieces[place + 1].text
            missing = [f"{opening}{', '.join(missing)}{closing}".strip()]
            self._clear(place - 1, place + 1)
        self.missing += missing

    def _clear(self, first: int, last: int) -> None:
        self.pieces[first : last + 1] = [Piece("mark", "")] * (last + 1 - first)


def _read(text: str) -> tuple[str, list[str], bool]:
    """A stretch of words without what is missing, what that is, and whether it is said behind the stretch."""
    missing: list[str] = []

    def take(found: re.Match[str]) -> str:
        missing.extend(_LEADING.sub("", thing) for thing in _JOINS.split(found["what"]))
        return " "

    def nobody(_: re.Match[str]) -> str:
        missing.append("people")
        return " "

    rest = _SAID.sub(take, _NOBODY.sub(nobody, text))
    opened = _OPEN.search(rest)
    if opened:
        rest = rest[: opened.start()]
    if missing or opened:
        rest = _DANGLING.sub("", " ".join(rest.split()))
        rest = _BEFORE_STOP.sub("", rest)
        if _LEFT.fullmatch(rest):
            rest = ""
    return rest, missing, bool(opened)


def _next(pieces: Sequence[Piece], place: int, closing: Mapping[int, int]) -> int:
    """The end of the bracket or leaf that follows, 0 where none does."""
    for i in range(place + 1, len(pieces)):
        piece = pieces[i]
        if piece.kind == "mark" and not shows(piece):
            continue
        if piece.kind == "leaf":
            return i
        return closing.get(i, 0)
    return 0


def _tidied(pieces: Sequence[Piece]) -> str:
    """The pieces as a prompt: no comma beside nothing, no space too many."""
    kept: list[Piece] = []
    for piece in pieces:
        last = next((p for p in reversed(kept) if shows(p)), None)
        if piece.kind == "comma" and (last is None or last.kind == "comma" or "\n" in last.text):
            continue
        if piece.kind == "mark" and "\n" in piece.text:
            while kept and (kept[-1].kind == "comma" or not kept[-1].text.strip()):
                kept.pop()
            if not kept:
                continue
        kept.append(piece)
    while kept and (kept[-1].kind == "comma" or not kept[-1].text.strip()):
        kept.pop()
    line = "".join(p.text for p in kept)
    return _SPACES.sub(" ", _BEFORE_COMMA.sub("", line)).strip()
