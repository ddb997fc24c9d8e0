"""Flags with several values: `--steps 10,20,30`, `--cfg 2..8`, `--sampler euler, ddim`. Each is an axis of a sweep."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any, NamedTuple

from engine.api.parameters import Parameter
from engine.api.sweeping import AXES, between

_NUMBER = r"[+-]?+(?:\d++(?:\.(?!\.)\d*+)?+|\.\d++)%?+"
_RANGE = re.compile(rf"\A({_NUMBER})\s*+\.\.\.?\s*+({_NUMBER})(?:/(\d{{1,4}}))?")
_VALUE = rf"{_NUMBER}(?:\.\.\.?{_NUMBER}(?:/\d++)?+)?+"
_APART = re.compile(rf"\A{_VALUE}(?:\s*+[,;]\s*+{_VALUE})++")
_TOGETHER = re.compile(r"(?<!\s)\s*+(?P<value>\S++)")
_WITH_COMMA = r"[+-]?+\d++,\d++"
_DECIMAL_COMMA = re.compile(rf"\A(?:{_WITH_COMMA}(?:\.\.\.?{_WITH_COMMA}(?:/\d++)?+)?+|[^;\n]*+;.*)")


class Axis(NamedTuple):
    """Several values of one parameter, in the order in which they were asked for."""

    values: tuple[Any, ...]


Read = Callable[[str], Any]


def numbers(parameter: Parameter, rest: str, read: Read) -> tuple[Axis, int] | None:
    """The numbers at the beginning of `rest`, and how many characters of it they take; None where it is one.

    Spaces between them will do where nothing else follows. `read` makes a value of one of them, or raises.
    """
    plain = _plain(rest)
    if parameter.name not in AXES:
        return None
    if parts := _APART.fullmatch(plain.strip()):
        used, raw = len(rest), parts[0]
    elif word := _TOGETHER.match(rest):
        used, raw = word.end(), _plain(word["value"]).rstrip(",;.")
    else:
        return None
    values = [value for each in _separate(parameter, raw) for value in _several(parameter, each, read)]
    return (Axis(tuple(dict.fromkeys(values))), used) if len(values) > 1 else None


def names(rest: str, find: Callable[[str], str | None]) -> tuple[Axis, int] | None:
    """The names with commas between them at the beginning of `rest`, all but the last known to `find`.

    The last is read as one alone is; that it begins where the number says is for the caller to see.
    """
    found: list[str] = []
    start = 0
    for comma in re.finditer(r"[,，、،;；]", rest):
        if not (name := find(_plain(rest[start : comma.start()]).strip(" \"'“”"))):
            break
        found.append(name)
        start = comma.end()
    return (Axis(tuple(found)), start) if found else None


def _plain(text: str) -> str:
    """Digits and signs of every script as ASCII."""
    digits = "".join(str(unicodedata.decimal(c, "")) or c for c in unicodedata.normalize("NFKC", text))
    return re.sub("[、،]", ",", digits.replace("٫", ".").replace("؛", ";"))


def _separate(parameter: Parameter, raw: str) -> list[str]:
    """The values that were typed one by one; `7,5` is one number, as many write it."""
    if parameter.words.kind == "number" and _DECIMAL_COMMA.fullmatch(raw):
        raw = raw.replace(",", ".")
    return [each.strip() for each in re.split("[,;]", raw)]


def _several(parameter: Parameter, written: str, read: Read) -> list[Any]:
    """The values of a range; the one of anything else."""
    if not (told := _RANGE.fullmatch(written)):
        return [read(written)]
    first, last = read(told[1]), read(told[2])
    return between(first, last, int(told[3]) if told[3] else None, whole=parameter.words.kind == "integer")
