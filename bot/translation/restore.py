"""A prompt's pieces as one text to translate, and the answer back in their place.

The text keeps commas, since they carry sense; all other syntax becomes `{0}`, `{1}`, ... What comes back must
have the same signs in the same order and words in the same places; otherwise the pieces are translated singly.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bot.translation.protect import Piece, split
from bot.translation.text import is_sign, unspaced

_HOLD = re.compile(r"\{\s*(\d{1,4})\s*\}")
_SIGN = re.compile(rf"[,;]|{_HOLD.pattern}")
_SYNTAX = re.compile(r"(?<!\w)['‘’]|['‘’](?!\w)|[()\[\]{}<>|\\\"“”„«»‹›「」『』《》$@,;]+|_{2,}|:+|\++|-{2,}")
_OPENING, _CLOSING = re.compile(r"[(\[{（［｛]"), re.compile(r"[)\]}）］｝][\d.+-]*$")
_WEIGHT = re.compile(r"\s?:\s?([+-]?[\d.]+)\s*$")
_KEYWORD = re.compile(r"\b(?:BREAK|AND|ADDCOMM|ADDCOL|ADDROW|ADDBASE)\b")
_SPACE = re.compile(r"\s+")
_OPENERS = re.compile(r"^(?:A|An|The|In|On|At|Of|With|And|Under|By|It|This|There)\b")


def whole(pieces: Sequence[Piece]) -> str:
    """All pieces as one text with placeholders."""
    return _SPACE.sub(" ", "".join(_shown(i, piece) for i, piece in enumerate(pieces))).strip()


def restore(pieces: Sequence[Piece], answer: str) -> str | None:
    """The English prompt, or None where the answer doesn't keep the syntax.

    Marks and commas keep their order, and words stay between the same ones; a leaf may move among its words.

    Args:
        pieces: what `whole` was given.
        answer: the translation of that text, readable (`answers.readable`).
    """
    if sum(shows(p) for p in pieces) == 1:
        return join(pieces, [tidy(answer, next(p.text for p in pieces if p.kind == "text"))])
    slots = list(_slots(pieces))
    signs = [i for slot in slots[:-1] for i in slot[-1:]]
    texts = _between(answer, pieces, signs)
    if texts is None:
        return None
    filled = [
        _fill(pieces, slot, text, last=slot is slots[-1]) for slot, text in zip(slots, texts, strict=True)
    ]
    return None if None in filled else "".join(f for f in filled if f is not None)


def join(pieces: Sequence[Piece], english: Iterable[str]) -> str:
    """The English prompt: each text piece's English, everything else as it was."""
    words = iter(english)
    said = [next(words) if p.kind == "text" else p.english for p in pieces]
    return "".join(
        said[:1] + [space(a, b) + s for a, b, s in zip(pieces, pieces[1:], said[1:], strict=False)]
    )


def framed(before: Sequence[Piece], core: Sequence[Piece], behind: Sequence[Piece], english: str) -> str:
    """The English of a prompt's core between what stands before and behind it."""
    left = "".join(p.english for p in before)
    if before and (space(before[-1], core[0]) or (before[-1].kind == "leaf" and english[:1].isalnum())):
        left += " "
    right = (space(core[-1], behind[0]) if behind else "") + "".join(p.english for p in behind)
    return left + english + right


def space(one: Piece, other: Piece) -> str:
    """The space that English has between two neighbours whose own script needs none: `红(圆:1.2)花`."""
    if one.kind == "text" and (other.kind == "leaf" or _OPENING.match(other.text)):
        return " " * unspaced(one.text[-1:])
    if other.kind == "text" and (one.kind == "leaf" or _CLOSING.search(one.text)):
        return " " * unspaced(other.text[:1])
    return ""


def tidy(english: str, source: str) -> str:
    """A piece's English without any syntax that its source has not, in its source's manner of writing."""
    typed = Counter(_SYNTAX.findall(source))
    answered = Counter(_SYNTAX.findall(english))
    text = _SYNTAX.sub(lambda m: m[0] if answered[m[0]] <= typed[m[0]] else " ", english)
    if not _WEIGHT.search(source):
        text = _WEIGHT.sub(r" \1", text)
    text = _KEYWORD.sub(lambda m: m.group().lower(), text)
    text = "".join(" " if _foreign(p, source) else p.text for p in split(text))
    text = _edged(_SPACE.sub(" ", text).strip(), source)
    if text.endswith(".") and not source.rstrip().endswith((".", "。", "।")):
        text = text.rstrip(". ")
    if _OPENERS.match(text) and not source[:1].isupper():
        text = text[0].lower() + text[1:]
    return text


