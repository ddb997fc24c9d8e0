"""Where a regular expression repeats something without end, texts that drive it there, and which look alike to it."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

_SRE: Any = importlib.import_module("re._parser")
_COMPILER: Any = importlib.import_module("re._compiler")
_WORD, _END = _SRE.parse(r"\w\n")  # what assertions look for
_ENDLESS = 100
_CHOICES = "a7 !-.é"


def pumps(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """What leads to each endless repetition of the pattern, and what is repeated there."""
    yield from dict.fromkeys(_pumps(_SRE.parse(pattern.pattern, pattern.flags), ""))


def _pumps(items: Iterable[Any], head: str) -> Iterator[tuple[str, str]]:
    for item in items:
        name, argument = str(item[0]), item[1]
        if name.endswith("_REPEAT") and argument[1] > _ENDLESS and (body := _sample(argument[2])):
            yield head, body
        for inner in _inner(name, argument):
            yield from _pumps(inner, head)
        head += _sample([item])


def looks(pattern: re.Pattern[str]) -> Callable[[str], object]:
    """How a text looks to the pattern: the same for texts that it goes through in the same steps."""
    parts = _SRE.parse(pattern.pattern, pattern.flags)
    if "GROUPREF" in str(parts.data):  # it compares what stands in two places
        return lambda text: text
    leaves = {leaf for one in _leaves((_WORD, _END, *parts)) for leaf in _alone(one, pattern.flags)}
    seen = cache(lambda char: tuple(bool(leaf.match(char)) for leaf in leaves))
    return lambda text: tuple(map(seen, text))


def _leaves(item: Any) -> Iterator[Any]:
    """Every place of a pattern that takes one character."""
    if isinstance(item, tuple) and str(item[0]) in ("LITERAL", "NOT_LITERAL", "IN", "ANY"):
        yield item
    elif isinstance(item, tuple | list | _SRE.SubPattern):
        for inner in item:
            yield from _leaves(inner)


_ALONE: dict[str, tuple[re.Pattern[str], re.Pattern[str]]] = {}


def _alone(leaf: Any, flags: int) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Such a place as a pattern of its own, with and without regard to case: that may change within a pattern."""
    if (key := f"{leaf} {flags}") not in _ALONE:
        exact, loose = _SRE.State(), _SRE.State()
        exact.flags, loose.flags = flags & ~re.IGNORECASE, flags | re.IGNORECASE
        one, other = (_COMPILER.compile(_SRE.SubPattern(state, [leaf])) for state in (exact, loose))
        _ALONE[key] = one, other
    return _ALONE[key]


def _inner(name: str, argument: Any) -> list[Any]:
    if name == "BRANCH":
        return list(argument[1])
    if name.endswith("_REPEAT"):
        return [argument[2]]
    if name in ("SUBPATTERN", "ASSERT"):
        return [argument[-1]]
    return [argument] if name == "ATOMIC_GROUP" else []


def _sample(items: Iterable[Any]) -> str:
    """A short text that the items match, assertions aside."""
    return "".join(_one(str(name), argument) for name, argument in items)


def _one(name: str, argument: Any) -> str:
    if name == "LITERAL":
        return chr(int(argument))
    if name == "IN":
        return next((c for c in _choices(argument) if _fits(argument, c)), "")
    if name in ("ANY", "NOT_LITERAL", "GROUPREF"):
        return "a"
    if name.endswith("_REPEAT"):
        return _sample(argument[2]) * int(argument[0])
    return _sample(_inner(name, argument)[0]) if name in ("BRANCH", "SUBPATTERN", "ATOMIC_GROUP") else ""


def _choices(members: Iterable[Any]) -> Iterator[str]:
    """Characters that may be in a class: those that it names, then a few others."""
    for name, argument in members:
        if str(name) in ("LITERAL", "RANGE"):
            yield chr(argument if str(name) == "LITERAL" else argument[0])
    yield from _CHOICES


def _fits(members: Any, char: str) -> bool:
    """Whether the class has the character."""
    named = any(_names(str(name), argument, char) for name, argument in members)
    return named != (str(members[0][0]) == "NEGATE")


def _names(name: str, argument: Any, char: str) -> bool:
    if name == "LITERAL":
        return ord(char) == int(argument)
    if name == "RANGE":
        return bool(argument[0] <= ord(char) <= argument[1])
    if name == "CATEGORY":
        kinds = {"DIGIT": char.isdecimal(), "SPACE": char.isspace(), "WORD": char.isalnum() or char == "_"}
        kind = str(argument).removeprefix("CATEGORY_")
        return kinds[kind.removeprefix("NOT_")] != kind.startswith("NOT_")
    return False
