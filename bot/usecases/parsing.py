"""`red fox in snow --ar 16:9 —no text` -> prompt and parameters, as people really type on phones.

Flags come from `engine.api.parameters`; other languages' names for them come as an argument.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from bot.errors import EmptyPrompt, UnknownFlag
from bot.usecases.axes import Axis
from bot.usecases.habits import Habit, addresses, find_habit, settled
from bot.usecases.values import QUOTED, out_of_range, read_value
from bot.usecases.weighing import weighed
from engine.api.cards import ModelCard
from engine.api.errors import LONGEST_VALUE, BadRequest, PromptTooLong
from engine.api.events import Notice
from engine.api.names import Addon, Addons, Called
from engine.api.parameters import FLAGS, PARAMETERS, Parameter, Parameters
from engine.api.sweeping import Axes
from engine.api.tags import check_names, check_negative, check_tags

LONGEST_PROMPT = 2000
"""In characters, flags not counted."""

_LONGEST_TEXT = 4000
"""With flags and spaces: longer ones are refused before anything looks at them."""

DASH = "-‐‑‒–—―−﹣－"
_MARKS = "\u0300-\u036f\u064b-\u065f\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u200c\u200d"
"""Vowel signs and accents, which `\\w` leaves out: no Hindi word is whole without them."""
_FLAG = rf"(?<!\S)(?P<dash>[{DASH}]{{1,2}})(?P<name>[^\W\d_][\w{_MARKS}-]*)(?P<glue>\s*[=:：＝]\s*)?"
_QUOTED_OR_FLAG = re.compile(f"{QUOTED}|{_FLAG}")


@dataclass(frozen=True)
class Request:
    """What a person asked for; the prompt is empty where they wrote flags alone.

    Of a parameter with several values, `parameters` has the first and `axes` all. `notices` say how it was read where
    it was written as in other programs.
    """

    prompt: str
    parameters: Parameters
    axes: Axes = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()


def parse(
    text: str,
    flags: Mapping[str, Parameter] = FLAGS,
    *,
    models: Sequence[str | Called] = (),
    own: Collection[str] = (),
    wordless: bool = False,
    looks: bool = False,
) -> Request:
    """Splits a command's arguments into prompt and parameters; the last of equal flags wins.

    Args:
        text: all after the command's name.
        flags: every flag with its parameter ("--langkah" for steps, say).
        models: what `--model` takes, each or its name; any name where empty.
        own: flags in the person's own language, the only ones that are suggested to them, unless they write in a
            script of others; `flags` where empty.
        wordless: whether flags alone will do.
        looks: whether there is what looks at pictures besides the words.

    Raises:
        BadRequest: one of its kinds that names the flag, the range, and the nearest known flag.
    """
    text = _printable(bounded(text))
    words: list[str] = []
    values: dict[str, Any] = {}
    axes: dict[str, tuple[Any, ...]] = {}
    habits: list[tuple[Habit, str, str]] = []
    end = 0
    marks = list(_marks(text, flags, own or flags))
    called = [Addon(model) if isinstance(model, str) else model for model in models]
    for i, (match, parameter) in enumerate(marks):
        words.append(text[end : match.start()])
        stop = marks[i + 1][0].start() if i + 1 < len(marks) else len(text)
        if isinstance(parameter, Habit):
            told, used = parameter.read(text[match.end() : stop])
            habits.append((parameter, match[0].rstrip(" =:：＝"), told))
            end = match.end() + used
            continue
        value, used = read_value(parameter, match[0].rstrip(" =:：＝"), text[match.end() : stop], called)
        axes.pop(parameter.name, None)
        if isinstance(value, Axis):
            value, *_ = axes[parameter.name] = value.values
        values[parameter.name] = value
        end = match.end() + used
    words.append(text[end:])
    prompt, unwanted = weighed(" ".join(filter(None, (w.strip() for w in words))))
    if unwanted:
        values["negative"] = ", ".join(filter(None, (values.get("negative"), unwanted)))
    cards = [model for model in models if isinstance(model, ModelCard)]
    parameters, notices = settled(_validated(values), axes, habits, cards, looks)
    prompt = " ".join([*addresses(habits, parameters), prompt])
    return Request(_prompt(prompt) if prompt or not wordless else "", parameters, axes, notices)


def check_prompt(prompt: str) -> str:
    """The prompt without control characters and needless space.

    Raises:
        EmptyPrompt, PromptTooLong
    """
    return _prompt(_printable(bounded(prompt)))


def check_words(prompt: str, negative: str | None, addons: Addons) -> None:
    """Raises BadRequest where they name what there is not, or hold what can't be read."""
    for words in filter(None, (prompt, negative)):
        check_tags(words)
        check_names(words, addons)
    check_negative(negative or "", PARAMETERS["negative"].flag)


def bounded(text: str) -> str:
    """The text, before anything looks at it. Raises PromptTooLong."""
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
) -> list[tuple[re.Match[str], Parameter | Habit]]:
    own_names, names = _long_names(own), _long_names(flags)
    found = (m for m in _QUOTED_OR_FLAG.finditer(text) if m["dash"])
    return [(m, p) for m in found if (p := _meant(m, text, flags, own_names, names))]


def _long_names(flags: Iterable[str]) -> dict[str, str]:
    """Long flags by their names as they are compared: a Korean syllable counts as its letters."""
    return {unicodedata.normalize("NFD", flag[2:]): flag for flag in flags if flag.startswith("--")}


def _meant(
    match: re.Match[str],
    text: str,
    flags: Mapping[str, Parameter],
    own: Mapping[str, str],
    names: Mapping[str, str],
) -> Parameter | Habit | None:
    """The parameter or the habit that is meant; None where a dash is just a dash. Raises as `_known`."""
    name = unicodedata.normalize("NFKC", match["name"]).lower()
    habit = find_habit(f"{'-' if _is_short(match) else '--'}{name}", text[match.end() :], flags)
    if habit is None:
        return _known(match, flags, own, names)
    return PARAMETERS[habit.same] if habit.same else habit


def _is_short(match: re.Match[str]) -> bool:
    return len(match["dash"]) == 1 and match["dash"] in "-‐‑−﹣－"


def _known(
    match: re.Match[str], flags: Mapping[str, Parameter], own: Mapping[str, str], names: Mapping[str, str]
) -> Parameter | None:
    """The flag's parameter; None where a dash is just a dash.

    Raises:
        UnknownFlag: it was plainly meant as a flag.
    """
    dash, name = match["dash"], unicodedata.normalize("NFKC", match["name"]).lower()
    if _is_short(match):
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


def _validated(values: dict[str, Any]) -> Parameters:
    """Raises OutOfRange where a value breaks a rule that only the definition knows (a text too long, say)."""
    try:
        return Parameters(**values)
    except ValidationError as error:
        parameter = PARAMETERS[str(error.errors()[0]["loc"][0])]
        raise out_of_range(parameter, parameter.flag, str(values[parameter.name])) from error


__all__ = ["LONGEST_PROMPT", "BadRequest", "Request", "check_prompt", "parse"]
