"""What the page is told once: its words, parameters, models; and later what most people never need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bot.locales import RIGHT_TO_LEFT, Locales, Say
from bot.look import Look
from bot.messages import Person
from bot.payloads import encode
from bot.platforms.web.guard import chat_of
from bot.ports import Service
from bot.usecases.parsing import LONGEST_PROMPT
from engine.api.modes import LIKE, MODES, all_inputs, by_itself
from engine.api.parameters import PARAMETERS, Parameter
from engine.api.samplers import SAMPLER_CHOICES, sampler_title

Json = dict[str, Any]

SAMPLE = "/sample"
"""Where what a style looks like can be seen."""

_FIRSTS = (
    "page-first-fox",
    "page-first-rocket",
    "page-first-elephant",
    "page-first-wizard",
    "page-first-house",
    "page-first-penguin",
)

FIRSTS: Mapping[str, str] = {word.removeprefix("page-first-"): word for word in _FIRSTS}
"""What whoever comes for the first time may have drawn by a click: a picture of the page, which
`python -m tools.guide.firsts` draws, and a message with its words each."""


def start_json(
    service: Service,
    person: Person,
    language: str,
    words: Iterable[str],
    styles: Iterable[Look],
) -> Json:
    """All that the page needs before it can show itself, in one language; `words` are the messages it begins with,
    `styles` what pictures can look like."""
    locales = service.locales
    say = locales.say(language)
    return {
        "person": chat_of(person),
        "language": language,
        "direction": "rtl" if language in RIGHT_TO_LEFT else "ltr",
        "longest": LONGEST_PROMPT,
        "firsts": [_first_json(name, word, say, locales) for name, word in FIRSTS.items()],
        "languages": [
            {"tag": tag, "name": locales.name(tag), "payload": encode("language", tag)}
            for tag in locales.languages
        ],
        "words": _words(say, words),
        "commands": [{"name": n, "description": d} for n, d in service.commands(language)],
        "painting": ["imagine", *locales.command_names(["imagine"])],
        "parameters": [_parameter_json(p, say, locales) for p in PARAMETERS.values()],
        "inputs": [
            {
                "name": name,
                "label": say(f"input-{name}"),
                "help": say(f"input-{name}-help"),
                "plain": each.plain,
                "alone": by_itself(name),
            }
            for name, each in all_inputs().items()
            if name != LIKE or any(not adapter.reason for adapter in service.addons().adapters)
        ],
        "models": [m.model_dump(mode="json", exclude=_NOT_SHOWN) for m in service.models()],
        "styles": [{"name": look.name, "title": look.title} for look in styles],
        "samplers": [
            {"name": name, "title": sampler_title(name), "group": sampler.group}
            for name, (sampler, _) in SAMPLER_CHOICES.items()
        ],
    }


_NOT_SHOWN = {"draws", "colours", "backgrounds", "styles"}
"""What a small model knows: a thousand words that the page has no use for."""

_BLANKS = {
    name: f"{{{name}}}"
    for name in (
        "prompt",
        "number",
        "count",
        "seed",
        "value",
        "limit",
        "least",
        "most",
        "name",
        "platform",
        "time",
    )
}
"""The page fills the blanks of its words itself."""


def _first_json(name: str, word: str, say: Say, locales: Locales) -> Json:
    return {"name": name, "words": say(word), "english": locales.say("en")(word)}


def more_json(service: Service, language: str, words: Iterable[str], styles: Iterable[Look]) -> Json:
    """What the page needs only later, in one language: more words, what there is to say of each parameter, and where
    there is a picture of what each style looks like."""
    say = service.locales.say(language)
    return {
        "language": language,
        "words": _words(say, words),
        "parameters": {p.name: _told(p, say) for p in PARAMETERS.values()},
        "samples": {look.name: f"{SAMPLE}/{look.sample.stem}" for look in styles if look.sample},
    }


_OF_PICTURES = frozenset({"invert", "loop"})
"""What is said of a mask, and of an animation between pictures."""


def _told(parameter: Parameter, say: Say) -> Json:
    """What there is to say of a parameter; whether it means something without a picture to start from."""
    modes = (mode for mode in MODES.values() if mode.inputs)
    pictured = parameter.name in _OF_PICTURES or any(parameter.name in mode.parameters for mode in modes)
    return {"help": say(f"parameter-{parameter.name}-help"), "pictured": pictured}


def _words(say: Say, words: Iterable[str]) -> Mapping[str, str]:
    return {word: say(word, **_BLANKS) for word in words}


def _parameter_json(parameter: Parameter, say: Say, locales: Locales) -> Json:
    return {
        "name": parameter.name,
        "flag": parameter.flag,
        "flags": [flag for flag, p in locales.flags().items() if p.name == parameter.name],
        "kind": parameter.words.kind,
        "label": say(f"parameter-{parameter.name}"),
        "example": parameter.words.example,
        "rare": parameter.words.rare,
        "choices": parameter.words.choices,
        "least": parameter.least,
        "most": parameter.most,
    }
