"""From what a picture's file says of how it was made to what is asked for here, and what can't be done here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.usecases.parsing import parse
from engine.api.cards import ModelCard
from engine.api.controls import kind_of
from engine.api.errors import LukisError, OutOfRange
from engine.api.infotext import LABELS, Infotext, number
from engine.api.likes import LIKES
from engine.api.modes import CALLS, CONTROLS, MODES, MORPHS, called
from engine.api.names import Addon, Addons, Called, find
from engine.api.parameters import FLAGS, PARAMETERS, SIDE_MOST, Parameter, Parameters, Size
from engine.api.recipe import meaningless, resolve
from engine.api.samplers import find_sampler
from engine.api.tags import find_tags
from engine.api.upscaling import PLAIN, REDRAWN

_BEYOND = re.compile(
    r"Hires upscale|Refiner|VAE(?! hash)|Face restoration|Tiling|Clip skip|ControlNet \d|ADetailer model"
    r"|Mask mode|Inpaint|Masked|Postprocess|Style|Eta|Regional Prompter|FreeU|Noise multiplier"
)
"""What changes a picture; each that we have no parameter for is said."""

_PLAIN = {"Clip skip": ("0", "1"), "VAE": ("None", "Automatic", "none"), "Refiner": ("None", "none")}
"""Values that change nothing."""

_OF_ANOTHER = (CALLS | CONTROLS | LIKES | {"noise_level", "region", "invert"}) - MORPHS
"""What is asked of another picture, which is not in the file."""

_SIZED = frozenset({"extend", *called("upscale").calls})
"""What makes a picture as large as it does, whatever size is said."""

_MOST_TOLD, _LONGEST_TOLD = 8, 40


@dataclass(frozen=True)
class Retold:
    """What to ask for, and what is to be said about it.

    Attributes:
        prompt: without tags of LoRAs and hypernetworks that are not here.
        whole: all that can be asked for here, in reply to the picture that it was made from where it was.
        parameters: what of that can be asked for where there is no such picture.
        beyond: what can't be done here, by its name and value.
        loras: LoRAs that are not here; hypernetworks by their tags.
        model: the model that is not here, or "".
        source: whether another picture was begun from, which is not in the file.
    """

    prompt: str
    whole: Parameters
    parameters: Parameters
    beyond: tuple[str, ...] = ()
    loras: tuple[str, ...] = ()
    model: str = ""
    source: bool = False

    @property
    def command(self) -> str:
        """The same as a person would type it after `/imagine`."""
        return " ".join(filter(None, [self.prompt, *typed(self.whole).values()]))


def retold(
    said: Infotext,
    models: Sequence[ModelCard],
    addons: Addons,
    named: str | None = None,
    vae: str | None = None,
) -> Retold:
    """What a picture's file says, as far as it can be done here.

    Args:
        said: in the file.
        models: those that there are, the default first.
        addons: what there is beside them.
        named: the model that the file's hash is of, where that was found.
        vae: likewise the VAE.
    """
    values, beyond = _values(said, models)
    source = bool({"strength", "image_cfg", *_OF_ANOTHER} & values.keys())
    values, away = _here(values | ({"vae": vae} if vae else {}), addons)
    beyond += away
    model = said.pairs.get("Model", "")
    if named in {m.name for m in models}:
        values["model"] = named
    tag = _hypernet(said)
    beyond += [f"Hypernet {said.pairs['Hypernet']}"] if tag is None else []
    prompt, missing = _without(f"{said.prompt} {tag or ''}", addons)
    negative = _without(said.negative, addons)[0]
    if len(negative) > _longest("negative"):
        beyond.append(f"Negative prompt > {_longest('negative')}")
    values |= {"raw": True, "negative": negative[: _longest("negative")]}
    whole, refused = _allowed(Parameters(**values), models)
    return Retold(
        prompt,
        whole,
        _of_words(whole) if source else whole,
        tuple(thing[:_LONGEST_TOLD] for thing in [*beyond, *refused][:_MOST_TOLD]),
        tuple(name[:_LONGEST_TOLD] for name in missing[:_MOST_TOLD]),
        "" if "model" in values else model[:_LONGEST_TOLD],
        source,
    )


def _values(said: Infotext, models: Sequence[ModelCard]) -> tuple[dict[str, Any], list[str]]:
    """Values of parameters by name, and what there is no value for."""
    values: dict[str, Any] = {}
    pairs = dict(said.pairs)
    beyond = [
        f"{n} {v}"
        for n, v in pairs.items()
        if _BEYOND.match(n) and n not in LABELS.values() and _counts(n, v)
    ]
    if "Variation seed" in pairs:
        weight = pairs.get("Variation seed strength", "0")
        pairs.setdefault(LABELS["variations"], f"{pairs['Variation seed']}:{weight}")
    sampler, spacing = pairs.pop("Sampler", ""), pairs.pop("Schedule type", "")
    values["sampler"] = find_sampler(f"{sampler} {spacing}") or find_sampler(sampler)
    if sampler and not values["sampler"]:
        beyond.append(f"Sampler {sampler}")
    elif (
        spacing
        and not find_sampler(f"{sampler} {spacing}")
        and spacing.lower() not in ("automatic", "uniform")
    ):
        beyond.append(f"Schedule type {spacing}")
    told = {name: pairs[label] for name, label in LABELS.items() if label in pairs}
    larger = told.get("upscale", "")
    times = int(larger) if larger.isdecimal() and 0 < int(larger) < SIDE_MOST else 1
    if size := said.size:
        told["size"] = str(Size(*(side // times for side in size)))
    told.pop("sampler", None)
    if (look := told.pop("style", "")) and not said.ours:
        beyond.append(f"Style {look}")  # of ours the words are in the prompt
    if told.get("tile") == "False":
        del told["tile"]
    if any(name.startswith("Hires") for name in pairs):
        told.pop("strength", None)  # of the enlarged picture, which is no other one
    if not larger:
        told.pop("upscaler", None)  # of another program, for what it does to any picture
    for name, text in told.items():
        try:
            values[name] = _value(PARAMETERS[name], text, models)
        except LukisError:
            if name != "model" and text != "0":
                beyond.append(f"{LABELS[name]} {text}")
    return values, beyond


def _here(values: dict[str, Any], addons: Addons) -> tuple[dict[str, Any], list[str]]:
    """The values without files that are not here, by the names that those have here, and what those that are not are
    called."""
    there: dict[str, Sequence[Called]] = {
        "vae": addons.vaes,
        "upscaler": (*addons.upscalers, Addon(PLAIN), Addon(REDRAWN)),
        "like_by": addons.adapters,
    }
    kept, away = dict(values), []
    for name in there.keys() & values.keys():
        asked = kept.pop(name)
        if found := find([each for each in there[name] if not getattr(each, "reason", "")], asked):
            kept[name] = found.name
        elif _counts(LABELS[name], asked):
            away.append(f"{LABELS[name]} {asked}")
    kept |= {"like": True} if values.keys() & LIKES else {}
    nets = [net for net in addons.controls if not net.reason]
    kinds = {net.kind for net in nets if net.kind}
    lost = [each for each in kept.get("control", ()) if not (find(nets, each) or kind_of(each) in kinds)]
    if lost:
        kept = {name: value for name, value in kept.items() if name not in CONTROLS}
        away.append(f"{LABELS['control']} {','.join(lost)}")
    return kept, away


def _of_words(whole: Parameters) -> Parameters:
    """What of it can be asked for without another picture."""
    other = whole.given & (_OF_ANOTHER | MORPHS | ({"strength"} if whole.upscale else set()))
    return whole.model_copy(update={name: PARAMETERS[name].default for name in other})


def _counts(name: str, value: str) -> bool:
    return value not in _PLAIN.get(name, ())


def _value(parameter: Parameter, text: str, models: Sequence[ModelCard]) -> Any:
    """What a text means for a parameter, read as its flag is. Raises LukisError."""
    read = parse(f"x {parameter.flag} {text}", FLAGS, models=models)
    return getattr(read.parameters, parameter.name)


def _hypernet(said: Infotext) -> str | None:
    """The tag for a hypernetwork that is told in a field of its own, as A1111 did; "" where there is none, None where
    it can't be written as one."""
    name, strength = said.pairs.get("Hypernet", "None"), said.pairs.get("Hypernet strength", "1")
    if name in ("None", "none", ""):
        return ""
    plain = re.fullmatch(r"[^<>:]+", name) and re.fullmatch(r"\d(?:\.\d{1,10})?", strength)
    return f"<hypernet:{name}:{strength}>" if plain else None


