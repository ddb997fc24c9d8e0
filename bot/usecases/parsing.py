"""`red fox in snow --ar 16:9 —no text` -> prompt and parameters, as people really type on phones.

Flags come from `engine.api.parameters`; other languages' names for them come as an argument.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from typing import Any, TypeVar

from pydantic import ValidationError

from bot.errors import EmptyPrompt, UnknownFlag
from engine.api.errors import LONGEST_VALUE, BadRequest, OutOfRange, PromptTooLong, UnknownChoice
from engine.api.names import Addon, Called, find
from engine.api.parameters import FLAGS, PARAMETERS, Parameter, Parameters, Ratio, Size, Variation
from engine.api.recipe import SEEDS
from engine.api.samplers import find_sampler, unknown_sampler

LONGEST_PROMPT = 2000
"""In characters, flags not counted."""

_LONGEST_TEXT = 4000
"""With flags and spaces: longer ones are refused before anything looks at them."""

_DASH = "-‐‑‒–—―−﹣－"
_MARKS = "\u0300-\u036f\u064b-\u065f\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u200c\u200d"
"""Vowel signs and accents, which `\\w` leaves out: no Hindi word is whole without them."""
_QUOTED = r"(?<!\w)(?:\"[^\"\n]*\"|“[^“”\n]*”|„[^„“”\n]*[“”]|«[^«»\n]*»|「[^「」\n]*」)(?!\w)"
_FLAG = rf"(?<!\S)(?P<dash>[{_DASH}]{{1,2}})(?P<name>[^\W\d_][\w{_MARKS}-]*)(?P<glue>\s*[=:：＝]\s*)?"
_QUOTED_OR_FLAG = re.compile(f"{_QUOTED}|{_FLAG}")
_PAIR = re.compile(r"(\d{1,5})\s*[:x×/*]\s*(\d{1,5})")


@dataclass(frozen=True)
class Request:
    """What a person asked for; the prompt is empty where they wrote flags alone."""

    prompt: str
    parameters: Parameters


def parse(
    text: str,
    flags: Mapping[str, Parameter] = FLAGS,
    *,
    models: Sequence[str | Called] = (),
    own: Collection[str] = (),
    wordless: bool = False,
) -> Request:
    """Splits a command's arguments into prompt and parameters; the last of equal flags wins.

    Args:
        text: all after the command's name.
        flags: every flag with its parameter ("--langkah" for steps, say).
        models: what `--model` takes, each or its name; any name where empty.
        own: flags in the person's own language, the only ones that are suggested to them, unless they write in a
            script of others; `flags` where empty.
        wordless: whether flags alone will do.

    Raises:
        BadRequest: one of its kinds that names the flag, the range, and the nearest known flag.
    """
    text = _printable(_bounded(text))
    words: list[str] = []
    values: dict[str, Any] = {}
    end = 0
    marks = list(_marks(text, flags, own or flags))
    called = [Addon(model) if isinstance(model, str) else model for model in models]
    for i, (match, parameter) in enumerate(marks):
        words.append(text[end : match.start()])
        stop = marks[i + 1][0].start() if i + 1 < len(marks) else len(text)
        value, used = _read(parameter, match[0].rstrip(" =:：＝"), text[match.end() : stop], called)
        values[parameter.name] = value
        end = match.end() + used
    words.append(text[end:])
    prompt = " ".join(filter(None, (w.strip() for w in words)))
    return Request(_prompt(prompt) if prompt or not wordless else "", _validated(values))


def check_prompt(prompt: str) -> str:
    """The prompt without control characters and needless space.

    Raises:
        EmptyPrompt, PromptTooLong
    """
    return _prompt(_printable(_bounded(prompt)))


def _bounded(text: str) -> str:
    if len(text) > _LONGEST_TEXT:
        raise PromptTooLong(length=len(text), limit=LONGEST_PROMPT)
    return text


def _prompt(prompt: str) -> str:
    prompt = prompt.strip()
    if not any(unicodedata.category(c)[0] in "LNS" for c in prompt):
        raise EmptyPrompt()
    if len(prompt) > LONGEST_PROMPT:
        raise PromptTooLong(length=len(prompt), limit=LONGEST_PROMPT)
    return prompt


def _printable(text: str) -> str:
    """Without control characters (joiners inside emoji and Indic words stay) and with plain spaces."""
    kept = (
        " " if c.isspace() else c
        for c in text
        if c.isspace() or c in "\u200c\u200d" or unicodedata.category(c)[0] != "C"
    )
    return re.sub(r" +", " ", "".join(kept))


def _marks(
    text: str, flags: Mapping[str, Parameter], own: Collection[str]
) -> list[tuple[re.Match[str], Parameter]]:
    own_names, names = _long_names(own), _long_names(flags)
    found = (m for m in _QUOTED_OR_FLAG.finditer(text) if m["dash"])
    return [(m, p) for m in found if (p := _known(m, flags, own_names, names))]


def _long_names(flags: Iterable[str]) -> dict[str, str]:
    """Long flags by their names as they are compared: a Korean syllable counts as its letters."""
    return {unicodedata.normalize("NFD", flag[2:]): flag for flag in flags if flag.startswith("--")}


def _known(
    match: re.Match[str], flags: Mapping[str, Parameter], own: Mapping[str, str], names: Mapping[str, str]
) -> Parameter | None:
    """The flag's parameter; None where a dash is just a dash.

    Raises:
        UnknownFlag: it was plainly meant as a flag.
    """
    dash, name = match["dash"], unicodedata.normalize("NFKC", match["name"]).lower()
    short = len(dash) == 1 and dash in "-‐‑−﹣－"
    if short:
        return flags.get(f"-{name}") or (flags.get(f"--{name}") if match["glue"] else None)
    if parameter := flags.get(f"--{name}") or (flags.get(f"-{name}") if len(name) == 1 else None):
        return parameter
    nearest = _nearest(name, own)
    if len(dash) == 1 and not nearest:
        return None
    if not name.isascii():  # a script that somebody writes they read as well
        nearest = nearest or _nearest(name, names)
    raise UnknownFlag(flag=match[0].rstrip(" =:：＝"), nearest=nearest)


def _nearest(name: str, names: Mapping[str, str]) -> str:
    """The long flag that looks most like it, or an empty string."""
    close = get_close_matches(unicodedata.normalize("NFD", name[:LONGEST_VALUE]), names, 1, 0.6)
    return names[close[0]] if close else ""


def _read(parameter: Parameter, flag: str, rest: str, models: Sequence[Called]) -> tuple[Any, int]:
    """The flag's value at the beginning of `rest`, and how many characters of it were used."""
    if parameter.words.kind == "switch":
        return True, 0
    if parameter.words.kind == "text":
        return rest.strip().strip('"“”'), len(rest)
    if parameter.words.kind == "sampler":
        return _sampler(flag, rest)
    if parameter.words.kind == "model":
        return _model(flag, rest, models)
    match = _PAIR_AHEAD.match(rest) if parameter.words.kind in ("ratio", "size") else _WORD.match(rest)
    match = match or _WORD.match(rest)
    raw = match["value"].strip("\"“”'") if match else ""
    value = raw if parameter.words.kind == "variations" else _plain(raw)
    return _READERS[parameter.words.kind](parameter, flag, value), match.end() if match else 0


