"""Puts the words of a clause into English order.

Most languages need one of two moves. Where adjectives follow their noun, they go before it. Where "on the
table" stands before what lies there (Korean, Japanese, Turkish, Hindi, Chinese), it goes behind it:
`파란 배경-에 빨간 사과`, blue background-on red apple, is a red apple on a blue background.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bot.translation.glossary.lookup import UNKNOWN, Token

COLOURS = frozenset(
    "red orange yellow green blue purple pink brown black white gray golden silver turquoise beige violet".split()
)
_NOMINAL = frozenset({"d", "m", "r", "a", "n", UNKNOWN})


@dataclass
class Phrase:
    """A noun with what describes it, in English order.

    Attributes:
        fixed: articles, possessives and numbers.
        words: adjectives, then nouns.
        behind: what follows it: "on a blue background", "wearing a hat".
    """

    fixed: list[Token] = field(default_factory=list)
    words: list[Token] = field(default_factory=list)
    behind: list[Node] = field(default_factory=list)

    @property
    def head(self) -> Token | None:
        """The noun that all else describes, or None where there is none."""
        nouns = [t for t in self.words if t.kind in ("n", UNKNOWN)]
        return nouns[-1] if nouns else None


Node = Token | Phrase


def arrange(tokens: Iterable[Token], *, nouns_first: bool, heads_last: bool) -> list[Node]:
    """A clause as phrases and the words between them, in English order."""
    nodes = list(_phrases([t for t in tokens if t.kind != "x"], nouns_first))
    return _heads_first(nodes) if heads_last else [n for n in nodes if not _is(n, "o", "s")]


def _phrases(tokens: list[Token], nouns_first: bool) -> Iterator[Node]:
    group: list[Token] = []
    for token in tokens:
        if token.kind in _NOMINAL:
            group.append(token)
            continue
        yield from _split(group, nouns_first)
        group = []
        yield token
    yield from _split(group, nouns_first)


def _split(group: list[Token], nouns_first: bool) -> Iterator[Phrase]:
    """One phrase, or several where a new one starts: at an article, or a noun after its adjectives."""
    current: list[Token] = []
    for token in group:
        if current and _starts_anew(token, current, nouns_first):
            yield _phrase(current, nouns_first)
            current = []
        current.append(token)
    if current:
        yield _phrase(current, nouns_first)


def _starts_anew(token: Token, current: list[Token], nouns_first: bool) -> bool:
    nouns = [t for t in current if t.kind in ("n", UNKNOWN)]
    if token.kind in "dm":
        return bool(nouns) and not (nouns_first is False and token.kind == "m")
    return nouns_first and token.kind == "n" and bool(nouns) and current[-1].kind == "a"


def _phrase(tokens: list[Token], nouns_first: bool) -> Phrase:
    fixed = [t for t in tokens if t.kind in "dm"]
    rest = [t for t in tokens if t.kind not in "dm"]
    if not nouns_first:
        return Phrase(fixed, rest)
    first = next((i for i, t in enumerate(rest) if t.kind in ("n", UNKNOWN)), len(rest))
    nouns = [t for t in rest[first:] if t.kind in ("n", UNKNOWN)]
    after = _adjectives(rest[first:])
    if len(nouns) == 2:
        nouns.reverse()
    return Phrase(fixed, [*rest[:first], *after, *nouns])


def _adjectives(tokens: list[Token]) -> list[Token]:
    """Adjectives that followed a noun, nearest last, colours next to the noun, "very" before its own."""
    units: list[list[Token]] = []
    adverbs: list[Token] = []
    for token in tokens:
        if token.kind == "r":
            adverbs.append(token)
        elif token.kind == "a":
            units.append([*adverbs, token])
            adverbs = []
    if adverbs and units:
        units[-1] = [*adverbs, *units[-1]]
    units.reverse()
    units.sort(key=lambda unit: unit[-1].english in COLOURS)
    return [t for unit in units for t in unit]


def _heads_first(nodes: list[Node]) -> list[Node]:
    """Moves what stands before its noun behind it."""
    done: list[Node] = []
    waiting: list[list[Node]] = []  # descriptions of the next noun, in their order
    noun: Phrase | None = None
    subject: list[Node] = []
    for node in nodes:
        if isinstance(node, Phrase):
            if noun is not None:
                waiting.append([noun])
            noun = node
        elif node.kind == "p" and noun is not None:
            waiting.append([node, _complete(noun, [])])
            noun = None
        elif node.kind in "ogs" and noun is not None:
            if node.kind == "s":
                subject = [_complete(noun, _drain(waiting))]
            elif node.kind == "g":
                waiting.append(_belonging(noun))
            else:
                waiting.append([noun])
            noun = None
        elif node.kind == "v":
            if noun is not None:
                waiting.append([noun])
                noun = None
            waiting[:] = [[node, *_drain(waiting)]]
        elif node.kind == "c":
            if noun is not None:
                done.append(_complete(noun, _drain(waiting)))
                noun = None
            done.append(node)
        elif node.kind not in "ogs":
            done.append(node)
    if noun is not None:
        return [*done, *subject, _complete(noun, _drain(waiting))]
    return [*done, *subject, *_drain(waiting)]


def _complete(noun: Phrase, behind: list[Node]) -> Phrase:
    return Phrase(noun.fixed, noun.words, [*noun.behind, *behind])


def _belonging(noun: Phrase) -> list[Node]:
    """`X の Y`: "Y on X" for a background, "Y with X" for a described thing, else X before Y."""
    head = noun.head
    if head is not None and head.english == "background":
        return [Token("on", "p"), noun]
    if any(t.kind == "a" for t in noun.words):
        return [Token("with", "p"), noun]
    return [noun]


def _drain(waiting: list[list[Node]]) -> list[Node]:
    """All descriptions, the one that stood nearest first."""
    nodes = [n for description in reversed(waiting) for n in description]
    waiting.clear()
    return nodes


def _is(node: Node, *kinds: str) -> bool:
    return isinstance(node, Token) and node.kind in kinds