def _without(prompt: str, addons: Addons) -> tuple[str, list[str]]:
    """The prompt without tags of LoRAs and hypernetworks that are not here, and what those are called."""
    missing = []
    there = {"lora": addons.loras, "hypernet": [each for each in addons.hypernets if not each.reason]}
    for tag in reversed(find_tags(prompt)):
        if tag.kind in there and not find(there[tag.kind], tag.name):
            prompt = prompt[: tag.start] + prompt[tag.stop :]
            missing.append(tag.name if tag.kind == "lora" else tag.text)
    return " ".join(prompt.split()), missing[::-1]


def _longest(name: str) -> int:
    return next(int(m.max_length) for m in Parameters.model_fields[name].metadata if hasattr(m, "max_length"))


def _allowed(parameters: Parameters, models: Sequence[ModelCard]) -> tuple[Parameters, list[str]]:
    """The parameters without those that the model's card does not allow, and what those are."""
    refused: list[str] = []
    card = next((m for m in models if m.name == parameters.model), models[0])
    for _ in PARAMETERS:
        try:
            for name in meaningless(parameters, card):
                value = getattr(parameters, name)
                refused.append(LABELS[name] if value is True else f"{LABELS[name]} {value}")
                parameters = parameters.model_copy(update={name: PARAMETERS[name].default})
            resolve(parameters, card, next(mode for mode in MODES.values() if mode.fits(card)))
            break
        except OutOfRange as error:
            name = FLAGS[error.facts["flag"]].name
            refused.append(f"{LABELS[name]} {error.facts['value']}")
            parameters = parameters.model_copy(update={name: PARAMETERS[name].default})
    return parameters, refused


def typed(asked: Parameters) -> dict[str, str]:
    """What a person would type for each of them, by its name."""
    given = asked.given - ({"size"} if asked.given & _SIZED else set())
    return {name: _typed(p, getattr(asked, name)) for name, p in PARAMETERS.items() if name in given}


def _typed(parameter: Parameter, value: Any) -> str:
    if parameter.words.kind == "switch":
        return parameter.flag
    if parameter.words.kind in ("variations", "names"):
        return f"{parameter.flag} {','.join(map(str, value))}"
    return f"{parameter.flag} {number(value) if isinstance(value, float) else value}"
