"""Every regular expression of the program, found by itself, and texts that make careless ones slow."""

from __future__ import annotations

import ast
import importlib
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[1]

SHORT, TIMES = 500, 8
"""Texts are timed at this many characters and at so many times as many: linear is 8, quadratic 64."""

MOST = 24
"""How many times as long the long text may take; between linear and quadratic, with room for a busy machine."""

FLOOR = 50e-6
"""Seconds below which a time says nothing; no quadratic pattern stays so quick at the long length."""

SOON = 1e-3
"""Seconds below which a short text's time leaves no explosion to fear of the long one."""

_MENTIONED = re.compile(r"\bre\s*\.")
"""What stands wherever a module uses `re`."""

_TRIES = 5
"""So often a ratio over the limit is measured as a whole before it counts."""

_ROUNDS = 4
"""A time over the limit is taken again so often before it counts: other work can only lengthen it."""

SHAPES = (
    # runs of one character of each class that patterns mention
    "a", "A", "é", "я", "猫", "한", "न", "ع", "7", "٣", "_", "-", "—", " ", "\t", "\n", "\r", "\u3000", "\u200d",
    "\u0301", ".", ",", ":", "+", "\\", "🦊",
    # quotes and brackets, unclosed and nested
    '"', "'", "«", "“", "„", "「", "(", "[", "{", "<", ")", "(a:", "(a", "<lora:a:1",
    # alternations
    "a'", "a ", "a,", "--a ", "—é ", "7x", "by A ", "a \n ",
)  # fmt: skip
"""What hostile texts repeat; `pumps` adds what each pattern itself is open to."""

ENDS = ("", "\x00é")
"""How texts end: the second is where a pattern that had nearly matched finds that it doesn't."""


def slowness(
    work: Callable[[str], object], shape: str, end: str = "", head: str = "", short: int = SHORT
) -> float:
    """How many times as long `work` takes for `TIMES` as much text, made of `head`, `shape` again and again, `end`.

    What is over the limit is measured as a whole again: a busy machine may have hurried the short text alone.
    """
    ratio = float("inf")
    for _ in range(_TRIES):
        ratio = min(ratio, _slowness(work, shape, end, head, short))
        if ratio <= MOST:
            break
    return ratio


def _slowness(work: Callable[[str], object], shape: str, end: str, head: str, short: int) -> float:
    def text(size: int) -> str:
        return head + shape * (size // len(shape)) + end

    once = _seconds(work, text(short))
    if once < FLOOR and (whole := _seconds(work, text(TIMES * short))) <= MOST * FLOOR:
        return whole / FLOOR
    base = max(FLOOR, min(once, *(_seconds(work, text(short)) for _ in range(2))))
    size, ratio = short * (TIMES if once < SOON else 2), 0.0
    while size <= TIMES * short and ratio <= MOST:  # in steps: what explodes is found while its text is small
        ratio = _ratio(work, text(size), base)
        size *= 2
    return ratio


def _ratio(work: Callable[[str], object], long: str, base: float) -> float:
    best = float("inf")
    for _ in range(_ROUNDS):
        best = min(best, _seconds(work, long) / base)
        if best <= MOST:
            break
    return best


def _seconds(work: Callable[[str], object], text: str) -> float:
    start = time.thread_time()
    work(text)
    return time.thread_time() - start


def modules() -> Iterator[str]:
    """The names of all modules of the program."""
    for file in sorted(chain((ROOT / "bot").rglob("*.py"), (ROOT / "engine").rglob("*.py"))):
        yield ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def nodes(module: str) -> Sequence[tuple[str, ast.AST]]:
    """All that a module's source has, parsed, with the name of the function that it stands in.

    Nothing, where its text has no `re.`: most have none, and each costs ten times as long to parse as to read.
    """
    base = ROOT.joinpath(*module.split("."))
    text = (base / "__init__.py" if base.is_dir() else base.with_suffix(".py")).read_text("utf-8")
    return [*_named(ast.parse(text))] if _MENTIONED.search(text) else []


def _named(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    for statement in tree.body:
        for top in statement.body if isinstance(statement, ast.ClassDef) else (statement,):
            for node in ast.walk(top):
                yield (top.name if isinstance(top, ast.FunctionDef) else ""), node


def compiled(module: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns that a module holds by name, in tables as well."""
    if any(_is_re(node) for _, node in nodes(module)):
        loaded: ModuleType = importlib.import_module(module)
        for name, value in vars(loaded).items():
            for pattern in _patterns(value):
                yield f"{module}.{name}", pattern


def _patterns(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield _of_text(value.pattern, value.flags)
    elif isinstance(value, Mapping):
        yield from chain.from_iterable(map(_patterns, value.values()))
    elif isinstance(value, tuple | list):
        yield from chain.from_iterable(map(_patterns, value))


def _of_text(pattern: str | bytes, flags: int) -> re.Pattern[str]:
    """One of bytes is tried as one of the characters with the same numbers."""
    if isinstance(pattern, bytes):
        return re.compile(pattern.decode("latin-1"), flags | re.ASCII)
    return re.compile(pattern, flags)


def inline(module: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns written out where they are used: `re.sub(r"...", ...)`."""
    for function, call in _calls(module):
        if isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str | bytes):
            flags = [f for f in (*call.args[1:], *(k.value for k in call.keywords)) if _is_re(f)]
            flag = sum((getattr(re, f.attr) for f in flags if isinstance(f, ast.Attribute)), re.RegexFlag(0))
            yield f"{module}.{function}:{call.lineno}", _of_text(call.args[0].value, flag)


def built(module: str) -> Iterator[str]:
    """The functions that make patterns out of words; the test must know each to call it."""
    for function, call in _calls(module):
        if function and not isinstance(call.args[0], ast.Constant):
            yield f"{module}.{function}"


def _calls(module: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call of `re` that takes a pattern, with the name of the function that it stands in."""
    for function, node in nodes(module):
        if isinstance(node, ast.Call) and _takes_pattern(node):
            yield function, node


def _takes_pattern(call: ast.Call) -> bool:
    return _is_re(call.func) and getattr(call.func, "attr", "") != "escape"


def _is_re(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "re"
