"""Chinese order: descriptions before their noun with `的` between, but objects behind their verb."""

from __future__ import annotations

from bot.translation.glossary.arrange import Node, Phrase
from bot.translation.glossary.lookup import Token
from bot.translation.glossary.order import belonging


def objects_last(nodes: list[Node]) -> list[Node]:
    """A clause in English order; `戴帽子 的 猫`, wear hat's cat, is a cat wearing a hat."""
    cut = max((i for i, n in enumerate(nodes) if _kind(n) == "g"), default=-1)
    if cut < 0:
        return _spine(nodes)
    before, noun, rest = nodes[:cut], nodes[cut + 1 : cut + 2], nodes[cut + 2 :]
    if not noun or not isinstance(noun[0], Phrase):
        return objects_last([*before, *noun, *rest])
    start = _scope(before)
    described = Phrase(noun[0].fixed, noun[0].words, _description(before[start:]))
    return objects_last([*before[:start], described, *rest])


def _kind(node: Node) -> str:
    return node.kind if isinstance(node, Token) else "phrase"


def _scope(before: list[Node]) -> int:
    """Where the description that ends here starts: the last noun alone where a clause runs towards it."""
    conjunctions = [i for i, n in enumerate(before) if _kind(n) == "c"]
    start = conjunctions[-1] + 1 if conjunctions else 0
    runs_on = isinstance(before[start], Phrase) if start < len(before) else False
    return len(before) - 1 if runs_on and any(_kind(n) == "v" for n in before[start:]) else start


def _description(nodes: list[Node]) -> list[Node]:
    if len(nodes) == 1 and isinstance(nodes[0], Phrase):
        return belonging(nodes[0])
    return _spine(nodes)


def _spine(nodes: list[Node]) -> list[Node]:
    """Subject, verb, object, then places."""
    subjects: list[Node] = []
    verbs: list[Node] = []
    places: list[Node] = []
    for node in nodes:
        kind = _kind(node)
        if kind == "p":
            _place(node, subjects, verbs, places)
        elif kind == "v" or (kind == "c" and verbs):
            verbs.append(node)
        elif kind == "phrase" and places and _kind(places[-1]) == "p":
            places.append(node)
        else:
            (verbs or subjects).append(node)
    return [*subjects, *verbs, *places]


def _place(node: Node, subjects: list[Node], verbs: list[Node], places: list[Node]) -> None:
    """`在` waits for its noun; `上` says where, of the noun before it: `在 X 上` is "on X"."""
    if isinstance(node, Token) and node.english in ("at", "from", "like"):
        places.append(node)
    elif len(places) > 1 and isinstance(places[-1], Phrase):
        places[-2] = node
    elif verbs and isinstance(verbs[-1], Phrase):
        places += [node, verbs.pop()]
    elif subjects and isinstance(subjects[-1], Phrase):
        places += [node, subjects.pop()]
