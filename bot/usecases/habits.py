"""Flags that people bring along from Midjourney, the web UIs and other bots, and what each comes to here.

One table. What has a meaning here becomes parameters of ours, measured by what the model that draws does by default;
what has none is passed over, and both are said below the picture. `docs/chat.md` shows them side by side.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from bot.usecases.values import quoted_ahead
from engine.api.cards import ModelCard
from engine.api.events import NoMeaning, Notice, ReadAs
from engine.api.infotext import number
from engine.api.likes import USUAL
from engine.api.parameters import MULTIPLE, PARAMETERS, SIDE_LEAST, SIDE_MOST, Parameters, Ratio, Size

NUMBER = r"(?:\d{1,6}(?:\.\d{1,4})?|\.\d{1,4})"
ADDRESS = r"https?://\S++"
_CODE = r"(?=[a-z]{0,31}\d)[a-z0-9]{5,32}"
_PICTURE = rf"(?>{ADDRESS}|random|\d{{1,12}}(?:::{NUMBER})?+)"
_PICTURES = rf"{_PICTURE}(?>\s++(?:{ADDRESS}|\d{{4,12}}(?:::{NUMBER})?+))*+"

_ANIME = re.compile(
    r"niji|anim[ae]|illustrious|noob|pony|waifu|counterfeit|anything|meina|novelai|\bnai\b|manga|cartoon",
    re.I,
)
"""What models that draw anime are called, or say of themselves."""

_MOST_TOLD, _LONGEST_TOLD = 12, 40


class Asked(NamedTuple):
    """What else is asked for, the card of the model that is meant, and those of all; whether pictures can be looked
    at."""

    parameters: Parameters
    card: ModelCard
    cards: Sequence[ModelCard]
    looks: bool


Meaning = Callable[[str, Asked], Mapping[str, Any] | None]
"""From a habit's value to values of ours by name, none where it asks for what is done anyway; None: it means nothing
here."""


def _nothing(value: str, asked: Asked) -> None:
    """Nothing here does the like."""


def _as_it_is(value: str, asked: Asked) -> Mapping[str, Any]:
    """It is so anyway."""
    return {}


@dataclass(frozen=True)
class Habit:
    """A flag of other programs.

    Attributes:
        flags: how it is written.
        value: a pattern of what may stand behind it; "" where nothing does.
        means: what it comes to.
        same: the parameter of ours that it is another name of, or "".
        example: the value that people mostly give it.
        only: whether it is a habit only with such a value: without, the flag is whatever else it is.
    """

    flags: tuple[str, ...]
    value: str = ""
    means: Meaning = _nothing
    same: str = ""
    example: str = ""
    only: bool = False

    def read(self, rest: str) -> tuple[str, int]:
        """Its value in the text behind the flag, perhaps quoted, and how many characters that takes; "" and 0 where
        there is none."""
        if not self.value:
            return "", 0
        if match := compiled(self.value).match(rest):
            return match[0].strip(), match.end()
        quoted = quoted_ahead(rest)
        return quoted if quoted and compiled(self.value).fullmatch(quoted[0]) else ("", 0)


@lru_cache
def compiled(value: str) -> re.Pattern[str]:
    """The pattern of a habit's value at the beginning of a text, with the space before it."""
    return re.compile(rf"(?<!\s)\s*+(?:{value})(?![\w.])", re.IGNORECASE)


def _fit(name: str, value: float, card: ModelCard) -> float:
    """The nearest value that the parameter and the model's card allow."""
    parameter, limit = PARAMETERS[name], card.limits.get(name)
    least, most = parameter.least or 0, parameter.most or value
    if limit:
        least, most = max(least, limit.least), min(most, limit.most)
    return min(max(value, least), most)


def _scaled(name: str, by: float, asked: Asked) -> Mapping[str, Any] | None:
    """A parameter, so many times what it is; None where the model leaves no room for that."""
    usual = getattr(asked.parameters, name) or getattr(asked.card.defaults, name)
    value = _fit(name, usual * by, asked.card)
    value = max(1, round(value)) if isinstance(usual, int) else round(value, 1)
    if value == usual:
        return {} if by == 1 else None
    return {name: value}


def _stylized(value: str, asked: Asked) -> Mapping[str, Any] | None:
    """The freer from the words, the lower the guidance: 1.3 times the usual at 0, 0.6 times at 1000."""
    if not value:
        return None
    much = min(float(value), 1000)
    return _scaled("cfg", 1.3 - 0.3 * much / 100 if much <= 100 else 1 - 0.4 * (much - 100) / 900, asked)


