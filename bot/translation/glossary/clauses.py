"""A text as the glossary reads it: clauses, what stands between them, and groups that move with their words.

Signs are what `restore.whole` puts in place of syntax: `{0(}` and `{2)}` open and close a group, `{3"}` is something
that stands like a noun (quoted words, an embedding), all others part clauses, as stops and lines do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from bot.translation.glossary.arrange import Node, Phrase
from bot.translation.glossary.dictionary import Dictionary
from bot.translation.glossary.lookup import UNKNOWN, Token, find_tokens
from bot.translation.glossary.phrase import write

_STOPS = ",.!?;:…。！？、，；：।؟،؛¿¡"
_BETWEEN = "/+&=~•·→〜～—–【】〔〕\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\ufe0f"
_PARTS = re.compile(
    rf"((?:(?<!\s)\s++)?(?:\{{\d+[()\"|]?\}}|(?<![\w.:])\d++(?:[:./×x]\d++)++(?![\w:])|(?!(?<=\d)[.:,/]\d)[{_STOPS}{_BETWEEN}][{_STOPS}{_BETWEEN}\n]*+"
    rf"|(?<!\S)[^\w\s{{}}]++(?!\S))\s*+|(?<!\s)[^\S\n]*+\n\s*+)"
)
_STOP = re.compile(rf"[{_STOPS}\n]")
_SIGN = re.compile(r"\{\d+([()\"|]?)\}")
_NOMINAL = frozenset({"d", "m", "r", "a", "n", UNKNOWN})
_LINKS = frozenset("pcvosz")
_LONGEST = 60  # words that are put into order together
_DEEPEST = 20  # groups in groups

Arranging = Callable[[list[Token]], list[Node]]


@dataclass(frozen=True)
class Part:
    """Words as tokens, or what stands between words as it is; and whether the sentence it is in is a caption."""

    text: str
    tokens: tuple[Token, ...] = ()
    caption: bool = False

    @property
    def sign(self) -> str | None:
        """What the sign means, "" for one that parts clauses; None where it is none."""
        found = _SIGN.fullmatch(self.text.strip())
        return found[1] if found else None


def read(text: str, book: Dictionary) -> list[Part]:
    """The text in parts: words and what stands between them by turns. Captions are sentences with a verb or the like,
    and what stands alone."""
    parts = _PARTS.split(text)
    tokens = [
        find_tokens(part, book, _sticks(parts, i)) if i % 2 == 0 else [] for i, part in enumerate(parts)
    ]
    stops = (bool(i % 2) and bool(_STOP.search(part)) for i, part in enumerate(parts))
    sentences = list(accumulate(stops))
    said = [(sentence, t) for sentence, found in zip(sentences, tokens, strict=True) for t in found]
    captions = {sentence for sentence, t in said if t.kind in _LINKS}
    if len({sentence for sentence, _ in said}) == 1:
        captions = set(sentences)
    return [
        Part(part, tuple(found), sentence in captions)
        for part, found, sentence in zip(parts, tokens, sentences, strict=True)
    ]


def _sticks(parts: list[str], place: int) -> bool:
    """Whether a part stands right behind a sign, so that it may begin with an ending of what is in it."""
    before = _SIGN.fullmatch(parts[place - 1].strip()) if place else None
    if before is None:
        return False
    return before[1] in ('"', ")") or not parts[place - 1][-1:].isspace()


def english(parts: list[Part], arrange: Arranging, *, quotes: bool) -> str:
    """The parts in English; `quotes` lets what stands like a noun move as one."""
    frame = _Frame(arrange)
    frames: list[_Frame] = []
    for part in parts:
        sign = part.sign
        if part.tokens:
            frame.words(part)
        elif sign == "(" and len(frames) < _DEEPEST:
            frames.append(frame)
            frame = _Frame(arrange, part)
        elif sign == ")" and frames:
            outer = frames.pop()
            outer.group(frame, part)
            frame = outer
        elif sign == '"' and quotes:
            frame.words(Part(part.text, (Token(part.text.strip(), UNKNOWN),)))
        elif part.text:
            frame.between(part.text)
    while frames:
        outer = frames.pop()
        outer.between(frame.text())
        frame = outer
    return frame.text()


@dataclass
class _Frame:
    """What is read of the text, or of a group in it: English so far, and the clause that is open.

    `kinds` are those of all its words; `stopped` says whether anything but signs parts its clauses.
    """

    arrange: Arranging
    opening: Part | None = None
    done: list[str] = field(default_factory=list)
    clause: list[Token] = field(default_factory=list)
    caption: bool = False
    kinds: set[str] = field(default_factory=set)
    stopped: bool = False

    @property
    def kind(self) -> str | None:
        """What alternatives are together, as in `[red|blue]`: of adjectives one, of nouns one; None where neither."""
        if self.stopped or not self.kinds <= _NOMINAL:
            return None
        return UNKNOWN if self.kinds & {"n", UNKNOWN} else "a" if "a" in self.kinds else None

    def words(self, part: Part) -> None:
        """Reads words."""
        self.kinds |= {t.kind for t in part.tokens}
        self.clause += part.tokens
        self.caption |= part.caption

    def between(self, text: str) -> None:
        """Reads what ends a clause."""
        self._finish()
        self.stopped |= _SIGN.fullmatch(text.strip()) is None
        self.done.append(text)

    def group(self, inner: _Frame, closing: Part) -> None:
        """Reads a group: as one word of the clause where a single clause is in it, else as it stands."""
        if inner.done or len(inner.clause) > _LONGEST:
            text, kind = f"{inner.text()}{closing.text}", inner.kind
            if kind is None:
                self.between(text)
            else:
                self.clause.append(Token(text.strip(), kind))
            return
        assert inner.opening is not None
        self.clause.append(_grouped(inner, inner.opening.text.strip(), closing.text.strip()))
        self.caption |= inner.caption

    def text(self) -> str:
        """All of it in English."""
        self._finish()
        return (self.opening.text if self.opening else "") + "".join(self.done)

    def _finish(self) -> None:
        if self.clause:
            self.done.append(" ".join(self._written()))
        self.clause, self.caption = [], False

    def _written(self) -> Iterator[str]:
        for i in range(0, len(self.clause), _LONGEST):
            yield write(self.arrange(self.clause[i : i + _LONGEST]), articles=self.caption)


def _grouped(inner: _Frame, opening: str, closing: str) -> Token:
    """A group as one word: of the kind that its words are together."""
    nodes = inner.arrange(inner.clause)

    def inside(*, counted: bool) -> str:
        return f"{opening} {write(nodes, articles=inner.caption, counted=counted, bare=True)} {closing}"

    first = nodes[0] if nodes else None
    if isinstance(first, Phrase) and first.head is not None:
        head = first.head
        shown = (inside(counted=False), inside(counted=True))
        described = any(t.kind == "a" for t in first.words)
        return Token(head.english, head.kind, head.plural, shown, described=described)
    kind = first.words[-1].kind if isinstance(first, Phrase) and first.words else UNKNOWN
    if isinstance(first, Phrase) and not first.words:
        kind = first.fixed[-1].kind
    if isinstance(first, Token):
        kind = "v" if first.kind in "pv" and len(nodes) > 1 else first.kind
    return Token(inside(counted=False), kind)
