"""Chinese order: descriptions before their noun with `的` between, but objects behind their verb."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.translation.glossary.arrange import Node, Phrase, joined
from bot.translation.glossary.lookup import Token
from bot.translation.glossary.order import belonging

_FEATURES = ("hair", "eyes", "ears", "wings", "skin")


def objects_last(nodes: list[Node]) -> list[Node]:
    """A clause in English order; `戴帽子 的 猫`, wear hat's cat, is a cat wearing a hat."""
    cut = max((i for i, n in enumerate(nodes) if _kind(n) == "g"), default=-1)
    if cut < 0:
        return _spine(nodes)
    before, noun, rest = nodes[:cut], nodes[cut + 1 : cut + 2], nodes[cut + 2 :]
    if not noun or not isinstance(noun[0], Phrase):
        return objects_last([*before, *noun, *rest])
    before, counted = _counted(before, noun[0])
    start = len(before) - 1 if _is_adjective(before) else _scope(before)
    described = _described(counted, before[start:])
    return objects_last([*before[:start], described, *rest])


def _counted(before: list[Node], noun: Phrase) -> tuple[list[Node], Phrase]:
    """A noun whose number stands before its description: `一只 戴帽子 的 狗`, one wear hat's dog."""
    conjunctions = [i for i, n in enumerate(before) if _kind(n) == "c"]
    first = conjunctions[-1] + 1 if conjunctions else 0
    number = before[first] if first < len(before) - 1 else None
    if not isinstance(number, Phrase) or number.words or not number.fixed:
        return before, noun
    return [*before[:first], *before[first + 1 :]], joined(number, noun)


def _kind(node: Node) -> str:
    return node.kind if isinstance(node, Token) else "phrase"


def _scope(before: list[Node]) -> int:
    """Where the description that ends here starts: the last noun alone where a clause runs towards it."""
    conjunctions = [i for i, n in enumerate(before) if _kind(n) == "c"]
    start = conjunctions[-1] + 1 if conjunctions else 0
    last = max((i for i, n in enumerate(before) if _kind(n) == "g"), default=-1) + 1
    if last < start and _kind(before[last]) == "v":  # 穿 红裙 和 白鞋, wear red dress and white shoes
        return last
    first = before[start] if start < len(before) else None
    runs_on = isinstance(first, Phrase) and not _is_feature(first)
    return len(before) - 1 if runs_on and any(_kind(n) == "v" for n in before[start:]) else start


def _described(noun: Phrase, nodes: list[Node]) -> Phrase:
    """The noun with what `的` puts before it: adjectives before it in English too, all else behind it."""
    if _is_adjective(nodes) and isinstance(nodes[-1], Phrase):
        return joined(nodes[-1], noun)
    return Phrase(noun.fixed, noun.words, _description(nodes)) if nodes else noun


def _is_adjective(nodes: list[Node]) -> bool:
    """Whether the last description is nothing but adjectives."""
    last = nodes[-1] if nodes else None
    alone = len(nodes) == 1 or (len(nodes) > 1 and _kind(nodes[-2]) == "g")
    return alone and isinstance(last, Phrase) and last.head is None


def _description(nodes: list[Node]) -> list[Node]:
    if len(nodes) == 1 and isinstance(nodes[0], Phrase) and not _is_feature(nodes[0]):
        return belonging(nodes[0])
    return [*([Token("with", "p")] if _is_feature(nodes[0]) else []), *_spine(nodes)]


def _is_feature(node: Node) -> bool:
    """Whether it is something that one has rather than does: long hair, blue eyes."""
    return (
        isinstance(node, Phrase) and node.head is not None and node.head.english.split(" ")[-1] in _FEATURES
    )


def _spine(nodes: list[Node]) -> list[Node]:
    """Subject, verb, object, then places."""
    clause = _Spine()
    for i, node in enumerate(nodes):
        clause.add(
            node, before_verb=_kind(nodes[i + 1]) == "v" if i + 1 < len(nodes) else False, first=i == 0
        )
    return [*clause.subjects, *clause.verbs, *clause.places]


@dataclass
class _Spine:
    """A clause without descriptions as it is read; `open` while `在` waits for where exactly."""

    subjects: list[Node] = field(default_factory=list)
    verbs: list[Node] = field(default_factory=list)
    places: list[Node] = field(default_factory=list)
    open: bool = False

    def add(self, node: Node, *, before_verb: bool, first: bool) -> None:
        """Reads one more node."""
        if isinstance(node, Phrase):
            self._noun(node)
        elif node.kind == "p":
            self._place(node, before_verb)
        elif node.kind == "c" and first:  # "and X swims" is to swim with X
            self.places.append(Token("with", "p"))
        elif node.kind == "v" or (node.kind == "c" and self.verbs):
            self.verbs.append(node)
        else:
            self.subjects.append(node)

    def _noun(self, noun: Phrase) -> None:
        if self.places and _kind(self.places[-1]) == "p":
            self.places.append(noun)
        else:
            (self.verbs or self.subjects).append(noun)

    def _place(self, node: Token, before_verb: bool) -> None:
        """`在` waits for its noun; `上` says where, of the noun before it: `在 X 上` is "on X"."""
        if node.english in ("at", "from", "like"):
            if not before_verb:  # else it says that the verb goes on
                self.places.append(node)
                self.open = True
        elif self.open and isinstance(self.places[-1], Phrase):
            self.places[-2] = node
            self.open = False
        else:
            nouns = self.verbs if self.verbs and isinstance(self.verbs[-1], Phrase) else self.subjects
            if nouns and isinstance(nouns[-1], Phrase):
                self.places += [node, nouns.pop()]
