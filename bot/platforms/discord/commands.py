"""Slash commands and the menu of messages, built from the service's commands and the parameters."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping
from functools import partial
from inspect import Parameter as Argument
from inspect import Signature
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.locales import REFERENCE
from bot.platforms.discord import read
from bot.platforms.discord.inbox import Inbox
from bot.platforms.discord.options import annotation, completions, languages
from bot.platforms.discord.words import described, options
from bot.ports import Service
from engine.api.between import USUAL
from engine.api.modes import END, REPLIED, all_inputs
from engine.api.parameters import PARAMETERS, usual

Take = Callable[[discord.Interaction, discord.Message], Awaitable[None]]
Command = app_commands.Command[Any, ..., Any] | app_commands.ContextMenu

_DETAILS: dict[str, dict[str, Any]] = {
    "help": {"about": str},
    "history": {"words": str, "page": int},
    "moderate": {"order": str},
    "link": {"code": str},
    "style": {"style": str},
    "language": {"language": str},
    "settings": {"change": str},
    "info": {"file": discord.Attachment},
    "upscale": {"file": discord.Attachment, "upscale": annotation(PARAMETERS["upscale"])},
    "blend": dict.fromkeys(("file", "second", "third", "fourth", "fifth"), discord.Attachment),
    "describe": {"file": discord.Attachment},
    "shorten": {"prompt": str},
    "expand": {"prompt": str},
    "show": {"job": str},
    "again": {"job": str},
    "export": {"job": str},
}
"""The options of other commands, which they take as text or as a picture elsewhere, and their types."""

PRIVATE = "private"
"""The option that makes a picture one for the person's eyes alone."""

_OPEN = {"upscale", "blend", "show", "again"}
"""Other commands whose answer everybody sees."""


def build(service: Service, inbox: Inbox) -> list[Command]:
    """All that people find under `/` and in the menu of a message."""
    commands = [
        _other(name, text, service, inbox)
        for name, text in service.commands(REFERENCE)
        if name not in ("imagine", "morph")
    ]
    moderate = _other("moderate", service.locales.say(REFERENCE)("command-moderate"), service, inbox)
    moderate.default_permissions = discord.Permissions(manage_messages=True)
    takes: dict[str, Take] = {
        "discord-menu": inbox.menu,
        "discord-info": inbox.about,
        "discord-upscale": partial(inbox.about, name="upscale"),
        "discord-again": inbox.again,
        "discord-describe": partial(inbox.about, name="describe"),
    }
    menus = [_menu(key, service, take) for key, take in takes.items()]
    return [_imagine(service, inbox), _morph(service, inbox), *commands, moderate, *menus]


def _imagine(service: Service, inbox: Inbox) -> Command:
    """`/imagine` with one typed option for every parameter and every picture that a mode takes."""
    say = service.locales.say(REFERENCE)

    async def imagine(interaction: discord.Interaction, prompt: str | None = None, **given: Any) -> None:
        files = {name: given.pop(name) for name in inputs if given.get(name)}
        await inbox.imagine(interaction, prompt, files, _flags(given), bool(given.get(PRIVATE)))

    inputs = {name: discord.Attachment for name, each in all_inputs().items() if not each.rare}
    types = {"prompt": str} | inputs | {p.name: annotation(p) for p in usual()} | {PRIVATE: bool}
    _describe(imagine, types, (), service)
    app_commands.autocomplete(**completions(service))(imagine)
    return _command("imagine", say("command-imagine"), imagine)


def _morph(service: Service, inbox: Inbox) -> Command:
    """`/morph` with what it goes between, and how."""
    say, inputs = service.locales.say(REFERENCE), (REPLIED, END)
    flags = ("frames", "loop", "seed", "model")

    async def morph(interaction: discord.Interaction, **given: Any) -> None:
        files = {name: given.pop(name) for name in inputs if given.get(name)}
        prompt = f"{PARAMETERS['frames'].flag} {USUAL} {given.pop('prompt', None) or ''}"
        await inbox.imagine(interaction, prompt, files, _flags(given), bool(given.get(PRIVATE)))

    types = {"prompt": str} | dict.fromkeys(inputs, discord.Attachment)
    typed = {name: annotation(PARAMETERS[name]) for name in flags}
    _describe(morph, types | typed | {PRIVATE: bool}, (), service)
    offers = {name: each for name, each in completions(service).items() if name in flags}
    app_commands.autocomplete(**offers)(morph)
    return _command("morph", say("command-morph"), morph)


def _flags(given: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the options given that are parameters."""
    return {name: value for name, value in given.items() if name in PARAMETERS}


def _describe(run: Any, types: Mapping[str, Any], required: Collection[str], service: Service) -> None:
    """Gives a callback the options that discord.py reads off it: types, names and helps in all languages."""
    kind, say = Argument.POSITIONAL_OR_KEYWORD, service.locales.say(REFERENCE)
    arguments = [
        Argument(name, kind, annotation=type_, default=Argument.empty if name in required else None)
        for name, type_ in types.items()
    ]
    run.__signature__ = Signature([Argument("interaction", kind, annotation=discord.Interaction), *arguments])
    keys = {name: key for name, key in options().items() if name in types}
    helps = {name: f"{key}-help" for name, key in keys.items()}
    app_commands.describe(**{n: locale_str(described(say(key)), key=key) for n, key in helps.items()})(run)
    app_commands.rename(**{n: locale_str(n, key=key) for n, key in keys.items()})(run)


def _other(name: str, text: str, service: Service, inbox: Inbox) -> app_commands.Command[Any, ..., Any]:
    """A command that takes a word or a picture at most."""

    async def run(interaction: discord.Interaction, **given: str | int | discord.Attachment | None) -> None:
        files = [read.attached(each) for each in given.values() if isinstance(each, discord.Attachment)]
        words = " ".join(str(each) for each in given.values() if isinstance(each, str | int))
        await inbox.command(interaction, name, words, files, hidden=name not in _OPEN)

    _describe(run, _DETAILS.get(name, {}), (), service)
    if name == "language":
        app_commands.autocomplete(language=languages(service.locales))(run)
    if name == "style":
        app_commands.autocomplete(style=completions(service)["style"])(run)
    return _command(name, text, run)


def _menu(key: str, service: Service, take: Take) -> Command:
    """What any message with a picture has under "Apps"."""

    async def menu(interaction: discord.Interaction, message: discord.Message) -> None:
        await take(interaction, message)

    name = service.locales.say(REFERENCE)(key)
    return app_commands.ContextMenu(name=locale_str(name, key=key), callback=menu)


def _command(name: str, text: str, callback: Any) -> app_commands.Command[Any, ..., Any]:
    return app_commands.Command(
        name=locale_str(name, key=f"command-{name}-names"),
        description=locale_str(described(text), key=f"command-{name}"),
        callback=callback,
    )
