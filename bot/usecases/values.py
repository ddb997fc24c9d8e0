"""The values of flags, as people type them: numbers in any script, sizes, samplers and models by their names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from bot.usecases import axes
from engine.api.controls import MOST as MOST_CONTROLS
from engine.api.errors import OutOfRange, UnknownChoice
from engine.api.names import LONGEST_NAME, Called, find, short_name
from engine.api.parameters import Parameter
from engine.api.samplers import find_sampler, unknown_sampler
from engine.api.styles import LONGEST_STYLE, NO_STYLE, NONE, Style
from engine.api.values import SEEDS, SIDE_MOST, Margins, Ratio, Size, Variation

QUOTED = (
    r"(?<!\w)(?:\"[^\"\n]*\"|＂[^＂\n]*＂|“[^“”\n]*”|”[^“”\n]*”|„[^„“”\n]*[“”]|«[^«»\n]*»|「[^「」\n]*」|『[^『』\n]*』)"
    r"(?!\w)"
)
"""What stands between quotation marks."""

_SINGLY = r"(?<!\w)(?:'[^'\n]*'|‘[^‘’\n]*’)(?!\w)"
"""What stands between those that are apostrophes elsewhere: in values alone."""

WORD = rf"(?:{QUOTED}|{_SINGLY}|\S)++"
"""A word of a value: what is quoted in it may have spaces."""

_PAIR = re.compile(r"(\d{1,5})\s*[:x×/*]\s*(\d{1,5})")


def read_value(parameter: Parameter, flag: str, rest: str, models: Sequence[Called]) -> tuple[Any, int]:
    """The flag's value at the beginning of `rest`, and how many characters of it were used; several make an `Axis`.

    Raises:
        OutOfRange, UnknownChoice
    """
    if parameter.words.kind == "switch":
        return True, 0
    if parameter.words.bare and not _names_choice(parameter, rest):
        return parameter.words.bare, 0
    if parameter.words.kind == "text":
        return _text(rest)
    if parameter.words.kind == "sampler":
        return _samplers(flag, rest)
    if parameter.words.kind == "model":
        return _model(flag, rest, models)
    reader = _READERS[parameter.words.kind]
    if several := _several(parameter, rest, partial(reader, parameter, flag)):
        return several
    match = _PAIR_AHEAD.match(rest) if parameter.words.kind in ("ratio", "size") else _WORD.match(rest)
    match = match or _WORD.match(rest)
    raw = unquoted(match["value"]) if match else ""
    value = raw if parameter.words.kind == "variations" else _plain(raw)
    return reader(parameter, flag, value), match.end() if match else 0


def _several(parameter: Parameter, rest: str, read: Callable[[str], Any]) -> tuple[axes.Axis, int] | None:
    """As `axes.numbers`; what is quoted is whole."""
    word = _WORD.match(rest)
    inner = unquoted(word["value"]) if word else ""
    if not word or inner == word["value"]:
        return axes.numbers(parameter, rest, read)
    several = axes.numbers(parameter, inner, read)
    return (several[0], word.end()) if several and several[1] == len(inner) else None


def _text(rest: str) -> tuple[str, int]:
    """Everything up to the next flag, or what is quoted, where no list goes on after that."""
    quoted, text = _QUOTED_AHEAD.match(rest), rest.strip()
    if quoted and not _GOES_ON.match(rest, quoted.end()):
        return unquoted(quoted["value"]), quoted.end()
    return text if _IN_QUOTES.search(text) else text.strip('"“”'), len(rest)


def quoted_ahead(rest: str) -> tuple[str, int] | None:
    """What is quoted at the beginning of a text, and how many characters that takes; None where nothing is."""
    quoted = _QUOTED_AHEAD.match(rest)
    return (unquoted(quoted["value"]), quoted.end()) if quoted else None


def unquoted(word: str) -> str:
    """A word without the quotation marks around its parts, or around it where one of them is missing."""
    return _IN_QUOTES.sub(lambda match: match[0][1:-1].strip(), word).strip(_QUOTES)


_IN_QUOTES = re.compile(f"{QUOTED}|{_SINGLY}")
_WORD = re.compile(rf"(?<!\s)\s*+(?P<value>{WORD})")
_QUOTED_AHEAD = re.compile(rf"(?<!\s)\s*+(?P<value>{QUOTED}|{_SINGLY})")
_GOES_ON = re.compile(rf"(?<!\s)\s*+(?:[,，、،;；]|{QUOTED}|{_SINGLY})")
_QUOTES = " \"“”„«»「」『』＂'‘’"
_MOST_WORDS = 16
"""That a file's name may have."""
_LIKE_WORDS = 4
"""As many as are compared with the models' names where none was meant."""
_PAIR_AHEAD = re.compile(r"(?<!\s)\s*+(?P<value>\d{1,5}\s*[:：x×ｘ/／*]\s*\d{1,5})(?!\S)", re.I)