def _quality(value: str, asked: Asked) -> Mapping[str, Any] | None:
    return _scaled("steps", min(max(float(value), 0.1), 4), asked) if value else None


def _draft(value: str, asked: Asked) -> Mapping[str, Any] | None:
    return _scaled("steps", 0.5, asked)


def _chaos(value: str, asked: Asked) -> Mapping[str, Any] | None:
    """How far a job's pictures are from each other: at 100 as far as can be, which they are without it, too."""
    if not value or asked.parameters.vary is not None:
        return None
    much = min(float(value), 100)
    return {"vary": round(0.5 + much / 200, 2)} if 0 < much < 100 else {}


def _image_weight(value: str, asked: Asked) -> Mapping[str, Any] | None:
    """How much of the picture that came stays; or how much the one looked at weighs."""
    if not value or asked.parameters.strength is not None:
        return None
    much = min(float(value), 3)
    if asked.parameters.like:
        return {"like_weight": round(_fit("like_weight", 0.6 * much, asked.card), 2)}
    return {"strength": round(_fit("strength", 0.95 - 0.3 * much, asked.card), 2)}


def _looked_at(value: str, asked: Asked) -> Mapping[str, Any] | None:
    """A picture to draw in the likeness of, where it has an address; a number that stands for a style says nothing."""
    return {"like": True} if asked.looks and re.search(ADDRESS, value) else None


def _likeness(value: str, asked: Asked) -> Mapping[str, Any] | None:
    """How much the picture looked at weighs: 100 is the usual."""
    if not value or not asked.parameters.like or asked.parameters.like_weight is not None:
        return None
    return {"like_weight": round(_fit("like_weight", USUAL * float(value) / 100, asked.card), 2)}


def _repeat(value: str, asked: Asked) -> Mapping[str, Any] | None:
    if not value or int(value) < 1:
        return None
    count = int(_fit("count", asked.parameters.count * int(value), asked.card))
    return {"count": count} if count != asked.parameters.count else {}


def _niji(value: str, asked: Asked) -> Mapping[str, Any] | None:
    """A model for anime, where there is one and no other is asked for."""
    if asked.parameters.model:
        return None
    named = (card for card in asked.cards if _ANIME.search(f"{card.name} {card.title} {card.description}"))
    found = next(named, None)
    return {"model": found.name} if found else None


def _orient(value: str, asked: Asked) -> Mapping[str, Any] | None:
    return {"ratio": {"l": Ratio(3, 2), "p": Ratio(2, 3), "s": Ratio(1, 1)}[value[0].lower()]}


def _side(side: int) -> Meaning:
    """One side of the picture; the other one as it is."""

    def meaning(value: str, asked: Asked) -> Mapping[str, Any] | None:
        if not value:
            return None
        sides = list(asked.parameters.size or (each * asked.card.scale for each in asked.card.native))
        pixels = round(int(value) / MULTIPLE) * MULTIPLE
        sides[side] = min(max(pixels, SIDE_LEAST), SIDE_MOST)
        return {"size": Size(*sides)}

    return meaning


