"""How the words for one thing change: its adjectives, its article, how it is joined to another."""

from __future__ import annotations

from collections.abc import Sequence

from bot.changes.chunks import Chunk, adjectives, is_colour
from bot.changes.english import ARTICLES, DETERMINERS, agreed, core, cores, is_number, recored, singular
from bot.changes.kinds import of_kind
from bot.translation.glossary.phrase import plural


def describe(thing: Chunk, kind: str, words: Sequence[str]) -> None:
    """Gives a thing an adjective, in the place of another of its kind."""
    tokens, span = thing.thing, adjectives(thing.thing)
    known, names = of_kind(kind), cores(thing.thing)
    old = [i for i in span if names[i] in known] if kind != "adjective" else []
    if kind == "colour" and old:
        old = _with_shades(names, span, old)
    if [names[i] for i in span][-len(words) :] == list(words):
        return
    if kind == "adjective" and all(w in [names[i] for i in span] for w in words):
        return
    if old:
        first, *others = old
        tokens[first] = recored(tokens[first], " ".join(words))
        tokens = [t for i, t in enumerate(tokens) if i not in others]
    else:
        at = span.start
        if kind == "colour":
            at = max([i + 1 for i in span if names[i] in of_kind("size") | of_kind("adjective")], default=at)
        elif kind == "material":
            at = span.stop
        tokens = [*tokens[:at], *words, *tokens[at:]]
    thing.tokens[thing.lead :] = agreed(tokens)


def _with_shades(names: Sequence[str], span: range, colours: Sequence[int]) -> list[int]:
    """The places of colours with their shades and the "and" between them: "dark red and white"."""
    first, last = min(colours), max(colours)
    if first - 1 in span and names[first - 1] in of_kind("shade"):
        first -= 1
    return [i for i in range(first, last + 1) if is_colour([names[last], names[i]]) or names[i] == "and"]


def link(thing: Chunk) -> str:
    """How a thing is added: what is worn or surrounds comes "with" what there is, another being stands beside it."""
    if (
        thing.head in of_kind("worn")
        or thing.head in of_kind("scenery")
        or " ".join(thing.words) in of_kind("scenery")
    ):
        return "with"
    counted_things = thing.words and (thing.words[0] in DETERMINERS or is_number(thing.words[0]))
    return "and" if counted_things or not thing.head.endswith("s") else "with"


def articled(tokens: Sequence[str]) -> list[str]:
    """A thing with an indefinite article where it has none: what is new is "a hat", not "the hat"."""
    first = core(tokens[0]) if tokens else ""
    head = Chunk(list(tokens)).head
    if first == "the" and head not in ("sun", "moon", "stars", "sky", "sea"):
        return articled(tokens[1:]) if len(tokens) > 1 else list(tokens)
    mass = head.endswith("s") or head in (
        "hair",
        "fire",
        "smoke",
        "water",
        "snow",
        "lightning",
        "light",
        "text",
        "armor",
        "armour",
    )
    if first in DETERMINERS or is_number(first) or mass or (tokens and tokens[0][:1].isupper()):
        return list(tokens)
    return agreed(["a", *tokens])


def determiner(chunk: Chunk, new: Sequence[str]) -> list[str]:
    """The article that a thing had, for the one that takes its place."""
    first = core(chunk.thing[0]) if chunk.thing else ""
    plural = core(new[-1]).endswith("s")
    if first in ("a", "an") and plural:
        return []
    if is_number(first):
        return [first] if plural or first in ("one", "1") else ["a"]
    return [first] if first in ARTICLES else ["a"] if not plural and not first else []


def noun(words: str) -> str:
    """What words are about: "hat" of "the red hat"."""
    return Chunk(words.split()).head if words.split() else ""


def made_of(words: str) -> str:
    """What something is made of: "glass" of "made out of glass"; "" where it is an adjective."""
    told = words.split()
    while told and told[0] in ("made", "out", "of", "from"):
        told = told[1:]
    return " ".join(told) if len(told) < len(words.split()) else ""


def named(tokens: Sequence[str], head: str) -> list[str]:
    """A thing whose "one" stands for a noun, with that noun.

    >>> named(["a", "blue", "one"], "suit"), named(["blue", "ones"], "shoes")
    (['a', 'blue', 'suit'], ['blue', 'shoes'])
    """
    *before, last = tokens
    if core(last) not in ("one", "ones") or not head:
        return list(tokens)
    one = singular(head)
    return [*before, recored(last, one if core(last) == "one" else plural(one))]
