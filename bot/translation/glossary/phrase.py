"""Writes arranged words as English: articles where a caption has them, plurals after numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.translation.glossary.arrange import Node, Phrase
from bot.translation.glossary.lookup import Token

_MASS = frozenset(
    "snow water rain grass sand fire smoke fog mist hair bread rice coffee tea milk ice light wood gold silver "
    "armor clothes people children eyes wings shoes glasses sunglasses boots clouds stars trees flowers space "
    "stone glass bamboo night day morning evening dusk dawn sunset sunrise spring summer autumn winter sunlight "
    "anime noodles grapes cherry blossoms leaves waves mountains headphones chess money paper music ears".split()
)
_PLACES = frozenset(
    "snow rain forest sky beach sea ocean desert jungle city mountains sun moon sand grass water fog wind "
    "morning evening background_ seaside countryside universe night_sky dark".split()
)
_FIXED = {("in", "night"): "at", ("on", "night"): "at", ("at", "morning"): "in", ("at", "space"): "in"}
_IRREGULAR = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "mouse": "mice", "fish": "fish",
    "sheep": "sheep", "deer": "deer", "wolf": "wolves", "leaf": "leaves", "knife": "knives", "goose": "geese",
    "foot": "feet", "tooth": "teeth",
}  # fmt: skip


def write(nodes: list[Node], *, articles: bool) -> str:
    """The clause; `articles` gives every countable thing without one its "a"."""
    return " ".join(w for w in _words(nodes, articles) if w)


def _words(nodes: Iterable[Node], articles: bool) -> Iterator[str]:
    pending: Token | None = None  # a preposition whose noun decides about it
    for node in nodes:
        if isinstance(node, Phrase):
            yield from _noun(node, pending, articles)
            pending = None
            continue
        if pending:
            yield pending.english
        pending = node if node.kind == "p" else None
        if pending is None:
            yield node.english
    if pending:
        yield pending.english


def _noun(phrase: Phrase, preposition: Token | None, articles: bool) -> Iterator[str]:
    head = phrase.head.english if phrase.head else ""
    bare = len(phrase.words) == 1
    if preposition:
        yield _preposition(preposition.english, head, bare)
    words = [*(_plural(t) if _counted(phrase, t) else t.english for t in phrase.words)]
    fixed = [t.english for t in phrase.fixed if t.english != "one" or len(phrase.fixed) == 1]
    if articles and not fixed and phrase.head and phrase.head.kind == "n":
        fixed = _article(phrase.head, preposition, bare)
    yield " ".join(_agree([*fixed, *words]))
    yield from _words(phrase.behind, articles)


def _preposition(english: str, head: str, bare: bool) -> str:
    if head == "background" and english in ("in", "at"):
        return "on"
    return _FIXED.get((english, head), english) if bare else english


def _counted(phrase: Phrase, token: Token) -> bool:
    many = any(t.kind == "m" and t.english not in ("one", "1") for t in phrase.fixed)
    return token is phrase.head and (many or token.plural)


def _article(head: Token, preposition: Token | None, bare: bool) -> list[str]:
    last = head.english.split()[-1]
    if (
        preposition
        and preposition.english in ("on", "in", "under", "near", "above", "over")
        and last in _PLACES
    ):
        return ["the"] if bare else ["the"] if last in _MASS else ["a"]
    if last in _MASS or head.plural or head.english[:1].isupper():
        return []
    return ["a"]


def _agree(words: list[str]) -> list[str]:
    if len(words) > 1 and words[0] == "a" and words[1][:1].lower() in "aeio":
        return ["an", *words[1:]]
    return words


def _plural(token: Token) -> str:
    *first, last = token.english.split(" ")
    return " ".join([*first, plural(last)])


def plural(noun: str) -> str:
    """An English noun's plural.

    >>> [plural(n) for n in ("cat", "fox", "butterfly", "man", "clothes")]
    ['cats', 'foxes', 'butterflies', 'men', 'clothes']
    """
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun in _MASS or noun.endswith("s"):
        return noun
    if noun.endswith(("x", "ch", "sh", "z")):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"
