"""Puts the phrases of a clause into English order.

Where "on the table" stands before what lies there (Korean, Japanese, Turkish, Hindi), it goes behind it:
`파란 배경-에 빨간 사과`, blue background-on red apple, is a red apple on a blue background.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.translation.glossary.arrange import Node, Phrase
from bot.translation.glossary.lookup import Token

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
    head = noun.head
    if head is not None and (
        where := _PLACES.get(head.english.split(" ")[-1], "in" * head.english[0].isupper())
    ):
        return [Token(where, "p"), noun]
    described = any(t.kind == "a" for t in noun.words)
    return [Token("with" if described else "of", "p"), noun]


@dataclass
class _Clause:
    """A clause as it is read.

    Attributes:
        noun: the phrase read last, while it is open what it is for.
        waiting: descriptions of a noun or verb to come, each in English order.
        subject, done: what is finished.
    """

    noun: Phrase | None = None
    waiting: list[list[Node]] = field(default_factory=list)
    subject: list[Node] = field(default_factory=list)
    done: list[Node] = field(default_factory=list)

    def add(self, node: Node) -> None:
        """Reads one more node."""
        if isinstance(node, Phrase):
            self._wait()
            self.noun = node
        elif node.kind == "v":
            self._wait()
            self.waiting = [[node, *self._drain()]]
        elif node.kind == "c":
            self.done += [*([self._complete()] if self.noun else self._drain()), node]
        elif self.noun is not None:
            self._mark(node)

    def end(self) -> list[Node]:
        """The clause in English order."""
        if self.noun is not None:
            return [*self.done, *self.subject, self._complete()]
        if not self.subject and not self.done and len(self.waiting) == 1:
            return _alone(self.waiting[0])
        return [*self.done, *self.subject, *self._drain()]

    def _mark(self, node: Token) -> None:
        """A postposition or particle says what the noun before it is for."""
        if node.kind == "s":
            self.subject = [*self.subject, self._complete()]
        elif node.kind == "g":
            described = belonging(self._complete())
            self.waiting.append(described)
        elif node.kind == "p":
            noun = self._complete()
            self.waiting.append([node, noun])
        else:
            self._wait()

    def _wait(self) -> None:
        if self.noun is not None:
            noun = self._complete()
            self.waiting.append([noun])

    def _complete(self) -> Phrase:
        """The open phrase with all that waited for it; verbs and genitives go with the nearest noun."""
        assert self.noun is not None
        noun, self.noun = self.noun, None
        return Phrase(noun.fixed, noun.words, [*noun.behind, *self._drain()])

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
    if len(nodes) != 2 or not isinstance(last, Phrase) or sum(t.kind == "n" for t in last.words) < 2:
        return nodes
    return [Phrase(last.fixed, last.words[:-1]), nodes[0], Phrase([], last.words[-1:], last.behind)]
