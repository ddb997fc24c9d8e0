"""What the locale files hold, read with Fluent's own parser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from fluent.syntax import ast, parse

from bot.locales import REFERENCE, defined_words


@dataclass
class Entry:
    """One message of one language.

    Attributes:
        text: everything but what is in braces.
        blanks: names of its variables.
        numbers: variables that are written as numbers by NUMBER().
        keys: by variable, the keys by which it selects.
        references: terms and messages that it refers to.
    """

    text: str = ""
    blanks: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    keys: dict[str, set[str]] = field(default_factory=dict)
    references: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class File:
    """A parsed file: its messages, the ids that come twice, and what could not be parsed."""

    entries: dict[str, Entry]
    twice: list[str]
    junk: list[str]


@cache
def read(language: str) -> File:
    """The file of a language; English with the words of parameters and inputs."""
    text = files("bot.locales").joinpath(f"{language}.ftl").read_text("utf-8")
    body = parse(text + ("\n" + defined_words() if language == REFERENCE else "")).body
    messages = [node for node in body if isinstance(node, ast.Message | ast.Term)]
    names = [node.id.name for node in messages]
    return File(
        {node.id.name: _entry(node) for node in messages},
        sorted({name for name in names if names.count(name) > 1}),
        [node.content or "" for node in body if isinstance(node, ast.Junk)],
    )


def _entry(message: ast.Message | ast.Term) -> Entry:
    entry = Entry()
    for node in _nodes(message.value):
        match node:
            case ast.TextElement():
                entry.text += node.value
            case ast.VariableReference():
                entry.blanks.add(node.id.name)
            case ast.FunctionReference():
                entry.numbers |= {a.id.name for a in node.arguments.positional}
            case ast.SelectExpression():
                keys = {getattr(v.key, "name", None) or v.key.value for v in node.variants}
                entry.keys.setdefault(node.selector.id.name, set()).update(keys)
            case ast.MessageReference() | ast.TermReference():
                entry.references.add(node.id.name)
    return entry


def _nodes(node: object) -> Iterator[ast.BaseNode]:
    """A node and all below it, in the order of the text."""
    if isinstance(node, ast.BaseNode):
        yield node
        for child in vars(node).values():
            yield from _nodes(child)
    elif isinstance(node, list):
        for child in node:
            yield from _nodes(child)