def _shown(index: int, piece: Piece) -> str:
    if piece.kind == "text":
        return piece.text
    if piece.kind == "comma":
        return ", "
    return f" {{{index}}} " if shows(piece) else " "


def _edged(text: str, source: str) -> str:
    """The text without signs at its ends that its source hasn't there: beside others they would mean something else."""
    inner = [i for i, c in enumerate(text) if not is_sign(c)]
    if not inner:
        return text
    start = 0 if source.startswith(text[:1]) else inner[0]
    end = len(text) if source.endswith(text[-1:]) else inner[-1] + 1
    return text[start:end]


def _foreign(piece: Piece, source: str) -> bool:
    """Whether it is a sign that the source hasn't."""
    sign = piece.text.strip()
    leaf = piece.kind == "leaf" and not any(c.isalnum() for c in sign)
    return (leaf or piece.kind == "mark") and sign not in source


def shows(piece: Piece) -> bool:
    """Whether there is anything to it; lines are kept apart like the pieces of a list."""
    return bool(piece.text.strip()) or "\n" in piece.text


def _hard(piece: Piece) -> bool:
    return piece.kind == "comma" or (piece.kind == "mark" and shows(piece))


def _slots(pieces: Sequence[Piece]) -> Iterator[list[int]]:
    """Indices of pieces up to and with each comma or mark; the last has what is left, if only nothing."""
    slot: list[int] = []
    for i, piece in enumerate(pieces):
        slot.append(i)
        if _hard(piece):
            yield slot
            slot = []
    yield slot


def _between(answer: str, pieces: Sequence[Piece], signs: Sequence[int]) -> list[str] | None:
    """The answer cut at the signs, which must all be there in their order and no comma besides."""
    texts: list[str] = []
    found, end = _SIGN.finditer(answer), 0
    for i in signs:
        sign = None if pieces[i].kind == "comma" else str(i)
        if not (match := next((m for m in found if m[1] == sign), None)):
            return None
        texts.append(answer[end : match.start()])
        end = match.end()
    texts.append(answer[end:])
    return None if any("," in t or ";" in t for t in texts) else texts


def _fill(pieces: Sequence[Piece], slot: Sequence[int], text: str, *, last: bool) -> str | None:
    """A slot's English with its leaves, then its mark; None where leaves or words are missing or too many."""
    body, tail = (slot, "") if last else (slot[:-1], _tail(pieces, slot[-1]))
    source = [pieces[i] for i in body]
    leaves = [i for i in body if pieces[i].kind == "leaf"]
    words = " ".join(p.text for p in source if p.kind == "text")
    cut = _HOLD.split(text)
    found = [_found(pieces, words, n, part) for n, part in enumerate(cut)]
    items = [piece for piece in found if piece.text]
    if [int(i) for i in cut[1::2]] != leaves or bool(words) != any(p.kind == "text" for p in items):
        return None
    if [p.kind for p in items] == [p.kind for p in source if p.text.strip()]:
        return join(source, (p.text for p in items if p.kind == "text")) + tail
    return _edge(source[:1]) + " ".join(p.text for p in items) + _edge(source[-1:]) + tail


def _tail(pieces: Sequence[Piece], place: int) -> str:
    """A sign in English, with a space where its neighbours need one."""
    before, behind = pieces[max(0, place - 1)], pieces[min(place + 1, len(pieces) - 1)]
    return space(before, pieces[place]) + pieces[place].english + space(pieces[place], behind)


def _found(pieces: Sequence[Piece], source: str, place: int, part: str) -> Piece:
    """What an answer cut at its placeholders has at a place: at odd ones a leaf's number, else words."""
    if place % 2 == 0:
        return Piece("text", tidy(part, source))
    return pieces[int(part)] if int(part) < len(pieces) else Piece("mark", "")


def _edge(pieces: Sequence[Piece]) -> str:
    return "".join(p.text for p in pieces if not p.text.strip())
