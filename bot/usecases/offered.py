"""The values of a parameter that are worth a button; all others are typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from bot.locales import Say
from bot.styles.folder import shipped
from engine.api.cards import ModelCard
from engine.api.parameters import Parameter
from engine.api.samplers import SAMPLER_CHOICES, sampler_title
from engine.api.styles import Style
from engine.api.values import SEEDS, Ratio, Size

RATIOS = ("1:1", "3:2", "2:3", "4:3", "3:4", "16:9", "9:16", "21:9", "9:21", "5:4", "4:5")
SIZES = (
    "512x512",
    "512x768",
    "768x512",
    "768x768",
    "1024x1024",
    "832x1216",
    "1216x832",
    "1024x576",
    "576x1024",
)

_FEW = 8
"""Whole numbers of a range that are all offered."""

_SHARES = (0.5, 0.75, 1, 1.25, 1.5, 2)
"""Of what the model draws with, where it says."""


class Offer(NamedTuple):
    """A value, and what its button says."""

    value: Any
    label: str


def offers(say: Say, parameter: Parameter, models: Sequence[ModelCard]) -> tuple[Offer, ...]:
    """The values that are offered, the model's own among them; none where every value is its person's own."""
    offer = _KINDS.get(parameter.words.kind)
    if parameter.words.choices:
        return tuple(Offer(each, each) for each in parameter.words.choices)
    return tuple(offer(say, parameter, models)) if offer else ()


def _switch(say: Say, parameter: Parameter, models: Sequence[ModelCard]) -> list[Offer]:
    return [Offer(True, say("settings-on")), Offer(False, say("settings-off"))]


def _ratios(say: Say, parameter: Parameter, models: Sequence[ModelCard]) -> list[Offer]:
    return [Offer(Ratio(*map(int, each.split(":"))), each) for each in RATIOS]


def _sizes(say: Say, parameter: Parameter, models: Sequence[ModelCard]) -> list[Offer]:
    return [Offer(Size(*map(int, each.split("x"))), each.replace("x", "×")) for each in SIZES]


def _samplers(say: Say, parameter: Parameter, models: Sequence[ModelCard]) -> list[Offer]:
    """The plain ones first, then those with a noise spacing."""
    return [Offer(name, sampler_title(name)) for name in samplers()]


def samplers() -> list[str]:
    """All of them, the plain ones first."""
    return sorted(SAMPLER_CHOICES, key=lambda name: SAMPLER_CHOICES[name][1] != "")


def _styles(say: Say, parameter: Parameter, models: Sequence[ModelCard]) -> list[Offer]:
    """Those that ship; all others are their folder's, or a person's own."""
    return [Offer(Style(name), say(f"style-{name}")) for name in shipped()]


def _models(say: Say, parameter: Parameter, models: Sequence[ModelCard]) -> list[Offer]:
    return [Offer(model.name, model.title or model.name) for model in models]


def _numbers(say: Say, parameter: Parameter, models: Sequence[ModelCard]) -> list[Offer]:
    """Around what the first model draws with, or all of a range that is small; rounded as people would."""
    if parameter.least is None or parameter.most is None or parameter.most >= SEEDS - 1:
        return []
    least, most, whole = parameter.least, parameter.most, parameter.words.kind == "integer"
    usual = getattr(models[0].defaults, parameter.name, None) if models else None
    if whole and most - least < _FEW:
        values = [least + i for i in range(int(most - least) + 1)]
    elif usual is None or most <= 1:
        values = [least + (most - least) * share for share in (0, 0.25, 0.5, 0.75, 1)]
    else:
        values = [min(max(usual * share, least), most) for share in _SHARES]
    told = dict.fromkeys(
        round(v) if whole else round(v, 2) if most <= 1 else round(v * 2) / 2 for v in values
    )
    return [Offer(value, f"{value:g}") for value in told]


_KINDS: Mapping[str, Callable[[Say, Parameter, Sequence[ModelCard]], list[Offer]]] = {
    "switch": _switch,
    "ratio": _ratios,
    "size": _sizes,
    "sampler": _samplers,
    "model": _models,
    "style": _styles,
    "integer": _numbers,
    "number": _numbers,
}
