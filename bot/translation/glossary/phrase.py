"""Writes arranged words as English: articles where a caption has them, plurals after numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from bot.translation.glossary.arrange import Node, Phrase
from bot.translation.glossary.lookup import UNKNOWN, Token

_MASS = frozenset(
    "snow water rain grass sand fire smoke fog mist hair bread rice coffee tea milk ice light wood gold silver "
    "armor clothes people children space stone glass bamboo night day morning evening dusk dawn sunset sunrise "
    "spring summer autumn winter sunlight moonlight anime grapes chess money paper music air clay neon lightning "
    "watercolor cyberpunk wool lace leather paella cotton silk food fruit jewelry thunder batik kimchi".split()
)
_DEFINITE = frozenset(
    "snow rain forest sky beach sea ocean desert jungle city mountains sun moon sand grass water fog wind morning "
    "evening seaside countryside universe dark air".split()
)
_ON = frozenset(
    "background beach plate table chair moon hill street road roof floor mountain island stage".split()
)
_PREPOSITIONS = {
    ("in", "night"): "at", ("on", "night"): "at", ("at", "morning"): "in", ("at", "evening"): "in",
    ("at", "space"): "in",
    ("at", "rain"): "in", ("at", "snow"): "in", ("at", "fog"): "in", ("in", "seaside"): "by", ("in", "sunset"): "at",
    ("in", "dusk"): "at", ("in", "dawn"): "at", ("at", "forest"): "in", ("at", "city"): "in", ("under", "rain"): "in",
    ("at", "winter"): "in", ("at", "summer"): "in", ("at", "autumn"): "in", ("at", "spring"): "in", ("at", "sky"): "in",
    ("on", "sunset"): "at", ("on", "sunrise"): "at", ("on", "dawn"): "at", ("on", "dusk"): "at", ("of", "night"): "at",
    ("under", "sunset"): "at",
}  # fmt: skip
_WOODEN = frozenset(
    "chair table desk box house bridge door boat bench fence floor bed cabin hut spoon bowl sign".split()
)
_ONE_OF = {"cherry blossoms": "cherry blossom", "flowers": "flower", "stars": "star", "leaves": "leaf"}
_VERBS = {("wearing", "umbrella"): "holding", ("wearing", "hair"): "with", ("wearing", "long hair"): "with"}
_MANY = ("filled with", "covered with", "surrounded by")
_MEASURES = frozenset("cup glass bowl plate bottle basket piece slice ball pile bouquet".split())
_TAKEN = frozenset(
    "of with at through in on from into".split()
)  # a verb that ends so needs no preposition more
_CLOTHES = frozenset("dress hat shirt coat jacket kimono suit uniform robe skirt armor clothes scarf".split())
_BARE = {("in", "space"), *(("of", noun) for noun in _MASS)}
_IRREGULAR = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "mouse": "mice", "fish": "fish",
    "sheep": "sheep", "deer": "deer", "wolf": "wolves", "leaf": "leaves", "knife": "knives", "goose": "geese",
    "foot": "feet", "tooth": "teeth",
}  # fmt: skip


_PLURAL = re.compile(r"(?<![sui])s$|^(?:blossoms|eyes|teeth|feet|men|women)$")
_OPENING = re.compile(r"^(?:\{\d+\(\} )+")
_VOWEL = re.compile(r"[aeio]|u(?!ni|se|ku|eu)|hour|honest", re.IGNORECASE)


def write(nodes: list[Node], *, articles: bool, counted: bool = False, bare: bool = False) -> str:
    """The clause; `articles` gives every countable thing without one its "a".

    Args:
        nodes: phrases and the words between them, in English order.
        articles: whether there are any.
        counted: whether the first phrase is of many.
        bare: whether its article stands elsewhere.
    """
    if nodes and isinstance(nodes[0], Phrase):
        first = nodes[0]
        if counted:
            first = _many(first)
        written = [
            *_noun(first, None, "", articles and not bare, behind=articles),
            *_words(nodes[1:], articles),
        ]
    else:
        written = [*_words(nodes, articles)]
    return " ".join(w for w in written if w)


def _many(phrase: Phrase) -> Phrase:
    head = phrase.head
    return replace(phrase, words=[replace(t, plural=True) if t is head else t for t in phrase.words])


def _words(nodes: Iterable[Node], articles: bool) -> Iterator[str]:
    preposition: Token | None = None  # waits for its noun, which decides about it
    verb = last = ""
    nodes = list(nodes)
    for node, following in zip_longest(nodes, nodes[1:]):
        if isinstance(node, Phrase):
            measured = preposition is not None and preposition.english == "of" and last in _MEASURES
            yield from _noun(node, preposition, verb, articles and not measured)
            preposition, verb, last = None, "", _head(node)
            continue
        if preposition:
            yield preposition.english
        preposition = node if node.kind == "p" else None
        if node.kind == "v":
            verb = _VERBS.get((node.english, _head(following)), node.english)
            yield verb
        elif node.kind not in "pogs":
            yield node.english
    if preposition:
        yield preposition.english


def _noun(
    phrase: Phrase, preposition: Token | None, verb: str, articles: bool, *, behind: bool | None = None
) -> Iterator[str]:
    head = phrase.head
    bare = len(phrase.words) == 1
    if preposition and verb.rpartition(" ")[2] not in _TAKEN:
        yield _preposition(preposition.english, head.english.split(" ")[-1] if head else "", verb, bare)
    if verb in _MANY and head and not phrase.fixed:
        phrase = _many(phrase)
        head = phrase.head
    words = [_word(phrase, i) for i in range(len(phrase.words))]
    fixed = [t.english for t in phrase.fixed if t.english != "one" or len(phrase.fixed) == 1]
    if fixed == ["the"] and preposition and head and (preposition.english, head.english) in _BARE:
        fixed = []
    elif articles and not fixed and head and head.kind == "n":
        named = any(t.kind == UNKNOWN for t in phrase.words)
        fixed = _article(head, preposition, bare, named)
    yield " ".join(_agree([*fixed, *words]))
    yield from _words(phrase.behind, articles if behind is None else behind)


def _head(node: Node | None) -> str:
    return node.head.english if isinstance(node, Phrase) and node.head else ""


def _preposition(english: str, head: str, verb: str, bare: bool) -> str:
    if english == "of" and head in _CLOTHES:
        return "in"
    if verb.startswith("flying") and english == "on":
        return "over"
    if english in ("in", "at", "on") and head in _ON:
        return "on"
    if not bare and head in ("night", "morning", "evening") and english in ("in", "at"):
        return "on"
    return _PREPOSITIONS.get((english, head), english) if bare else english


def _word(phrase: Phrase, place: int) -> str:
    token = phrase.words[place]
    if token.shown:
        return token.shown[_counted(phrase, token)]
    if token is phrase.head or token.kind != "n":
        return _plural(token) if _counted(phrase, token) else token.english
    if token.english == "tree" and phrase.words[-1].english in _WOODEN:
        return "wooden"
    return _ONE_OF.get(token.english, token.english)


def _counted(phrase: Phrase, token: Token) -> bool:
    many = any(t.kind == "m" and t.english not in ("one", "1") for t in phrase.fixed)
    return token is phrase.head and ((many and token.kind == "n") or token.plural)


def _article(head: Token, preposition: Token | None, bare: bool, named: bool) -> list[str]:
    last = head.english.split()[-1]
    if preposition and last in _DEFINITE and preposition.english not in ("of", "with", "made of", "without"):
        return ["the"] if bare or last in _MASS else ["a"]
    if preposition and not bare and last in ("night", "morning", "evening"):
        return ["a"]
    own = head.english[:1].isupper() or head.english.startswith(("a ", "the "))
    return [] if own or named or last in _MASS or head.plural or _PLURAL.search(last) else ["a"]


def _agree(words: list[str]) -> list[str]:
    if len(words) > 1 and words[0] == "a" and _VOWEL.match(_OPENING.sub("", words[1])):
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
