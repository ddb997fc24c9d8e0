"""Puts the phrases of a clause into English order.

Where "on the table" stands before what lies there (Korean, Japanese, Turkish, Hindi), it goes behind it:
`파란 배경-에 빨간 사과`, blue background-on red apple, is a red apple on a blue background.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.translation.glossary.arrange import PICTURES, Node, Phrase, joined
from bot.translation.glossary.lookup import UNKNOWN, Token

_WHERE = {
    "on": "beach street mountain hill island moon background stage",
    "in": "forest sea city village garden room field sky space river lake desert park house snow ocean meadow castle "
    "jungle town kitchen alley market water rain bamboo sand mountains grass",
    "by": "seaside",
    "at": "night sunset dusk dawn",
}
_PLACES = {noun: preposition for preposition, nouns in _WHERE.items() for noun in nouns.split()}


def heads_first(nodes: Iterable[Node]) -> list[Node]:
    """A clause whose descriptions all stand before their noun, and its verb last, in English order."""
    clause = _Clause()
    for node in nodes:
        clause.add(node)
    return clause.end()


def places_first(nodes: Iterable[Node]) -> list[Node]:
    """A clause in English order but for its postpositions: `beach-on dog` is on the beach a dog."""
    result: list[Node] = []
    for node in nodes:
        after = isinstance(node, Token) and node.kind == "p" and result and isinstance(result[-1], Phrase)
        result.insert(len(result) - bool(after), node)
    return result


def belonging(noun: Phrase) -> list[Node]:
    """`X の Y` as what follows Y: "in X" for a place, "with X" for something described, else "of X"."""
    return [_relation(noun), noun]


def _relation(noun: Phrase) -> Token:
    english = noun.head.english if noun.head else ""
    where = _PLACES.get(english.split(" ")[-1]) or ("in" if english[:1].isupper() else "")
    described = any(t.kind == "a" or t.described for t in noun.words)
    return Token(where or ("with" if described else "of"), "p")


@dataclass
class _Clause:
    """A clause as it is read.

    Attributes:
        noun: the phrase read last, while it is open what it is for.
        joined: phrases before it that an "and" joins to it, and those "and"s.
        waiting: descriptions of a noun or verb to come, each in English order.
        marked: the kind of the particle read last, if nothing came after it.
        before: a preposition that waits for its noun, where others follow theirs.
        described: adjectives that "of" parts from their noun.
        subject, done: what is finished.
    """

    noun: Phrase | None = None
    marked: str = ""
    before: Token | None = None
    described: Phrase | None = None
    joined: list[Node] = field(default_factory=list)
    waiting: list[list[Node]] = field(default_factory=list)
    subject: list[Node] = field(default_factory=list)
    done: list[Node] = field(default_factory=list)

    def add(self, node: Node) -> None:
        """Reads one more node."""
        if isinstance(node, Phrase) or node.kind != "p":
            self.marked = ""
        if isinstance(node, Phrase):
            if self.noun is not None:
                self._wait()
            self.noun = joined(self.described, node) if self.described else node
            self.described = None
        elif node.kind == "v":
            self._wait()
            self.waiting = [[node, *self._drain()]]
        elif node.kind == "c":
            self._join(node)
        elif self.noun is not None:
            self._mark(node)
        elif node.kind == "p" and self._taken(node):
            pass
        elif node.kind == "p" and node.english == "without":
            self.before = node
        elif node.kind == "p" and " " in node.english and not node.english.endswith((" of", " to")):
            self.waiting.append([node])  # complete in itself, like "in the rain"

    def _taken(self, node: Token) -> bool:
        """Whether it says what a noun is for that "of" or the subject's mark had already: `masanın üzerinde`, on the
        table's."""
        if self.marked == "g" and self.waiting and len(self.waiting[-1]) > 1:
            self.waiting[-1][0] = node
        elif self.marked == "s" and self.subject and node.english == "without":
            self.waiting.append([node, *self.subject])
            self.subject = []
        else:
            return False
        self.marked = ""
        return True

    def end(self) -> list[Node]:
        """The clause in English order."""
        if self.noun is not None:
            picture = self.noun.head is not None and self.noun.head.english in PICTURES
            if self.subject and picture:  # "cat-subject sleeping picture" is a picture of a cat sleeping
                return [*self.done, self.noun, Token("of", "p"), *self.subject, *self._drain()]
            return [*self.done, *self.subject, *self._complete()]
        if not self.subject and not self.done and len(self.waiting) == 1:
            return _alone(self.waiting[0])
        return [*self.done, *self.subject, *self.joined, *self._drain()]

    def _mark(self, node: Token) -> None:
        """A postposition or particle says what the noun before it is for."""
        if node.kind == "g" and self.noun is not None and self.noun.head is None:
            self.described, self.noun = self.noun, None
            return
        nouns = self._complete()
        self.marked = node.kind
        if self.before is not None:
            self.waiting.append([self.before, *nouns])
            self.before = None
        elif node.kind == "s":
            self.subject += nouns
        elif node.kind == "g":
            last = next(n for n in reversed(nouns) if isinstance(n, Phrase))
            self.waiting.append([_relation(last), *nouns])
        elif node.kind == "p":
            self.waiting.append([node, *nouns])
        else:
            self.waiting.append(nouns)

    def _join(self, node: Token) -> None:
        if self.noun is not None:
            self.joined = [*self._complete(), node]
        else:
            self.done += [*self._drain(), node]

    def _wait(self) -> None:
        if self.noun is not None:
            nouns = self._complete()
            self.waiting.append(nouns)
        elif self.joined:  # "dolphin-and swim" is to swim with a dolphin
            self.waiting.append([Token("with", "p"), *self.joined[:-1]])
            self.joined = []

    def _complete(self) -> list[Node]:
        """The open phrase with all that waited for it, behind those joined to it."""
        assert self.noun is not None
        noun = Phrase(self.noun.fixed, self.noun.words, [*self.noun.behind, *self._drain()])
        nouns = [*self.joined, noun]
        self.noun, self.joined = None, []
        return nouns

    def _drain(self) -> list[Node]:
        """All descriptions, the one that stood nearest first."""
        nodes = [n for description in reversed(self.waiting) for n in description]
        self.waiting = []
        return nodes


def _alone(nodes: list[Node]) -> list[Node]:
    """A clause that ends without a noun: its only one is the subject, or the place of the nouns before it.

    `horse runs` is a horse running; `red fort night-in` is a red fort at night.
    """
    last = nodes[-1]
    if (
        len(nodes) > 1
        and isinstance(nodes[0], Token)
        and nodes[0].kind == "v"
        and isinstance(nodes[1], Phrase)
    ):
        return [nodes[1], nodes[0], *nodes[2:]]
    if (
        len(nodes) != 2
        or not isinstance(last, Phrase)
        or sum(t.kind in ("n", UNKNOWN) for t in last.words) < 2
    ):
        return nodes
    return [Phrase(last.fixed, last.words[:-1]), nodes[0], Phrase([], last.words[-1:], last.behind)]