_WORD = re.compile(r"(?<!\s)\s*+(?P<value>\S++)")
_QUOTED_AHEAD = re.compile(rf"(?<!\s)\s*+{_QUOTED}")
_QUOTES = " \"“”„«»「」'"
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


def _out_of_range(parameter: Parameter, flag: str, value: str) -> OutOfRange:
    if parameter.least is None or parameter.most is None:
        return OutOfRange.unlike(flag, value, parameter.words.example)
    return OutOfRange.beyond(flag, value, parameter.least, parameter.most)


def _integer(parameter: Parameter, flag: str, value: str) -> int:
    if not re.fullmatch(r"[+-]?\d{1,20}", value):
        raise _out_of_range(parameter, flag, value)
    return _within(parameter, flag, int(value))


def _number(parameter: Parameter, flag: str, value: str) -> float:
    percent = re.fullmatch(r"(\d{1,3})%", value)
    if percent:
        return _within(parameter, flag, int(percent[1]) / 100)
    if not re.fullmatch(r"[+-]?(\d{1,10}\.?\d{0,10}|\.\d{1,10})", value):
        raise _out_of_range(parameter, flag, value)
    return _within(parameter, flag, float(value))


Number = TypeVar("Number", int, float)


def _within(parameter: Parameter, flag: str, value: Number) -> Number:
    if (
        parameter.least is not None
        and parameter.most is not None
        and not parameter.least <= value <= parameter.most
    ):
        raise _out_of_range(parameter, flag, f"{value:g}" if isinstance(value, float) else str(value))
    return value


def _pair(kind: Callable[[int, int], Any]) -> Callable[[Parameter, str, str], Any]:
    def read(parameter: Parameter, flag: str, value: str) -> Any:
        match = _PAIR.fullmatch(value)
        if not match or not int(match[1]) or not int(match[2]):
            raise _out_of_range(parameter, flag, value)
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
    pairs = [re.fullmatch(r"(\d{1,10}):(\d(?:\.\d{1,10})?)", each) for each in value.split(",")]
    told = tuple(Variation(int(pair[1]), float(pair[2])) for pair in pairs if pair)
    if len(told) < len(pairs) or any(each.seed >= SEEDS or each.weight > 1 for each in told):
        raise OutOfRange.unlike(flag, value, parameter.words.example)
    return told


def _sampler(flag: str, rest: str) -> tuple[str, int]:
    """The longest run of up to four words that names a sampler ("DPM++ 2M SDE Karras")."""
    written = ""
    for last, written in _runs(rest, 4):
        if name := find_sampler(unicodedata.normalize("NFKC", written).strip(_QUOTES)):
            return name, last.end()
    raise unknown_sampler(flag, written)


_READERS: Mapping[str, Callable[[Parameter, str, str], Any]] = {
    "integer": _integer,
    "number": _number,
    "ratio": _pair(Ratio),
    "size": _pair(Size),
    "variations": _variations,
}


def _validated(values: dict[str, Any]) -> Parameters:
    """Raises OutOfRange where a value breaks a rule that only the definition knows (a text too long, say)."""
    try:
        return Parameters(**values)
    except ValidationError as error:
        parameter = PARAMETERS[str(error.errors()[0]["loc"][0])]
        raise _out_of_range(parameter, parameter.flag, str(values[parameter.name])) from error


__all__ = ["LONGEST_PROMPT", "BadRequest", "Request", "check_prompt", "parse"]