HABITS: tuple[Habit, ...] = (
    Habit(("--stylize", "--s"), NUMBER, _stylized, example="400"),
    Habit(("--chaos", "--c"), NUMBER, _chaos, example="40"),
    Habit(("--quality", "--q"), NUMBER, _quality, example="2"),
    Habit(("--draft",), "", _draft),
    Habit(("--iw",), NUMBER, _image_weight, example="2"),
    Habit(("--repeat", "--r"), r"\d{1,3}", _repeat, example="4"),
    Habit(("--niji",), NUMBER, _niji, example="6"),
    Habit(("--style",), r"cute|expressive|scenic|original|4[abc]", example="cute", only=True),
    Habit(("--seed",), r"random|rand|-1", _as_it_is, example="random", only=True),
    Habit(("--width", "--w"), r"\d{2,5}", _side(0), example="512"),
    Habit(("--height", "--h"), r"\d{2,5}", _side(1), example="768"),
    Habit(("--weird",), NUMBER, example="250"),
    Habit(("--v", "--version"), NUMBER, example="7"),
    Habit(("--stop",), r"\d{1,3}%?", example="80"),
    Habit(("--video",)),
    Habit(("--motion",), "low|high", example="low"),
    Habit(("--exp",), NUMBER, example="20"),
    Habit(("--sref", "--cref", "--oref"), _PICTURES, _looked_at, example="https://example.com/cat.png"),
    Habit(("--sw", "--cw", "--ow"), NUMBER, _likeness, example="100"),
    Habit(("--sv", "--bs"), NUMBER, example="4"),
    Habit(("--p", "--profile", "--personalize"), _CODE, example="m7c4x2q"),
    Habit(("--fast", "--relax", "--turbo", "--stealth", "--public", "--private")),
    Habit(
        ("--hd", "--sd", "--uplight", "--upbeta", "--upanime", "--beta", "--creative", "--test", "--testp")
    ),
    Habit(("--sameseed", "--hires-fix", "--highres_fix", "--hr", "--restore_faces", "--facefix")),
    Habit(("--negative_prompt", "--negative-prompt", "--undesired"), same="negative", example="text"),
    Habit(("--cfg_scale", "--cfg-scale", "--scale"), same="cfg", example="5"),
    Habit(("--sampler_name", "--sampler-name"), same="sampler", example="euler"),
    Habit(("--batch_size", "--batch-size", "--batch", "--n_iter"), same="count", example="2"),
    Habit(("--no-translator",), same="raw"),
    Habit(("-x",), r"\d{1,10}", same="seed", example="7", only=True),
    Habit(("-r",), r"\d{2,5}[x×*]\d{2,5}", same="size", example="512x768", only=True),
    Habit(("-t",), r"\d{1,3}", same="steps", example="20", only=True),
    Habit(("-s",), r"k_[a-z_]+|[a-z][a-z_+]{2,20}", same="sampler", example="euler", only=True),
    Habit(("-o", "--orient"), "landscape|portrait|square", _orient, example="portrait", only=True),
    Habit(("-u",), r"\S++", same="negative", example="text", only=True),
)
"""Every one of them."""

_BY_FLAG: Mapping[str, Habit] = {flag.lower(): habit for habit in HABITS for flag in habit.flags}


def find_habit(flag: str, rest: str, ours: Collection[str]) -> Habit | None:
    """The habit that a flag, dashes included, is before that text; None where it is none, or a flag of `ours`."""
    habit = _BY_FLAG.get(flag)
    if habit is None or (habit.only and not habit.read(rest)[0]):
        return None
    return habit if habit.only or flag not in ours else None


def addresses(habits: Sequence[tuple[Habit, str, str]], parameters: Parameters) -> list[str]:
    """Those of the pictures to be looked at, as they were written."""
    told = (value for habit, _, value in habits if habit.means is _looked_at and parameters.like)
    return [address for value in told for address in re.findall(ADDRESS, value)]


def settled(
    parameters: Parameters,
    axes: Collection[str],
    habits: Sequence[tuple[Habit, str, str]],
    cards: Sequence[ModelCard],
    looks: bool = False,
) -> tuple[Parameters, tuple[Notice, ...]]:
    """The parameters with what habits come to, each told with its flag and value; and what is to be said of that.

    Args:
        axes: names of the parameters that have several values, which stay.
        cards: the models that there are, the default first.
        looks: whether there is what looks at pictures besides the words.
    """
    told: dict[frozenset[str], list[str]] = {}
    missed: list[str] = []
    for habit, flag, value in habits[: len(HABITS)]:
        card = next(
            (c for c in cards if c.name == parameters.model), cards[0] if cards else ModelCard(name="")
        )
        meant = habit.means(value, Asked(parameters, card, cards, looks))
        written = f"{flag} {value}".strip()[:_LONGEST_TOLD]
        if meant is None or meant.keys() & axes:
            missed.append(written)
        elif meant:
            parameters = parameters.model_copy(update=dict(meant))
            told.setdefault(frozenset(meant), []).append(written)
    came = [f"{' '.join(flags)} → {_typed(names, parameters)}" for names, flags in told.items()]
    said = [ReadAs("; ".join(came[:_MOST_TOLD]))] if came else []
    passed = [NoMeaning(", ".join(dict.fromkeys(missed[:_MOST_TOLD])))] if missed else []
    return parameters, (*said, *passed)


def _typed(names: Collection[str], parameters: Parameters) -> str:
    """These parameters as a person types them."""
    values = ((PARAMETERS[name].flag, getattr(parameters, name)) for name in names)
    return " ".join(f"{flag} {number(each) if isinstance(each, float) else each}" for flag, each in values)