def _plain(value: str) -> str:
    """Digits of every script and full-width signs as ASCII; decimal commas as points."""
    value = "".join(str(unicodedata.decimal(c, "")) or c for c in unicodedata.normalize("NFKC", value))
    value = re.sub(r"(\d)[,٫](\d)", r"\1.\2", value)
    return value.rstrip(",;.،、。").lower()


def out_of_range(parameter: Parameter, flag: str, value: str) -> OutOfRange:
    """The error for a value that a parameter can't have."""
    if parameter.least is None or parameter.most is None:
        return OutOfRange.unlike(flag, value, parameter.words.example)
    return OutOfRange.beyond(flag, value, parameter.least, parameter.most)


def _integer(parameter: Parameter, flag: str, value: str) -> int:
    if not re.fullmatch(r"[+-]?\d{1,20}", value):
        raise out_of_range(parameter, flag, value)
    return _within(parameter, flag, int(value))


def _number(parameter: Parameter, flag: str, value: str) -> float:
    percent = re.fullmatch(r"(\d{1,3})%", value)
    if percent:
        return _within(parameter, flag, int(percent[1]) / 100)
    if not re.fullmatch(r"[+-]?(\d{1,10}\.?\d{0,10}|\.\d{1,10})", value):
        raise out_of_range(parameter, flag, value)
    return _within(parameter, flag, float(value))


def _name(parameter: Parameter, flag: str, value: str) -> str:
    if not value:
        raise OutOfRange.unlike(flag, value, parameter.words.example)
    return value


Number = TypeVar("Number", int, float)


def _within(parameter: Parameter, flag: str, value: Number) -> Number:
    if (
        parameter.least is not None
        and parameter.most is not None
        and not parameter.least <= value <= parameter.most
    ):
        raise out_of_range(parameter, flag, f"{value:g}" if isinstance(value, float) else str(value))
    return value


def _choice(parameter: Parameter, flag: str, value: str) -> str:
    value = _OTHERWISE.get(value.lstrip("."), value.lstrip("."))
    if value not in parameter.words.choices:
        raise UnknownChoice.among(list(parameter.words.choices), flag, value)
    return value


_OTHERWISE = {"jpg": "jpeg"}
"""Choices by other names that people have for them."""


def _pair(kind: Callable[[int, int], Any]) -> Callable[[Parameter, str, str], Any]:
    def read(parameter: Parameter, flag: str, value: str) -> Any:
        match = _PAIR.fullmatch(value)
        if not match or not int(match[1]) or not int(match[2]):
            raise out_of_range(parameter, flag, value)
        return kind(int(match[1]), int(match[2]))

    return read


def _model(flag: str, rest: str, models: Sequence[Called]) -> tuple[str, int]:
    """What names a model: what is quoted, or the longest run of words that does ("My Model v2.safetensors")."""
    quoted = _QUOTED_AHEAD.match(rest)
    runs = [(quoted, quoted[0].strip())] if quoted else list(_runs(rest, _MOST_WORDS))
    for match, written in runs:
        written = written.strip(_QUOTES)
        if not models:
            return runs[-1][1].strip(_QUOTES).lower(), runs[-1][0].end()
        if model := find(models, written):
            return model.name, match.end()
    refusals = [
        UnknownChoice.among([m.name for m in models], flag, written) for _, written in runs[-_LIKE_WORDS:]
    ]
    near = (refusal for refusal in refusals if refusal.facts["nearest"])
    raise next(near, refusals[-1] if refusals else UnknownChoice.among([m.name for m in models], flag, ""))


