"""Groups words into noun phrases in English order: adjectives that follow their noun go before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bot.translation.glossary.lookup import UNKNOWN, Token

COLOURS = frozenset(
    "red orange yellow green blue purple pink brown black white gray golden silver turquoise beige violet".split()
)
PICTURES = frozenset(
    "photo picture painting drawing sketch illustration portrait watercolor statue flock view".split()
) | {"oil painting"}
_TIMES = frozenset("night day morning evening dusk dawn sunset sunrise".split())
_LONGEST = 12  # words of a phrase
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
        nouns = [t for t in self.words if _is_noun(t)]
        return nouns[-1] if nouns else None


Node = Token | Phrase


def joined(description: Phrase, noun: Phrase) -> Phrase:
    """A noun's phrase with adjectives and numbers that stood apart from it."""
    return Phrase(
        [*description.fixed, *noun.fixed],
        [*description.words, *noun.words],
        [*noun.behind, *description.behind],
    )


@dataclass(frozen=True)
class Manner:
    """How a language builds noun phrases: `nouns_first`, adjectives follow; `genitive`, a noun right after another
    belongs to it; `compounds`, nouns side by side are one thing; `counts_behind`, numbers follow what they count."""

    nouns_first: bool = False
    genitive: bool = False
    compounds: bool = True
    counts_behind: bool = False


def phrases(tokens: Iterable[Token], manner: Manner) -> list[Node]:
    """A clause as phrases and the words between them."""
    nodes: list[Node] = []
    group: list[Token] = []
    for token in _linked(_agreeing(tokens), manner):
        place = nodes[-1] if nodes and not group else None
        if (
            isinstance(place, Token)
            and place.kind == "p"
            and token.kind == "p"
            and token.english in ("to", "of")
        ):
            continue  # "under to": one of them is enough
        if token.kind in _NOMINAL:
            group.append(token)
        elif token.kind != "x":
            nodes += [*_split(group, manner), token]
            group = []
    nodes += _split(group, manner)
    return [_named(node, nodes[i + 1 : i + 2], manner) for i, node in enumerate(nodes)]


def _named(node: Node, following: list[Node], manner: Manner) -> Node:
    """A phrase whose noun is told only by what it goes with: `un mono` is a monkey, `mono` alone is cute."""
    if not isinstance(node, Phrase) or node.head is not None:
        return node
    acts = bool(following) and isinstance(following[0], Token) and following[0].kind == "v"
    able = [t for t in node.words if t.noun]
    if not able or not (acts or node.fixed or len(node.words) > 1):
        return node
    noun = able[-1 if manner.nouns_first else 0]  # an adjective that followed it stands before it by now
    rest = [t for t in node.words if t is not noun]
    return Phrase(node.fixed, [*rest, Token(noun.noun, "n", noun.plural)], node.behind)


def _agreeing(tokens: Iterable[Token]) -> Iterator[Token]:
    """Leaves out the article that Arabic repeats before a noun's adjective: the cat the black."""
    article: Token | None = None
    noun = False
    for token in tokens:
        if article and not (noun and token.kind == "a"):
            yield article
        article = None
        if token.english == "the" and token.kind == "d":
            article = token
            continue
        yield token
        noun = _is_noun(token) or (noun and token.kind == "a")
    if article:
        yield article


def _linked(tokens: Iterable[Token], manner: Manner) -> Iterator[Token]:
    """The tokens, and between two nouns the word that English needs: "of" a picture's subject, "at" night."""
    last = Token("", "")
    for token in tokens:
        if manner.nouns_first and token.english in _TIMES and (_is_noun(last) or last.kind == "a"):
            yield Token("at", "p")
        elif last.kind == "n" and _is_owner(token, last, manner):
            yield Token("of", "p")
        yield token
        last = token


def _is_owner(token: Token, noun: Token, manner: Manner) -> bool:
    if manner.nouns_first and noun.english in PICTURES and (_is_noun(token) or token.kind == "d"):
        return True
    return manner.genitive and (token.kind == "n" or token.english == "the")


def _split(group: list[Token], manner: Manner) -> Iterator[Phrase]:
    """One phrase, or several where a new one starts."""
    current: list[Token] = []
    for i, token in enumerate(group):
        counts = token.kind == "m" and manner.nouns_first and _counts(current, group[i + 1 :], manner)
        if not counts and _starts_anew(token, current, manner):
            yield _phrase(current, manner.nouns_first)
            current = []
        current.append(token)
    if current:
        yield _phrase(current, manner.nouns_first)


def _counts(current: list[Token], rest: list[Token], manner: Manner) -> bool:
    """Whether a number belongs to the noun before it: `แมว 3 ตัว`, `kucing tiga ekor`; not in `kucing tiga anjing`."""
    if not current or any(t.kind == "m" for t in current):
        return False
    return manner.counts_behind or not any(_is_noun(t) for t in rest[:2])


def _starts_anew(token: Token, current: list[Token], manner: Manner) -> bool:
    """At an article or number after a noun; at an adjective after one, or a noun after its adjectives."""
    if not any(_is_noun(t) for t in current):
        return False
    if len(current) == _LONGEST:
        return True
    if token.kind == "m" and not manner.nouns_first:
        return False  # 새 두 마리, bird two heads: two birds
    if token.kind in "dm" or (token.kind in "ar" and not manner.nouns_first):
        return True
    if token.kind != "n" and (manner.compounds or token.kind != UNKNOWN):
        return False
    if manner.nouns_first and current[-1].kind == "m":
        return True
    return not manner.compounds or (manner.nouns_first and current[-1].kind == "a")


def _phrase(tokens: list[Token], nouns_first: bool) -> Phrase:
    fixed = [t for t in tokens if t.kind in "dm"]
    rest = [t for t in tokens if t.kind not in "dm"]
    if not nouns_first:
        return Phrase(fixed, rest)
    first = next((i for i, t in enumerate(rest) if _is_noun(t)), len(rest))
    nouns = [t for t in rest[first:] if _is_noun(t)]
    if len(nouns) == 2 and nouns[0].kind == "n":
        nouns.reverse()
    return Phrase(fixed, [*rest[:first], *_adjectives(rest[first:]), *nouns])


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


def _is_noun(token: Token) -> bool:
    return token.kind in ("n", UNKNOWN)
