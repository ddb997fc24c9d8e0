"""Slash commands and the menu of messages, built from the service's commands and the parameters."""

from __future__ import annotations

from inspect import Parameter as Argument
from inspect import Signature
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.locales import REFERENCE
from bot.platforms.discord_inbox import Inbox
from bot.platforms.discord_options import annotation, completions
from bot.platforms.discord_words import described
from bot.service import ImagineService
from engine.api.parameters import PARAMETERS

Command = app_commands.Command[Any, ..., Any] | app_commands.ContextMenu

_KEYS = {"prompt": "discord-prompt", "image": "discord-image"} | {
    name: f"parameter-{name}" for name in PARAMETERS
}
"""Every option of `/imagine` with its message in the locale files; its help is the same with `-help`."""


def build(service: ImagineService, inbox: Inbox) -> list[Command]:
    """All that people find under `/` and in the menu of a message."""
    commands = [_plain(name, text, inbox) for name, text in service.commands(REFERENCE) if name != "imagine"]
    return [_imagine(service, inbox), *commands, _menu(service, inbox)]


def _imagine(service: ImagineService, inbox: Inbox) -> Command:
    """`/imagine` with one typed option for every parameter, and a picture to start from."""
    say = service.locales.say(REFERENCE)

    async def imagine(
        interaction: discord.Interaction, prompt: str, image: discord.Attachment | None = None, **options: Any
    ) -> None:
        await inbox.imagine(interaction, prompt, image, options)

    imagine.__signature__ = _signature()  # type: ignore[attr-defined]
    helps = {name: f"{key}-help" for name, key in _KEYS.items()}
    app_commands.describe(**{n: locale_str(described(say(key)), key=key) for n, key in helps.items()})(
        imagine
    )
    app_commands.rename(**{n: locale_str(n, key=key) for n, key in _KEYS.items()})(imagine)
    app_commands.autocomplete(**completions(service))(imagine)
    return _command("imagine", say("command-imagine"), imagine)


def _signature() -> Signature:
    """What discord.py reads the options from."""
    kind = Argument.POSITIONAL_OR_KEYWORD
    return Signature(
        [
            Argument("interaction", kind, annotation=discord.Interaction),
            Argument("prompt", kind, annotation=str),
            Argument("image", kind, annotation=discord.Attachment, default=None),
            *(Argument(n, kind, annotation=annotation(p), default=None) for n, p in PARAMETERS.items()),
        ]
    )


def _plain(name: str, text: str, inbox: Inbox) -> Command:
    """A command without options."""

    async def run(interaction: discord.Interaction) -> None:
        await inbox.command(interaction, name)

    return _command(name, text, run)


def _menu(service: ImagineService, inbox: Inbox) -> Command:
    """ "Imagine from this image", on any message."""

    async def menu(interaction: discord.Interaction, message: discord.Message) -> None:
        await inbox.menu(interaction, message)

    name = service.locales.say(REFERENCE)("discord-menu")
    return app_commands.ContextMenu(name=locale_str(name, key="discord-menu"), callback=menu)


def _command(name: str, text: str, callback: Any) -> Command:
    return app_commands.Command(
        name=locale_str(name, key=f"command-{name}-names"),
        description=locale_str(described(text), key=f"command-{name}"),
        callback=callback,
    )