def _runs(rest: str, most: int) -> Iterator[tuple[re.Match[str], str]]:
    """The words at the beginning of `rest`: up to so many, then one less, down to one; each with its last word."""
    for last in reversed(list(islice(_WORD.finditer(rest), most))):
        yield last, rest[: last.end()].strip()


def _variations(parameter: Parameter, flag: str, value: str) -> tuple[Variation, ...]:
    pairs = [re.fullmatch(r"(\d{1,10}):(\d(?:\.\d{1,10})?)", each) for each in _listed(value)]
    told = tuple(Variation(int(pair[1]), float(pair[2])) for pair in pairs if pair)
    if len(told) < len(pairs) or any(each.seed >= SEEDS or each.weight > 1 for each in told):
        raise OutOfRange.unlike(flag, value, parameter.words.example)
    return told


def _names(parameter: Parameter, flag: str, value: str) -> tuple[str, ...]:
    """`canny,depth`: each name once."""
    names = tuple(dict.fromkeys(filter(None, _listed(value))))
    if not 0 < len(names) <= MOST_CONTROLS or max(map(len, names)) > LONGEST_NAME:
        raise OutOfRange.unlike(flag, value, parameter.words.example)
    return names


def _listed(value: str) -> list[str]:
    """What stands between commas."""
    return [each.strip() for each in value.split(",")]


def _style(parameter: Parameter, flag: str, value: str) -> Style:
    """`watercolor,night`: names as they are typed."""
    names = list(filter(None, (short_name(each) for each in re.split(r"[,+、，]", value) if each)))
    told = ",".join(NONE if name in NO_STYLE else name for name in dict.fromkeys(names))
    if not 0 < len(told) <= LONGEST_STYLE:
        raise OutOfRange.unlike(flag, value, parameter.words.example)
    return Style(told)


def _margins(parameter: Parameter, flag: str, value: str) -> Margins:
    """`left=128,top=64`: sides, and how many pixels beyond each."""
    pairs = [re.fullmatch(r"([a-z]{1,6})[=:](\d{1,5})", each) for each in _listed(value)]
    told = {_SIDES[pair[1]]: int(pair[2]) for pair in pairs if pair and pair[1] in _SIDES}
    if len(told) < len(pairs) or not 0 < max(told.values()) <= SIDE_MOST:
        raise OutOfRange.unlike(flag, value, parameter.words.example)
    return Margins(**told)


_SIDES = {side: side for side in Margins._fields} | {"up": "top", "down": "bottom"}


def _samplers(flag: str, rest: str) -> tuple[Any, int]:
    """A sampler, or several with commas between them."""
    several = axes.names(rest, find_sampler)
    if not several:
        return _sampler(flag, rest)
    found, start = several
    try:
        last, used = _sampler(flag, rest[start:].lstrip())
    except UnknownChoice:
        if len(found.values) == 1 and rest[start : start + 1] in ("", " "):
            return found.values[0], start  # a comma, and then the prompt
        raise
    return axes.Axis((*found.values, last)), len(rest) - len(rest[start:].lstrip()) + used


def _sampler(flag: str, rest: str) -> tuple[str, int]:
    """The longest run of up to four words that names a sampler ("DPM++ 2M SDE Karras")."""
    written = ""
    for last, written in _runs(rest, 4):
        if name := find_sampler(unicodedata.normalize("NFKC", written).strip(_QUOTES)):
            return name, last.end()
    raise unknown_sampler(flag, unquoted(written))


def _names_choice(parameter: Parameter, rest: str) -> bool:
    """Whether the next word is one of the parameter's choices: else the flag stands alone."""
    match = _WORD.match(rest)
    return bool(match and _plain(unquoted(match["value"])) in parameter.words.choices)


_READERS: Mapping[str, Callable[[Parameter, str, str], Any]] = {
    "integer": _integer,
    "number": _number,
    "ratio": _pair(Ratio),
    "size": _pair(Size),
    "variations": _variations,
    "choice": _choice,
    "margins": _margins,
    "upscaler": _name,
    "vae": _name,
    "names": _names,
    "style": _style,
}
