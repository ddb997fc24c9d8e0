"""The options of `/imagine`: types, ranges and suggestions, all from the one definition of parameters."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

import discord
from discord.app_commands import Choice, Range

from bot.errors import EmptyPrompt
from bot.locales import Locales
from bot.platforms.discord.read import person
from bot.ports import Service
from bot.sound import sound
from bot.usecases.offered import RATIOS, SIZES, samplers
from bot.usecases.parsing import Request, parse
from bot.usecases.pasted import understood
from engine.api.cards import ModelCard
from engine.api.parameters import PARAMETERS, Parameter, Parameters, usual
from engine.api.samplers import sampler_title

MOST_CHOICES, LONGEST_CHOICE = 25, 100

Complete = Callable[[discord.Interaction[Any], str], Coroutine[Any, Any, list[Choice[str]]]]


def annotation(parameter: Parameter) -> Any:
    """The type that Discord checks before it sends anything."""
    least, most = parameter.least, parameter.most
    match parameter.words.kind:
        case "switch":
            return bool
        case "integer":
            return int if least is None or most is None else Range[int, int(least), int(most)]
        case "number":
            return float if least is None or most is None else Range[float, float(least), float(most)]
    return Range[str, 1, 1000]


def completions(service: Service) -> dict[str, Complete]:
    """What to suggest while people type; anything else may be typed all the same."""
    offers: dict[str, Callable[[], Iterable[tuple[str, str]]]] = {
        "ratio": lambda: zip(RATIOS, RATIOS, strict=True),
        "size": lambda: zip(SIZES, SIZES, strict=True),
        "sampler": _samplers,
        "model": lambda: ((m.title or m.name, m.name) for m in service.models()),
    }
    chosen = {p.name: offers[p.words.kind] for p in usual() if p.words.kind in offers}
    chosen |= {p.name: partial(_choices, p) for p in usual() if p.words.choices}
    return {name: _complete(offer) for name, offer in chosen.items()} | {"style": _styles(service)}


def _styles(service: Service) -> Complete:
    """The styles in the person's language."""

    async def complete(interaction: discord.Interaction[Any], typed: str) -> list[Choice[str]]:
        looks = await service.styles(person(interaction.user, interaction.locale))
        return await _complete(lambda: [(look.title, look.name) for look in looks])(interaction, typed)

    return complete


def languages(locales: Locales) -> Complete:
    """The languages of the interface, in their own words."""
    return _complete(lambda: [(locales.name(tag), tag) for tag in locales.languages])


def _choices(parameter: Parameter) -> list[tuple[str, str]]:
    return [(choice, choice) for choice in parameter.words.choices]


def _samplers() -> list[tuple[str, str]]:
    return [(sampler_title(name), name) for name in samplers()]


def _complete(offers: Callable[[], Iterable[tuple[str, str]]]) -> Complete:
    async def complete(_: discord.Interaction[Any], typed: str) -> list[Choice[str]]:
        words = typed.lower().split()
        fitting = [(t, v) for t, v in offers() if all(w in f"{t} {v}".lower() for w in words)]
        return [Choice(name=t[:LONGEST_CHOICE], value=v) for t, v in fitting if len(v) <= LONGEST_CHOICE][
            :MOST_CHOICES
        ]

    return complete


def request(prompt: str, options: Mapping[str, Any], service: Service) -> Request:
    """What a person asked for. Flags in the prompt count too; the options win over them.

    Raises:
        LukisError: a flag or a value that can't be.
        ValidationError: a value that Discord should not have let through.
    """
    models = service.models()
    asked = understood(prompt, service.locales.flags(), service)
    if not asked.prompt and not asked.parameters.frames:
        raise EmptyPrompt()
    said = {n: sound(v) if isinstance(v, str) else v for n, v in options.items() if v is not None}
    meant = {n: _values(PARAMETERS[n], v, models) for n, v in said.items()}
    given = asked.parameters.model_dump(exclude_unset=True)
    chosen = {name: value for name, (value, *_) in meant.items()}
    several = {name: values for name, values in meant.items() if len(values) > 1}
    kept = {name: values for name, values in asked.axes.items() if name not in chosen}
    parameters = Parameters.model_validate(given | chosen)
    return Request(asked.prompt, parameters, kept | several, asked.notices)


def _values(parameter: Parameter, value: Any, models: Sequence[ModelCard]) -> tuple[Any, ...]:
    """What a typed option means, several where it is to be tried with each; it is read as the flag is."""
    if parameter.words.kind not in ("ratio", "size", "sampler", "model", "choice", "style"):
        return (value,)
    value = '"{}"'.format(str(value).replace('"', ""))  # names may have any number of words
    read = parse(f"x {parameter.flag} {value}", models=models)
    return read.axes.get(parameter.name) or (getattr(read.parameters, parameter.name),)
